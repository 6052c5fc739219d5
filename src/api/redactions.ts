/** The redaction layer over HTTP: what is marked in an item, who looked at it whole, and following a box. */
import { z } from "zod";
import { DetectionClass, mostLeft } from "../core/detector/detection.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { PersonId } from "../core/key/key.ts";
import { overrideFaults } from "../core/redaction/override-standing.ts";
import { BoxKey, RedactionId, RedactionMark, RedactionReason, ShareBox } from "../core/redaction/redaction.ts";
import { SubjectId, SubjectProtection } from "../core/subject/subject.ts";
import { ItemSeconds } from "../core/time/item-seconds.ts";

const line = z.number().int().min(1);
const said = { line, by: PersonId, byName: z.string(), at: z.string() };
const span = { fromS: z.number(), toS: z.number() };

export const MarkRow = z.strictObject({
  ...said,
  redaction: RedactionId,
  document: Digest,
  mark: RedactionMark.or(z.literal("withheld")),
  cause: RedactionReason,
  subject: SubjectId.or(z.null()),
  /** Why it was changed. */
  reason: z.string().or(z.null()),
  /** Everybody who made some version of it or took it back. */
  makers: z.array(PersonId),
  /** Whether it was made on the bytes that the item has now. */
  sameBytes: z.boolean(),
  withdrawn: z.string().optional(),
});
export type MarkRow = z.infer<typeof MarkRow>;

export const RedactionAnswer = z.strictObject({
  item: ItemId,
  kind: z.enum(["video", "picture", "sound", "other"]),
  object: Digest.or(z.null()),
  marks: z.array(MarkRow),
  stretches: z.array(
    z.strictObject({
      ...{ ...said, ...span, note: z.string().or(z.null()) },
      fault: z.enum(["other-bytes", "mark-unreadable", "marks-changed", "made-a-mark"]).or(z.null()),
    }),
  ),
  overrides: z.array(
    z.strictObject({
      ...{ ...said, subject: SubjectId.or(z.null()), redaction: RedactionId.or(z.null()), reason: z.string() },
      fault: z.enum(overrideFaults).or(z.null()),
    }),
  ),
  shotsBy: z.enum(["cuts", "whole", "unknown"]),
  shots: z.array(z.strictObject({ ...span, viewed: z.boolean() })),
  viewedWhole: z.boolean(),
  /** Protected persons whom no mark covers, or not throughout. `bare` empty: the item's length is not known. */
  unmarked: z.array(
    z.strictObject({
      subject: SubjectId,
      protection: z.array(SubjectProtection),
      bare: z.array(z.strictObject(span)),
      marked: z.boolean(),
    }),
  ),
  /** What is marked in copies of this item, and bare here at the same seconds. Share boxes are of this item's picture. */
  inCopies: z.array(
    z.strictObject({
      item: ItemId,
      redaction: RedactionId,
      cause: RedactionReason,
      subject: SubjectId.or(z.null()),
      what: z.enum(["box", "sound"]),
      match: z.enum(["accepted", "not-judged", "same-bytes"]),
      across: z.array(
        z.strictObject({
          ...span,
          ...{ ofFromS: z.number(), ofToS: z.number(), plusMinusS: z.number(), speed: z.number(), mirrored: z.boolean() },
          region: z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).or(z.enum(["unknown", "elsewhere"])),
        }),
      ),
      bare: z.array(z.strictObject(span)),
      /** Of the mark, on the clock of the copy: this item was found to hold nothing of it. */
      notHere: z.array(z.strictObject(span)),
    }),
  ),
  /** Who is asked as: they may look at it whole where they made none of its marks. */
  me: PersonId,
});
export type RedactionAnswer = z.infer<typeof RedactionAnswer>;

export const MarkRequest = z.strictObject({
  /** Absent for a new one. */
  redaction: RedactionId.optional(),
  item: ItemId,
  mark: RedactionMark,
  /** Demanded where one is changed. */
  reason: z.string().max(5000).default(""),
});
export type MarkRequest = z.input<typeof MarkRequest>;
export const Marked = z.strictObject({ id: RedactionId, seq: z.number().int() });
export type Marked = z.infer<typeof Marked>;

export const ViewStretchRequest = z.strictObject({
  fromS: ItemSeconds,
  toS: ItemSeconds,
  /** Lines of the marks that lay over it. */
  marks: z.array(line).max(1000),
  note: z.string().max(5000).default(""),
});
export type ViewStretchRequest = z.input<typeof ViewStretchRequest>;

export const OverrideRequest = z.strictObject({
  subject: SubjectId,
  reason: z.string().max(5000),
});
export type OverrideRequest = z.input<typeof OverrideRequest>;

const where = z.strictObject({ across: z.enum(["left", "middle", "right"]), down: z.enum(["top", "middle", "bottom"]) });
const RegionStretchRow = z.strictObject({
  ...{ ...span, run: line, program: z.string(), class: DetectionClass, score: z.number(), where },
  /** As far as it may reach: from the picture before, which does not show it, to the one after. */
  within: z.strictObject(span),
  /** Places in the run's list, with the box on each picture. */
  regions: z.array(z.strictObject({ place: z.number().int().min(0), atS: z.number(), endS: z.number(), box: ShareBox })),
});
export type RegionStretchRow = z.infer<typeof RegionStretchRow>;

/** What detectors found, held against the marks as they are now. A draft of a machine: what is not listed may be there all the same. */
export const RegionsAnswer = z.strictObject({
  runs: z.array(
    z.strictObject({
      ...{ ...said, program: z.string(), frames: z.number().int(), regions: z.number().int(), sameBytes: z.boolean() },
      /** Null where this copy cannot read it. */
      read: z
        .strictObject({ version: z.string(), everyS: z.number(), notLooked: z.string(), network: z.enum(["none", "not-isolated"]) })
        .or(z.null()),
    }),
  ),
  /** The first of them; `further` more stretches are not listed. */
  unmarked: z.array(RegionStretchRow),
  further: z.number().int().min(0),
  left: z.array(
    z.strictObject({
      ...{ ...said, run: line, program: z.string(), what: z.string(), reason: z.string(), counts: z.boolean() },
      stretches: z.array(z.strictObject({ ...span, class: DetectionClass })),
    }),
  ),
  unread: z.array(line),
});
export type RegionsAnswer = z.infer<typeof RegionsAnswer>;

export const LeaveRegionRequest = z.strictObject({
  run: line,
  /** Places in its list. */
  regions: z.array(z.number().int().min(0)).min(1).max(mostLeft),
  what: z.string().max(500),
  reason: z.string().max(5000),
});
export type LeaveRegionRequest = z.input<typeof LeaveRegionRequest>;

/** The end of a job that looked, as `result` of the job. */
export const RegionsDetectedResult = z.strictObject({
  seq: line,
  program: z.string(),
  version: z.string(),
  frames: z.number().int(),
  regions: z.number().int(),
  notLooked: z.string(),
  network: z.enum(["none", "not-isolated"]),
});
export type RegionsDetectedResult = z.infer<typeof RegionsDetectedResult>;

export const TrackBoxRequest = z.strictObject({ atS: ItemSeconds, untilS: ItemSeconds, box: ShareBox });
export type TrackBoxRequest = z.infer<typeof TrackBoxRequest>;

/** "working": ask again with the same words; `job` stops it. "stopped": somebody did; asking again begins anew. */
export const TrackBoxAnswer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("working"), done: z.number().min(0).max(1), job: z.string() }),
  z.strictObject({ state: z.literal("stopped") }),
  z.strictObject({
    state: z.literal("done"),
    keys: z.array(BoxKey),
    frames: z.number().int().min(0),
    lost: z.strictObject({ atS: z.number(), why: z.enum(["not-found", "changed", "left", "cut", "flat"]) }).or(z.null()),
  }),
]);
export type TrackBoxAnswer = z.infer<typeof TrackBoxAnswer>;
