import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherText, parseCustomId, spreadText, toCustomId } from '../../src/reply/custom-id.ts';

describe('a custom_id', () => {
  it('carries a command and its fields', () => {
    expect(toCustomId('quote', 'cai-2022', 'next', '¶4:2', 0)).toBe('1/quote/cai-2022/next/¶4:2/0');
    expect(parseCustomId('1/quote/cai-2022/next/¶4:2/0')).toEqual({
      command: 'quote',
      fields: ['cai-2022', 'next', '¶4:2', '0'],
    });
  });

  it('shares a text with the others of its message, within Discord’s 100 characters each', () => {
    const ids = [
      '1/quote/cai-2022/previous/¶3/0',
      '1/quote/cai-2022/next/¶5/0',
      '1/quote/cai-2022/post',
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const full = spreadText(ids, text);
        expect(gatherText(full)).toBe(text);
        expect(full.map(parseCustomId)).toEqual(ids.map(parseCustomId));
        for (const id of full) expect(id.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('leaves out of a text what finds no room', () => {
    const [id = ''] = spreadText(['1/quote'], '😀'.repeat(80));
    expect(id).toBe(`1/quote~${'😀'.repeat(45)}~`);
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
