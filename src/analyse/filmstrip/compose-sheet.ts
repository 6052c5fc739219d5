/** Lays blurred tiles out in rows. */
import { blurredJpeg, enlarge, type Pixels } from "../shield/blur.ts";

export async function composeSheet(tiles: readonly Pixels[], tile: { width: number; height: number }, columns: number): Promise<Buffer> {
  const rows = Math.ceil(tiles.length / columns);
  const width = tile.width * columns;
  const height = tile.height * rows;
  const sheet = Buffer.alloc(width * height * 3, 24);
  for (const [n, kept] of tiles.entries()) {
    const pixels = await enlarge(kept, tile.width, tile.height);
    const left = (n % columns) * tile.width;
    const top = Math.floor(n / columns) * tile.height;
    for (let y = 0; y < tile.height; y++) {
      pixels.copy(sheet, ((top + y) * width + left) * 3, y * tile.width * 3, (y + 1) * tile.width * 3);
    }
  }
  return blurredJpeg(sheet, width, height);
}
