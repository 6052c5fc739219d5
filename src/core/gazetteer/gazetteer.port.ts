/**
 * Looking a name up in lists of places. A gazetteer answers with every place of the name that it holds, how the spelling was matched,
 * and down to which size of place it reaches: what no gazetteer lists is not thereby known to be absent.
 */
import type { GazetteerAsked, GazetteerMatch } from "./gazetteer-place.ts";
import type { Position } from "../place/region.ts";

export interface NameLookup {
  /** As written, in any script. */
  readonly name: string;
  /** Distances and bearings are given from here, and the nearest come first. */
  readonly near?: Position | undefined;
  /** At most so many; 100 where it is not said. */
  readonly limit?: number | undefined;
  /** Where it is not said, spellings that are only near come in when no gazetteer holds a better one. */
  readonly nearSpellings?: "always" | "never" | undefined;
}

export interface LookupAnswer {
  /** Best match first, then nearest, or largest where no point is given. */
  readonly matches: readonly GazetteerMatch[];
  /** Every gazetteer that was asked, also those that hold no such name. */
  readonly asked: readonly GazetteerAsked[];
  /** Matches beyond the limit. */
  readonly leftOut: number;
}

export interface Gazetteer {
  lookup(asked: NameLookup): Promise<LookupAnswer>;
}
