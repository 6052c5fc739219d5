/**
 * Regions of pictures that a program of the person's own takes for something that a public edition may have to cover. Never who
 * somebody is: the classes are a closed list, and there is no field for a name, a label or a print of a face.
 */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { ShareBox } from "../redaction/redaction.ts";

export const detectionClasses = ["person", "face", "plate", "screen", "document", "other"] as const;
export const DetectionClass = z.enum(detectionClasses);
export type DetectionClass = z.infer<typeof DetectionClass>;

/** Of one run: more are refused, since nobody goes through them. */
export const mostRegions = 50_000;
/** Pictures that one run looks at; a longer recording is looked at less often, and the result says so. */
export const mostFrames = 5000;

/** Of a run that one word leaves as they are. */
export const mostLeft = 5000;

export const DetectedRegion = z.strictObject({
  /** Place in the list of pictures that were looked at. */
  frame: z.number().int().min(0),
  class: DetectionClass,
  /** Shares of the picture as it is shown. */
  box: ShareBox,
  /** As the program says it; what it means is the program's own. */
  score: z.number().min(0).max(1),
});
export type DetectedRegion = z.infer<typeof DetectedRegion>;

const name = z.string().max(300);

/** What made it: a second person with the same program and the same bytes can ask it again. */
export const DetectorProgram = z.strictObject({
  name,
  /** The first line of what it prints for `--version`; where it prints none, that says so. */
  version: name,
  /** Hash of the program's file. */
  file: Digest,
  /** Words of its command line as they stand in the settings; `{frames}` is the folder of pictures. */
  arguments: z.array(z.string().max(4096)).max(100),
  /** Hash over its words and over the bytes of the files that they name: models and scripts. */
  command: Digest,
});
export type DetectorProgram = z.infer<typeof DetectorProgram>;

/** One run: what it looked at and what it took for something. Where it found nothing, nothing is said of that place. */
export const DetectionResult = z.strictObject({
  v: z.literal(1),
  /** The bytes that were looked at. */
  object: Digest,
  program: DetectorProgram,
  /** Whether it was cut off from the network. */
  network: z.enum(["none", "not-isolated"]),
  /** Seconds between two pictures; those at which a shot begins come on top. 0 for an item that is a picture. */
  everyS: z.number().min(0),
  /** Of the picture as it is shown, in pixels of the original. */
  size: z.strictObject({ width: z.number().int().min(1), height: z.number().int().min(1) }),
  /** Pictures that were looked at, rising: when each begins and when the next of the recording takes its place. */
  frames: z
    .array(z.strictObject({ atS: z.number(), endS: z.number() }))
    .min(1)
    .max(mostFrames),
  /** What was not looked at, and why; empty when all that was asked for was. */
  notLooked: z.string().max(500),
  regions: z.array(DetectedRegion).max(mostRegions),
});
export type DetectionResult = z.infer<typeof DetectionResult>;
