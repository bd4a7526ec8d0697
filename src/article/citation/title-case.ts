const ARTICLES_AND_CONJUNCTIONS = ['a', 'an', 'the', 'and', 'but', 'for', 'nor', 'or', 'as', 'to'];

// Words that are nearly always prepositions. Those that are as often adverbs, nouns, adjectives or
// conjunctions (up, out, down, off, past, near, since, than) are capitalized as such.
const PREPOSITIONS =
  `about above across against along amid amidst among amongst around at atop before behind below
  beneath beside besides between beyond by concerning despite during except from in inside into like
  of on onto over per through throughout till toward towards under underneath until upon versus via
  vs with within without`.split(/\s+/u);

// A capital on these is habit; an A may be a letter (Vitamin A), an On an adverb (Turning On).
const TELLING = new Set(['an', 'the', 'and', 'or', 'to', 'of', 'for', 'from', 'with']);

// Parts of names that are small in running text.
const PARTICLES = [
  'al',
  'bin',
  'da',
  'de',
  'del',
  'den',
  'der',
  'di',
  'du',
  'ibn',
  'la',
  'le',
  'van',
  'von',
];

const PREFIXES = new Set(
  `anti co counter de e ex hyper inter intra macro mega meta micro mid mini multi neo non post pre pro
  pseudo re semi sub super trans ultra un`.split(/\s+/u),
);

/**
 * An English title in title case: first and last words, those after a colon, and all others but
 * articles, `and but for nor or`, `as`, `to` and prepositions of up to `longestPreposition` letters.
 * CMOS 18, 8.160 says four letters; MLA (and CMOS 17, 8.159) says all; APA 7, 6.17 says three.
 * In hyphened compounds each element counts, but not what follows a mere prefix.
 *
 * A capital of the title's own is kept, for it may be a name, unless the title capitalizes its small
 * words throughout. Words with inner capitals, figures or points (iPhone, 5G, example.org) are kept.
 */
export function toTitleCase(title: string, longestPreposition: number): string {
  const small = new Set([
    ...ARTICLES_AND_CONJUNCTIONS,
    ...PARTICLES,
    ...PREPOSITIONS.filter(({ length }) => length <= longestPreposition),
  ]);
  const words = title.split(/(?<=\s)(?=\S)/u);
  const lowers = capitalizesSmallWords(words, small);
  return words
    .map((word, index) => {
      if (isEdge(words, index)) return capitalizeCompound(word, small);
      if (!small.has(toBare(word))) return capitalizeCompound(word, small);
      return lowers ? lowerWord(word) : word;
    })
    .join('');
}

/** First and last words of the title and of its subtitle. */
function isEdge(words: readonly string[], index: number): boolean {
  const ends = /[:?!—]["”’)\]]*\s*$/u;
  const [before, word] = [words[index - 1], words[index] ?? ''];
  return before === undefined || index === words.length - 1 || ends.test(before) || ends.test(word);
}

function capitalizesSmallWords(words: readonly string[], small: ReadonlySet<string>): boolean {
  const inside = words.filter((word, index) => !isEdge(words, index) && small.has(toBare(word)));
  const capitalized = inside.every((word) => /^\P{L}*\p{Lu}/u.test(word));
  return capitalized && inside.some((word) => TELLING.has(toBare(word)));
}

function lowerWord(word: string): string {
  return /\p{Lu}.*\p{Lu}/u.test(word) ? word : word.toLowerCase();
}

function capitalizeCompound(word: string, small: ReadonlySet<string>): string {
  if (/[\p{L}\p{N}][.@/_:][\p{L}\p{N}]|[#@/]/u.test(word)) return word;
  const [first = '', ...others] = word.split(/(?<=\p{L}[-‐‑–])/u);
  const afterPrefix = others.length === 1 && PREFIXES.has(toBare(first));
  const rest = others.map((part, index) => {
    const isLast = index === others.length - 1;
    const isSmall = small.has(toBare(part)) && !isLast;
    return afterPrefix || isSmall ? part : capitalizeWord(part);
  });
  return [capitalizeWord(first), ...rest].join('');
}

function capitalizeWord(word: string): string {
  if (/\p{Lu}/u.test(word)) return word;
  return word.replace(/^[^\p{L}\p{N}]*\p{L}/u, (start) => start.toUpperCase());
}

function toBare(word: string): string {
  return word.replaceAll(/^\P{L}+|\P{L}+$/gu, '').toLowerCase();
}
