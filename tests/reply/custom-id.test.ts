import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCustomId, toCustomId } from '../../src/reply/custom-id.ts';

describe('a custom_id', () => {
  it('carries a command and its fields', () => {
    expect(toCustomId('quote', 'cai-2022', 'next', '¶4:2', 0)).toBe('1/quote/cai-2022/next/¶4:2/0');
    expect(parseCustomId('1/quote/cai-2022/next/¶4:2/0')).toEqual({
      command: 'quote',
      fields: ['cai-2022', 'next', '¶4:2', '0'],
    });
  });

  it('is never longer than Discord takes', () => {
    expect(() => toCustomId('quote', 'x'.repeat(100))).toThrow(RangeError);
  });

  it.each(['', '1', '0/quote/a', '2/quote/a', 'quote:a', '__proto__', '1/'.padEnd(101, 'x')])(
    'of somebody else, "%s", names no article of ours',
    (customId) => {
      expect(parseCustomId(customId)?.fields ?? []).toEqual([]);
    },
  );

  it('can be anything without doing harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (customId) => void parseCustomId(customId)),
    );
  });
});
