const ignorable = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
// A voiced kana (か + ゙ = が) is another letter, not the same letter with an accent.
const accents = /(?=\p{M})(?![\u3099\u309a])\p{Diacritic}/gu;
const apostrophes = /['’‘ʼ＇]/gu;
const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const undecomposed = /[ßæœøđðłıþ]/gu;
const plain = /^[A-Za-z0-9]+$/u;

/**
 * One word, freed of what people do not type alike: case, accents, full-width forms, apostrophes,
 * a possessive ending, soft hyphens and other invisible marks. The result is compared, never shown,
 * so its length need not be that of the word.
 */
export function toFolded(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ignorable, '')
    .replace(accents, '')
    .replace(undecomposed, (letter) => latinLetters[letter] ?? letter)
    .replace(apostrophes, "'")
    .replace(/'s?$/u, '')
    .replace(/(?<=\d)[.,](?=\d)/gu, '')
    .replace(/['.]/gu, '')
    .normalize('NFC');
}
