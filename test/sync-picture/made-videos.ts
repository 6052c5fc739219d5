/** Videos made from numbers: small grey pictures with light that changes and a square that wanders, encoded as telephones do. */
import { spawn } from "node:child_process";

export interface MadeVideo {
  /** Mean light of the picture at a moment of the event, steps of 255. */
  readonly lightAt: (eventS: number) => number;
  /** Place of the square, pixels to the right: what moves. */
  readonly placeAt?: (eventS: number) => number;
  /** Event time of the first frame. */
  readonly fromS: number;
  readonly lengthS: number;
  readonly rate: number;
  /** Further words for the encoder, such as a filter that drops frames. */
  readonly words?: readonly string[];
  /** Changes noise and background: another camera. */
  readonly seed: number;
}

const width = 96;
const height = 64;

export async function makeVideo(
  path: string,
  { lightAt, placeAt = () => 0, fromS, lengthS, rate, words = [], seed }: MadeVideo,
): Promise<string> {
  const input = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${width}x${height}`, "-r", String(rate), "-i", "pipe:0"];
  const child = spawn(
    "ffmpeg",
    ["-v", "error", "-y", ...input, ...words, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path],
    {
      stdio: ["pipe", "ignore", "inherit"],
    },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))));
  });
  let state = seed;
  for (let n = 0; n < lengthS * rate; n++) {
    const atS = fromS + n / rate;
    const picture = Buffer.alloc(width * height);
    const [light, left] = [lightAt(atS), Math.round(placeAt(atS))];
    for (let i = 0; i < picture.length; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const inSquare = x >= left + 20 && x < left + 44 && y >= 20 && y < 44;
      const ground = 60 + 40 * Math.sin(x / 7 + seed) * Math.cos(y / 9) + (inSquare ? 70 : 0);
      picture[i] = Math.max(0, Math.min(255, ground + light + ((state >>> 24) - 128) / 40));
    }
    if (!child.stdin.write(picture)) await new Promise((resolve) => child.stdin.once("drain", resolve));
  }
  child.stdin.end();
  await ended;
  return path;
}

/** Light of flashes that die away in a twentieth of a second. */
export const flashesAt =
  (times: readonly number[], size = 60) =>
  (eventS: number): number =>
    times.reduce((sum, atS) => sum + (eventS >= atS && eventS < atS + 0.4 ? size * Math.exp((atS - eventS) / 0.05) : 0), 0);
