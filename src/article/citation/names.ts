import type { Name, PersonalName } from '../item.ts';
import { join } from './punctuation.ts';

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A name as it stands in a sentence: `Alexander von Humboldt`, `Martin Luther King Jr.`, `蔡翠红`.
 * A name in Chinese, Japanese or Korean script has its family name first, and no style inverts or
 * abbreviates it; we transcribe none.
 */
export function toPlainName(name: Name): string {
  if ('literal' in name) return name.literal;
  if (isEastAsian(name)) return `${name.family}${name.given ?? ''}`;
  return join([toGivenWithParticle(name), toFamilyName(name), name.suffix], ' ');
}

/** A name under its family name: `Humboldt, Alexander von`, `King, Martin Luther, Jr.`, `蔡翠红`. */
export function toInvertedName(name: Name): string {
  if ('literal' in name || isEastAsian(name)) return toPlainName(name);
  return toNameParts(name).join(', ');
}

/** Family name, given names, suffix, as the exchange formats want them, in any script. */
export function toNameParts(name: Name): string[] {
  if ('literal' in name) return [name.literal];
  return [toFamilyName(name), toGivenWithParticle(name), name.suffix ?? ''].filter(
    (part) => part !== '',
  );
}

/**
 * What a name is called by in a citation in the text: the family name, without suffix (APA 7, 8.10).
 * In Chinese, Japanese or Korean script a family name alone tells nobody apart: the whole name.
 */
export function toShortName(name: Name): string {
  return 'literal' in name || isEastAsian(name) ? toPlainName(name) : toFamilyName(name);
}

/** The family name with the particle that belongs to it: `de Gaulle`, but `d'Alembert`, `al-Farabi`. */
export function toFamilyName(name: PersonalName): string {
  const particle = name['non-dropping-particle'];
  if (particle === undefined) return name.family;
  return /['’-]$/u.test(particle) ? `${particle}${name.family}` : `${particle} ${name.family}`;
}

/** The given names as initials, hyphens kept: `J.-P.`, `J. R. R.`, `b.` (APA 7, 9.8). */
export function toInitials(given: string): string {
  return given
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .map((word) =>
      word
        .split(/[-‐‑]/u)
        .flatMap((part) => /\p{L}\p{M}*/u.exec(part) ?? [])
        .map((initial) => `${initial}.`)
        .join('-'),
    )
    .filter((initials) => initials !== '')
    .join(' ');
}

/** Whether the name is in a script whose names are written family first, without a space. */
export function isEastAsian({ family }: PersonalName): boolean {
  return EAST_ASIAN.test(family);
}

/** Whether this name alone is the author: then the publisher of the same name is not repeated. */
export function isSoleAuthor(
  publisher: string | undefined,
  authors: readonly Name[] = [],
): boolean {
  const [first, ...others] = authors;
  return first !== undefined && others.length === 0 && toPlainName(first) === publisher;
}

function toGivenWithParticle(name: PersonalName): string {
  return join([name.given, name['dropping-particle']], ' ');
}
