import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/reply/layout.ts';
import { layOut } from '../../src/reply/layout.ts';

const toPiece = (text: string): Piece => ({
  full: text.length,
  write: (room) => text.slice(0, room),
});

describe('a layout', () => {
  it('leaves short pieces whole and shares the rest of the room among the long ones', () => {
    const pieces = ['short', 'a'.repeat(100), 'b'.repeat(100)].map(toPiece);
    expect(layOut(pieces, 47, '|')).toBe(`short|${'a'.repeat(20)}|${'b'.repeat(20)}`);
  });

  it('shows everything that fits', () => {
    expect(layOut(['one', 'two'].map(toPiece), 100, ' ')).toBe('one two');
  });

  it('never takes more than its room', () => {
    const pieces = fc.array(fc.string({ maxLength: 80 }).map(toPiece), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 20, max: 500 }), (list, limit) => {
        expect(layOut(list, limit, '\n').length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
