/**
 * Whether the columns of a segment agree with each other. The checksum says that they are what was written; a folder that
 * came with a foreign case may have been written by anybody, and a scan must not be led outside of its rows.
 */
import { planes } from "./hash-rows.ts";
import type { Segment } from "./segment-layout.ts";

/** What was expected and found, or undefined when all is well. */
export function disagreementIn(segment: Segment): string | undefined {
  const { singles, heads, tails, sources } = segment;
  for (const [name, counts, rows] of [
    ["singles", segment.pieceSingles, singles],
    ["heads", segment.pieceHeads, heads],
    ["tails", segment.pieceTails, tails],
  ] as const) {
    const sum = counts.reduce((all, one) => all + one, 0);
    if (sum !== rows) return `expected pieces with ${rows} ${name}; found ${sum}`;
  }
  if (!rises(segment.firstTails, 0) || segment.firstTails[0] !== 0 || segment.firstTails[heads] !== tails)
    return `expected tails that rise from 0 to ${tails}; found others`;
  if (!rises(segment.repeatRows, 1) || (segment.repeatRows.at(-1) ?? -1) >= singles + heads + tails)
    return "expected repeats of rows that rise; found others";
  if (segment.pieceSources.some((source) => source >= sources.length)) return "expected pieces of its sources; found another";
  if (segment.piecePlanes.some((plane) => plane >= planes.length)) return "expected planes 0 and 1; found another";
  if (segment.bases.some((base) => !Number.isFinite(base))) return "expected moments; found none";
  return undefined;
}

function rises(column: Uint32Array, atLeast: number): boolean {
  for (let at = 1; at < column.length; at++) if ((column[at] ?? 0) < (column[at - 1] ?? 0) + atLeast) return false;
  return true;
}
