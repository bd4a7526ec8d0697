import type { Article } from '../article/article.ts';
import { nextStart } from '../article/excerpt.ts';
import type { Locator } from '../article/locator.ts';
import { toLocatorText, toParagraphLocator } from '../article/locator.ts';
import type { Passage } from '../article/passage.ts';
import { passageAt, toNeighbour } from '../article/passage.ts';
import { toCustomId } from './custom-id.ts';
import { cut } from './echo.ts';
import { LIMITS } from './limits.ts';
import { toPiece } from './passage-text.ts';
import type { Block, Button, Comment, Lead, MenuChoice, Reply, Row, Source } from './reply.ts';

/** The command that answers the buttons and menus made here. */
const QUOTE = 'quote';

/** How a passage is shown. */
export interface PassageView {
  readonly visibility: Reply['visibility'];
  /** Where in a long passage to begin. */
  readonly from?: number;
  readonly heading?: string;
  readonly notes?: readonly Block[];
  /** Somebody's own words about it. */
  readonly comment?: Comment;
  /** How it came to be posted, where no command says so. */
  readonly posted?: Posted;
  readonly replaces?: boolean;
}

/** Who posted a passage by a button, and perhaps in answer to which message. */
export interface Posted extends Source {
  readonly answers?: string;
}

/** A reply that shows one passage, with the ways on from it. */
export function toPassageReply(passage: Passage, view: PassageView): Reply {
  const { visibility, from = 0, heading, notes = [], comment, posted, replaces = false } = view;
  return {
    visibility,
    replaces,
    lead: toLead(comment, posted),
    article: passage.article,
    blocks: [
      ...notes,
      { kind: 'passage', passage, from, ...(heading !== undefined && { heading }) },
    ],
    rows: [
      { buttons: [...toSteps(passage, from), ...toWider(passage)].map(toOrigin(posted)) },
      { buttons: toActions(passage, from, visibility) },
    ],
    carried: comment?.text ?? '',
  };
}

function toLead(comment: Comment | undefined, posted: Posted | undefined): Lead {
  return {
    ...(comment !== undefined && { comment }),
    ...(posted !== undefined && { postedBy: posted.userId }),
    ...(posted?.answers !== undefined && { answers: `${posted.channelUrl}/${posted.answers}` }),
  };
}

function toButton(action: string, label: string, { article, locator }: Passage, from = 0): Button {
  return { label, customId: toCustomId(QUOTE, article.id, action, toLocatorText(locator), from) };
}

const POSTED = 'posted';

// A message that is turned to another passage must still say how it came about.
function toOrigin(posted: Posted | undefined) {
  return (button: Button): Button =>
    posted === undefined
      ? button
      : { ...button, customId: `${button.customId}/${posted.answers ?? POSTED}` };
}

/** Reads what `toOrigin` added to a button's fields; undefined if nothing. */
export function readOrigin(origin: string | undefined, source: Source): Posted | undefined {
  const { userId, channelUrl } = source;
  if (origin === POSTED) return { userId, channelUrl };
  if (origin === undefined || !/^\d{1,20}$/u.test(origin)) return undefined;
  return { userId, channelUrl, answers: origin };
}

// To the neighbours, and on through a passage that is too long to be shown at once.
function toSteps(passage: Passage, from: number): Button[] {
  const buttons = [
    toStep('back', passage, toNeighbour(passage, -1), (place) => `← ${place}`, 'Beginning'),
    toStep('next', passage, toNeighbour(passage, 1), (place) => `${place} →`, 'End'),
  ];
  const next = nextStart(passage.text, toPiece(passage, from));
  if (next !== undefined) buttons.push(toButton('on', 'Read on', passage, next));
  return buttons;
}

function toStep(
  action: string,
  passage: Passage,
  neighbour: Passage | undefined,
  toLabel: (place: string) => string,
  edge: string,
): Button {
  return neighbour === undefined
    ? { ...toButton(action, edge, passage), disabled: true }
    : toButton(action, toLabel(toLocatorText(neighbour.locator)), neighbour);
}

// From sentences to their paragraph, from paragraphs to the section that they are part of.
function toWider({ article, locator }: Passage): Button[] {
  const [from, to] = locator.paragraphs;
  if (locator.sentences !== undefined) {
    const paragraph = passageAt(article, toParagraphLocator(from));
    return [toButton('all', `All of ¶${from}`, paragraph)];
  }
  const section = article.outline.find(({ at: { paragraphs, sentences } }) => {
    const [first, last] = paragraphs;
    return sentences === undefined && first <= from && to <= last && last - first > to - from;
  });
  if (section === undefined) return [];
  const passage = passageAt(article, section.at);
  return [toButton('section', `Section ${toLocatorText(section.at)}`, passage)];
}

function toActions(passage: Passage, from: number, visibility: Reply['visibility']): Button[] {
  const { article, locator } = passage;
  const remove = { label: 'Delete', customId: toCustomId(QUOTE, article.id, 'delete') };
  return [
    ...toSourceButtons(article, locator, from),
    visibility === 'private' ? toButton('post', 'Post here', passage, from) : remove,
  ];
}

/** The buttons that give a place's words and its citation to copy, privately. */
export function toSourceButtons(article: Article, locator: Locator, from = 0): Button[] {
  const place = toLocatorText(locator);
  return [
    { label: 'Copy text', customId: toCustomId(QUOTE, article.id, 'copy', place, from) },
    { label: 'Cite', customId: toCustomId('cite', article.id, 'show', place) },
  ];
}

/** A menu to read passages in full, each privately. */
export function toReadMenu(article: Article, choices: readonly MenuChoice[]): Row {
  return toMenu(article, ['read'], 'Read a passage in full…', choices);
}

/** A menu to post a passage for everybody as an answer to a message. */
export function toAnswerMenu(
  article: Article,
  messageId: string,
  choices: readonly MenuChoice[],
): Row {
  return toMenu(article, ['answer', messageId], 'Post a passage as an answer…', choices);
}

function toMenu(
  article: Article,
  fields: string[],
  placeholder: string,
  choices: readonly MenuChoice[],
): Row {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return {
    menu: {
      customId: toCustomId(QUOTE, article.id, ...fields),
      placeholder,
      choices: [...byValue.values()].slice(0, LIMITS.menuChoices),
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
