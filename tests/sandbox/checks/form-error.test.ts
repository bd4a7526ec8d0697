import { describe, expect, it } from 'vitest';
import { toErrorLine, toErrorTree } from '../../../src/sandbox/checks/form-error.ts';

const error = (path: (string | number)[], code = 'CODE') => ({ path, code, message: `${code}!` });
const leaf = (code = 'CODE') => ({ code, message: `${code}!` });

describe('errors', () => {
  it('become Discord’s tree', () => {
    const tree = toErrorTree([
      error(['data', 'embeds', 0, 'title']),
      error(['data', 'embeds', 0, 'title'], 'OTHER'),
      error(['data', 'embeds']),
      error(['data', 'content']),
    ]);
    expect(tree).toEqual({
      data: {
        content: { _errors: [leaf()] },
        embeds: { _errors: [leaf()], 0: { title: { _errors: [leaf(), leaf('OTHER')] } } },
      },
    });
  });

  it('of the whole body stand at the root', () => {
    expect(toErrorTree([error([])])).toEqual({ _errors: [leaf()] });
  });

  it('cannot reach an object’s prototype', () => {
    const tree = toErrorTree([error(['__proto__', 'polluted'])]);
    expect(Object.hasOwn(tree, '__proto__')).toBe(true);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    [['data', 'embeds', 0, 'title'], 'data.embeds[0].title: CODE!'],
    [[0, 'name'], '[0].name: CODE!'],
    [[], 'CODE!'],
  ])('at %j become a line: %s', (path, line) => {
    expect(toErrorLine(error(path))).toBe(line);
  });
});
