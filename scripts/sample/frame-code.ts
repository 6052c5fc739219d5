/**
 * The frame code: a row of black and white blocks that says which frame of the original recording
 * a picture shows, so that a test can compare the picture with the number a player claims.
 * Pure: works on any RGBA picture, in Node and in a browser page.
 *
 * Twenty-four cells, left to right: white black (start), 16 bits of the index with the highest
 * first, 4 bits of CRC over them, black white (stop). White is 1.
 */

/** Where the strip lies, in pixels of a displayed picture of `width` x `height`. */
export interface FrameCodeLayout {
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
  /** The picture was flipped left to right after the strip was drawn; `x` is before the flip. */
  readonly mirrored?: boolean;
}

const START = [1, 0] as const;
const STOP = [0, 1] as const;
const INDEX_BITS = 16;
export const FRAME_CODE_CELLS = START.length + INDEX_BITS + 4 + STOP.length;

/** The cells of an index from 0 to 65535. */
export function frameCodeCells(index: number): number[] {
  const cells: number[] = [...START];
  for (let bit = INDEX_BITS - 1; bit >= 0; bit--) cells.push((index >> bit) & 1);
  const check = crc4(index);
  for (let bit = 3; bit >= 0; bit--) cells.push((check >> bit) & 1);
  return [...cells, ...STOP];
}

/**
 * The index in a decoded picture, or null when there is no valid strip. `width` and `height` are
 * those of the pixels given; the layout is scaled to them.
 */
export function readFrameCode(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number, layout: FrameCodeLayout): number | null {
  const levels: number[] = [];
  for (let cell = 0; cell < FRAME_CODE_CELLS; cell++) {
    levels.push(cellLevel(rgba, width, height, layout, cell));
  }
  const white = Math.min(levels[0] ?? 0, levels[FRAME_CODE_CELLS - 1] ?? 0);
  const black = Math.max(levels[1] ?? 0, levels[FRAME_CODE_CELLS - 2] ?? 0);
  // A grey or uniform strip is no strip: 40 is far below any encoding of black on white.
  if (white - black < 40) return null;
  const threshold = (white + black) / 2;
  const bits = levels.map((level) => (level > threshold ? 1 : 0));

  let index = 0;
  for (let i = 0; i < INDEX_BITS; i++) index = (index << 1) | (bits[START.length + i] ?? 0);
  const expected = frameCodeCells(index);
  return bits.every((bit, i) => bit === expected[i]) ? index : null;
}

/** Mean brightness of the middle of one cell; the edges bleed when a picture is scaled. */
function cellLevel(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number, layout: FrameCodeLayout, cell: number): number {
  const scaleX = width / layout.width;
  const scaleY = height / layout.height;
  const left = layout.x + cell * layout.cellWidth;
  const x0 = Math.floor((left + layout.cellWidth * 0.3) * scaleX);
  const x1 = Math.max(x0 + 1, Math.ceil((left + layout.cellWidth * 0.7) * scaleX));
  const y0 = Math.floor((layout.y + layout.cellHeight * 0.3) * scaleY);
  const y1 = Math.max(y0 + 1, Math.ceil((layout.y + layout.cellHeight * 0.7) * scaleY));
  let sum = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = (y * width + (layout.mirrored ? width - 1 - x : x)) * 4;
      sum += (rgba[at] ?? 0) * 0.299 + (rgba[at + 1] ?? 0) * 0.587 + (rgba[at + 2] ?? 0) * 0.114;
    }
  }
  return sum / ((x1 - x0) * (y1 - y0));
}

/** x^4 + x + 1, started at 15 so that an all-black strip does not check. */
function crc4(index: number): number {
  let crc = 0xf;
  for (let bit = INDEX_BITS - 1; bit >= 0; bit--) {
    const carry = ((crc >> 3) & 1) ^ ((index >> bit) & 1);
    crc = ((crc << 1) & 0xf) ^ (carry ? 0x3 : 0);
  }
  return crc;
}
