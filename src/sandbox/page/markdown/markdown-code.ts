import type { Rule } from '../markdown-tree.ts';

/** Three backticks; the word on their line is a language when a line break follows it. */
export const codeBlock: Rule = (source) => {
  const match = /^```(?:([\w+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```\n?/.exec(source);
  if (match === null || !/[^`]/.test(match[2] ?? '')) return undefined;
  const [whole, language = '', text = ''] = match;
  return { length: whole.length, node: { type: 'codeBlock', language, text } };
};

/**
 * Code between runs of backticks of the same length. Where the opening run finds no partner, a
 * shorter beginning of it is tried and the rest is code. (Written without a regular expression: the
 * one that says this needs seconds for a message of nothing but backticks.)
 */
export const code: Rule = (source) => {
  const opening = /^`+/.exec(source)?.[0].length ?? 0;
  if (opening === 0) return undefined;
  const closings = [...source.slice(opening).matchAll(/(?<=[^`])`+/g)];
  for (let fence = opening; fence > 0; fence -= 1) {
    const closing = closings.find((run) => run[0].length === fence);
    if (closing !== undefined) return toCode(source, fence, opening + closing.index);
  }
  return undefined;
};

function toCode(source: string, fence: number, end: number): ReturnType<Rule> {
  // A space next to an inner backtick only keeps it apart from the fence.
  const text = source
    .slice(fence, end)
    .replace(/^ (?= *`)/, '')
    .replace(/(` *) $/, '$1');
  return { length: end + fence, node: { type: 'code', text } };
}
