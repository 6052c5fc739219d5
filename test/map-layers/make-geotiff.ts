/** Writes a small GeoTIFF by TIFF 6.0 and OGC 19-008r4, for tests: one strip of colour, a pixel's size, a tie point and a grid. */

export interface GeoTiffMade {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel. */
  readonly pixelAt: (x: number, y: number) => readonly [number, number, number];
  readonly epsg: number;
  readonly west: number;
  readonly north: number;
  readonly perPixel: readonly [number, number];
  /** The tie point is the middle of its pixel. */
  readonly isPoint?: boolean;
  /** Written instead of the true width into the tag. */
  readonly saysWidth?: number;
  /** Turned by this transformation instead of a tie point. */
  readonly matrix?: readonly number[];
}

type Value = readonly [type: number, numbers: readonly number[]];
const sizes: Readonly<Record<number, number>> = { 3: 2, 4: 4, 12: 8 };

export function makeGeoTiff(made: GeoTiffMade): Uint8Array {
  const { width, height, epsg, west, north, perPixel, isPoint = false } = made;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set(made.pixelAt(x, y), (y * width + x) * 3);
  const keys = [1, 1, 0, 3, 1024, 0, 1, epsg === 4326 ? 2 : 1, 1025, 0, 1, isPoint ? 2 : 1, epsg === 4326 ? 2048 : 3072, 0, 1, epsg];
  const tags: [number, Value][] = [
    [256, [3, [made.saysWidth ?? width]]],
    [257, [3, [height]]],
    [258, [3, [8, 8, 8]]],
    [259, [3, [1]]],
    [262, [3, [2]]],
    [273, [4, [0]]],
    [277, [3, [3]]],
    [278, [3, [height]]],
    [279, [4, [pixels.length]]],
    ...(made.matrix === undefined
      ? ([
          [33550, [12, [...perPixel, 0]]],
          [33922, [12, [0, 0, 0, west, north, 0]]],
        ] as [number, Value][])
      : ([[34264, [12, made.matrix]]] as [number, Value][])),
    [34735, [3, keys]],
  ];
  const directory = 8;
  const beyond = directory + 2 + tags.length * 12 + 4;
  let room = beyond;
  const out = new DataView(new ArrayBuffer(beyond + 4096 + pixels.length));
  out.setUint16(0, 0x4949);
  out.setUint16(2, 42, true);
  out.setUint32(4, directory, true);
  out.setUint16(directory, tags.length, true);
  const put = (at: number, type: number, value: number): void => {
    if (type === 3) out.setUint16(at, value, true);
    else if (type === 4) out.setUint32(at, value, true);
    else out.setFloat64(at, value, true);
  };
  let stripAt = 0;
  for (const [n, [tag, [type, numbers]]] of tags.entries()) {
    const entry = directory + 2 + n * 12;
    out.setUint16(entry, tag, true);
    out.setUint16(entry + 2, type, true);
    out.setUint32(entry + 4, numbers.length, true);
    const size = sizes[type] ?? 1;
    const inside = size * numbers.length <= 4;
    if (tag === 273) stripAt = entry + 8;
    if (!inside) out.setUint32(entry + 8, room, true);
    for (const [at, number] of numbers.entries()) put((inside ? entry + 8 : room) + at * size, type, number);
    if (!inside) room += size * numbers.length;
  }
  out.setUint32(stripAt, room, true);
  new Uint8Array(out.buffer).set(pixels, room);
  return new Uint8Array(out.buffer, 0, room + pixels.length);
}
