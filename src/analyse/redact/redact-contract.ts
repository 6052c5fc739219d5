/** What passes between the program and the child that renders and tracks: one request, lines of JSON, and files in the child's folder. */
import { z } from "zod";
import type { Rendered, RenderedStill } from "../../core/redaction/redactor.port.ts";
import type { Tracked } from "../../core/redaction/tracker.port.ts";
import { BoxKey, RedactionId, RedactionMark, ShareBox } from "../../core/redaction/redaction.ts";

const second = z.number();
const Marks = z.array(z.strictObject({ redaction: RedactionId, mark: RedactionMark })).max(10_000);

const common = {
  /** Absolute path of the bytes. */
  path: z.string(),
  folder: z.string(),
  ffmpeg: z.string(),
  ffprobe: z.string(),
  /** Build of the decoder. */
  build: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
};

export const RedactRequest = z.discriminatedUnion("what", [
  z.strictObject({
    what: z.literal("media"),
    kind: z.enum(["video", "sound"]),
    marks: Marks,
    excerpt: z.strictObject({ fromS: second, toS: second }).or(z.null()),
    ...common,
  }),
  z.strictObject({ what: z.literal("still"), atS: second.or(z.null()), marks: Marks, widest: z.number().int().min(1), ...common }),
  z.strictObject({ what: z.literal("track"), atS: second, untilS: second, box: ShareBox, ...common }),
]);
export type RedactRequest = z.infer<typeof RedactRequest>;
export type RedactRequestOf<W extends RedactRequest["what"]> = Extract<RedactRequest, { what: W }>;

const count = z.number().int().min(0);
const Covereds = z.array(z.strictObject({ redaction: RedactionId, what: z.enum(["box", "sound"]), frames: count, soundS: z.number() }));
const Program = z.strictObject({ name: z.literal("witnessmark-redact"), version: z.string(), build: z.string(), settings: z.string() });
const Size = z.strictObject({ width: count, height: count });

export const RedactLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), done: z.number().min(0).max(1) }),
  z.strictObject({ type: z.literal("refused"), code: z.enum(["INPUT_INVALID", "PROGRAM_MISSING"]), message: z.string().max(1000) }),
  z.strictObject({
    type: z.literal("media"),
    made: z.strictObject({
      ...{ frames: count, framesOfOriginal: count, durationS: second, startS: second, size: Size.or(z.null()), hasSound: z.boolean() },
      ...{ covered: Covereds, program: Program },
    }),
  }),
  z.strictObject({
    type: z.literal("still"),
    made: z.strictObject({ ...Size.shape, atS: second.or(z.null()), covered: Covereds, program: Program }),
  }),
  z.strictObject({
    type: z.literal("track"),
    made: z.strictObject({
      keys: z.array(BoxKey).min(1).max(5000),
      frames: count,
      lost: z.strictObject({ atS: second, why: z.enum(["not-found", "changed", "left", "cut", "flat"]) }).or(z.null()),
    }),
  }),
]);
export type RedactLine = z.infer<typeof RedactLine>;

/** A line as the child means it; whoever hears it checks its form. */
export type RedactSaid =
  | Exclude<RedactLine, { made: unknown }>
  | { readonly type: "media"; readonly made: Rendered }
  | { readonly type: "still"; readonly made: RenderedStill }
  | { readonly type: "track"; readonly made: Tracked };

/** The file that the child makes, in its folder. */
export const outFile = { media: "redacted.mp4", still: "redacted.jpg" } as const;

/** The file is what is wrong, or a program is not there; said to whoever asked. */
export class RefusedRender extends Error {
  override readonly name = "RefusedRender";
  readonly code: "INPUT_INVALID" | "PROGRAM_MISSING";

  constructor(message: string, code: "INPUT_INVALID" | "PROGRAM_MISSING" = "INPUT_INVALID") {
    super(message);
    this.code = code;
  }
}
