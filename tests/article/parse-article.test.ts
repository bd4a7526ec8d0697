import { describe, expect, it } from 'vitest';
import { faultsOf, makeArticle, METADATA, toFiles } from '../make-article.ts';

const TEXT = [['One sentence.', 'Another.'], ['A second paragraph.']];
const files = toFiles(TEXT);

const withText = (text: string | Uint8Array) => faultsOf({ ...files, text: Buffer.from(text) });
const withMetadata = (yaml: string) => faultsOf({ ...files, metadata: Buffer.from(yaml) });

describe('an article', () => {
  it('is read from its two files', () => {
    const { paragraphs, source } = makeArticle(TEXT);
    expect(source).toBe('One sentence. Another.\n\nA second paragraph.');
    expect(paragraphs[0]?.sentences.map(({ start, end }) => source.slice(start, end))).toEqual([
      'One sentence.',
      'Another.',
    ]);
  });

  it('joins lines by nothing in Chinese and Japanese', () => {
    const text = Buffer.from('一句。\n二句。\n');
    const [fault] = faultsOf({ ...toFiles([['一句。二句。']], { language: 'zh-Hans' }), text });
    expect(fault).toBeUndefined();
  });

  it('may come from Windows, with its line endings', () => {
    const text = Buffer.from(files.text).toString().replaceAll('\n', '\r\n');
    expect(withText(text)).toEqual([]);
  });

  it.each([
    [
      'an invisible character',
      'One\u200bsentence.',
      'text.txt line 1: an invisible character, U+200B; delete it',
    ],
    [
      'a bidirectional control',
      'One.\n\u202eevil',
      'text.txt line 2: an invisible character, U+202E; delete it',
    ],
    [
      'a byte order mark',
      '\ufeffOne.',
      'text.txt line 1: an invisible character, U+FEFF; delete it',
    ],
    ['a tab', 'One.\n\nTwo\tthree.', 'text.txt line 3: an invisible character, U+0009; delete it'],
    [
      'a joiner between Latin letters',
      'On\u200de.',
      'text.txt line 1: an invisible character, U+200D; delete it',
    ],
    [
      'an empty paragraph',
      'One.\n\n\nTwo.',
      'text.txt line 3: an empty paragraph; leave one blank line between paragraphs',
    ],
    [
      'an empty paragraph at the end',
      'One.\n\n',
      'text.txt: ends with an empty paragraph; delete the blank line',
    ],
    [
      'white space at a line’s end',
      'One. \nTwo.',
      "text.txt line 1: white space at the line's beginning or end; delete it",
    ],
    [
      'a byte that is not UTF-8',
      Buffer.from([0x4f, 0x0a, 0x6e, 0xe9, 0x2e]),
      'text.txt line 2: a byte that is not UTF-8; save the file as UTF-8',
    ],
  ])('is refused for %s in the text', (_, text, fault) => {
    expect(withText(text)).toContain(fault);
  });

  it('is refused without a text', () => {
    expect(withText('')).not.toEqual([]);
  });

  it('may have joiners where a script or an emoji needs them', () => {
    expect(faultsOf(toFiles([['می‌خواهم 👩‍👧 क्‍ष']]))).toEqual([]);
  });

  it.each([
    ['bad YAML', 'id: [', /^article\.yaml line 1: /u],
    ['no YAML at all', '', /^article\.yaml/u],
    ['a list', '- id', /^article\.yaml/u],
    [
      'a control character',
      'id: "a\u202eb"',
      /^article\.yaml line 1: an invisible character, U\+202E/u,
    ],
  ])('is refused for %s in the metadata', (_, yaml, fault) => {
    expect(withMetadata(yaml)[0]).toMatch(fault);
  });

  it.each([
    ['a missing field', { title: undefined }, /^article\.yaml, title: /u],
    ['an unknown field', { titel: 'x' }, /titel/u],
    ['a bad date', { issued: '3 March' }, /^article\.yaml line \d+, issued: write YYYY/u],
    ['a day that does not exist', { issued: '2022-02-31' }, /issued: there is no such day/u],
    [
      'a bad address',
      { URL: 'javascript:alert(1)' },
      /^article\.yaml line \d+, URL: write a web address/u,
    ],
    ['a bad id', { id: 'Not OK' }, /^article\.yaml line 1, id: write 1 to 16/u],
    ['a bad language', { language: 'nope!' }, /language: write a BCP 47 tag/u],
    [
      'another text',
      { 'text-sha256': '0'.repeat(64) },
      /^article\.yaml, text-sha256: the text is not the one that was hashed/u,
    ],
    [
      'what is no locator',
      { thesis: [{ text: 'x', at: 'chapter' }] },
      /thesis\.0\.at: "chapter" is not a locator/u,
    ],
    [
      'a place that is not there',
      { thesis: [{ text: 'x', at: '¶3' }] },
      /^article\.yaml, thesis\.0: There is no ¶3: the article has ¶1 to ¶2\.$/u,
    ],
    [
      'a sentence that is not there',
      { outline: [{ heading: 'h', text: 'x', at: '¶1:3' }] },
      /outline\.0: There is no ¶1:3: ¶1 has sentences ¶1:1 to ¶1:2\.$/u,
    ],
    [
      'a topic without a paragraph',
      { topics: [{ name: 'x', at: ['¶9'] }] },
      /topics\.0: There is no ¶9/u,
    ],
  ])('is refused for %s', (_, metadata, fault) => {
    const faults = faultsOf(toFiles(TEXT, metadata));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it('reports all faults of both files at once', () => {
    const faults = faultsOf({
      text: Buffer.from('One. \n\n\nTwo.'),
      metadata: Buffer.from('id: A\ntitle: x\nlanguage: en\n'),
    });
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.filter((fault) => fault.startsWith('text.txt'))).toHaveLength(2);
  });

  it('survives an alias bomb', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(',')}]`);
    }
    expect(withMetadata(bomb.join('\n'))).not.toEqual([]);
  });

  it('takes the sample that these tests vary', () => {
    expect(faultsOf(toFiles(TEXT, METADATA))).toEqual([]);
  });
});
