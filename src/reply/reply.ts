import type { Article, Span } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import type { Passage } from '../article/passage.ts';

/** The author's words. Only these are ever shown in a block quote. */
export interface PassageBlock {
  readonly kind: 'passage';
  readonly passage: Passage;
  /** Where to begin in a passage too long to be shown at once. Default: what fits in a list. */
  readonly from?: number;
  /** Words to show in bold: sorted, disjoint offsets into `passage.text`. */
  readonly marks?: readonly Span[];
  /** The bot's heading for it. */
  readonly heading?: string;
}

/** What the bot says of the author's view, as plain text, and where the author says it. */
export interface StatementBlock {
  readonly kind: 'statement';
  readonly heading?: string;
  readonly text: string;
  readonly at: Locator;
}

/** The bot's own remark in Discord's markdown. It is never cut, so it must be short. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly markdown: string;
}

export type Block = PassageBlock | StatementBlock | NoteBlock;

export interface Button {
  readonly label: string;
  readonly customId: string;
  readonly disabled?: boolean;
}

export interface Menu {
  readonly customId: string;
  readonly placeholder: string;
  readonly choices: readonly MenuChoice[];
}

/** Plain text, cut to fit: Discord renders no markdown in a menu. */
export interface MenuChoice {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
}

/** Who asks, and where. */
export interface Source {
  readonly userId: string;
  /** Address of the channel; that of a message in it has the message's id behind it. */
  readonly channelUrl: string;
}

/** What stands over a reply, for everybody to see who says what, and why. */
export interface Lead {
  /** Somebody's own words about the passage: theirs, never the author's. */
  readonly comment?: Comment;
  /** Address of the message that this one answers. */
  readonly answers?: string;
  /** Who posted it, where Discord itself does not say so. */
  readonly postedBy?: string;
}

export interface Comment {
  readonly userId: string;
  readonly text: string;
}

export type Row = { readonly buttons: readonly Button[] } | { readonly menu: Menu };

/** What is to be said, before it becomes a Discord message. */
export interface Reply {
  readonly visibility: 'public' | 'private';
  /** The article that is cited. A reply without one is a notice. */
  readonly article?: Article;
  readonly blocks: readonly Block[];
  readonly lead?: Lead;
  readonly rows?: readonly Row[];
  /** What somebody typed and the controls must know: they carry it together. */
  readonly carried?: string;
  /** Puts the reply in the place of the message whose button or menu was used. */
  readonly replaces?: boolean;
}

/** The removal of the message whose button was pressed. */
export interface Removal {
  readonly removes: true;
}

/** A private remark of the bot, in Discord's markdown. */
export function toNotice(markdown: string): Reply {
  return { visibility: 'private', blocks: [{ kind: 'note', markdown }] };
}
