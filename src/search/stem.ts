import { stem } from 'porter2';

// Cardinals as people write them either way ("Fifty years ago", "3 aspects"). "One" is left out:
// it is a pronoun more often than a number.
const numbers = new Map(
  Object.entries({
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    sixty: '60',
    seventy: '70',
    eighty: '80',
    ninety: '90',
    hundred: '100',
  }),
);

// British → American, by ending: it need not be right English, only the same for both spellings.
const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/u, 'ization$1'],
  [/is(e|es|ed|er|ers|ing)$/u, 'iz$1'],
  [/ys(e|es|ed|er|ers|ing)$/u, 'yz$1'],
  [/(?<=[a-z]{3})our(?=$|s|ed|ing|al|able|ful|it|ite|er|ist|less|hood|ly|y)/u, 'or'],
  [/(?<=[tb])re(s?)$/u, 'er$1'],
  [/^(def|off|lic|pret)enc/u, '$1ens'],
  [/ogue(s?)$/u, 'og$1'],
  [/^programme/u, 'program'],
  [/^sceptic/u, 'skeptic'],
];
const british = new RegExp(spellings.map(([ending]) => ending.source).join('|'), 'u');

/**
 * What the forms of a word have in common: "decoupled", "decoupling" → "decoupl". Snowball's English
 * stemmer (Porter 2) after British spelling and written-out numbers were levelled. Words in other
 * scripts than a-z come back as they are. The argument is a folded word.
 */
export function toStem(word: string): string {
  if (!/^[a-z]+$/u.test(word)) return word;
  const number = numbers.get(word);
  if (number !== undefined) return number;
  return stem(british.test(word) ? toAmerican(word) : word);
}

function toAmerican(word: string): string {
  return spellings.reduce((form, [ending, to]) => form.replace(ending, to), word);
}
