/**
 * Checks a redacted file frame by frame against its original. Shares no code with what made it: frames, times and streams are asked of
 * ffmpeg and ffprobe here, and where a box lies is worked out anew. It finds what is wrong and says it; empty lists mean that nothing was.
 */
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface CheckedBox {
  readonly name: string;
  readonly fromS: number;
  readonly toS: number;
  readonly keys: readonly {
    readonly atS: number;
    readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  }[];
}

export interface CheckedSpan {
  readonly fromS: number;
  readonly toS: number;
  readonly how: "mute" | "tone";
}

export interface Checked {
  readonly frames: number;
  /** Of each box, frames that it lay on. */
  readonly boxFrames: Readonly<Record<string, number>>;
  /** Pixels under a box that are not the colour of the cover, or frames without one. */
  readonly bare: readonly string[];
  /** Largest difference from the cover's colour under any box, levels of 255. */
  readonly worstUnder: number;
  readonly worstAtRim: number;
  /** Of the picture outside all boxes, decibels: the worst frame, and all frames together. */
  readonly outsideDb: { readonly worst: number; readonly all: number };
  /** Largest difference of a frame's time from the original's, milliseconds. */
  readonly timeOffMs: number;
  readonly faults: readonly string[];
}

interface Asked {
  readonly original: string;
  readonly redacted: string;
  readonly boxes: readonly CheckedBox[];
  /** Second of the original's clock that stands at 0. */
  readonly startS?: number;
  readonly excerpt?: { readonly fromS: number; readonly toS: number };
}

/** Luma from 16 to 235, and two colours that are none: the grey that the method page names. */
const cover = [72, 128, 128] as const;
/** Pixels around a box that the cover reaches over or in which encoders mix both sides: judged as neither. */
const seam = 16;
/** An encoder's own error on a flat patch, levels; and along its rim, where what lies outside rings into it. */
const mostOff = 10;
const mostOffAtRim = 24;
const rim = 6;

export async function checkPictures({ original, redacted, boxes, startS = 0, excerpt }: Asked): Promise<Checked> {
  const [sizeOf, sizeTo] = [shownSize(original), shownSize(redacted)];
  const timesOf = frameTimes(original);
  const timesTo = frameTimes(redacted);
  const faults: string[] = [];
  const even = (n: number) => n + (n % 2);
  if (sizeTo.width !== even(sizeOf.width) || sizeTo.height !== even(sizeOf.height))
    faults.push(`size: expected ${sizeOf.width} x ${sizeOf.height}, in even numbers; found ${sizeTo.width} x ${sizeTo.height}`);
  const first =
    excerpt === undefined
      ? 0
      : Math.max(
          0,
          timesOf.findLastIndex((at) => at <= excerpt.fromS + 0.0005),
        );
  const past = excerpt === undefined ? timesOf.length : timesOf.findIndex((at) => at >= excerpt.toS - 0.0005);
  const wanted = timesOf.slice(first, past < 0 ? timesOf.length : past);
  if (wanted.length !== timesTo.length) faults.push(`frames: expected ${wanted.length}; found ${timesTo.length}`);
  const timeOffMs = Math.max(0, ...wanted.map((at, n) => Math.abs(Math.max(0, at - startS) - (timesTo[n] ?? Number.NaN)) * 1000));
  const [before, after] = [frames(original, sizeOf), frames(redacted, sizeTo)];
  for (let n = 0; n < first; n++) await before.next();
  const boxFrames: Record<string, number> = Object.fromEntries(boxes.map(({ name }) => [name, 0]));
  const bare: string[] = [];
  let [worstUnder, worstAtRim, worst, allSquares, allPixels] = [0, 0, Number.POSITIVE_INFINITY, 0, 0];
  for (const [n, at] of wanted.entries()) {
    const one = (await before.next()).value;
    const other = (await after.next()).value;
    if (one === undefined || other === undefined) {
      faults.push(
        `frame ${n}: expected a picture of both files; found ${one === undefined ? "none of the original" : "none of the redacted"}`,
      );
      break;
    }
    const inside = new Uint8Array(sizeOf.width * sizeOf.height);
    for (const { name, fromS, toS, keys } of boxes) {
      // The frame that is on the screen when the mark begins counts too.
      const until = timesOf[first + n + 1] ?? Number.POSITIVE_INFINITY;
      if ((at < fromS - 0.0005 && until <= fromS + 0.0005) || at > toS + 0.0005) continue;
      boxFrames[name] = (boxFrames[name] as number) + 1;
      const area = pixelsOf(placeAt(keys, at), sizeOf);
      let [off, offAtRim] = [0, 0];
      for (let y = area.top; y < area.bottom; y++)
        for (let x = area.left; x < area.right; x++) {
          const deep = Math.min(x - area.left, area.right - 1 - x, y - area.top, area.bottom - 1 - y) >= rim;
          for (let c = 0; c < 3; c++) {
            const here = Math.abs((other[c * sizeTo.width * sizeTo.height + y * sizeTo.width + x] as number) - (cover[c] as number));
            if (deep) off = Math.max(off, here);
            else offAtRim = Math.max(offAtRim, here);
          }
        }
      worstUnder = Math.max(worstUnder, off);
      worstAtRim = Math.max(worstAtRim, offAtRim);
      if (off > mostOff || offAtRim > mostOffAtRim)
        bare.push(`${name}: frame ${n} at ${at.toFixed(3)} s: ${off} levels off the cover, ${offAtRim} at its rim`);
      for (let y = Math.max(0, area.top - seam); y < Math.min(sizeOf.height, area.bottom + seam); y++)
        inside.fill(1, y * sizeOf.width + Math.max(0, area.left - seam), y * sizeOf.width + Math.min(sizeOf.width, area.right + seam));
    }
    let [squares, pixels] = [0, 0];
    for (let y = 0; y < sizeOf.height; y++)
      for (let x = 0; x < sizeOf.width; x++) {
        if (inside[y * sizeOf.width + x] === 1) continue;
        const off = (one[y * sizeOf.width + x] as number) - (other[y * sizeTo.width + x] as number);
        squares += off * off;
        pixels += 1;
      }
    worst = Math.min(worst, decibels(squares, pixels));
    allSquares += squares;
    allPixels += pixels;
  }
  await after.return(undefined);
  await before.return(undefined);
  return {
    ...{ frames: timesTo.length, boxFrames, bare, worstUnder, worstAtRim, timeOffMs, faults },
    outsideDb: { worst, all: decibels(allSquares, allPixels) },
  };
}

function decibels(squares: number, pixels: number): number {
  return pixels === 0 || squares === 0 ? 99 : 10 * Math.log10((255 * 255 * pixels) / squares);
}

function placeAt(keys: CheckedBox["keys"], at: number): { x: number; y: number; w: number; h: number } {
  const sure = keys as readonly [CheckedBox["keys"][number], ...CheckedBox["keys"]];
  let left = sure[0];
  let right = sure[sure.length - 1] as (typeof sure)[0];
  for (const key of sure) {
    if (key.atS <= at && key.atS >= left.atS) left = key;
    if (key.atS >= at && key.atS <= right.atS) right = key;
  }
  if (at <= sure[0].atS) return sure[0].box;
  if (right.atS <= left.atS) return left.box;
  const share = (at - left.atS) / (right.atS - left.atS);
  const mix = (name: "x" | "y" | "w" | "h") => left.box[name] * (1 - share) + right.box[name] * share;
  return { x: mix("x"), y: mix("y"), w: mix("w"), h: mix("h") };
}

/** Every pixel that the box touches. */
function pixelsOf(box: { x: number; y: number; w: number; h: number }, { width, height }: { width: number; height: number }) {
  return {
    left: Math.max(0, Math.floor(box.x * width + 1e-6)),
    top: Math.max(0, Math.floor(box.y * height + 1e-6)),
    right: Math.min(width, Math.ceil((box.x + box.w) * width - 1e-6)),
    bottom: Math.min(height, Math.ceil((box.y + box.h) * height - 1e-6)),
  };
}

/** As a player turns it; asked of the decoder itself. */
function shownSize(path: string): { width: number; height: number } {
  const asked = ["-v", "error", "-i", path, "-map", "0:v:0", "-frames:v", "1", "-f", "image2pipe", "-c:v", "ppm", "-"];
  const head = execFileSync("ffmpeg", asked, { maxBuffer: 1 << 28 });
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)/.exec(head.subarray(0, 40).toString("latin1")) ?? [];
  return { width: Number(width), height: Number(height) };
}

function frameTimes(path: string): number[] {
  const asked = ["-v", "error", "-select_streams", "v:0", "-show_entries", "frame=best_effort_timestamp_time", "-of", "csv=p=0", path];
  return execFileSync("ffprobe", asked, { encoding: "utf8", maxBuffer: 1 << 28 })
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Number(line.split(",")[0]));
}

async function* frames(path: string, { width, height }: { width: number; height: number }): AsyncGenerator<Uint8Array, undefined> {
  // Of both files in the same range and size, whatever they are stored in: planes of luma and of both colours.
  const args = ["-v", "error", "-i", path, "-map", "0:v:0", "-vsync", "passthrough", "-vf", "scale=out_range=tv,format=yuv444p"];
  const child = spawn("ffmpeg", [...args, "-f", "rawvideo", "-"], { stdio: ["ignore", "pipe", "ignore"] });
  const length = width * height * 3;
  let held: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      held.push(chunk);
      size += chunk.length;
      if (size < length) continue;
      let all = Buffer.concat(held);
      for (; all.length >= length; all = all.subarray(length)) yield all.subarray(0, length);
      held = [all];
      size = all.length;
    }
  } finally {
    child.kill("SIGKILL");
  }
  return undefined;
}

/** What the sound of marked spans and around them is. `startS`: as above. */
export function checkSound(
  { original, redacted, startS = 0 }: Pick<Asked, "original" | "redacted" | "startS">,
  spans: readonly CheckedSpan[],
): { readonly faults: readonly string[]; /** Of the sound away from all spans: 1 is the same. */ readonly likeness: number } {
  const rate = 48_000;
  const read = (path: string) => {
    const bytes = execFileSync(
      "ffmpeg",
      ["-v", "error", "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", String(rate), "-f", "f32le", "-"],
      {
        maxBuffer: 1 << 29,
      },
    );
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length - (bytes.length % 4)));
  };
  const [one, other] = [read(original), read(redacted)];
  const faults: string[] = [];
  for (const { fromS, toS, how } of spans) {
    const part = other.subarray(Math.max(0, Math.round((fromS - startS) * rate)), Math.round((toS - startS) * rate));
    const loudest = part.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const left = how === "tone" ? withoutTone(part, 1000, rate) : loudest;
    if (how === "tone" && loudest < 0.1) faults.push(`tone from ${fromS} s: expected one that is heard; found ${loudest.toFixed(4)}`);
    if (left > 0.003) faults.push(`${how} from ${fromS} s to ${toS} s: expected nothing else; found ${left.toFixed(4)} of full scale`);
  }
  const clear = spans.map(({ fromS, toS }) => [fromS - startS - 0.25, toS - startS + 0.25] as const);
  let [product, power, powerTo] = [0, 0, 0];
  for (let n = 0; n < Math.min(other.length, one.length); n++) {
    const at = n / rate;
    if (clear.some(([from, to]) => at > from && at < to)) continue;
    const [a, b] = [one[n + Math.round(startS * rate)] ?? 0, other[n] as number];
    product += a * b;
    power += a * a;
    powerTo += b * b;
  }
  return { faults, likeness: power === 0 ? 1 : product / Math.sqrt(power * powerTo) };
}

/** Loudest of what is left when a tone of one pitch is taken out of the middle. */
function withoutTone(part: Float32Array, hz: number, rate: number): number {
  const step = (2 * Math.PI * hz) / rate;
  let [sine, cosine] = [0, 0];
  part.forEach((value, n) => {
    sine += (2 * value * Math.sin(step * n)) / part.length;
    cosine += (2 * value * Math.cos(step * n)) / part.length;
  });
  return part.reduce((most, value, n) => Math.max(most, Math.abs(value - sine * Math.sin(step * n) - cosine * Math.cos(step * n))), 0);
}

/** Streams, metadata and bytes that have no business in a redacted file. */
export function checkRest({ original, redacted }: Pick<Asked, "original" | "redacted">): string[] {
  const faults: string[] = [];
  const asked = ["-v", "error", "-show_streams", "-show_format", "-show_chapters", "-of", "json"];
  const said = JSON.parse(execFileSync("ffprobe", [...asked, redacted], { encoding: "utf8" })) as {
    streams: { codec_type: string; tags?: Record<string, string>; side_data_list?: unknown[] }[];
    format: { tags?: Record<string, string> };
    chapters: unknown[];
  };
  const sorts = said.streams
    .map(({ codec_type }) => codec_type)
    .toSorted()
    .join(" ");
  if (!["audio", "audio video", "video"].includes(sorts)) faults.push(`streams: expected a picture and a sound at most; found ${sorts}`);
  if (said.chapters.length > 0) faults.push(`chapters: expected none; found ${said.chapters.length}`);
  const allowed = /^(language|handler_name|vendor_id|encoder|major_brand|minor_version|compatible_brands)$/;
  for (const { tags = {}, side_data_list } of [...said.streams, { ...said.format, side_data_list: undefined }]) {
    for (const [name, value] of Object.entries(tags))
      if (
        !allowed.test(name) ||
        !/^(und|VideoHandler|SoundHandler|\[0\]\[0\]\[0\]\[0\]|Lavc libx264|isom|M4A |512|[a-zA-Z0-9 ]{4,32})$/.test(value)
      )
        faults.push(`metadata: expected none; found ${name}`);
    if (side_data_list !== undefined) faults.push("side data: expected none; found some");
  }
  const [from, to] = [readFileSync(original), readFileSync(redacted)];
  const packets = execFileSync("ffprobe", ["-v", "error", "-show_entries", "packet=pos,size", "-of", "csv=p=0", original], {
    encoding: "utf8",
  });
  const wanted = new Map<number, Buffer[]>();
  for (const line of packets.split("\n")) {
    const [size, at] = line.split(",").map(Number);
    if (size === undefined || at === undefined || !(size >= 96) || !(at >= 0)) continue;
    // Past the head of a packet, which every encoder writes alike.
    const part = from.subarray(at + (size >> 1), at + (size >> 1) + 16);
    if (part.length < 16 || new Set(part).size <= 6) continue;
    const first = part.readUInt32LE(0);
    wanted.set(first, [...(wanted.get(first) ?? []), part]);
  }
  let shared = 0;
  for (let at = 0; at + 16 <= to.length; at++)
    for (const part of wanted.get(to.readUInt32LE(at)) ?? []) if (to.compare(part, 0, 16, at, at + 16) === 0) shared += 1;
  if (shared > 0) faults.push(`packets: expected none of the original; found ${shared}`);
  return faults;
}
