import { expect, test } from 'vitest';
import { cite } from '../../../src/article/citation.ts';
import type { Item } from '../../../src/article/item.ts';

const shown = ['apa', 'mla', 'chicago-note', 'chicago-author-date', 'gbt-7714'] as const;
const bare: Item = { id: 'x', type: 'article-newspaper', title: 'On war', language: 'en' };
const li = [{ family: 'Li', given: 'Wei' }];

test.each<[string, Partial<Item>, readonly string[]]>([
  [
    'an article in a journal',
    {
      type: 'article-journal',
      author: li,
      'container-title': 'Journal of Peace',
      volume: '12',
      issue: '3',
      page: '45-60',
      issued: '2020-05',
      DOI: '10.1000/xyz',
      URL: 'https://e.org',
    },
    [
      'Li, W. (2020). On war. Journal of Peace, 12(3), 45–60. https://doi.org/10.1000/xyz',
      'Li, Wei. “On War.” Journal of Peace, vol. 12, no. 3, May 2020, pp. 45–60, https://doi.org/10.1000/xyz.',
      'Wei Li, “On War,” Journal of Peace 12, no. 3 (2020): 45–60, https://doi.org/10.1000/xyz.',
      'Li, Wei. 2020. “On War.” Journal of Peace 12 (3): 45–60. https://doi.org/10.1000/xyz.',
      '[1] LI W. On war[J/OL]. Journal of Peace, 2020, 12(3): 45-60. https://e.org. DOI:10.1000/xyz.',
    ],
  ],
  [
    'an article in a magazine',
    {
      type: 'article-magazine',
      author: li,
      'container-title': 'Week',
      issued: '2021-09',
      page: '7',
    },
    [
      'Li, W. (2021, September). On war. Week, 7.',
      'Li, Wei. “On War.” Week, Sept. 2021, p. 7.',
      'Wei Li, “On War,” Week, September 2021, 7.',
      'Li, Wei. 2021. “On War.” Week, September 2021, 7.',
      '[1] LI W. On war[J]. Week, 2021: 7.',
    ],
  ],
  [
    'a post in a blog',
    {
      type: 'post-weblog',
      author: li,
      'container-title': 'Notes',
      issued: '2021-06-01',
      URL: 'https://e.org',
      accessed: '2022-01-02',
    },
    [
      'Li, W. (2021, June 1). On war. Notes. https://e.org',
      'Li, Wei. “On War.” Notes, 1 June 2021, https://e.org.',
      'Wei Li, “On War,” Notes (blog), June 1, 2021, https://e.org.',
      'Li, Wei. 2021. “On War.” Notes (blog), June 1, 2021. https://e.org.',
      '[1] LI W. On war[EB/OL]. Notes, 2021(2021-06-01)[2022-01-02]. https://e.org.',
    ],
  ],
  [
    'a page without author and date, of which only the day of reading is known',
    {
      type: 'webpage',
      'container-title': 'Site',
      publisher: 'Owner',
      accessed: '2026-11-23',
      URL: 'https://e.org',
    },
    [
      'On war. (n.d.). Site. https://e.org',
      '“On War.” Site, Owner, https://e.org. Accessed 23 Nov. 2026.',
      '“On War,” Site, Owner, accessed November 23, 2026, https://e.org.',
      'Site. n.d. “On War.” Owner. Accessed November 23, 2026. https://e.org.',
      '[1] On war[EB/OL]. Owner[2026-11-23]. https://e.org.',
    ],
  ],
  [
    'an unsigned article in a newspaper, in print',
    { 'container-title': 'China Daily', issued: '2022-03-03', page: 'A1' },
    [
      'On war. (2022, March 3). China Daily, A1.',
      '“On War.” China Daily, 3 Mar. 2022, p. A1.',
      '“On War,” China Daily, March 3, 2022.',
      'China Daily. 2022. “On War.” March 3, 2022.',
      '[1] On war[N]. China Daily, 2022-03-03(A1).',
    ],
  ],
  [
    'a report of an institution that publishes it itself',
    {
      type: 'report',
      author: [{ literal: 'World Bank' }],
      publisher: 'World Bank',
      issued: '2019-02-03',
      URL: 'https://e.org',
    },
    [
      'World Bank. (2019). On war. https://e.org',
      'On War. World Bank, 3 Feb. 2019, https://e.org.',
      'World Bank, On War (World Bank, 2019), https://e.org.',
      'World Bank. 2019. On War. World Bank. https://e.org.',
      '[1] World Bank. On war[R/OL]. World Bank, 2019(2019-02-03). https://e.org.',
    ],
  ],
  [
    'a speech',
    {
      type: 'speech',
      author: li,
      genre: 'Keynote speech',
      'container-title': 'Net Forum',
      issued: '2019-05-06',
    },
    [
      'Li, W. (2019, May 6). On war [Keynote speech]. Net Forum.',
      'Li, Wei. “On War.” Net Forum, 6 May 2019.',
      'Wei Li, “On War” (keynote speech, Net Forum, May 6, 2019).',
      'Li, Wei. 2019. “On War.” Keynote speech, Net Forum, May 6, 2019.',
      '[1] LI W. On war[Z]. Net Forum, 2019.',
    ],
  ],
  [
    'a chapter',
    {
      type: 'chapter',
      author: li,
      'container-title': 'Handbook of peace',
      publisher: 'Brill',
      page: '12-20',
      issued: '2019',
    },
    [
      'Li, W. (2019). On war. In Handbook of peace (pp. 12–20). Brill.',
      'Li, Wei. “On War.” Handbook of Peace, Brill, 2019, pp. 12–20.',
      'Wei Li, “On War,” in Handbook of Peace (Brill, 2019), 12–20.',
      'Li, Wei. 2019. “On War.” In Handbook of Peace. Brill.',
      '[1] LI W. On war[M]//Handbook of peace. Brill, 2019: 12-20.',
    ],
  ],
  [
    'a book',
    { type: 'book', author: li, publisher: 'Brill', issued: '2019' },
    [
      'Li, W. (2019). On war. Brill.',
      'Li, Wei. On War. Brill, 2019.',
      'Wei Li, On War (Brill, 2019).',
      'Li, Wei. 2019. On War. Brill.',
      '[1] LI W. On war[M]. Brill, 2019.',
    ],
  ],
  [
    'a title and nothing else',
    {},
    ['On war. (n.d.).', '“On War.”', '“On War.”', '“On War.” n.d.', '[1] On war[N].'],
  ],
  [
    'a date that is none',
    { author: li, issued: '2020-13' },
    [
      'Li, W. (n.d.). On war.',
      'Li, Wei. “On War.”',
      'Wei Li, “On War.”',
      'Li, Wei. n.d. “On War.”',
      '[1] LI W. On war[N].',
    ],
  ],
])('%s', (_what, facts, expected) => {
  expect(shown.map((style) => cite({ ...bare, ...facts }, style))).toEqual(expected);
});

test.each<[Partial<Item>, string]>([
  [
    { 'container-title': 'China Daily', issued: '2022-03-03' },
    '“On War,” China Daily, March 3, 2022, para. 4.',
  ],
  [
    {
      type: 'article-journal',
      'container-title': 'Peace',
      volume: '1',
      page: '4-9',
      issued: '2020',
    },
    '“On War,” Peace 1 (2020), para. 4.',
  ],
  [{ type: 'book', publisher: 'Brill', issued: '2019' }, 'On War (Brill, 2019), para. 4.'],
  [{}, '“On War,” para. 4.'],
])('a note names the paragraph in place of the pages %#', (facts, expected) => {
  expect(cite({ ...bare, ...facts }, 'chicago-note', { paragraphs: [4, 4] })).toBe(expected);
});
