/** A date as far as it is known. */
export interface PartialDate {
  readonly year: string;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

/** How a month stands in a date: CMOS and APA write it out, MLA abbreviates all but four. */
export const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything else, which is then left out. */
export function parseDate(text: string | undefined): PartialDate | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/u.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  return {
    year,
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** `March 3` or `March`; undefined where only the year is known. */
export function toMonthDay({ month, day }: PartialDate): string | undefined {
  if (month === undefined) return undefined;
  const name = MONTHS[month - 1];
  return day === undefined ? name : `${name} ${day}`;
}

/** `March 3, 2022`, `March 2022` or `2022` (CMOS 18, chapter 14). */
export function toMonthDayYear(date: PartialDate): string {
  const monthDay = toMonthDay(date);
  if (monthDay === undefined) return date.year;
  return date.day === undefined ? `${monthDay} ${date.year}` : `${monthDay}, ${date.year}`;
}
