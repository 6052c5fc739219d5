/** Pictures with signs, drawn by the test: letters of a system font on boards, in three scripts. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import sharp from "sharp";

const width = 960;
const height = 540;

export interface Board {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly paint: string;
  readonly board: string;
}

/** Each board is 520 x 90 pixels, its letters 52 pixels high. */
export async function drawSigns(path: string, boards: readonly Board[], ground = "#8898a8"): Promise<void> {
  const drawn = boards.map(
    ({ words, x, y, paint, board }) =>
      `<rect x="${x}" y="${y}" width="520" height="90" fill="${board}"/><text x="${x + 20}" y="${y + 62}" font-family="DejaVu Sans" font-size="52" fill="${paint}">${words}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${drawn.join("")}</svg>`;
  await sharp(Buffer.from(svg)).png().toFile(path);
}

/** Stills one after the other, each for its seconds; the clip's clock begins at `firstSec`. */
export function clipOf(folder: string, stills: readonly { readonly file: string; readonly sec: number }[], firstSec: number): string {
  const clip = join(folder, "signs.mp4");
  const inputs = stills.flatMap(({ file, sec }) => ["-loop", "1", "-t", String(sec), "-i", join(folder, file)]);
  const joined = stills.map((_, n) => `[${n}:v]fps=10[v${n}]`).join(";");
  const graph = `${joined};${stills.map((_, n) => `[v${n}]`).join("")}concat=n=${stills.length}:v=1,format=yuv420p[v]`;
  const out = ["-map", "[v]", "-c:v", "libx264", "-preset", "ultrafast", "-output_ts_offset", String(firstSec), clip];
  execFileSync("ffmpeg", ["-v", "error", ...inputs, "-filter_complex", graph, ...out]);
  return clip;
}
