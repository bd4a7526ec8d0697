// The characters with which Discord's markdown begins anything, wherever they stand: emphasis,
// underline, strike-through, code, spoiler, masked link, mention, timestamp, custom emoji.
const INLINE = /[\\*_~`|[<]/gu;
// What is markup only at the beginning of a line, after spaces if any: headings, subtext, block
// quotes, bullets.
const LINE_START = /^([^\S\n]*)(#{1,3}(?!#)|-#|>{1,3}|[-+](?=[^\S\n]))/gmu;
const NUMBERED = /^([^\S\n]*\d+)(?=\.[^\S\n])/gmu;
// An address becomes a link at its "://", a word between colons an emoji.
const COLON = /:(?=\/\/|[^\s:]+:)/gu;
// Becomes an invitation, even without https://.
const INVITE = /(?<=discord(?:app)?)\.(?=gg\b|com\/invite\b)/giu;
// Pings nobody here, but looks as if it did.
const EVERYBODY = /@(?=everyone|here)/gu;

/**
 * Markdown which Discord renders as exactly the characters of `text`: a backslash before ASCII
 * punctuation takes its meaning away (Discord's "Markdown Text 101"; a backslash before a letter,
 * a digit or a space would itself be shown, so none is put there).
 */
export function literal(text: string): string {
  return text
    .replace(INLINE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\')
    .replace(COLON, '\\:')
    .replace(INVITE, '\\.')
    .replace(EVERYBODY, '\\@');
}
