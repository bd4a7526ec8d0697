import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import { toLocatorText } from '../article/locator.ts';
import type { Passage } from '../article/passage.ts';
import { passageAt, toNeighbour } from '../article/passage.ts';
import { toCustomId } from './custom-id.ts';
import { cut } from './echo.ts';
import { LIMITS } from './limits.ts';
import { toParts } from './passage-text.ts';
import type { Block, Button, MenuChoice, Reply, Row } from './reply.ts';

/** The command that answers the buttons and menus made here. */
const QUOTE = 'quote';

/** How a passage is shown. */
export interface PassageView {
  readonly visibility: Reply['visibility'];
  /** Which piece of a long passage: from 0. */
  readonly part?: number;
  readonly heading?: string;
  readonly notes?: readonly Block[];
  readonly replaces?: boolean;
}

/** A reply that shows one passage, with buttons to its neighbours and on through a long one. */
export function toPassageReply(passage: Passage, view: PassageView): Reply {
  const { visibility, part = 0, heading, notes = [], replaces = false } = view;
  return {
    visibility,
    replaces,
    article: passage.article,
    blocks: [
      ...notes,
      { kind: 'passage', passage, part, ...(heading !== undefined && { heading }) },
    ],
    rows: [{ buttons: toNavigation(passage, part) }],
  };
}

function toNavigation(passage: Passage, part: number): Button[] {
  const { article, locator } = passage;
  const goTo = (action: string, label: string, place: Locator, to: number) => ({
    label,
    customId: toCustomId(QUOTE, article.id, action, toLocatorText(place), to),
  });
  const step = (action: string, direction: -1 | 1, toLabel: (place: string) => string): Button => {
    const neighbour = toNeighbour(passage, direction);
    return neighbour === undefined
      ? { ...goTo(action, direction < 0 ? 'Beginning' : 'End', locator, part), disabled: true }
      : goTo(action, toLabel(toLocatorText(neighbour.locator)), neighbour.locator, 0);
  };
  const buttons = [
    step('previous', -1, (place) => `← ${place}`),
    step('next', 1, (place) => `${place} →`),
  ];
  if (part + 1 < toParts(passage).length) buttons.push(goTo('on', 'Read on', locator, part + 1));
  return buttons;
}

/** A menu to read passages in full, each privately. */
export function toReadMenu(article: Article, choices: readonly MenuChoice[]): Row {
  return {
    menu: {
      customId: toCustomId(QUOTE, article.id, 'read'),
      placeholder: 'Read a passage in full…',
      choices: choices.slice(0, LIMITS.menuChoices),
    },
  };
}

/** A menu's entry for a place: its heading, or else how it begins. */
export function toMenuChoice(article: Article, at: Locator, heading?: string): MenuChoice {
  const place = toLocatorText(at);
  const { text } = passageAt(article, at);
  return {
    label: heading === undefined ? place : `${place} · ${heading}`,
    description: cut(text, LIMITS.menuDescription),
    value: place,
  };
}
