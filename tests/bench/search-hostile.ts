import { createRandom } from './search-library.ts';

const letters = 'etaoinshrdlucmfwypvbgk';
const slips = 'govenment statse untied poeple publc contry graet congres yaer intersts relatons';

/** Queries made to be slow, by name, each of `length` characters. */
export function toHostileQueries(length: number): readonly (readonly [string, string])[] {
  const random = createRandom(3);
  const drawLetter = () => letters[Math.floor(random() * random() * letters.length)] ?? '';
  const drawWords = (size: number) =>
    Array.from({ length }, () => Array.from({ length: size }, drawLetter).join('')).join(' ');
  const fill = (text: string) => text.repeat(length).slice(0, length);
  return [
    ['unknown words of 3 letters', drawWords(3).slice(0, length)],
    ['unknown words of 5 letters', drawWords(5).slice(0, length)],
    ['unknown words of 8 letters', drawWords(8).slice(0, length)],
    ['unknown words of 12 letters', drawWords(12).slice(0, length)],
    ['slips', fill(`${slips} `)],
    ['frequent words', fill('the of and to in that it is for be ')],
    ['frequent telling words', fill('government states united people public country ')],
    ['one word', fill('a')],
    ['quoted words', fill('"the" "of" "and" ')],
    ['compounds', fill('cyber-space-')],
    ['Chinese', fill('网络空间的竞争与合作')],
    ['accents', fill('e\u0301\u0301\u0301')],
    ['emoji', fill('😂')],
  ];
}
