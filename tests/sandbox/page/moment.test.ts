import { describe, expect, it } from 'vitest';
import { toMessageTime, toStyledTime } from '../../../src/sandbox/page/session/moment.ts';

// Locales write a narrow no-break space before AM and PM; here it counts as a space.
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

/** 3 March 2022, 14:05:09, wherever the test runs. */
const moment = new Date(2022, 2, 3, 14, 5, 9);
const seconds = moment.getTime() / 1000;

describe('a timestamp in a message', () => {
  it.each([
    ['t', '2:05 PM'],
    ['T', '2:05:09 PM'],
    ['d', '3/3/22'],
    ['D', 'March 3, 2022'],
    ['f', 'March 3, 2022 at 2:05 PM'],
    ['F', 'Thursday, March 3, 2022 at 2:05 PM'],
    ['s', '3/3/22, 2:05 PM'],
    ['S', '3/3/22, 2:05:09 PM'],
  ])('has the style %s', (style, expected) => {
    expect(plain(toStyledTime(seconds, style, 'en-US'))).toBe(expected);
  });

  it.each([
    [-30, '30 seconds ago'],
    [90, 'in 2 minutes'],
    [-7200, '2 hours ago'],
    [3 * 86_400, 'in 3 days'],
    [-400 * 86_400, '1 year ago'],
    [0, 'in 0 seconds'],
  ])('tells how far away %i seconds are', (distance, expected) => {
    expect(toStyledTime(distance, 'R', 'en-US', 0)).toBe(expected);
  });

  it('speaks the language of the reader, and English where there is none', () => {
    expect(toStyledTime(seconds, 'D', 'de')).toBe('3. März 2022');
    expect(toStyledTime(seconds, 'D', 'en_US')).toBe('March 3, 2022');
    expect(toStyledTime(seconds, 'D', '')).toBe('March 3, 2022');
  });

  it('says that a moment beyond all calendars is none', () => {
    expect(toStyledTime(99_999_999_999_999, 'f', 'en-US')).toBe('Invalid date');
  });
});

describe('the time beside an author', () => {
  it.each([
    [new Date(2022, 2, 3, 23, 59), '2:05 PM'],
    [new Date(2022, 2, 4, 0, 1), 'Yesterday at 2:05 PM'],
    [new Date(2022, 2, 5, 0, 1), '3/3/22, 2:05 PM'],
  ])('seen at %s', (now, expected) => {
    expect(plain(toMessageTime(moment, 'en-US', now))).toBe(expected);
  });
});
