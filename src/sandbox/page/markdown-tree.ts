/** A piece of a message as Discord shows it; `children` are pieces again. */
export type MarkdownNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: SpanType; readonly children: readonly MarkdownNode[] }
  | { readonly type: 'quote' | 'subtext'; readonly children: readonly MarkdownNode[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly MarkdownNode[] }
  | {
      readonly type: 'list';
      /** Number of the first item; absent for bullets. */
      readonly start?: number;
      readonly items: readonly (readonly MarkdownNode[])[];
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'codeBlock'; readonly language: string; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly MarkdownNode[] }
  | { readonly type: 'mention'; readonly kind: MentionKind; readonly id: string }
  /** A moment, in seconds since 1970, in one of Discord's styles (`f` when none is named). */
  | { readonly type: 'timestamp'; readonly seconds: number; readonly style: string }
  /** An emoji that was written as `:name:`; without a glyph it is a server's own picture. */
  | { readonly type: 'emoji'; readonly name: string; readonly glyph?: string };

export type SpanType = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** `everyone` carries `everyone` or `here` as its id, `command` the command's name. */
export type MentionKind = 'user' | 'role' | 'channel' | 'everyone' | 'command' | 'guide';

/** Where in the tree the parser is. */
export interface Scope {
  /** Only spaces stand between the last line break and here. */
  readonly lineStart: boolean;
  readonly inQuote: boolean;
  readonly listDepth: number;
  readonly depth: number;
}

export type Parse = (source: string, scope: Scope) => MarkdownNode[];

/** What a rule found at the beginning of the source, and how many UTF-16 units it took. */
export interface Found {
  readonly length: number;
  readonly node: MarkdownNode;
}

export type Rule = (source: string, scope: Scope, parse: Parse) => Found | undefined;

/** The parse of what stands inside something: one level deeper, in the middle of a line or not as before. */
export function parseInside(source: string, scope: Scope, parse: Parse): MarkdownNode[] {
  return parse(source, { ...scope, depth: scope.depth + 1 });
}
