/** Bytes of a tile as a file holds them, packed or not, made into a picture of our own writing or into plain shapes. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { tileShapesOf } from "../../formats/vector-tile/tile-shapes-of.ts";
import { VectorTileUnreadable } from "../../formats/vector-tile/read-vector-tile.ts";
import "../picture/open-picture.ts";
import type { LayerPicture } from "../../core/map-layer/map-layer.port.ts";
import { LayerRefused, type SourceTile } from "./layer-source.ts";

/** Bytes of a tile as it lies in a file, and unpacked. The largest of real basemaps are half a megabyte. */
export const mostTileBytes = 4 * 1024 * 1024;
const mostUnpacked = 16 * 1024 * 1024;
/** Side of a tile's picture, pixels: 512 is common, 1024 exists. */
const mostSide = 2048;

export type Packing = "none" | "gzip" | "brotli" | "zstd";

/** Throws LayerRefused; a bomb ends at `most` bytes. */
export function unpacked(bytes: Uint8Array, packing: Packing, most: number = mostUnpacked): Uint8Array {
  const limit = { maxOutputLength: most };
  try {
    switch (packing) {
      case "none":
        return bytes;
      case "gzip":
        return gunzipSync(bytes, limit);
      case "brotli":
        return brotliDecompressSync(bytes, limit);
      case "zstd":
        return zstdDecompressSync(bytes, limit);
    }
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    throw new LayerRefused(
      code === "ERR_BUFFER_TOO_LARGE"
        ? `layer: expected at most ${most} bytes after unpacking; found more`
        : `layer: expected ${packing} data; found that it cannot be unpacked`,
    );
  }
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

export function isPicture(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (
    (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) ||
    (a === 0xff && b === 0xd8 && c === 0xff) ||
    (a === 0x52 && b === 0x49 && c === 0x46 && d === 0x46) ||
    (bytes[4] === 0x66 && bytes[5] === 0x74 && bytes[6] === 0x79 && bytes[7] === 0x70)
  );
}

/** Throws LayerRefused. */
export async function foreignTile(bytes: Uint8Array): Promise<SourceTile> {
  const plain = isGzip(bytes) ? unpacked(bytes, "gzip") : bytes;
  if (plain.length === 0) return { state: "none" };
  if (isPicture(plain)) return { state: "picture", picture: await cleanPicture(plain) };
  try {
    return { state: "shapes", shapes: tileShapesOf(plain) };
  } catch (error) {
    throw error instanceof VectorTileUnreadable ? new LayerRefused(error.message) : error;
  }
}

/** Decoded and written anew: nothing of the foreign bytes but its pixels goes on. */
async function cleanPicture(bytes: Uint8Array): Promise<LayerPicture> {
  try {
    const opened = sharp(bytes, { limitInputPixels: mostSide * mostSide, failOn: "error", page: 0, pages: 1 });
    const { hasAlpha, format } = await opened.metadata();
    return await written(opened, hasAlpha || format === "png");
  } catch (error) {
    if (error instanceof LayerRefused) throw error;
    throw new LayerRefused(
      `layer: expected a picture of at most ${mostSide} x ${mostSide} pixels in a tile; found that it cannot be decoded`,
    );
  }
}

/** PNG where pixels may be see-through or lines are sharp, JPEG else. */
export async function written(picture: Sharp, lossless: boolean): Promise<LayerPicture> {
  const shown = picture.toColourspace("srgb");
  return lossless
    ? { mediaType: "image/png", bytes: await shown.png({ compressionLevel: 3 }).toBuffer() }
    : { mediaType: "image/jpeg", bytes: await shown.flatten({ background: "#000000" }).jpeg({ quality: 92 }).toBuffer() };
}
