/** A piece of a text that can be made as short as the room that it gets. */
export interface Piece {
  /** Length of the piece at its full length. */
  readonly full: number;
  /** The piece in at most `room` code units. */
  readonly write: (room: number) => string;
}

/**
 * Joins pieces into at most `limit` code units. What is short stays whole; the longer ones share
 * the room that is left evenly.
 */
export function layOut(pieces: readonly Piece[], limit: number, separator: string): string {
  let room = limit - separator.length * Math.max(0, pieces.length - 1);
  const rooms = new Map<Piece, number>();
  [...pieces]
    .sort((a, b) => a.full - b.full)
    .forEach((piece, index) => {
      const granted = Math.min(piece.full, Math.floor(room / (pieces.length - index)));
      rooms.set(piece, granted);
      room -= granted;
    });
  return pieces.map((piece) => piece.write(rooms.get(piece) ?? 0)).join(separator);
}
