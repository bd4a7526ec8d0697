// What Discord's markdown takes for markup wherever it stands.
const INLINE = new RegExp(
  [
    // Emphasis, underline, strike-through, code, spoiler, masked link, mention, timestamp, emoji.
    /[\\*_~`|[<]/u,
    // An address becomes a link at its "://", a word between colons an emoji.
    /:(?=\/\/|[^\s:]+:)/u,
    // Becomes an invitation, even without https://.
    /\.(?=gg\b|com\/invite\b)(?<=discord(?:app)?\.)/u,
    // Pings nobody here, but looks as if it did.
    /@(?=everyone|here)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);
// What is markup only at the beginning of a line, after spaces if any: headings, subtext, block
// quotes, bullets; a number is one together with the point behind it.
const LINE_START = /^[^\S\n]*(?:(?=#{1,3}(?!#)|-#|>|[-+][^\S\n])|\d+(?=\.[^\S\n]))/gmu;

/**
 * Markdown which Discord renders as exactly the characters of `text`: a backslash before ASCII
 * punctuation takes its meaning away (Discord's "Markdown Text 101"; a backslash before a letter,
 * a digit or a space would itself be shown, so none is put there).
 */
export function literal(text: string): string {
  return text.replace(INLINE, '\\$&').replace(LINE_START, '$&\\');
}
