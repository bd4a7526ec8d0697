/** A locale that `Intl` accepts: the wanted one, else English. */
function safeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function format(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(safeLocale(locale), options).format(date);
}

/** `4:05 PM`. */
export function toTimeOfDay(date: Date, locale: string): string {
  return format(date, locale, { timeStyle: 'short' });
}

/** What stands above a day's first message: `23 November 2026`. */
export function toDay(date: Date, locale: string): string {
  return format(date, locale, { dateStyle: 'long' });
}

/** The full moment, for a tooltip. */
export function toFullTime(date: Date, locale: string): string {
  return format(date, locale, { dateStyle: 'full', timeStyle: 'short' });
}

/** What stands beside an author's name: the time alone today, the date with it on other days. */
export function toMessageTime(date: Date, locale: string, now = new Date()): string {
  const time = toTimeOfDay(date, locale);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return time;
  if (days === 1) return `Yesterday at ${time}`;
  return `${format(date, locale, { dateStyle: 'short' })}, ${time}`;
}

/** Midnight before the moment, as milliseconds since 1970. */
export function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** `<t:seconds:style>` in the reader's locale (Discord's documentation, "Timestamp Styles"). */
export function toStyledTime(
  seconds: number,
  style: string,
  locale: string,
  now = Date.now(),
): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style === 'R') return toRelativeTime(seconds - now / 1000, locale);
  return format(date, locale, styles[style] ?? { dateStyle: 'long', timeStyle: 'short' });
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function toRelativeTime(seconds: number, locale: string): string {
  const [unit, size] = steps.find((step) => Math.abs(seconds) >= step[1]) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(safeLocale(locale)).format(Math.round(seconds / size), unit);
}
