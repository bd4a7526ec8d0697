import { element } from './dom.ts';
import { svg } from './icons.ts';

/** Whose picture is drawn: a person has initials, the application an opening quotation mark. */
export interface Face {
  readonly name: string;
  readonly colour: string;
  readonly isBot: boolean;
}

/** A drawn avatar of `size` pixels. It says nothing to a screen reader: a name stands beside it. */
export function avatar({ name, colour, isBot }: Face, size: number): HTMLElement {
  const disc = element('span', { class: 'avatar', 'aria-hidden': true });
  disc.style.background = colour;
  disc.append(isBot ? quotationMark(size) : initialsView(name, size));
  disc.style.width = `${size}px`;
  disc.style.height = `${size}px`;
  return disc;
}

/**
 * Initials, sized for a disc of `size` pixels. The style sheet writes them: they are a picture, and
 * no text to be selected, copied or read aloud.
 */
export function initialsView(name: string, size: number): HTMLElement {
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  const view = element('span', { class: 'initials', 'data-initials': initials });
  view.style.fontSize = `${size * 0.4}px`;
  return view;
}

function quotationMark(size: number): SVGElement {
  const comma =
    'M18 12c-5 1.5-8 5-8 10.5 0 3.5 2 5.5 4.7 5.5 2.5 0 4.3-1.7 4.3-4.2 0-2.4-1.7-4-4-4.1.3-2.3 1.7-3.9 4-4.9L18 12Z';
  return svg(
    'svg',
    { viewBox: '0 0 40 40', width: size, height: size, fill: '#fff' },
    svg('path', { d: comma }),
    svg('path', { d: comma, transform: 'translate(11.5 0)' }),
  );
}
