/** Commands as people send them: places, words that are searched, words that are to be quoted. */
const KINDS = {
  '/quote of a place': toCommands('quote', 'passage', [
    '4:2',
    '1',
    '7:3',
    '10',
    '2:1',
    '5',
    '9:2',
    '3',
    '6:1',
    '8',
    '4',
    '1:2',
  ]),
  '/search of a word': toCommands('search', 'query', [
    'cyber sovereignty',
    'decoupling',
    'trust',
    'Obama',
    'sanctions',
    'detente',
    'technology',
    'security dilemma',
    'youth',
    'Huawei',
    'internet freedom',
    'polarization',
  ]),
  '/quote of words': toCommands('quote', 'passage', [
    'cutting off supplies',
    'mutual respect',
    'zero-sum game',
    'ice-breaking journey',
    'win-win cooperation',
    'think tanks',
    'cross-border data flows',
    'first-mover advantage',
    'national security strategy',
    'the lessons of the Cold War',
    'public opinion',
    'data',
  ]),
  '/search of several words': toCommands('search', 'query', [
    'trust between China and the US',
    'tecnology decopling',
    'what did Nixon do in China',
    'how can the two countries cooperate',
    'who controls the internet',
    'cold war in cyberspace',
    'soveriegnty of states online',
    'role of young people and sports',
    'rules for data',
    'why did relations get worse',
    'seeking common ground',
    'exchange between scholars',
  ]),
};

/** The kinds, in the order in which they follow each other. */
export const KIND_NAMES = Object.keys(KINDS);

const LISTS = Object.values(KINDS);

function toCommands(name: string, option: string, values: readonly string[]): object[] {
  return values.map((value) => toData(2, name, { name: option, value }));
}

function toCommand(n: number): object | undefined {
  const list = LISTS[n % LISTS.length] ?? [];
  return list[Math.floor(n / LISTS.length) % list.length];
}

function toData(type: number, name: string, option: { name: string; value: string }): object {
  const data = { id: '1149236894129520641', type: 1, name, options: [{ type: 3, ...option }] };
  return { type, data };
}

/** The nth interaction, as long as Discord's are, each from another person. */
export function toInteraction(n: number): object {
  const userId = String(200_000_000_000_000_000n + BigInt(n));
  return {
    ...toCommand(n),
    version: 1,
    token: `aW50ZXJhY3Rpb246${'x'.repeat(200)}${n}`,
    guild_id: '1149238017346555904',
    guild: { id: '1149238017346555904', locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: '1149238018546122752',
    channel: {
      id: '1149238018546122752',
      type: 0,
      guild_id: '1149238017346555904',
      name: 'general',
      topic: null,
      parent_id: null,
      position: 0,
      flags: 0,
      rate_limit_per_user: 0,
      nsfw: false,
      last_message_id: null,
      permissions: '2248473465835073',
    },
    member: {
      user: toUser(userId, n),
      nick: null,
      avatar: null,
      banner: null,
      roles: [],
      joined_at: '2023-09-07T18:20:11.512000+00:00',
      premium_since: null,
      deaf: false,
      mute: false,
      flags: 0,
      pending: false,
      permissions: '2248473465835073',
      communication_disabled_until: null,
    },
    locale: 'en-US',
    app_permissions: '2248473465835073',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: { 0: '1149238017346555904' },
    context: 0,
    attachment_size_limit: 10_485_760,
  };
}

function toUser(id: string, n: number): object {
  return {
    id,
    username: `reader-${n}`,
    global_name: `Reader ${n}`,
    discriminator: '0',
    avatar: '0123456789abcdef0123456789abcdef',
    banner: null,
    clan: null,
    primary_guild: null,
    avatar_decoration_data: null,
    collectibles: null,
    public_flags: 0,
  };
}
