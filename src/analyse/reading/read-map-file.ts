/** Reads KML and GeoJSON in the child; which of them it is, its beginning says. KMZ comes as the members of its archive. */
import { createReadStream } from "node:fs";
import { readGeoJson } from "../../formats/geojson/read-geojson.ts";
import { readKml } from "../../formats/kml/read-kml.ts";
import { decodedText } from "../../formats/text-encoding/decoded-text.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";

/** What is longer is refused: a map file of a case is some megabytes. */
const longest = 64 * 1024 * 1024;

export async function mapFile({ object, onProgress }: Making): Promise<Made> {
  const parts: string[] = [];
  let length = 0;
  for await (const text of decodedText(createReadStream(object), platformDecoder, () => undefined)) {
    parts.push(text);
    length += text.length;
    if (length > longest)
      return {
        state: "failed",
        failure: { code: "output-limit", message: `expected a map file of at most ${longest} characters; found a longer one` },
      };
  }
  onProgress(0.5);
  const text = parts.join("");
  return { state: "done", result: /^\s*\{/.test(text) ? readGeoJson(text) : readKml(text), files: [] };
}
