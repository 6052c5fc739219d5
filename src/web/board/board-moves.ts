/** Which claim the arrow keys go to from one: along the row over empty cells, up and down within the column. */

export interface Spot {
  readonly row: number;
  readonly column: number;
  /** Several claims may stand in one cell, one under another. */
  readonly place: number;
}

export type Move = "left" | "right" | "up" | "down" | "row-start" | "row-end";

export function moveFrom<S extends Spot>(spots: readonly S[], from: Spot, move: Move): S | undefined {
  const ahead = (a: Spot, b: Spot): number => (move === "up" || move === "left" || move === "row-end" ? -1 : 1) * order(a, b, move);
  const along = spots
    .filter((spot) => (move === "up" || move === "down" ? spot.column === from.column : spot.row === from.row))
    .toSorted(ahead);
  if (move === "row-start" || move === "row-end") return along[0];
  if (move === "up" || move === "down") return along.find((spot) => ahead(spot, from) > 0);
  // Beside a cell of several the one at the same height is nearest.
  const column = along.find((spot) => (move === "right" ? spot.column > from.column : spot.column < from.column))?.column;
  const there = along.filter((spot) => spot.column === column).toSorted((a, b) => a.place - b.place);
  return there[Math.min(from.place, there.length - 1)];
}

function order(a: Spot, b: Spot, move: Move): number {
  return move === "up" || move === "down" ? a.row - b.row || a.place - b.place : a.column - b.column || a.place - b.place;
}
