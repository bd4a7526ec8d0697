/** Index of the first of the ascending values that is not below `value`; their number if all are. */
export function firstFrom<Value extends number | string>(
  ascending: readonly Value[],
  value: Value,
): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle];
    if (found !== undefined && found < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
