/** Length as Discord counts it: in Unicode code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
