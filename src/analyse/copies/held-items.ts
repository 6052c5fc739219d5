/** Items made ready for comparing, as many as fit; what was longest not asked for goes first and is read again. */
import type { Printed } from "../../core/copies/copy-matcher.port.ts";
import { type Comparable, comparableOf } from "./comparable.ts";

/** An hour of frames with landmarks takes about a hundred megabytes, a clip of ten seconds about one. */
const mostHeldBytes = 768 * 1024 * 1024;
/** Comparing makes landmarks ready to be looked up, which takes about as much again (segment-match/track-lookup.ts). */
const withLookups = 2;

/** Prints that cannot be read. */
export class Unreadable extends Error {
  readonly printed: Printed;

  constructor(printed: Printed, cause: unknown) {
    super(cause instanceof Error ? cause.message : "unknown", { cause });
    this.printed = printed;
  }
}

/** Gives an item made ready, from what is held or from its files. Throws `Unreadable`. */
export function createHeldItems(mostBytes = mostHeldBytes): (printed: Printed) => Comparable {
  const held = new Map<string, { readonly made: Comparable; readonly bytes: number }>();
  let heldBytes = 0;
  return (printed) => {
    const found = held.get(printed.object) ?? read(printed);
    if (!held.delete(printed.object)) heldBytes += found.bytes;
    for (const [oldest, { bytes }] of held) {
      if (heldBytes <= mostBytes) break;
      held.delete(oldest);
      heldBytes -= bytes;
    }
    held.set(printed.object, found);
    return found.made;
  };
}

function read(printed: Printed): { readonly made: Comparable; readonly bytes: number } {
  try {
    const made = comparableOf(printed);
    return { made, bytes: withLookups * bytesOf(made) };
  } catch (error) {
    throw new Unreadable(printed, error);
  }
}

/** Columns are all that is large. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}
