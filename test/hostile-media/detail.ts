/**
 * How much a picture changes over a short distance, of 255: the mean difference to the picture smoothed over `radius`
 * pixels. A blur that keeps only coarser things leaves next to nothing.
 */
import sharp from "sharp";

export async function detailOf(bytes: Buffer, radius: number): Promise<number> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const smooth = boxMean(data, info.width, info.height, Math.floor(radius / 2));
  let sum = 0;
  for (let at = 0; at < data.length; at++) sum += Math.abs((data[at] as number) - (smooth[at] as number));
  return sum / data.length;
}

function boxMean(data: Buffer, width: number, height: number, reach: number): Float64Array {
  const out = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = Math.max(0, y - reach); dy <= Math.min(height - 1, y + reach); dy++) {
        for (let dx = Math.max(0, x - reach); dx <= Math.min(width - 1, x + reach); dx++) {
          sum += data[dy * width + dx] as number;
          count++;
        }
      }
      out[y * width + x] = sum / count;
    }
  }
  return out;
}
