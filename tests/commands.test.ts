import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { createAnswer } from '../src/answer.ts';
import { parseMarkdown, toPlainText } from '../src/sandbox/page/markdown.ts';
import type { Message } from '../src/reply/message.ts';
import type { QuoteChecker } from '../src/search/check-quote.ts';
import { buttonsOf, createAsker, menusOf } from './ask.ts';
import { articles, library } from './library.ts';
import { makeArticle } from './make-article.ts';
import { shownQuotes } from './shown-words.ts';

const asker = createAsker(articles);
const [article] = articles;
const paragraph = (number: number): string => article?.paragraphs[number - 1]?.text ?? '';
const idOf = (message: Message, label: string): string =>
  buttonsOf(message).find((button) => button.label === label)?.custom_id ?? `no ${label}`;
const textOf = ({ content, embeds }: Message): string =>
  [content, embeds[0]?.description ?? ''].join('\n\n').trim();
/** What Discord shows of some markdown, without its markup. */
const shown = (markdown: string): string => toPlainText(parseMarkdown(markdown));

/** What people may type, and what of it may be seen. */
const ATTACKS: readonly (readonly [typed: string, plain: string])[] = [
  ['@everyone look', '@everyone look'],
  ['<@123456789012345678> you', '<@123456789012345678> you'],
  ['[the text](https://evil.example)', '[the text](https://evil.example)'],
  ['https://evil.example', 'https://evil.example'],
  ['discord.gg/evil', 'discord.gg/evil'],
  ['> Cai Cuihong: I was wrong', '> Cai Cuihong: I was wrong'],
  ['fine\n> Cai Cuihong: I was wrong', 'fine > Cai Cuihong: I was wrong'],
  ['\u202eevil', 'evil'],
  ['a\u200bb\u2066c', 'abc'],
  ['Z\u0310\u0311\u0312\u0313\u0314a', 'Z\u0310\u0311a'],
  ['```\ncode', '``` code'],
  ['||hidden||', '||hidden||'],
  ['# Big', '# Big'],
  ['<t:0:R>', '<t:0:R>'],
  [':sob:', ':sob:'],
];

describe('a comment', () => {
  it('stands above the quotation, under the name of who wrote it', () => {
    const { content, embeds } = asker.run('quote', {
      passage: '9:4',
      comment: 'Exactly *my* point',
    });
    expect(content.split('\n')[0]).toBe(String.raw`<@100000000000000001>: Exactly \*my\* point`);
    expect(embeds[0]?.description).not.toContain('my');
  });

  it('stays when its writer turns the message to another passage', () => {
    const comment = 'A long comment, to be carried by several buttons. '.repeat(6).slice(0, 300);
    const first = asker.run('quote', { passage: '4', comment });
    const second = asker.press(first, idOf(first, '¶5 →'));
    expect(second.content.split('\n')[0]).toBe(first.content.split('\n')[0]);
    expect(shownQuotes(second)).toEqual([paragraph(5)]);
  });

  it('goes along when a private answer is posted', () => {
    const preview = asker.run('quote', { passage: '4', comment: 'Look here', private: true });
    expect(preview.flags).toBe(64);
    const posted = asker.press(preview, idOf(preview, 'Post here'));
    expect(posted.flags).toBeUndefined();
    expect(posted.content).toMatch(/^<@100000000000000001>: Look here\n/u);
  });

  it('is refused when it is too long', () => {
    expect(asker.run('quote', { comment: 'x'.repeat(301) }).content).toContain('takes at most 300');
  });

  it.each(ATTACKS)(
    'that says %j mentions nobody, links nowhere and breaks nothing',
    (comment, plain) => {
      const { content, allowed_mentions: mentions } = asker.run('quote', { passage: '4', comment });
      const [line = ''] = content.split('\n');
      expect(mentions).toEqual({ parse: [] });
      const tree = parseMarkdown(line.replace('<@100000000000000001>: ', ''));
      expect(tree.map(({ type }) => type)).toEqual(['text']);
      expect(toPlainText(tree)).toBe(plain);
      expect(content.split('\n')).toHaveLength(2);
    },
  );
});

describe('a public answer', () => {
  it('says who, where and the first sentence to those who see no embeds', () => {
    expect(asker.run('quote', { passage: '4' }).content).toBe(
      "-# [Cai Cuihong, China Daily](<https://iis.fudan.edu.cn/en/9e/e4/c16611a433892/page.htm>), ¶4: “In order to pursue absolute superiority in information and communication technology, the US is pursuing technology decoupling as a policy to suppress the development of China's technology enterprises.”",
    );
    expect(asker.run('summary').content).toMatch(
      /^-# On \[Cai Cuihong, China Daily\]\(<https:.+>\): The author argues/u,
    );
    expect(asker.run('recommendations').content).toMatch(
      /^-# \[Cai Cuihong, China Daily\]\(<https:.+>\), ¶7:1-2: “First, /u,
    );
  });

  it('shows only slices of the source there too', () => {
    const places = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(places, ([number, sentence]) => {
        const { content } = asker.run('quote', { passage: `${number}:${sentence}` });
        const [, words = ''] = /: “([^]*)”$/u.exec(shown(content)) ?? [];
        expect(article?.source).toContain(words.replace(/…$/u, ''));
      }),
    );
  });

  it('has a plain-text twin with the citation, for who presses "Copy text"', () => {
    const message = asker.run('quote', { passage: '9:4' });
    const copy = asker.press(message, idOf(message, 'Copy text'), { userId: '7' });
    expect(copy.flags).toBe(64);
    expect(copy.content).toBe(
      `\`\`\`\n${shownQuotes(message).join('')}\n\nCai, C. (2022, March 3). China and the US should use cyberspace as a medium for increasing trust and promoting cooperation. China Daily. https://iis.fudan.edu.cn/en/9e/e4/c16611a433892/page.htm\n\n(Cai, 2022, para. 9)\n\`\`\``,
    );
  });

  it('of the summary and the recommendations has one too', () => {
    for (const [command, says] of [
      ['summary', '¶4 Second aspect: technology decoupling: The author sees US sanctions'],
      [
        'recommendations',
        '¶9:4 (Learn the lessons of the Cold War)\nThe US and China should get rid of',
      ],
    ] as const) {
      const message = asker.run(command);
      const { content } = asker.press(message, idOf(message, 'Copy text'));
      expect(content).toContain(says);
      expect(content).toMatch(/^```\n[^]*\n```$/u);
    }
  });

  it('can be copied in parts when it is long', () => {
    const long = makeArticle([
      Array.from({ length: 100 }, (_, index) => `Sentence number ${index}.`),
    ]);
    const reader = createAsker([long]);
    const message = reader.run('quote', { passage: '1' });
    let [copied, part] = ['', reader.press(message, idOf(message, 'Copy text'))];
    for (let on = true; on;) {
      copied += /```\n([^]*?)\n\n/u.exec(part.content)?.[1] ?? '';
      const [next] = buttonsOf(part);
      on = next !== undefined;
      if (next !== undefined) part = reader.press(part, next.custom_id);
    }
    expect(copied.replaceAll(/\s/gu, '')).toBe(long.source.replaceAll(/\s/gu, ''));
  });

  it('leads from a sentence to its paragraph, and from a paragraph to its section', () => {
    const sentence = asker.run('quote', { passage: '4:2' });
    expect(shownQuotes(asker.press(sentence, idOf(sentence, 'All of ¶4')))).toEqual([paragraph(4)]);
    const seventh = asker.run('quote', { passage: '7' });
    expect(shownQuotes(asker.press(seventh, idOf(seventh, 'Section ¶7-8')))).toEqual([
      `${paragraph(7)}\n\n${paragraph(8)}`,
    ]);
  });

  it('answers others privately, and turns for who asked', () => {
    const message = asker.run('quote', { passage: '4' });
    expect(asker.press(message, idOf(message, '¶5 →'), { userId: '7' }).flags).toBe(64);
    expect(asker.press(message, idOf(message, '¶5 →')).flags).toBeUndefined();
  });

  it('can be deleted by who asked for it, and by nobody else', () => {
    const message = asker.run('quote', { passage: '4' });
    const remove = (id: string) =>
      asker.answer({
        type: 3,
        data: { custom_id: idOf(message, 'Delete') },
        user: { id },
        message: { components: message.components, interaction_metadata: { user: { id: '5' } } },
      });
    expect(remove('5')).toEqual({ type: 6 });
    expect(remove('7')).toMatchObject({ type: 4, data: { flags: 64 } });
  });
});

describe('what people type', () => {
  const echoed = ATTACKS.map(([typed, plain]) => [`zzz ${typed} qqq`, `zzz ${plain} qqq`] as const);

  it.each(echoed)('as a query, %j, is echoed without effect', (query, plain) => {
    const message = asker.run('search', { query });
    expect(shownText(message)).toContain(`“${plain}”`);
    expect(kindsOutside(message)).toEqual([]);
  });

  it.each(echoed)('as a quotation, %j, is echoed without effect', (quote, plain) => {
    const message = asker.run('check', { quote });
    expect(shownText(message)).toContain(`“${plain}”`);
    expect(kindsOutside(message)).toEqual([]);
  });
});

/** All that Discord shows of a message's text. */
function shownText({ content, embeds }: Message): string {
  return [content, ...embeds.map(({ description = '' }) => description)].map(shown).join('\n');
}

/** Markup outside block quotes that the bot itself does not use: links, mentions, code, spoilers… */
function kindsOutside({ content, embeds }: Message): string[] {
  const own = new Set(['text', 'bold', 'strike', 'subtext', 'quote']);
  const trees = [content, ...embeds.map(({ description = '' }) => description)].map(parseMarkdown);
  return trees.flat().flatMap(({ type }) => (own.has(type) ? [] : [type]));
}

function use(command: string, text: string): Message {
  const response = asker.answer({
    type: 2,
    data: {
      type: 3,
      name: command,
      target_id: '300',
      resolved: { messages: { 300: { id: '300', content: text } } },
    },
    guild_id: '100',
    channel_id: '200',
    member: { user: { id: '5' } },
  });
  if (!('data' in response) || !('embeds' in response.data)) throw new Error('not a message');
  return response.data;
}

describe('Find a passage', () => {
  it('shows what speaks to a message, privately, with the words in common', () => {
    const message = use(
      'Find a passage',
      'I think the Cold War taught us nothing. Ideological blocs are back!',
    );
    expect(message.flags).toBe(64);
    expect(textOf(message)).toContain('[this message](https://discord.com/channels/100/200/300)');
    expect(textOf(message)).toMatch(/\*\*¶9:\d\*\* · in common: /u);
  });

  it('posts the chosen passage with a link to the message', () => {
    const message = use('Find a passage', 'what about technology decoupling?');
    const [menu] = menusOf(message);
    const response = asker.answer({
      type: 3,
      data: { custom_id: menu?.custom_id, values: ['¶4:1'] },
      guild_id: '100',
      channel_id: '200',
      member: { user: { id: '5' } },
      message: {
        components: message.components,
        flags: 64,
        interaction_metadata: { user: { id: '5' } },
      },
    });
    expect(response).toMatchObject({
      type: 4,
      data: {
        content: expect.stringMatching(
          /^-# <@5> answers https:\/\/discord\.com\/channels\/100\/200\/300\n-# \[Cai Cuihong/u,
        ),
      },
    });
  });

  it('posts nothing as an answer to what cannot be a message', () => {
    const message = use('Find a passage', 'what about technology decoupling?');
    const forged = asker.press(message, '1/quote/cai-2022/answer/elsewhere', { values: ['¶4:1'] });
    expect(forged.flags).toBe(64);
    expect(forged.content).toMatch(/^That button leads to a place that is no longer there/u);
  });

  it('quotes at nobody who says something in passing', () => {
    for (const text of ['I agree', 'good morning everyone', 'What do you all want for dinner?']) {
      expect(textOf(use('Find a passage', text))).toMatch(/^The article does not speak of/u);
    }
  });

  it('names as common only words that the message has', () => {
    const text = textOf(use('Find a passage', 'Data flows across borders, he told us about data'));
    expect(text).not.toMatch(/in common: [^\n]*\bUS\b/u);
    expect(text).toMatch(/in common: [^\n]*data/u);
  });

  it('reads a forwarded message', () => {
    const response = asker.answer({
      type: 2,
      data: {
        type: 3,
        name: 'Find a passage',
        target_id: '300',
        resolved: {
          messages: {
            300: {
              id: '300',
              content: '',
              message_snapshots: [{ message: { content: 'technology decoupling' } }],
            },
          },
        },
      },
      user: { id: '5' },
    });
    expect(JSON.stringify(response)).toContain('¶4:1');
  });

  it.each([
    ['', /no words to go by/u],
    ['https://example.org/technology/decoupling', /no words to go by/u],
    ['```js\nconst cyberspace = 1\n```', /no words to go by/u],
    ['😂😂 <@123> <:x:1>', /no words to go by/u],
    ['My cat sleeps on the keyboard', /does not speak of/u],
    ['网络主权', /¶5/u],
    [`${'la la '.repeat(600)} technology decoupling`, /./u],
  ])('answers a message that says %j', (text, answer) => {
    const message = use('Find a passage', text);
    expect(message.flags).toBe(64);
    expect(textOf(message)).toMatch(answer);
  });
});

describe('checking a quotation', () => {
  const check = (quote: string): string => textOf(asker.run('check', { quote }));

  it('finds what is word for word, and where', () => {
    const text = check('get rid of the influence of geopolitical games');
    expect(text).toMatch(/^✓ \*\*Word for word\*\* at ¶9:4/u);
    expect(text).toContain('**get rid of the influence of geopolitical games**');
  });

  it('says what differs when the words are the same', () => {
    expect(check('“Get rid of the influence of geopolitical games!”')).toMatch(
      /^✓ \*\*The same words\*\* at ¶9:4, apart from .*capital letters/u,
    );
  });

  it('shows word by word what was altered', () => {
    const text = check(
      'The US and China must get rid of the influence of geopolitical games and ideological rivalry',
    );
    expect(text).toMatch(/^✗ \*\*Not word for word\.\*\* Nearest is ¶9:4\./u);
    expect(text).toContain('~~must~~ **should**');
    expect(text).toContain('~~rivalry~~ **confrontation**');
  });

  it('leaves the judgement to the reader where words were left out or put in', () => {
    for (const [quote, says] of [
      ['[China] is pursuing technology decoupling as a policy', /“\\\[China\]”/u],
      ['the US is [not] pursuing technology decoupling as a policy', /brackets/u],
      ['the US ... is striving to maintain and fight for its own rights', /leaves out \(“/u],
    ] as const) {
      expect(check(quote)).toMatch(/^≈ \*\*Edited\*\* from ¶/u);
      expect(check(quote)).toMatch(says);
    }
  });

  it('finds room for several altered quotations at once', () => {
    const altered = articles.flatMap(({ paragraphs }) =>
      paragraphs.map(
        ({ text }) => `“${text.slice(0, 450).replace(/(\S+ ){5}\S+/gu, '$& indeed')}”`,
      ),
    );
    for (let first = 0; first + 4 <= altered.length; first += 1) {
      const message = use('Check quotes', altered.slice(first, first + 4).join('\n'));
      expect(textOf(message)).toMatch(/Not word for word/u);
    }
    expect(asker.faults).toEqual([]);
  });

  it('offers the citation of what it found', () => {
    const message = asker.run('check', { quote: 'get rid of the influence of geopolitical games' });
    expect(asker.press(message, idOf(message, 'Cite')).content).toContain('(Cai, 2022, para. 9)');
  });

  it('says things once about the bot’s own answer', () => {
    const own = asker.run('quote', { passage: '4:2' });
    const text = textOf(use('Check quotes', shown(textOf(own))));
    expect(text.match(/Word for word/gu) ?? []).toHaveLength(1);
  });

  it('says when the article has nothing like it', () => {
    expect(check('Ask not what your country can do for you')).toMatch(
      /^✗ \*\*Not in this article\*\*/u,
    );
  });

  it('looks at what a message puts in quotation marks', () => {
    const text = textOf(
      use(
        'Check quotes',
        'She says “the key to mutual respect, peaceful coexistence” and "we come in peace, all of us".',
      ),
    );
    expect(text).toMatch(/✓ \*\*Word for word\*\* at ¶6/u);
    expect(text).toMatch(/✗ \*\*Not in this article\*\*/u);
  });

  it('knows the title, which is no passage', () => {
    expect(
      check('use cyberspace as a medium for increasing trust and promoting cooperation'),
    ).toMatch(/^✓ \*\*From the article’s title\*\*/u);
  });

  it('gives what is quoted within a true quotation no verdict of its own', () => {
    const text = '“Finally, China and the US should seize the historical opportunity”';
    expect(textOf(use('Check quotes', text)).match(/Word for word/gu)).toHaveLength(1);
  });

  it('takes each quotation of a message only once, and only as many as are shown', () => {
    const { editions, main } = library;
    const checked: string[] = [];
    const checkQuote: QuoteChecker = (text) => {
      checked.push(text);
      return main.checkQuote(text);
    };
    const counting = { ...main, checkQuote };
    const answer = createAnswer({
      commands,
      about: { version: '0.0.0' },
      library: {
        main: counting,
        editions: new Map([...editions.keys()].map((id) => [id, counting])),
      },
      report: String,
    });
    const content = Array.from({ length: 200 }, (_, n) => `“number ${n} of China”`).join(' ');
    const messages = { 300: { id: '300', content } };
    answer({ type: 2, data: { name: 'Check quotes', target_id: '300', resolved: { messages } } });
    expect(checked).toEqual([0, 1, 2, 3].map((n) => `number ${n} of China`));
  });

  it('says when there is nothing to look at', () => {
    expect(use('Check quotes', 'no quotes here').content).toMatch(/no quotation in that message/u);
  });

  it('shows nothing as the author’s that is not', () => {
    const altered = fc.tuple(
      fc.integer({ min: 1, max: 10 }),
      fc.string({ unit: 'grapheme' }),
      fc.nat(400),
    );
    fc.assert(
      fc.property(altered, ([number, junk, at]) => {
        const text = paragraph(number);
        const message = asker.run('check', { quote: text.slice(0, at) + junk + text.slice(at) });
        for (const quote of shownQuotes(message)) expect(article?.source).toContain(quote);
      }),
    );
    expect(asker.faults).toEqual([]);
  });
});

describe('words that the author does not use', () => {
  it('lead to the subject, and the answer says so', () => {
    const text = textOf(asker.run('search', { query: 'Huawei ban' }));
    expect(text).toMatch(/^The article does not say “Huawei ban”\. On a related subject:/u);
    expect(text).toContain('**¶4**');
  });

  it('are never quoted for everybody', () => {
    expect(asker.run('quote', { passage: 'Huawei ban' }).flags).toBe(64);
  });
});

describe('a number', () => {
  it('that is no paragraph’s is looked for in the text', () => {
    expect(textOf(asker.run('search', { query: '50' }))).toMatch(/^Passages that speak of “50”/u);
  });

  it('that is nowhere gets an answer that says what exists', () => {
    expect(asker.run('quote', { passage: '11' }).content).toBe(
      'There is no ¶11: the article has ¶1 to ¶10.',
    );
  });
});

describe('a private summary', () => {
  it.each(['summary', 'recommendations'])(
    '/%s can be posted, under the name of who posts it',
    (command) => {
      const message = asker.run(command, { private: true });
      const posted = asker.press(message, idOf(message, 'Post here'), { userId: '7' });
      expect(posted.flags).toBeUndefined();
      expect(posted.content).toMatch(/^-# Posted by <@7>\n/u);
    },
  );

  it('can be copied to its end', () => {
    const message = asker.run('summary');
    const first = asker.press(message, idOf(message, 'Copy text'));
    expect(first.content).toContain('A summary in the bot’s words');
    const second = asker.press(first, idOf(first, 'Copy on'));
    expect(first.content + second.content).toContain('¶10 Third recommendation');
  });
});

describe('recommendations that the article no longer has', () => {
  it.each(['post', 'copy'])('are not there to %s, and that is said', (action) => {
    const without = createAsker([makeArticle([['It recommends nothing.']])]);
    const message = without.run('summary');
    expect(without.press(message, `1/recommendations/sample/${action}`).content).toBe(
      'This article recommends nothing.',
    );
    expect(without.faults).toEqual([]);
  });
});

describe('what is typed into /search', () => {
  it('is the first that is offered, unless nothing could be found with it or seen of it', () => {
    const offered = (typed: string) => asker.complete('search', 'query', typed)[0]?.name;
    expect(offered('my own words')).toBe('my own words');
    for (const typed of ['?!', '\u200b', '\ud83d', 'a\ud83d'])
      expect(offered(typed)).not.toBe(typed);
  });
});

describe('/cite', () => {
  it('takes words that stand in the passage', () => {
    expect(asker.run('cite', { passage: 'technology decoupling' }).content).toContain('para. 4');
  });

  const GBT =
    '[1] CAI C. China and the US should use cyberspace as a medium for increasing trust and promoting cooperation[N/OL]. China Daily, 2022-03-03[2026-11-23]. https://iis.fudan.edu.cn/en/9e/e4/c16611a433892/page.htm.';

  it('gives the citation in a code block, and other styles by menu', () => {
    const message = asker.run('cite', { style: 'mla', passage: '4' });
    expect(message.flags).toBe(64);
    expect(message.content).toContain('Cai, Cuihong. “China and the US Should Use Cyberspace');
    expect(message.content).toContain('par. 4');
    const [menu] = menusOf(message);
    const other = asker.press(message, menu?.custom_id ?? '', { values: ['gbt-7714'] });
    expect(other.content).toContain(GBT);
  });

  it('is APA unless something else is asked for', () => {
    expect(asker.run('cite').content).toMatch(/^```\nCai, C\. \(2022, March 3\)\./u);
  });

  it('says what it takes', () => {
    expect(asker.run('cite', { style: 'harvard' }).content).toContain('I know these styles: APA 7');
    expect(asker.run('cite', { passage: 'somewhere' }).content).toContain(
      'I find no passage with “somewhere”',
    );
    expect(asker.run('cite', { passage: '12' }).content).toContain('the article has ¶1 to ¶10');
  });
});

describe('/about', () => {
  it('says what is loaded, whose it is, what is kept and how to install', () => {
    const message = asker.run('about');
    expect(message.flags).toBe(64);
    for (const fact of [
      '10 paragraphs, 28 sentences',
      'professor at the Center for American Studies, Fudan University',
      'd1c700171a68b6eaeb44727e12739dca51a108b395a3e4e51025cd99b19ee373',
      'This bot keeps nothing',
      'https://discord.com/oauth2/authorize?client_id=',
      'To have the text removed',
      'Pullquote 0.0.0',
    ]) {
      expect(textOf(message)).toContain(fact);
    }
  });
});
