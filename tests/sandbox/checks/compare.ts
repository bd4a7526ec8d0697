import fc from 'fast-check';
import type { Parsed } from '../../../src/sandbox/checks/form-check.ts';
import { schemaFaults } from '../../discord-schema.ts';

interface Comparison {
  readonly parse: (body: unknown) => Parsed<unknown>;
  /** Name of the schema that Discord publishes, and the body as that schema wants it. */
  readonly schema: string;
  readonly wrap?: (body: unknown) => unknown;
}

/**
 * Fails when the sandbox takes a body that Discord's schema refuses.
 * @returns how many of the bodies each side refused, to see that the comparison said something
 */
export function compare(
  bodies: fc.Arbitrary<unknown>,
  { parse, schema, wrap = (body) => body }: Comparison,
): { readonly taken: number; readonly refused: number } {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(bodies, (body) => {
      const isTaken = 'value' in parse(body);
      const isRefused = schemaFaults(schema, wrap(body)) !== '';
      if (isTaken) taken += 1;
      if (isRefused) refused += 1;
      return !(isTaken && isRefused);
    }),
    { numRuns: 1000 },
  );
  return { taken, refused };
}
