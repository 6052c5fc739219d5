/** A GeoTIFF as tiles: a pyramid of it is made once, and each tile is laid out of the level that is just fine enough. */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import sharp from "sharp";
import type { TileName } from "../../core/map-layer/map-layer.port.ts";
import { type LayerFacts, mostZoomOfLayer } from "../../core/map-layer/map-layer.ts";
import { placeInTiles } from "../../core/map-layer/tile-place.ts";
import { type GeoTiff, GeoTiffRefused, readGeoTiff } from "../../formats/geotiff/read-geotiff.ts";
import { toColumnRow, toPlace } from "../../formats/geotiff/grid.ts";
import { mostPixels } from "../picture/open-picture.ts";
import { written } from "./foreign-tile.ts";
import { layOut, type SourceWindow } from "./lay-out.ts";
import { LayerRefused, type LayerSource, noPicture, type SourceTile } from "./layer-source.ts";

const tilePx = 256;
const gridSteps = 16;
/** Side of what is read for one tile, pixels: more means a map so bent that it is not worth drawing. */
const mostWindow = 3000;

export function looksLikeTiff(start: Uint8Array): boolean {
  const order = `${String.fromCharCode(start[0] ?? 0)}${String.fromCharCode(start[1] ?? 0)}`;
  return (order === "II" && (start[2] === 42 || start[2] === 43)) || (order === "MM" && (start[3] === 42 || start[3] === 43));
}

/** `pyramid`: made by `prepare`; without it tiles come out of the file itself. Throws LayerRefused. */
export async function openGeoTiff(file: string, pyramid: string | null): Promise<LayerSource> {
  const geo = tagsOf(file);
  const opened = () => sharp(file, { limitInputPixels: mostPixels, failOn: "error", page: 0, pages: 1 });
  const { width, height, channels, depth } = await opened().metadata().catch(undecodable);
  if (width !== geo.width || height !== geo.height)
    throw new LayerRefused(
      `GeoTIFF: expected one size; found ${geo.width} x ${geo.height} in its tags and ${width} x ${height} in its picture`,
    );
  if (depth !== "uchar" || channels > 4)
    throw new LayerRefused(
      `GeoTIFF: expected grey or colour of 8 bits; found ${channels} bands of ${depth}. A program such as gdal_translate -ot Byte -scale makes them`,
    );
  const levelFile = pyramid !== null && existsSync(pyramid) ? pyramid : file;
  const levels = levelFile === file ? 1 : ((await sharp(levelFile).metadata()).pages ?? 1);

  return {
    facts: factsOf(geo),
    picture: noPicture,
    async prepare(to) {
      const shown = opened().toColourspace("srgb");
      // See-through parts need a packing that has them.
      const compression = channels === 2 || channels === 4 ? "deflate" : "jpeg";
      await shown
        .tiff({ tile: true, pyramid: true, tileWidth: 256, tileHeight: 256, compression, quality: 92 })
        .toFile(to)
        .catch(undecodable);
      return true;
    },
    async tile(name: TileName): Promise<SourceTile> {
      const grid = gridOf(geo, name);
      const level = Math.max(0, Math.min(levels - 1, Math.floor(Math.log2(Math.max(1, grid.perPixel)))));
      const shrink = 2 ** level;
      const [levelWidth, levelHeight] = [Math.floor(width / shrink), Math.floor(height / shrink)];
      const left = Math.max(0, Math.floor(grid.left / shrink) - 1);
      const top = Math.max(0, Math.floor(grid.top / shrink) - 1);
      const right = Math.min(levelWidth, Math.ceil(grid.right / shrink) + 1);
      const bottom = Math.min(levelHeight, Math.ceil(grid.bottom / shrink) + 1);
      if (right <= left || bottom <= top) return { state: "none" };
      if (right - left > mostWindow || bottom - top > mostWindow) return { state: "none" };
      const region = { left, top, width: right - left, height: bottom - top };
      const data = await sharp(levelFile, { limitInputPixels: mostPixels, failOn: "error", page: level, pages: 1 })
        .extract(region)
        .toColourspace("srgb")
        .ensureAlpha()
        .raw()
        .toBuffer()
        .catch(undecodable);
      const window: SourceWindow = { ...region, data, scale: 1 / shrink };
      const { pixels, seeThrough } = layOut(window, grid.corners, tilePx, gridSteps);
      if (seeThrough === "all") return { state: "none" };
      const picture = await written(sharp(pixels, { raw: { width: tilePx, height: tilePx, channels: 4 } }), seeThrough === "some");
      return { state: "picture", picture };
    },
  };
}

function undecodable(): never {
  throw new LayerRefused(`GeoTIFF: expected a picture of at most ${mostPixels} pixels; found that it cannot be decoded`);
}

function tagsOf(file: string): GeoTiff {
  const fd = openSync(file, "r");
  try {
    return readGeoTiff((offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
    });
  } catch (error) {
    throw error instanceof GeoTiffRefused ? new LayerRefused(error.message) : error;
  } finally {
    closeSync(fd);
  }
}

/** Where the corners of a tile's grid lie in the picture, column and row, and around them all. */
function gridOf(geo: GeoTiff, { z, x, y }: TileName) {
  const corners: number[] = [];
  const around = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let row = 0; row <= gridSteps; row++)
    for (let column = 0; column <= gridSteps; column++) {
      const at = toColumnRow(geo, placeInTiles(z, x + column / gridSteps, y + row / gridSteps));
      corners.push(at.x, at.y);
      around.left = Math.min(around.left, at.x);
      around.right = Math.max(around.right, at.x);
      around.top = Math.min(around.top, at.y);
      around.bottom = Math.max(around.bottom, at.y);
    }
  const perPixel = Math.max(around.right - around.left, around.bottom - around.top) / tilePx;
  return { corners, perPixel, ...around };
}

function factsOf(geo: GeoTiff): LayerFacts {
  const edge = Array.from({ length: 9 }, (_, n) => n / 8);
  const places = edge.flatMap((share) =>
    [
      { x: share * geo.width, y: 0 },
      { x: share * geo.width, y: geo.height },
      { x: 0, y: share * geo.height },
      { x: geo.width, y: share * geo.height },
    ].map((at) => toPlace(geo, at)),
  );
  const [lats, lons] = [places.map(({ lat }) => lat), places.map(({ lon }) => lon)];
  const bounds = { south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lons), east: Math.max(...lons) };
  const fits = places.every(({ lat, lon }) => Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180);
  if (!fits) throw new LayerRefused("GeoTIFF: expected a place on the earth; found that its grid leaves it");
  // As fine as its own pixels: at zoom z the earth is 256 * 2^z pixels round.
  const perPixelDeg = (bounds.east - bounds.west) / geo.width;
  const mostZoom = Math.max(0, Math.min(mostZoomOfLayer, Math.ceil(Math.log2(360 / (256 * perPixelDeg)))));
  return {
    kind: "geotiff",
    draws: "raster",
    bounds,
    ...{ leastZoom: 0, mostZoom, pixels: { width: geo.width, height: geo.height }, grid: `EPSG:${geo.epsg}` },
    says: { name: "", credit: "" },
  };
}
