import type { Item, Name } from '../item.ts';

/**
 * The item with single spaces for white space and control characters, and without what is empty, so
 * that no style has to think of either.
 */
export function toCleanItem(item: Item): Item {
  const author = item.author?.map(toCleanName).filter((name) => name !== undefined) ?? [];
  return {
    id: item.id,
    type: item.type,
    title: toClean(item.title) ?? '',
    author: author.length === 0 ? undefined : author,
    'container-title': toClean(item['container-title']),
    publisher: toClean(item.publisher),
    genre: toClean(item.genre),
    volume: toClean(item.volume),
    issue: toClean(item.issue),
    page: toClean(item.page),
    issued: toClean(item.issued),
    accessed: toClean(item.accessed),
    URL: toClean(item.URL),
    DOI: toClean(item.DOI),
    language: item.language,
  };
}

function toCleanName(name: Name): Name | undefined {
  const family = toClean('literal' in name ? name.literal : name.family);
  if (family === undefined) return undefined;
  if ('literal' in name) return { literal: family };
  return {
    family,
    given: toClean(name.given),
    'non-dropping-particle': toClean(name['non-dropping-particle']),
    'dropping-particle': toClean(name['dropping-particle']),
    suffix: toClean(name.suffix),
  };
}

function toClean(text: string | undefined): string | undefined {
  return text?.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() || undefined;
}
