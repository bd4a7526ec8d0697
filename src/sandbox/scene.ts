import type { Person, Place } from './protocol.ts';

/** The sandbox's fictional server, people and conversation. Ids are fixed, as they are on Discord. */

export const guild = {
  id: '1149238017346555904',
  name: 'Reading group',
  locale: 'en-US',
} as const;

const reader1: Person = {
  id: '845211672346689536',
  username: 'reader-1',
  displayName: 'Reader One',
  colour: '#3ba55d',
};

const reader2: Person = {
  id: '902544316790120448',
  username: 'reader-2',
  displayName: 'Reader Two',
  colour: '#b5651d',
};

export const people: readonly [Person, ...Person[]] = [reader1, reader2];

/** A place's id is also the id of its channel. */
export const places: readonly [Place, ...Place[]] = [
  {
    id: '1149238018546122752',
    kind: 'guild',
    name: 'us-china-cyberspace',
    description: 'What we read this week about China, the US and cyberspace',
    guildId: guild.id,
    guildName: guild.name,
  },
  {
    id: '1188420157203001344',
    kind: 'bot_dm',
    name: 'Direct message',
    description: 'A direct message with the app: only you and the app can read it',
  },
  {
    id: '1190557730021736448',
    kind: 'private_channel',
    name: 'Reader One, Reader Two',
    description: 'A private conversation: the app is not in it, you brought it along',
  },
];

export interface Line {
  readonly author: Person;
  readonly content: string;
}

/** What has been said before the visitor comes in, by kind of place. */
export const openingLines: Readonly<Record<Place['kind'], readonly Line[]>> = {
  guild: [
    {
      author: reader1,
      content:
        'This week: Cai Cuihong’s opinion piece on China, the US and cyberspace. What does it actually propose?',
    },
    {
      author: reader2,
      content:
        'The first half is about the rivalry: who governs the internet, technology decoupling, freedom against sovereignty. I was waiting for the solutions.',
    },
    {
      author: reader1,
      content:
        'They come at the end. The line I remember is “the US and China must get rid of the influence of geopolitical games and ideological rivalry”.',
    },
    { author: reader2, content: 'Is that word for word? And is it the second point or the third?' },
    {
      author: reader1,
      content:
        'Not sure. Somebody look up what it says about think tanks too, I have an answer to write.',
    },
  ],
  bot_dm: [],
  private_channel: [
    { author: reader2, content: 'Could you find me the part about decoupling before Thursday?' },
  ],
};
