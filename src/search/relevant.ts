import type { Finding, Match } from './finder.ts';

/** The matches to show: beside what was found, none that merely resembles the query. */
export function toRelevant({ verdict, matches }: Finding): readonly Match[] {
  return verdict === 'found'
    ? matches.filter(({ evidence }) => evidence !== 'resemblance')
    : matches;
}
