import { ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { createAnswer } from '../src/answer.ts';
import type { Article } from '../src/article/article.ts';
import { parseLocator, toLocatorText } from '../src/article/locator.ts';
import { toPassage } from '../src/article/passage.ts';
import { toDeclarations } from '../src/declarations.ts';
import type { Message } from '../src/reply/message.ts';
import { embedLength } from '../src/reply/limits.ts';
import { createLibrary } from '../src/search/library.ts';
import { findAnswerFaults } from './answer-faults.ts';
import { buttonsOf, createAsker, menusOf } from './ask.ts';
import type { Asker } from './ask.ts';
import { findDeclarationFaults, findResponseFaults } from './discord-schema.ts';
import { articles, everyArticle } from './library.ts';
import { awkwardArticles, makeArticle } from './make-article.ts';
import { markupInQuotes, shownQuotes } from './shown-words.ts';

const testedArticles = [...everyArticle, ...awkwardArticles];

/** Everything that holds for every message that the bot ever sends. */
function expectSound(message: Message, article: Article): void {
  expect(findAnswerFaults(undefined, { type: 4, data: message })).toEqual([]);
  expect(
    message.embeds.reduce((total, embed) => total + embedLength(embed), 0),
  ).toBeLessThanOrEqual(6000);
  for (const quote of shownQuotes(message)) expect(article.source).toContain(quote);
  for (const kind of markupInQuotes(message)) expect(['text', 'bold']).toContain(kind);
}

/** Every place that an article's messages can show, sparsely for long articles. */
function placesOf({ paragraphs }: Article): string[] {
  const step = Math.ceil(paragraphs.length / 20);
  const some = paragraphs.filter(({ number }) => number % step === 0 || number === 1);
  return some.flatMap(({ number, sentences }) => [
    `${number}`,
    `${number}:1`,
    `${number}:1-${sentences.length}`,
    `${number}-${paragraphs.length}`,
  ]);
}

/** Follows every button and menu of a message, and those of what they lead to. */
function walk(asker: Asker, article: Article, first: Message, depth: number): void {
  expectSound(first, article);
  if (depth === 0) return;
  for (const { custom_id: id, disabled, label } of buttonsOf(first)) {
    if (disabled !== true && label !== 'Delete')
      walk(asker, article, asker.press(first, id), depth - 1);
  }
  for (const { custom_id: id, options } of menusOf(first)) {
    for (const { value } of [options[0], options.at(-1)].flatMap((option) => option ?? [])) {
      walk(asker, article, asker.press(first, id, { values: [value] }), depth - 1);
    }
  }
}

describe.each(
  testedArticles.map((article, index) => [`${index} (${article.id})`, article] as const),
)('with article %s', (_, article) => {
  const asker = createAsker([article]);

  it('shows every passage as a slice of the source and within Discord’s limits', () => {
    for (const passage of placesOf(article))
      walk(asker, article, asker.run('quote', { passage }), 1);
    expect(asker.faults).toEqual([]);
  });

  it('shows a paragraph in full or with a way to read all of it', () => {
    const { text, number } = article.paragraphs[0] ?? { text: '', number: 0 };
    let message = asker.run('quote', { passage: `${number}` });
    let shown = '';
    for (let on: string | undefined = ''; on !== undefined;) {
      shown += shownQuotes(message).join('');
      on = buttonsOf(message).find(({ label }) => label === 'Read on')?.custom_id;
      if (on !== undefined) message = asker.press(message, on);
    }
    expect(shown.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
  });

  it('answers every other command within the limits', () => {
    for (const [command, options] of [
      ['summary', {}],
      ['summary', { private: true }],
      ['recommendations', {}],
      ['recommendations', { number: 1 }],
      ['recommendations', { number: 25 }],
      ['search', { query: 'sentence paragraph author' }],
      ['search', { query: article.source.slice(0, 40) }],
      ['search', { query: 'q'.repeat(200) }],
      ['quote', {}],
      ['quote', { comment: '**'.repeat(150), private: true }],
      ['cite', {}],
      ['cite', { style: 'csl-json', passage: '1' }],
      ['check', { quote: article.source.slice(0, 1500) }],
      ['check', { quote: `${article.source.slice(0, 50)} and more that is not there` }],
      ['about', {}],
      ['quote', { passage: article.source.slice(0, 60) }],
    ] as const) {
      walk(asker, article, asker.run(command, options), 1);
    }
    expect(asker.faults).toEqual([]);
  });

  it('completes within the limits, and takes a choice’s name for its value', () => {
    for (const typed of ['', '1', '1:1', 'sen', article.source.slice(0, 30), 'zzzz', '¶']) {
      for (const [command, option] of [
        ['quote', 'passage'],
        ['search', 'query'],
      ] as const) {
        const choices = asker.complete(command, option, typed);
        expect(findResponseFaults({ type: 8, data: { choices } } as never)).toBe('');
        for (const { name, value } of choices.slice(0, 6)) {
          expect(asker.run(command, { [option]: name })).toEqual(
            asker.run(command, { [option]: value }),
          );
        }
      }
    }
    expect(asker.faults).toEqual([]);
  });
});

describe('the bot', () => {
  const asker = createAsker(articles);

  it('says of a button that is not its own that it is not', () => {
    expect(asker.press(asker.run('summary'), 'vote:17').content).toMatch(
      /not one of mine, or from an older version/u,
    );
    expect(asker.faults).toEqual([]);
  });

  it('turns a fault of its own into a private notice with an incident id', () => {
    const faulty = createAsker(articles, () => {
      throw new Error('no luck');
    });
    const { content, flags } = faulty.run('quote');
    expect(content).toContain('`incident-1`');
    expect(flags).toBe(64);
    expect(faulty.faults).toHaveLength(1);
    expect(faulty.run('quote', { passage: '4' }).embeds).toHaveLength(1);
  });

  it('offers nothing for what is typed where it does not understand', () => {
    expect(asker.answer({ type: 4, data: 'odd' })).toEqual({ type: 8, data: { choices: [] } });
  });

  it('answers Discord’s ping', () => {
    expect(asker.answer({ type: 1 })).toEqual({ type: 1 });
  });
});

describe('with several articles', () => {
  const other = makeArticle([['The moon is a rock.']], { id: 'moon', title: 'On the moon' });
  const asker = createAsker([...articles, other]);

  it('speaks of the first unless another is asked for', () => {
    expect(asker.run('quote', { passage: '1' }).embeds[0]?.title).toMatch(/^China and the US/u);
    expect(asker.run('quote', { passage: '1', article: 'moon' }).embeds[0]?.title).toBe(
      'On the moon',
    );
    expect(asker.run('quote', { passage: '1', article: 'On the moon' }).embeds[0]?.title).toBe(
      'On the moon',
    );
  });

  it('keeps to the article in buttons and autocomplete', () => {
    expect(asker.complete('quote', 'passage', 'moon', { article: 'moon' })[0]?.name).toBe(
      '¶1:1 The moon is a rock.',
    );
    expect(asker.complete('quote', 'article', 'moo')).toEqual([
      { name: 'On the moon', value: 'moon' },
    ]);
    const message = asker.run('summary', { article: 'moon' });
    const [menu] = menusOf(message);
    expect(shownQuotes(asker.press(message, menu?.custom_id ?? '', { values: ['¶1'] }))).toEqual([
      'The moon is a rock.',
    ]);
  });

  it('looks in all of them for what a message says', () => {
    const use = (name: string, content: string): string =>
      JSON.stringify(
        asker.answer({
          type: 2,
          data: {
            type: 3,
            name,
            target_id: '3',
            resolved: { messages: { 3: { id: '3', content } } },
          },
          user: { id: '5' },
        }),
      );
    expect(use('Check quotes', '“The moon is a rock.”')).toContain('Word for word');
    expect(use('Find a passage', 'Is the moon a rock?')).toContain('On the moon');
  });

  it('names what it has when it is asked for another', () => {
    expect(asker.run('quote', { article: 'sun' }).content).toBe(
      'I have no article “sun”. I have: `cai-2022`, `moon`.',
    );
  });

  it('offers the choice of article only then', () => {
    const slash = commands.filter(
      ({ declaration }) => declaration.type === ApplicationCommandType.ChatInput,
    );
    const optionsWith = (list: readonly Article[]) =>
      toDeclarations(slash, createLibrary(list)).map((declaration) =>
        JSON.stringify(declaration).includes('"name":"article"'),
      );
    expect(optionsWith(articles)).not.toContain(true);
    expect(optionsWith([...articles, other])).not.toContain(false);
  });
});

describe('a random passage', () => {
  const answer = createAnswer({
    commands,
    library: createLibrary(articles),
    about: { version: '0.0.0' },
    report: String,
  });
  const draw = (id: bigint): string =>
    JSON.stringify(answer({ type: 2, id: String(id), data: { name: 'quote' } }));
  const first = 1_149_236_961_477_472_256n;

  it('is the same wherever and how often the same interaction arrives', () => {
    expect(draw(first)).toBe(draw(first));
  });

  it('may be any, and none much more often than the others', () => {
    const counts = new Map<string, number>();
    for (let n = 0n; n < 1000n; n += 1n) {
      const passage = draw(first + n);
      counts.set(passage, (counts.get(passage) ?? 0) + 1);
    }
    expect(counts.size).toBe(articles[0]?.paragraphs.length);
    expect(Math.min(...counts.values())).toBeGreaterThan(50);
  });
});

describe('the declarations', () => {
  it.each(commands.map(({ declaration }) => [declaration.name, declaration] as const))(
    'of /%s is what Discord accepts',
    (_, declaration) => {
      expect(findDeclarationFaults(declaration)).toBe('');
    },
  );

  it('print a locator that can be typed back wherever one is shown', () => {
    for (const place of ['4', '4:2', '7-8', '4:2-3']) {
      const locator = parseLocator(place);
      expect(locator && 'text' in toPassage(articles[0] as Article, locator)).toBe(true);
      expect(locator && parseLocator(toLocatorText(locator))).toEqual(locator);
    }
  });
});
