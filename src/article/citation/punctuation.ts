const ENDED = { '.': /[.?!…。？！．]$/u, ',': /[,;:，、；：]$/u };

/**
 * The text with a mark at its end. American punctuation, as MLA, Chicago and APA have it: the mark
 * goes inside closing quotation marks, and no full stop follows a mark that ends a sentence. A comma
 * does follow one, as in “Are You a Doctor?,”.
 */
export function endWith(text: string, mark: '.' | ','): string {
  // A ’ that nothing opened is an apostrophe: the boys’.
  const closing = (text.includes('‘') ? /[”’"]+$/u : /[”"]+$/u).exec(text)?.[0] ?? '';
  const body = text.slice(0, text.length - closing.length);
  if (body === '') return `${text}${mark}`;
  return ENDED[mark].test(body) ? text : `${body}${mark}${closing}`;
}

/** The parts that there are, each ended with a full stop. */
export function toSentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter(isThere)
    .map((part) => endWith(part, '.'))
    .join(' ');
}

/** The parts that there are, joined. */
export function join(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter(isThere).join(separator);
}

/** `a`, `a and b`, `a, b, and c`. */
export function toSeries(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

function isThere(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}
