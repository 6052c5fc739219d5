/** What the probe says of a media file: container, streams, true frame times, metadata, and what we do and do not hold. */
import { z } from "zod";
import { TimeClaim } from "../time/time-claim.ts";
import { Trap } from "../trap/trap.ts";

const Rational = z.strictObject({ num: z.number().int(), den: z.number().int() });

export const VideoStream = z.strictObject({
  type: z.literal("video"),
  index: z.number().int(),
  codec: z.string(),
  profile: z.string().optional(),
  /** Stored size in pixels. */
  width: z.number().int(),
  height: z.number().int(),
  /** Size as shown: sample aspect and rotation applied. */
  displayWidth: z.number().int(),
  displayHeight: z.number().int(),
  /** Clockwise turn a player applies: 0, 90, 180, 270. */
  rotationDeg: z.number(),
  pixelFormat: z.string(),
  timeBase: Rational,
  /** Presentation times in `timeBase` units of the first frame and just past the last one. */
  firstPts: z.number().int(),
  endPts: z.number().int(),
  frameCount: z.number().int(),
  /** Shortest and longest time between neighbours, seconds. Variable when they differ by more than 1 %, and by more than rounding to `timeBase`. */
  frameGapSec: z.strictObject({ shortest: z.number(), longest: z.number() }).or(z.literal("unknown")),
  variableRate: z.boolean(),
  hasBFrames: z.boolean(),
  interlaced: z.boolean(),
  attachedPicture: z.boolean(),
});
export const AudioStream = z.strictObject({
  type: z.literal("audio"),
  index: z.number().int(),
  codec: z.string(),
  sampleRate: z.number().int(),
  channels: z.number().int(),
  timeBase: Rational,
  startSec: z.number().or(z.literal("unknown")),
  durationSec: z.number().or(z.literal("unknown")),
});
export const OtherStream = z.strictObject({ type: z.literal("other"), index: z.number().int(), kind: z.string(), codec: z.string() });

export const MetadataRow = z.strictObject({
  group: z.string(),
  tag: z.string(),
  value: z.string(),
  /** What the tag means for time or place, when that is easily misread. */
  meaning: z.string().optional(),
});
export type MetadataRow = z.infer<typeof MetadataRow>;

export const ProbeResult = z.strictObject({
  kind: z.enum(["video", "picture", "sound", "document", "unknown"]),
  container: z.string(),
  durationSec: z.number().or(z.literal("unknown")),
  /** Container start time in seconds, as stored; players often subtract it. */
  startSec: z.number(),
  streams: z.array(z.discriminatedUnion("type", [VideoStream, AudioStream, OtherStream])),
  /** Name of the file among the answer's files that holds the frame table, when there is a video stream. */
  frameTable: z.literal("frames.json").or(z.null()),
  metadata: z.array(MetadataRow),
  times: z.array(TimeClaim),
  holds: z.array(z.string()),
  holdsNot: z.array(z.string()),
  traps: z.array(Trap),
  /** Whether a current browser plays the bytes as they are; else a proxy is made. */
  browserPlays: z.boolean(),
});
export type ProbeResult = z.infer<typeof ProbeResult>;

/**
 * Frame times of the first video stream in presentation order. `pts[n]` is frame n's presentation time in
 * `timeBase` units, as stored in the file (not shifted by edit list or start time). `edited[n]` is its time in
 * seconds on a player's clock that honours the edit list and starts the first shown frame at its place there;
 * null for frames that the edit list hides.
 */
export const FrameTable = z.strictObject({
  timeBase: Rational,
  pts: z.array(z.number().int()),
  keyFrames: z.array(z.number().int()),
  edited: z.array(z.number().or(z.null())),
});
export type FrameTable = z.infer<typeof FrameTable>;
