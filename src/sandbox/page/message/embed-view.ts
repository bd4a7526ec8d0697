import type { APIEmbed, APIEmbedField } from 'discord-api-types/payloads/v10';
import { element } from '../controls/dom.ts';
import { markdownView } from '../markdown/markdown-view.ts';
import type { Reading } from '../markdown/markdown-view.ts';
import { toMessageTime } from '../session/moment.ts';

/**
 * An embed: colour bar, author, title, description, fields, footer. Pictures are named, not loaded:
 * the page asks nothing of other servers.
 */
export function embedView(embed: APIEmbed, reading: Reading): HTMLElement {
  const card = element(
    'div',
    { class: 'embed', role: 'group', 'aria-label': `Embed ${embed.title ?? ''}`.trim() },
    embed.author && part('embed-author', linked(embed.author.name, embed.author.url)),
    embed.title === undefined ? undefined : titleView(embed.title, embed.url, reading),
    embed.description === undefined
      ? undefined
      : part('embed-description markdown', markdownView(embed.description, reading)),
    fieldsView(embed.fields ?? [], reading),
    ...[embed.image, embed.thumbnail].map((picture) => picture && pictureView(picture.url)),
    footerView(embed, reading.locale),
  );
  if (embed.color) card.style.borderLeftColor = toColour(embed.color);
  return card;
}

function part(name: string, ...content: readonly (Node | string)[]): HTMLElement {
  return element('div', { class: name }, ...content);
}

function linked(content: Node | string, url: string | undefined): Node | string {
  if (url === undefined || !/^https?:/i.test(url)) return content;
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, content);
}

function titleView(title: string, url: string | undefined, reading: Reading): HTMLElement {
  return part('embed-title markdown', linked(markdownView(title, reading), url));
}

/** Discord's twelve columns: up to three inline fields share a row, others have one for themselves. */
function fieldsView(fields: readonly APIEmbedField[], reading: Reading): HTMLElement | undefined {
  if (fields.length === 0) return undefined;
  const grid = part('embed-fields');
  for (const row of toRows(fields)) {
    for (const field of row) {
      const cell = part(
        'embed-field',
        part('embed-field-name markdown', markdownView(field.name, reading)),
        part('embed-field-value markdown', markdownView(field.value, reading)),
      );
      cell.style.gridColumn = `span ${12 / row.length}`;
      grid.append(cell);
    }
  }
  return grid;
}

function toRows(fields: readonly APIEmbedField[]): APIEmbedField[][] {
  const rows: APIEmbedField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    const hasRoom = row !== undefined && row.length < 3 && row[0]?.inline === true;
    if (field.inline === true && hasRoom) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

function pictureView(url: string): HTMLElement {
  return part('embed-picture', `Picture, not loaded here: ${url}`);
}

function footerView(embed: APIEmbed, locale: string): HTMLElement | undefined {
  const moment = embed.timestamp && toMessageTime(new Date(embed.timestamp), locale);
  const texts = [embed.footer?.text, moment].filter((text) => text !== undefined && text !== '');
  return texts.length === 0 ? undefined : part('embed-footer', texts.join(' • '));
}

function toColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
