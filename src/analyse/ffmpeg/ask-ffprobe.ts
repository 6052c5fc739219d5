/** What ffprobe says of a file: container and streams, without reading the media itself. */
import { z } from "zod";
import { runProgram, type ProgramEnd } from "./run-program.ts";
import { type Demuxer, safeInput } from "./safe-input.ts";

export interface MediaFile {
  readonly path: string;
  readonly demuxer: Demuxer | undefined;
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

const Text = z.string().optional();
const Whole = z.number().int().optional().catch(undefined);

const ProbedStream = z.object({
  index: z.number().int(),
  codec_name: z.string().default("unknown"),
  codec_type: z.string().default("unknown"),
  codec_tag_string: Text,
  profile: Text,
  width: Whole,
  height: Whole,
  has_b_frames: Whole,
  sample_aspect_ratio: Text,
  pix_fmt: Text,
  color_range: Text,
  color_space: Text,
  color_transfer: Text,
  color_primaries: Text,
  field_order: Text,
  time_base: z.string().default("1/1000"),
  avg_frame_rate: Text,
  start_time: Text,
  duration: Text,
  sample_rate: Text,
  sample_fmt: Text,
  channels: Whole,
  disposition: z.record(z.string(), z.number()).default({}),
  tags: z.record(z.string(), z.string()).default({}),
  side_data_list: z.array(z.looseObject({ side_data_type: z.string().optional() })).default([]),
});
export type ProbedStream = z.infer<typeof ProbedStream>;

const Probed = z.object({
  streams: z.array(ProbedStream).default([]),
  format: z.object({
    format_name: z.string(),
    start_time: Text,
    duration: Text,
    probe_score: Whole,
    tags: z.record(z.string(), z.string()).default({}),
  }),
});
export type Probed = z.infer<typeof Probed>;

export type Asked = { readonly state: "done"; readonly probed: Probed } | { readonly state: "failed"; readonly end: ProgramEnd };

/** Streams are described in JSON of a few kilobytes each; more than this is an attack. */
const mostOutput = 16 * 1024 * 1024;

export async function askFfprobe(file: MediaFile): Promise<Asked> {
  const chunks: Buffer[] = [];
  const args = ["-v", "error", ...safeInput(file.demuxer), "-show_format", "-show_streams", "-of", "json", file.path];
  const end = await runProgram(file.ffprobe, args, { inputPath: file.path, onOutput: (chunk) => chunks.push(chunk), mostOutput });
  if (end.code !== 0) return { state: "failed", end };
  const parsed = Probed.safeParse(parseJson(Buffer.concat(chunks).toString("utf8")));
  if (!parsed.success) return { state: "failed", end: { ...end, said: "its description could not be read" } };
  return { state: "done", probed: parsed.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "1/90000" as numbers; undefined when it is no rate. */
export function ratio(text: string | undefined): { readonly num: number; readonly den: number } | undefined {
  const [num, den] = (text ?? "").split(/[/:]/).map(Number);
  if (num === undefined || den === undefined || !Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den === 0) return undefined;
  return { num, den };
}

/** Seconds as ffprobe writes them; undefined for "N/A" and nonsense. */
export function seconds(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
