/** A place as it is typed or pasted: coordinates in any form, and the radius where one is written behind them, as the bench itself copies it. */
import { type CoordinatesRead, readCoordinates } from "../../core/place/read-coordinates.ts";
import type { Position } from "../../core/place/region.ts";

export interface TypedPlace {
  readonly read: CoordinatesRead;
  /** Undefined while nothing is read. */
  readonly place: { readonly centre: Position; readonly radiusM: number } | undefined;
}

const radiusBehind = /\s*(?:±|\+\/-|\+-)\s*(\d+(?:[.,]\d+)?)\s*(m|km)\s*$/iu;

export function readTyped(text: string, basis = ""): TypedPlace {
  const said = radiusBehind.exec(text);
  const read = readCoordinates(text.replace(radiusBehind, ""), { basis });
  if (read.state !== "read" || read.claim.region === "unknown" || read.claim.region.shape !== "circle") return { read, place: undefined };
  const { centre, radiusM } = read.claim.region;
  const stated = said === null ? 0 : Number((said[1] ?? "").replace(",", ".")) * (said[2]?.toLowerCase() === "km" ? 1000 : 1);
  // The figures may be coarser than what is said of them.
  return { read, place: { centre, radiusM: Math.max(radiusM, stated) } };
}
