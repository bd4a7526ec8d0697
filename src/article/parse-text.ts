import type { Paragraph, Span } from './article.ts';
import { findUnseen } from './unseen.ts';

/** Something wrong with an article's files, in words for the person who edits them. */
export type Fault = string;

/** A file's text, or why it has none. */
export type Decoded = { readonly text: string } | { readonly faults: readonly Fault[] };

/** Decodes UTF-8 strictly and reports, by line, every bad byte and invisible character. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const faults: Fault[] = [];
  const lines = splitLines(bytes).map((line, index) => {
    const text = decodeLine(line);
    const where = `${file} line ${index + 1}`;
    if (text === undefined)
      faults.push(`${where}: a byte that is not UTF-8; save the file as UTF-8`);
    for (const character of findUnseen(text ?? '')) {
      faults.push(`${where}: an invisible character, ${toCodePoint(character)}; delete it`);
    }
    return text ?? '';
  });
  return faults.length > 0 ? { faults } : { text: lines.join('\n') };
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start <= bytes.length;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    // A Windows line ending counts as a plain one.
    lines.push(
      bytes.subarray(start, newline > start && bytes[newline - 1] === 0x0d ? end - 1 : end),
    );
    start = end + 1;
  }
  return lines;
}

function decodeLine(line: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return undefined;
  }
}

function toCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Reads `text.txt`: one sentence a line, a blank line between paragraphs. A paragraph is its lines
 * joined by a space, in Chinese and Japanese by nothing.
 * @param language BCP 47 tag of the text.
 */
export function parseText(
  text: string,
  language: string,
  file: string,
): { paragraphs: Paragraph[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const glue = /^(?:zh|ja)\b/iu.test(language) ? '' : ' ';
  const groups: string[][] = [[]];
  text
    .replace(/\n$/u, '')
    .split('\n')
    .forEach((line, index) => {
      const group = groups.at(-1) ?? [];
      const where = `${file} line ${index + 1}`;
      if (line !== line.trim())
        faults.push(`${where}: white space at the line's beginning or end; delete it`);
      if (line.trim() !== '') group.push(line);
      else if (group.length > 0) groups.push([]);
      else faults.push(`${where}: an empty paragraph; leave one blank line between paragraphs`);
    });
  if (groups.at(-1)?.length === 0)
    faults.push(`${file}: ends with an empty paragraph; delete the blank line`);
  const paragraphs = groups.map((sentences, index) => toParagraph(sentences, index + 1, glue));
  return { paragraphs, faults };
}

function toParagraph(lines: readonly string[], number: number, glue: string): Paragraph {
  const sentences: Span[] = [];
  let end = -glue.length;
  for (const line of lines) {
    const start = end + glue.length;
    end = start + line.length;
    sentences.push({ start, end });
  }
  return { number, text: lines.join(glue), sentences };
}
