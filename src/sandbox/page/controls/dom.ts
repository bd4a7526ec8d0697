type Handlers = {
  readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
};

type Attribute = string | number | boolean | undefined;

type Child = Node | string | undefined;

interface Properties {
  readonly [name: string]: Attribute | Handlers;
  readonly on?: Handlers;
}

/**
 * Builds an element. Attributes that are `undefined` or `false` are left out and `true` ones are
 * empty, except `aria-…`, whose values are words. Text children become text nodes: nothing here or
 * elsewhere on the page ever reads HTML.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  const { on, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== 'object') setAttribute(node, name, value);
  }
  for (const [name, handler] of Object.entries(on ?? {})) {
    node.addEventListener(name, { handleEvent: handler });
  }
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** Sets or, for `undefined` and `false`, removes an attribute. */
export function setAttribute(node: Element, name: string, value: Attribute): void {
  const word = name.startsWith('aria-') && typeof value === 'boolean' ? String(value) : value;
  if (word === undefined || word === false) node.removeAttribute(name);
  else node.setAttribute(name, word === true ? '' : String(word));
}

let lastId = 0;

/** An id that no other element of the page has. */
export function createId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
