/** A GeoJSON extract into an index. */
import { decodedText } from "../../formats/text-encoding/decoded-text.ts";
import { streamFeatures, type StreamedFile } from "../../formats/geojson/stream-features.ts";
import { platformDecoder } from "../reading/platform-decoder.ts";
import type { IndexWriter } from "./index-writer.ts";

export async function takeGeoJson(chunks: AsyncIterable<Uint8Array>, index: IndexWriter): Promise<StreamedFile> {
  return streamFeatures(
    decodedText(chunks, platformDecoder, () => undefined),
    ({ id, tags, shapes }) => {
      for (const [n, { kind, paths }] of shapes.entries()) {
        const own = shapes.length === 1 ? id : `${id}#${n + 1}`;
        const [first] = paths;
        if (kind !== "point") index.add(own, tags, { kind, paths });
        else if (first !== undefined) index.add(own, tags, { kind, lon: first[0] as number, lat: first[1] as number });
      }
    },
  );
}
