/**
 * PMTiles of version 3, read by ranges of the file: header and directory entries by the `pmtiles` package, what they may claim by us.
 * A directory that is larger than its limit, that points outside the file or goes deeper than three leaves is refused.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { bytesToHeader, type Entry, findTile, type Header, zxyToTileId } from "pmtiles";
import type { TileName } from "../../core/map-layer/map-layer.port.ts";
import { type LayerFacts, mostZoomOfLayer } from "../../core/map-layer/map-layer.ts";
import { foreignTile, mostTileBytes, type Packing, unpacked } from "./foreign-tile.ts";
import { LayerRefused, type LayerSource, noPicture, type SourceTile } from "./layer-source.ts";
import { degreesOf, saysOf } from "./metadata-words.ts";
import { pmtilesEntries } from "./pmtiles-entries.ts";

const headerBytes = 127;
const mostDirectoryBytes = 4 * 1024 * 1024;
const mostMetadataBytes = 2 * 1024 * 1024;
const mostDepth = 3;
const keptDirectories = 64;
const packings: readonly (Packing | undefined)[] = [undefined, "none", "gzip", "brotli", "zstd"];

export function looksLikePmtiles(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, 7)).toString("latin1") === "PMTiles";
}

/** Throws LayerRefused. */
export function openPmtiles(file: string): LayerSource {
  const fd = openSync(file, "r");
  try {
    return sourceOf(fd);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function sourceOf(fd: number): LayerSource {
  const { size } = fstatSync(fd);
  const range = (offset: number, length: number, most: number, what: string): Uint8Array => {
    if (length > most || length < 0) throw new LayerRefused(`PMTiles: ${what}: expected at most ${most} bytes; found ${length}`);
    if (offset + length > size) throw new LayerRefused(`PMTiles: ${what}: expected it within the file; found that it goes beyond its end`);
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
  };
  const header = headerOf(range(0, headerBytes, headerBytes, "header"));
  const packing = (code: number, what: string): Packing => {
    const known = packings[code];
    if (known === undefined) throw new LayerRefused(`PMTiles: ${what}: expected none, gzip, brotli or zstd; found number ${code}`);
    return known;
  };
  const inner = packing(header.internalCompression, "packing of directories");
  const ofTiles = packing(header.tileCompression, "packing of tiles");
  const directories = new Map<number, Entry[]>();
  const directory = (offset: number, length: number): Entry[] => {
    const kept = directories.get(offset);
    if (kept !== undefined) return kept;
    const entries = pmtilesEntries(unpacked(range(offset, length, mostDirectoryBytes, "directory"), inner, mostDirectoryBytes));
    const [oldest] = directories.keys();
    if (directories.size >= keptDirectories && oldest !== undefined) directories.delete(oldest);
    directories.set(offset, entries);
    return entries;
  };
  const facts = factsOf(header, () =>
    unpacked(range(header.jsonMetadataOffset, header.jsonMetadataLength, mostMetadataBytes, "metadata"), inner, mostMetadataBytes),
  );
  // A file without its first directory is no layer, and that is said when it is added.
  directory(header.rootDirectoryOffset, header.rootDirectoryLength);

  return {
    facts,
    picture: noPicture,
    prepare: () => Promise.resolve(false),
    async tile({ z, x, y }: TileName): Promise<SourceTile> {
      if (z < header.minZoom || z > header.maxZoom) return { state: "none" };
      const id = zxyToTileId(z, x, y);
      let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
      for (let depth = 0; depth <= mostDepth; depth++) {
        const entry = findTile(directory(offset, length), id);
        if (entry === null) return { state: "none" };
        if (entry.runLength > 0) {
          const bytes = range(header.tileDataOffset + entry.offset, entry.length, mostTileBytes, "tile");
          return foreignTile(unpacked(bytes, ofTiles));
        }
        [offset, length] = [header.leafDirectoryOffset + entry.offset, entry.length];
      }
      throw new LayerRefused(`PMTiles: expected directories at most ${mostDepth + 1} deep; found more, as in a loop`);
    },
  };
}

function headerOf(bytes: Uint8Array): Header {
  if (bytes.length < headerBytes) throw new LayerRefused(`PMTiles: expected a header of ${headerBytes} bytes; found the end of the file`);
  if (bytes[7] !== 3) throw new LayerRefused(`PMTiles: expected version 3; found ${bytes[7]}`);
  const header = bytesToHeader(new Uint8Array(bytes).buffer, undefined);
  if (header.tileType < 1 || header.tileType > 5)
    throw new LayerRefused(`PMTiles: expected tiles as MVT, PNG, JPEG, WebP or AVIF; found type ${header.tileType}`);
  const { minZoom, maxZoom } = header;
  if (minZoom > maxZoom || maxZoom > mostZoomOfLayer)
    throw new LayerRefused(`PMTiles: expected zooms from 0 to ${mostZoomOfLayer}; found ${minZoom} to ${maxZoom}`);
  return header;
}

function factsOf(header: Header, metadata: () => Uint8Array): LayerFacts {
  const bounds = degreesOf([header.minLon, header.minLat, header.maxLon, header.maxLat]);
  if (bounds === undefined) throw new LayerRefused("PMTiles: bounds: expected degrees of latitude and longitude; found others");
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(metadata()).toString("utf8"));
  } catch {
    // What it says of itself is not needed to draw it.
    said = undefined;
  }
  return {
    kind: "pmtiles",
    draws: header.tileType === 1 ? "vector" : "raster",
    bounds,
    ...{ leastZoom: header.minZoom, mostZoom: header.maxZoom, pixels: null, grid: null },
    says: saysOf(said),
  };
}
