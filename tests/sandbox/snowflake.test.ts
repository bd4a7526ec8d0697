import { SnowflakeUtil } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createSnowflakes, shardOf } from '../../src/sandbox/snowflake.ts';

describe('an id', () => {
  it('tells its time, as Discord’s ids do', () => {
    const time = Date.UTC(2022, 2, 3, 12);
    const nextId = createSnowflakes(() => time);
    expect(SnowflakeUtil.timestampFrom(nextId())).toBe(time);
  });

  it('is greater than all before, however many there are in a millisecond', () => {
    let time = 1_700_000_000_000;
    const nextId = createSnowflakes(() => time);
    const ids = Array.from({ length: 20_000 }, (_, index) => {
      // The clock goes on now and then, and back once.
      if (index % 5000 === 0) time += index === 10_000 ? -5 : 1;
      return BigInt(nextId());
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });
});

describe('the shard of a guild', () => {
  it.each([
    ['1149238017346555904', 1, 0],
    [String(5n << 22n), 4, 1],
    [String((7n << 22n) + 4_194_303n), 4, 3],
    [undefined, 4, 0],
    ['not an id', 4, 0],
  ])('%s of %i is %i', (guildId, count, shard) => {
    expect(shardOf(guildId, count)).toBe(shard);
  });
});
