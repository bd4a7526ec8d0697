import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/article/yaml.ts';

const TEXT = `# A remark
title: One
author:
  - family: Two
    given: Three
topics: [{ name: Four, at: [
  ¶1, ¶2] }]
text: >-
  Five
  six
again: &mark
  - seven
alias: *mark
`;

function lineOf(...path: (string | number)[]): number | undefined {
  const yaml = parseYaml(TEXT);
  return 'fault' in yaml ? undefined : yaml.lineOf(path);
}

describe('a YAML document', () => {
  it('becomes plain values, in which a date is a string', () => {
    expect(parseYaml('issued: 2022-03-03\npages: 12\n')).toMatchObject({
      value: { issued: '2022-03-03', pages: 12 },
    });
  });

  it.each([
    [['title'], 2],
    [['author'], 4],
    [['author', 0, 'given'], 5],
    [['topics', 0, 'name'], 6],
    [['topics', 0, 'at', 1], 7],
    [['text'], 9],
    [['again', 0], 12],
    [['alias'], 13],
  ])('knows that %j stands in line %i', (path, line) => {
    expect(lineOf(...path)).toBe(line);
  });

  it('says where something is missing by what is around it', () => {
    expect(lineOf('author', 0, 'suffix')).toBe(4);
    expect(lineOf('topics', 1)).toBe(6);
    expect(lineOf('title', 'deeper')).toBe(2);
    expect(lineOf('nothing')).toBeUndefined();
  });

  it.each([
    ['a: [', 1],
    ['a: 1\na: 2', 2],
    ['a: *nobody', 1],
    ['', undefined],
    ['a: 1\n---\nb: 2', undefined],
  ])('that is none has a fault: %j', (text, line) => {
    expect(parseYaml(text)).toEqual({ fault: expect.stringMatching(/./u), line });
  });
});
