import fc from 'fast-check';

const junk: fc.Arbitrary<unknown> = fc.constantFrom(null, 5, -1, true, {}, [], '', 'x');

/** The first nearly always, the second now and then: one fault in a body tells more than ten. */
function nearly(
  usual: fc.Arbitrary<unknown>,
  rare: fc.Arbitrary<unknown>,
  weight: number,
): fc.Arbitrary<unknown> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

/** The value, or something that does not belong there. */
export function mostly(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return nearly(value, junk, 50);
}

/** Texts, some of them at a limit or beyond. */
export function textNear(limit: number): fc.Arbitrary<unknown> {
  const texts = [0, 1, limit, limit + 1].map((length) => 'x'.repeat(length));
  const short = fc.integer({ min: 0, max: 1e9 }).map((number) => `text ${number}`);
  return mostly(nearly(short, fc.constantFrom(...texts), 15));
}

/** Lists that are short, or as long as the limit, or longer by one. */
export function listNear(limit: number, entry: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const long = fc.array(entry, { minLength: limit, maxLength: limit + 1 });
  return mostly(nearly(fc.array(entry, { minLength: 1, maxLength: 3 }), long, 15));
}

/** Numbers within two bounds, or just beyond. */
export function numberNear(min: number, max: number): fc.Arbitrary<unknown> {
  return mostly(nearly(fc.constantFrom(min, max), fc.constantFrom(min - 1, max + 1), 15));
}

/** A record each of whose fields may be absent. */
export function sparse(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  return mostly(fc.record(fields, { requiredKeys: [] }));
}

/** A record that nearly always has all of its fields, and always its `type`. */
export function typed(
  type: number,
  fields: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<unknown> {
  const all = { type: fc.constant(type), ...fields };
  const some = fc.record(all, { requiredKeys: ['type'] });
  return mostly(nearly(fc.record(all), some, 5));
}
