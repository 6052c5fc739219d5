/**
 * Where a GeoTIFF lies (OGC 19-008r4): its size, its grid and its place on it, from the first directory of a TIFF or BigTIFF. Only
 * grids that lie north up, in degrees (EPSG:4326), Web Mercator (3857) or UTM on WGS 84 (326xx, 327xx), are taken; others are
 * refused by their name, because an overlay that is off by a datum misleads. Values are read within the bytes there are.
 */

/** Reads that many bytes at an offset, fewer at the end of the file. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

export interface GeoTiff {
  readonly width: number;
  readonly height: number;
  /** 4326, 3857, 32601 to 32660, 32701 to 32760. */
  readonly epsg: number;
  /** Place on the grid of the upper left corner of the upper left pixel, and how far a pixel reaches east and south. */
  readonly west: number;
  readonly north: number;
  readonly perPixelX: number;
  readonly perPixelY: number;
}

export class GeoTiffRefused extends Error {
  override readonly name = "GeoTiffRefused";
}

const tag = { width: 256, height: 257, scale: 33550, tie: 33922, transformation: 34264, keys: 34735 } as const;
const key = { modelType: 1024, rasterType: 1025, geographic: 2048, projected: 3072 } as const;
const sizes: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const mostEntries = 4096;
const mostValues = 65_536;

/** Throws GeoTiffRefused, in words. */
export function readGeoTiff(read: ReadAt): GeoTiff {
  const tags = readTags(read);
  const [width, height] = [one(tags, tag.width), one(tags, tag.height)];
  if (width === undefined || height === undefined || !Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1)
    throw new GeoTiffRefused("GeoTIFF: expected a width and a height; found none");
  const { epsg, isPoint } = gridOf(tags);
  const placed = placeOf(tags);
  // A tie point in the middle of a pixel (PixelIsPoint) is half a pixel from its corner.
  const half = isPoint ? 0.5 : 0;
  const { perPixelX, perPixelY } = placed;
  if (!(perPixelX > 0) || !(perPixelY > 0) || !Number.isFinite(placed.west) || !Number.isFinite(placed.north))
    throw new GeoTiffRefused("GeoTIFF: expected a grid that lies north up, with pixels wider than 0; found another");
  return { width, height, epsg, west: placed.west - half * perPixelX, north: placed.north + half * perPixelY, perPixelX, perPixelY };
}

type Tags = ReadonlyMap<number, readonly number[]>;

const one = (tags: Tags, name: number): number | undefined => tags.get(name)?.[0];

function gridOf(tags: Tags): { readonly epsg: number; readonly isPoint: boolean } {
  const keys = tags.get(tag.keys);
  if (keys === undefined)
    throw new GeoTiffRefused(
      "GeoTIFF: expected keys that name its grid (GeoKeyDirectory); found none. A picture without them can be laid by its corners",
    );
  const found = new Map<number, number>();
  const count = Math.min(keys[3] ?? 0, Math.floor((keys.length - 4) / 4));
  for (let at = 0; at < count; at++) {
    const [id, place, , value] = keys.slice(4 + at * 4, 8 + at * 4);
    if (id !== undefined && place === 0 && value !== undefined) found.set(id, value);
  }
  const model = found.get(key.modelType);
  const epsg = model === 2 ? found.get(key.geographic) : model === 1 ? found.get(key.projected) : undefined;
  if (epsg === undefined) throw new GeoTiffRefused("GeoTIFF: expected a grid named by its EPSG number; found none");
  if (!isGrid(epsg))
    throw new GeoTiffRefused(
      `GeoTIFF: expected EPSG:4326, EPSG:3857 or UTM on WGS 84 (EPSG:32601 to 32660, 32701 to 32760); found EPSG:${epsg}. A program such as gdalwarp makes one of them`,
    );
  return { epsg, isPoint: found.get(key.rasterType) === 2 };
}

const isGrid = (epsg: number): boolean =>
  epsg === 4326 || epsg === 3857 || (epsg >= 32_601 && epsg <= 32_660) || (epsg >= 32_701 && epsg <= 32_760);

function placeOf(tags: Tags): Pick<GeoTiff, "west" | "north" | "perPixelX" | "perPixelY"> {
  const matrix = tags.get(tag.transformation);
  if (matrix !== undefined && matrix.length >= 16) {
    const [a = 0, b = 0, , d = 0, e = 0, f = 0, , h = 0] = matrix;
    if (b !== 0 || e !== 0) throw new GeoTiffRefused("GeoTIFF: expected a grid that lies north up; found a turned one");
    return { west: d, north: h, perPixelX: a, perPixelY: -f };
  }
  const [scale, tie] = [tags.get(tag.scale), tags.get(tag.tie)];
  if (scale === undefined || tie === undefined || scale.length < 2 || tie.length < 6)
    throw new GeoTiffRefused("GeoTIFF: expected its place by a pixel's size and one tie point; found none");
  if (tie.length > 6) throw new GeoTiffRefused("GeoTIFF: expected one tie point; found several, which bend the picture");
  const [perPixelX = 0, perPixelY = 0] = scale;
  const [column = 0, row = 0, , x = 0, y = 0] = tie;
  return { west: x - column * perPixelX, north: y + row * perPixelY, perPixelX, perPixelY };
}

/** Tags of the first directory that are asked for here, as numbers. */
function readTags(read: ReadAt): Tags {
  const head = viewOf(read(0, 16));
  const order = head.byteLength < 8 ? 0 : head.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) throw new GeoTiffRefused("GeoTIFF: expected a TIFF file; found another");
  const little = order === 0x4949;
  const version = head.getUint16(2, little);
  const big = version === 43;
  if (!big && version !== 42) throw new GeoTiffRefused(`GeoTIFF: expected a TIFF of version 42 or 43; found ${version}`);
  if (big && head.byteLength < 16) throw new GeoTiffRefused("GeoTIFF: expected a directory; found the end of the file");
  const far = (view: DataView, at: number): number => (big ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));
  const start = far(head, big ? 8 : 4);
  const [countBytes, entryBytes] = big ? [8, 20] : [2, 12];
  const counted = exact(read, start, countBytes);
  const count = big ? Number(counted.getBigUint64(0, little)) : counted.getUint16(0, little);
  if (count > mostEntries) throw new GeoTiffRefused(`GeoTIFF: expected at most ${mostEntries} tags; found ${count}`);
  const directory = exact(read, start + countBytes, count * entryBytes);
  const wanted = new Set<number>(Object.values(tag));
  const tags = new Map<number, readonly number[]>();
  for (let at = 0; at < count; at++) {
    const from = at * entryBytes;
    const name = directory.getUint16(from, little);
    if (!wanted.has(name)) continue;
    const type = directory.getUint16(from + 2, little);
    const values = far(directory, from + 4);
    const bytes = (sizes[type] ?? 0) * values;
    if (bytes === 0 || values > mostValues)
      throw new GeoTiffRefused(`GeoTIFF: tag ${name}: expected up to ${mostValues} numbers; found ${values} of type ${type}`);
    const inline = from + (big ? 12 : 8);
    const room = big ? 8 : 4;
    const view =
      bytes <= room ? new DataView(directory.buffer, directory.byteOffset + inline, room) : exact(read, far(directory, inline), bytes);
    tags.set(
      name,
      Array.from({ length: values }, (_, n) => numberAt(view, n, type, little)),
    );
  }
  return tags;
}

function numberAt(view: DataView, n: number, type: number, little: boolean): number {
  switch (type) {
    case 1:
      return view.getUint8(n);
    case 3:
      return view.getUint16(n * 2, little);
    case 4:
      return view.getUint32(n * 4, little);
    case 11:
      return view.getFloat32(n * 4, little);
    case 12:
      return view.getFloat64(n * 8, little);
    case 16:
      return Number(view.getBigUint64(n * 8, little));
    default:
      return Number.NaN;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function exact(read: ReadAt, offset: number, length: number): DataView {
  const bytes = Number.isSafeInteger(offset) && offset >= 0 ? read(offset, length) : new Uint8Array(0);
  if (bytes.byteLength < length) throw new GeoTiffRefused(`GeoTIFF: expected ${length} bytes at ${offset}; found the end of the file`);
  return viewOf(bytes);
}
