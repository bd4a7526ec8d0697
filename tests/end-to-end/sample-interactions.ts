/** Who uses the bot, and where. */
const from = {
  id: '1149238018546122751',
  token: `aW50ZXJhY3Rpb246${'x'.repeat(200)}`,
  application_id: '1149236894129520640',
  guild_id: '1149238017346555904',
  channel_id: '1149238018546122752',
  member: { user: { id: '100000000000000001' } },
};

const MESSAGE = {
  id: '1149238018546122760',
  content: 'He says “cooperation is the only right choice”, but trust is lost in cyberspace.',
};

type Values = Readonly<Record<string, string | number>>;

const toOptions = (values: Values) =>
  Object.entries(values).map(([name, value]) => ({
    name,
    value,
    type: typeof value === 'string' ? 3 : 4,
  }));

const toCommand = (name: string, values: Values = {}) => ({
  ...from,
  type: 2,
  data: { name, type: 1, options: toOptions(values) },
});

const toCompletion = (name: string, option: string, typed: string) => ({
  ...from,
  type: 4,
  data: { name, type: 1, options: [{ type: 3, name: option, value: typed, focused: true }] },
});

const toMessageCommand = (name: string) => ({
  ...from,
  type: 2,
  data: {
    name,
    type: 3,
    target_id: MESSAGE.id,
    resolved: { messages: { [MESSAGE.id]: MESSAGE } },
  },
});

/** What chance decides: for the same interaction always alike. */
export const RANDOM = toCommand('quote');

/** Something of everything else that people do. */
export const INTERACTIONS = [
  { ...from, type: 1 },
  toCommand('summary'),
  toCommand('quote', { passage: '4:2' }),
  toCommand('quote', { passage: 'cutting off supplies', comment: 'Look *here*' }),
  toCommand('quote', { passage: 'no such words' }),
  toCommand('recommendations'),
  toCommand('recommendations', { number: 2 }),
  toCommand('search', { query: 'cyber sovereignty' }),
  toCommand('search', { query: 'zebra' }),
  toCommand('cite', { style: 'bibtex', passage: '¶7-8' }),
  toCommand('check', { quote: 'cooperation is the only right choice' }),
  toCommand('about'),
  toMessageCommand('Find a passage'),
  toMessageCommand('Check quotes'),
  toCompletion('quote', 'passage', ''),
  toCompletion('quote', 'passage', 'supp'),
  toCompletion('search', 'query', 'c'),
  toCompletion('cite', 'passage', '4'),
];

interface Control {
  readonly custom_id?: string;
  readonly options?: readonly { readonly value: string }[];
}

interface Answer {
  readonly data?: {
    readonly flags?: number;
    readonly components?: readonly { readonly components: readonly Control[] }[];
  };
}

/**
 * What Discord sends when whoever asked uses each button and menu of an answer: an empty list for
 * an answer that has none. Deleting is left out, since the bot would ask Discord to do it.
 */
export function toPresses(answer: string): object[] {
  const { data: { flags = 0, components = [] } = {} }: Answer = JSON.parse(answer);
  const message = { flags, components, interaction_metadata: { user: from.member.user } };
  return components
    .flatMap((row) => row.components)
    .filter(({ custom_id: id = '/delete' }) => !id.includes('/delete'))
    .map(({ custom_id, options = [] }) => {
      const values = options.slice(-1).map(({ value }) => value);
      return { ...from, type: 3, data: { custom_id, values }, message };
    });
}
