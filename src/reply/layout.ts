/** A piece of a text that can be made as short as the room that it gets. */
export interface Piece {
  /** Length of the piece at its full length. */
  readonly full: number;
  /** It has one length only: room is found for it before the others share the rest. */
  readonly rigid?: boolean;
  /** The piece in at most `room` code units; all of it if it is rigid. */
  readonly write: (room: number) => string;
}

/**
 * Joins pieces into at most `limit` code units, if the rigid ones leave room for the others. What
 * is short stays whole; the longer ones share the room that is left evenly.
 */
export function layOut(pieces: readonly Piece[], limit: number, separator: string): string {
  const elastic = pieces.filter(({ rigid = false }) => !rigid);
  const rigid = pieces.filter((piece) => !elastic.includes(piece));
  let room = limit - separator.length * Math.max(0, pieces.length - 1);
  for (const { full } of rigid) room -= full;
  const rooms = new Map<Piece, number>();
  elastic
    .toSorted((a, b) => a.full - b.full)
    .forEach((piece, index) => {
      const granted = Math.min(piece.full, Math.floor(room / (elastic.length - index)));
      rooms.set(piece, granted);
      room -= granted;
    });
  return pieces.map((piece) => piece.write(rooms.get(piece) ?? piece.full)).join(separator);
}
