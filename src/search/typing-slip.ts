const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

// Columns of a QWERTY keyboard; each row is shifted a little to the right of the one above it.
const keys = new Map(
  rows.flatMap((row, y) => Array.from(row, (key, x) => [key, { x: x + y * 0.4, y }] as const)),
);

const neighbourCost = 0.75;
const doubledCost = 0.75;
const swapCost = 0.75;
const otherCost = 1.1;

/** Whether two letters lie next to each other on a keyboard. */
function areNeighbours(a: string, b: string): boolean {
  const first = keys.get(a);
  const second = keys.get(b);
  if (!first || !second) return false;
  return Math.abs(first.x - second.x) <= 1.2 && Math.abs(first.y - second.y) <= 1;
}

/**
 * How unlikely it is that somebody who meant `word` typed `typed`: 0 for the same word, about 1 a
 * slip. Edit distance with swaps (optimal string alignment), in which the slips that hands make
 * (neighbouring keys, doubled and swapped letters) cost less than others. No published confusion
 * matrix stands behind the four costs: only their order matters, and it was checked by measurement.
 */
export function toSlipCost(typed: string, word: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const a = typed[row - 1] ?? '';
      const b = word[column - 1] ?? '';
      const extra = (last[column] ?? 0) + (a === typed[row - 2] ? doubledCost : 1);
      const missing = (current[column - 1] ?? 0) + (b === word[column - 2] ? doubledCost : 1);
      const changed = (last[column - 1] ?? 0) + toChangeCost(a, b);
      const swapped =
        a === word[column - 2] && b === typed[row - 2]
          ? (beforeLast[column - 2] ?? Infinity) + swapCost
          : Infinity;
      current.push(Math.min(extra, missing, changed, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return last[word.length] ?? 0;
}

function toChangeCost(a: string, b: string): number {
  if (a === b) return 0;
  return areNeighbours(a, b) ? neighbourCost : otherCost;
}
