import type { APIButtonComponent } from 'discord-api-types/payloads/v10';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';

const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'primary'] as const;

/** A button of a message in one of Discord's styles; a link is a link. */
export function buttonView(
  button: APIButtonComponent,
  press: (customId: string) => void,
): HTMLElement {
  const properties = {
    class: `button ${styles[button.style] ?? 'secondary'}`,
    'aria-label': 'label' in button ? button.label : undefined,
  };
  const content = toContent(button);
  if ('url' in button) {
    const href = button.disabled === true ? undefined : button.url;
    const link = {
      href,
      target: '_blank',
      rel: 'noopener noreferrer',
      'aria-disabled': button.disabled,
    };
    return element('a', { ...properties, ...link }, ...content, icon('external', 16));
  }
  const customId = 'custom_id' in button ? button.custom_id : undefined;
  return element(
    'button',
    {
      ...properties,
      type: 'button',
      disabled: button.disabled === true || customId === undefined,
      'data-key': customId,
      on: { click: () => customId !== undefined && press(customId) },
    },
    ...content,
    element('span', { class: 'dots', 'aria-hidden': true }),
  );
}

function toContent(button: APIButtonComponent): HTMLElement[] {
  const content: HTMLElement[] = [];
  if ('emoji' in button && button.emoji) content.push(emojiView(button.emoji));
  if ('label' in button && button.label !== undefined) {
    content.push(element('span', { class: 'button-label' }, button.label));
  }
  return content;
}

/** An emoji of a component: a character, or the name of a server's own picture. */
export function emojiView(emoji: {
  readonly id?: string | null;
  readonly name?: string | null;
}): HTMLElement {
  const isPicture = emoji.id !== undefined && emoji.id !== null;
  return element('span', { class: 'emoji' }, isPicture ? `:${emoji.name}:` : (emoji.name ?? ''));
}
