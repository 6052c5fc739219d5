/** What unpacking asks of an open case, and how it reads what a child left. */
import { createReadStream } from "node:fs";
import type { UnpackingPorts } from "../actions/record-unpacked.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { erasedObjects } from "../reads/erased-objects.ts";
import { pathOfItem, unpackedPlaces } from "../reads/unpacked-places.ts";

export function unpackingPorts(reader: CaseReader): UnpackingPorts {
  return {
    unpackedPlaces: (container) => unpackedPlaces(reader, container),
    pathOfItem: (item) => pathOfItem(reader, item),
    erasedObjects: () => erasedObjects(reader),
    // The stream's own end is the last byte that it gives.
    readRange: (path, { start, end }) => createReadStream(path, { start, end: end - 1, highWaterMark: 1024 * 1024 }),
  };
}
