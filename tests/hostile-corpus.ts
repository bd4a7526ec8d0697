import { createRandom } from './random.ts';

/** A text that programs stumble over, and what to call it. */
export type HostileText = readonly [name: string, text: string];

const MARKS = Array.from({ length: 0x70 }, (_, index) => String.fromCodePoint(0x300 + index));
const SLIPS = 'govenment statse untied poeple publc contry graet congres yaer intersts relatons';

/** What a text is filled with, by name. */
const UNITS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  digits: '1234567890',
  Chinese: '网络空间的竞争与合作',
  Arabic: 'الفضاء الإلكتروني ',
  Hebrew: 'שלום עליכם ',
  'a word of eighteen letters in one character': '\ufdfa',
  'letters under forty marks': `Z${MARKS.slice(0, 40).join('')}a${MARKS.slice(40, 80).join('')}`,
  'marks without a letter': '\u0301',
  accents: 'e\u0301\u0301\u0301',
  emoji: '😂',
  families: '👨‍👩‍👧‍👦',
  flags: '🇨🇳🇺🇸',
  'one endless flag': '🇨',
  'letters in mathematical bold': '𝐚𝐛𝐜 ',
  backticks: '`',
  'code fences': '```\n',
  'unfinished links': '[a](',
  addresses: 'https://a.example ',
  asterisks: '*',
  underscores: '_',
  pipes: '|',
  tildes: '~',
  backslashes: '\\',
  slashes: '/',
  'block quotes': '> ',
  mentions: '@everyone <@1> ',
  'straight quotation marks': '"',
  'opening quotation marks': '“',
  apostrophes: "'’",
  'words in quotation marks': '"the of and" ',
  'a quoted word each': '"the" "of" "and" ',
  brackets: '[x] the ',
  'open brackets': '[a ',
  ellipses: 'of the … ',
  'full stops between letters': 'a.',
  newlines: '\n',
  spaces: ' ',
  'control characters': '\0\u0001\u0002\u001b',
  'characters that nobody sees': '\u200b\u2066\u2060\u00ad',
  'text turned round': '\u202eabc\u202d ',
  'high surrogates alone': '\ud83d',
  'low surrogates alone': '\ude02',
  'surrogates the wrong way round': '\ude02\ud83d',
  'noncharacters and private characters': '\uffff\ufdd0\ue000',
  slips: `${SLIPS} `,
  'frequent words': 'the of and to in that it is for be ',
  'frequent telling words': 'government states united people public country ',
  compounds: 'cyber-space-',
  'single letters': 'a ',
  'hyphened letters': 'a-',
};

/**
 * Texts made to break something or to be slow, each of `length` UTF-16 code units, wherever a
 * character is then cut in two.
 */
export function toHostileTexts(length: number): readonly HostileText[] {
  const random = createRandom(3);
  const drawLetter = () => LETTERS[Math.floor(random() * random() * LETTERS.length)] ?? '';
  const drawWords = (size: number) =>
    Array.from({ length }, () => Array.from({ length: size }, drawLetter).join('')).join(' ');
  return [
    ...Object.entries(UNITS).map(([name, unit]) => [name, fill(unit, length)] as const),
    ...[3, 5, 8, 12].map(
      (size) => [`unknown words of ${size} letters`, drawWords(size).slice(0, length)] as const,
    ),
  ];
}

const LETTERS = 'etaoinshrdlucmfwypvbgk';

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Short texts that mean something to a program, or nothing to anybody. */
const WORDS: readonly HostileText[] = [
  '',
  ' ',
  '\0',
  '\u200b',
  '\ud83d',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  'null',
  'NaN',
  '-1',
  '0',
  '1e9',
  '99999999999999999999999',
  '¶',
  '¶999999999:999999999',
  '%s%n${0}{{1}}',
  "'; DROP TABLE articles; --",
].map((text) => [JSON.stringify(text), text]);

/** The short ones, and the others at each of these lengths. */
export function toHostileCorpus(lengths: readonly number[]): readonly HostileText[] {
  const long = lengths.flatMap((length) =>
    toHostileTexts(length).map(([name, text]) => [`${length} of ${name}`, text] as const),
  );
  return [...WORDS, ...long];
}
