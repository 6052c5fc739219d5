/** The first block of an OpenStreetMap file: what it covers, of when it is, and what a reader has to understand. */
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";
import { bytesOf, eachField, inner, type Message, messageOf, numberOf, textOf } from "./message-fields.ts";
import type { OsmHeader } from "./osm-elements.ts";

/** Features a file may require (osmformat.proto, HeaderBlock.required_features); a file with any other would be read wrongly. */
const understood: ReadonlySet<string> = new Set(["OsmSchema-V0.6", "DenseNodes", "LocationsOnWays"]);
const longestText = 300;

export function readHeaderBlock(bytes: Uint8Array, where: string): OsmHeader {
  const message = messageOf(bytes, where);
  let box: OsmHeader["box"];
  const [required, optional]: [string[], string[]] = [[], []];
  let [writtenBy, source]: [string, string] = ["", ""];
  let replicatedAt: number | undefined;
  eachField(message, (field) => {
    if (field === 1) box = boxOf(inner(message), where);
    else if (field === 4) required.push(wordsOf(message));
    else if (field === 5) optional.push(wordsOf(message));
    else if (field === 16) writtenBy = wordsOf(message);
    else if (field === 17) source = wordsOf(message);
    else if (field === 32) replicatedAt = numberOf(message, true);
  });
  const foreign = required.find((feature) => !understood.has(feature));
  if (foreign !== undefined)
    throw new ExtractUnreadable(where, `a file that requires nothing but ${[...understood].join(", ")}`, `"${foreign}"`);
  return { box, required, optional, writtenBy, source, replicatedAt };
}

function boxOf(message: Message, where: string): OsmHeader["box"] {
  const sides = new Map<number, number>();
  eachField(message, (field) => {
    if (field >= 1 && field <= 4 && message.reader.type === 0) sides.set(field, Math.round(message.reader.readSVarint() / 100));
  });
  const [west, east, north, south] = [1, 2, 3, 4].map((side) => sides.get(side));
  if (west === undefined || east === undefined || north === undefined || south === undefined) return undefined;
  const onEarth = Math.abs(west) <= 180e7 && Math.abs(east) <= 180e7 && Math.abs(north) <= 90e7 && Math.abs(south) <= 90e7;
  if (!onEarth || west > east || south > north) throw new ExtractUnreadable(where, "a box on the earth", "another one");
  return { south, west, north, east };
}

const controls = /[\p{Cc}\p{Cf}]/gu;

/** No control characters, and no more than fits on a line. */
function wordsOf(message: Message): string {
  return textOf(bytesOf(message)).replace(controls, " ").slice(0, longestText);
}
