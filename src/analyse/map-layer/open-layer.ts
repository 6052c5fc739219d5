/** What a layer's file is, by its own first bytes; its name says nothing. */
import { closeSync, openSync, readSync } from "node:fs";
import type { Corners } from "../../core/map-layer/map-layer.ts";
import { looksLikeTiff, openGeoTiff } from "./open-geotiff.ts";
import { openImage } from "./open-image.ts";
import { looksLikeSqlite, openMbtiles } from "./open-mbtiles.ts";
import { looksLikePmtiles, openPmtiles } from "./open-pmtiles.ts";
import type { LayerSource } from "./layer-source.ts";

/** Throws LayerRefused. A TIFF with stated corners is a picture; its own grid is then not asked for. */
export async function openLayer(file: string, pyramid: string | null, corners: Corners | null): Promise<LayerSource> {
  const start = startOf(file);
  if (looksLikePmtiles(start)) return openPmtiles(file);
  if (looksLikeSqlite(start)) return openMbtiles(file);
  if (looksLikeTiff(start) && corners === null) return openGeoTiff(file, pyramid);
  return openImage(file, corners);
}

function startOf(file: string): Uint8Array {
  const fd = openSync(file, "r");
  try {
    const bytes = new Uint8Array(16);
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(fd);
  }
}
