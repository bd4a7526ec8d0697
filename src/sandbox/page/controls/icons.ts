const namespace = 'http://www.w3.org/2000/svg';

/** Shapes drawn for this page on a 24 by 24 grid, as strokes. */
const shapes = {
  alert: 'M12 3 2.5 20h19L12 3Zm0 7v4m0 3v.2',
  apps: 'M8 4 4 12h8L8 4Zm9 0v8m-4-4h8M8 20a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm6-7h6v6h-6z',
  at: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm4-8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1',
  bubble: 'M4 5h16v11h-8l-5 4v-4H4V5Z',
  check: 'm5 12 5 5 9-10',
  close: 'm6 6 12 12M18 6 6 18',
  code: 'm8 7-5 5 5 5m8-10 5 5-5 5M13.5 5l-3 14',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  down: 'm6 9 6 6 6-6',
  external: 'M14 4h6v6m0-6-9 9M18 14v6H4V6h6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  gear: 'M10.1 5L10.4 2.5L13.6 2.5L13.9 5L15.6 5.8L17.5 4.2L19.8 6.5L18.2 8.4L19 10.1L21.5 10.4L21.5 13.6L19 13.9L18.2 15.6L19.8 17.5L17.5 19.8L15.6 18.2L13.9 19L13.6 21.5L10.4 21.5L10.1 19L8.4 18.2L6.5 19.8L4.2 17.5L5.8 15.6L5 13.9L2.5 13.6L2.5 10.4L5 10.1L5.8 8.4L4.2 6.5L6.5 4.2L8.4 5.8ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  hash: 'M9.5 3 7 21M17 3l-2.5 18M4 8.500h17M3 15.500h17',
  id: 'M3 5h18v14H3zm5 4v6m4 0V9h1.500a3 3 0 0 1 0 6H12Z',
  link: 'M10 14a4 4 0 0 0 6 .5l3.5-3.5a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.5L4.5 13a4 4 0 0 0 5.7 5.7L12 17',
  menu: 'M3 6h18M3 12h18M3 18h18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-4 3-6 7-6s7 2 7 6M16 4.300a3.5 3.5 0 0 1 0 6.400m2 3.800c2.5.6 4 2.5 4 5.5',
  right: 'm9 6 6 6-6 6',
  send: 'M4 4 21 12 4 20l2.5-8L4 4Zm2.5 8H13',
  trash: 'M4 6.500h16M9 6V3.500h6V6m3 .5-1 14H7l-1-14M10 11v5m4-5v5',
} as const;

export type IconName = keyof typeof shapes;

/** An icon that says nothing to a screen reader: what it stands in carries the name. */
export function icon(name: IconName, size = 20): SVGSVGElement {
  const path = svg('path', {
    d: shapes[name],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': name === 'more' ? 3.5 : 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return svg(
    'svg',
    { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' },
    path,
  );
}

/** Builds an SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}
