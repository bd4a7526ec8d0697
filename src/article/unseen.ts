// What a reader cannot see but a search, a comparison or a layout trips over: control characters
// (a tab too), soft hyphens, zero-width and bidirectional formatting, fillers, tags, line
// separators. Not the joiners and the variation selectors, which some scripts need.
const INVISIBLE =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Zl}\p{Zp}\ufff9-\ufffc]/gu;
// The joiners are letters' business in Arabic, Indic and other scripts, and glue in emoji.
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Khmer}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/gu;

// What most texts have no character beyond: European letters and punctuation, Chinese characters.
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u4e00-\u9fff]*$/u;

/** The characters of a text that nobody sees and that do not belong there, in no order. */
export function findUnseen(text: string): string[] {
  if (PLAIN.test(text)) return [];
  return [...text.matchAll(INVISIBLE), ...text.matchAll(STRAY_JOINER)].map(([match]) => match);
}

/** The text without them. */
export function withoutUnseen(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(STRAY_JOINER, '');
}
