/**
 * Tiers: what is said or written in a recording, timed. A tier is written in versions, each whole; who wrote it, with what, and who
 * read it against the recording is known for every segment.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";
import { FrameBox } from "../observation/observation.ts";

export const TierId = recordId("w");
export type TierId = z.infer<typeof TierId>;

/** `verbatim` in the original script; `on-screen`: words that are seen, not heard. */
export const TierSort = z.enum(["verbatim", "translation", "notes", "on-screen"]);
export type TierSort = z.infer<typeof TierSort>;

/** BCP 47, such as "uk" or "ar"; "und" while nobody says, "mul" where languages are mixed. */
export const TierLanguage = z.string().regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,4}$/);
export type TierLanguage = z.infer<typeof TierLanguage>;

export const SpeakerLabel = z.string().regex(/^SPK[1-9]\d{0,2}$/);
/** Never a name: SPK1, SPK2. */
export type SpeakerLabel = z.infer<typeof SpeakerLabel>;

/**
 * Whole milliseconds of item time: the container's clock as ffmpeg with -copyts and players have it, the edit list honoured. It may
 * begin later than 0; of a frame it is FrameTable.edited, not the stored time.
 */
const Milliseconds = z.number().int().min(-1_000_000_000).max(1_000_000_000);

/**
 * What a recogniser said of its own words. `suspect`: why they may be an invention; empty where nothing speaks for that. Words on
 * silence, on a sudden noise alone or after the end of the sound do not stand in the text: such a segment is empty and says why.
 */
export const MachineReading = z.strictObject({
  /** 0 to 1 as the program gives it; null where it gives none. */
  confidence: z.number().min(0).max(1).or(z.null()),
  suspect: z
    .array(z.enum(["silence", "impulsive-noise", "after-end", "no-speech", "low-probability", "repeats", "implausible-rate"]))
    .max(7),
});
export type MachineReading = z.infer<typeof MachineReading>;

export const TierSegment = z.strictObject({
  /** Kept from version to version and never used again: reviews and quotes name it. */
  id: z.number().int().min(1).max(10_000_000),
  startMs: Milliseconds,
  endMs: Milliseconds,
  speaker: SpeakerLabel.or(z.null()),
  /** What was not understood stands as /unintelligible/ in the words. */
  text: z.string().max(20_000),
  /** What else it may say, each for the whole segment. */
  alternatives: z.array(z.string().min(1).max(20_000)).max(10),
  /** Somebody else speaks at the same time. */
  overlap: z.boolean(),
  /** Language of this segment where it is another than the tier's. */
  language: TierLanguage.or(z.null()),
  /** Segment of the tier that this one is written from: what a translation translates. */
  of: z.number().int().min(1).or(z.null()),
  /** Where the words stand on the picture. */
  box: FrameBox.or(z.null()),
  /** A program wrote it and no person has taken it over; null once one has. */
  machine: MachineReading.or(z.null()),
});
export type TierSegment = z.infer<typeof TierSegment>;

export const mostSegments = 20_000;

/** A version of a tier, the object that its entry names. Segments in the order of their start, then of their id. */
export const TierDocument = z.strictObject({
  format: z.literal("witnessmark-tier-v1"),
  item: ItemId,
  /** The original that was heard or looked at. */
  object: Digest,
  sort: TierSort,
  language: TierLanguage,
  segments: z.array(TierSegment).max(mostSegments),
});
export type TierDocument = z.infer<typeof TierDocument>;

/** How a version came to be. */
export const TierMaking = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("person") }),
  /** Of a person's words, whoever brought the file in answers as transcriber; a program's, and all of a whisper-json, stay a machine's. */
  z.strictObject({
    by: z.literal("import"),
    format: z.enum(["webvtt", "srt", "whisper-json", "eaf"]),
    /** As whoever brought it in said. */
    writtenBy: z.enum(["person", "program"]).optional(),
    program: z.string().min(1).max(200).optional(),
  }),
  z.strictObject({ by: z.literal("program"), name: z.string().max(100), version: z.string().max(200), model: z.string().max(200) }),
]);
export type TierMaking = z.infer<typeof TierMaking>;

export const TierReviewVerdict = z.enum(["agrees", "disagrees"]);
export type TierReviewVerdict = z.infer<typeof TierReviewVerdict>;
