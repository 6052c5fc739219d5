/** Tiers over HTTP: what is said or written in a recording, in versions, with who wrote and who reviewed each segment. */
import { z } from "zod";
import { PersonId } from "../core/key/key.ts";
import { ItemId } from "../core/item/item.ts";
import { QuoteObstacle, ReviewObstacle, SegmentStanding } from "../core/tier/segment-state.ts";
import { TextDirection } from "../core/tier/text-direction.ts";
import {
  mostSegments,
  SpeakerLabel,
  TierDocument,
  TierId,
  TierLanguage,
  TierMaking,
  TierReviewVerdict,
  TierSegment,
  TierSort,
} from "../core/tier/tier.ts";
import { SegmentChange } from "../core/tier/tier-change.ts";
import { Digest } from "../core/hash/digest.ts";

const count = z.number().int().min(0);
const line = z.number().int().min(1);
const version = z.number().int().min(1);
const segment = z.number().int().min(1);

export const TierFormat = z.enum(["webvtt", "srt", "whisper-json", "eaf"]);
export type TierFormat = z.infer<typeof TierFormat>;

/** Characters of a file that is brought in or handed out. */
export const longestTierFile = 20_000_000;

const From = z.strictObject({ tier: TierId, version });

export const TierRow = z.strictObject({
  id: TierId,
  item: ItemId,
  sort: TierSort,
  language: TierLanguage,
  /** The newest. */
  version,
  document: Digest,
  from: From.or(z.null()),
  made: TierMaking,
  /** How the newest version came to be that brought a machine's words; null where none of its segments is a draft. */
  draftedBy: TierMaking.or(z.null()),
  segments: count,
  standings: z.strictObject({ machine: count, written: count, reviewed: count, disagreed: count, outdated: count, withheld: count }),
  /** Segments whose quote may carry something. */
  quotable: count,
  /** Segments of which the recogniser, or a rule of ours, says that they may be an invention. */
  suspect: count,
  at: z.string(),
  by: PersonId,
  byName: z.string(),
  seq: line,
  withdrawn: z.string().optional(),
});
export type TierRow = z.infer<typeof TierRow>;

/** Of the case, or of one item; withdrawn ones come along, marked. `sounding`: items with sound, asked for or all of the case. */
export const TiersAnswer = z.strictObject({ tiers: z.array(TierRow), sounding: z.array(ItemId) });
export type TiersAnswer = z.infer<typeof TiersAnswer>;

/** As it stands now: of an older version too, a segment's state is that of the newest. */
export const SegmentState = z.strictObject({
  id: segment,
  standing: SegmentStanding,
  /** Null: a quote of it may carry something. The first of what stands against it. */
  obstacle: QuoteObstacle.or(z.null()),
  /** Whether whoever asks may review it; null: they may. */
  review: ReviewObstacle.or(z.null()),
  /** Everybody who wrote some version of it. */
  writers: z.array(PersonId),
  /** The version that changed it last. */
  changedIn: version,
  direction: TextDirection,
  /** Lines of the standing reviews that name it, newest first, outdated ones too. */
  reviews: z.array(line),
});
export type SegmentState = z.infer<typeof SegmentState>;

export const TierVersionRow = z.strictObject({
  version,
  document: Digest,
  from: From.or(z.null()),
  made: TierMaking,
  /** How many segments it made or changed. */
  changed: count,
  /** How many of its segments are a machine's draft; null where this copy does not hold it. */
  drafts: count.or(z.null()),
  reason: z.string().or(z.null()),
  at: z.string(),
  by: PersonId,
  byName: z.string(),
  seq: line,
});

export const TierReviewRow = z.strictObject({
  line,
  version,
  verdict: TierReviewVerdict,
  segments: z.array(segment),
  note: z.string().or(z.null()),
  withdrawn: z.string().optional(),
  at: z.string(),
  by: PersonId,
  byName: z.string(),
});
export type TierReviewRow = z.infer<typeof TierReviewRow>;

export const TierAnswer = z.strictObject({
  tier: TierRow,
  /** Of the version that was asked for; withheld where this copy does not hold it. */
  version,
  document: TierDocument.or(z.literal("withheld")),
  /** The lowest id that no version of the tier used. */
  nextSegment: segment,
  states: z.array(SegmentState),
  /** Newest first. */
  history: z.array(TierVersionRow),
  reviews: z.array(TierReviewRow),
  people: z.record(PersonId, z.string()),
  /** Tiers that are written from this one and stand. */
  writtenFrom: z.array(TierId),
});
export type TierAnswer = z.infer<typeof TierAnswer>;

export const TierQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

/** New without `tier`; else the next version of it, written from version `base`. */
export const WriteTierRequest = z.strictObject({
  tier: TierId.optional(),
  base: version.optional(),
  item: ItemId,
  sort: TierSort,
  language: TierLanguage,
  from: From.or(z.null()).default(null),
  /** The whole of it. Segments keep their ids; a new one takes an id that no version of the tier used. */
  segments: z.array(TierSegment).max(mostSegments),
  /** Demanded of a next version. */
  reason: z.string().max(5000).default(""),
});
export type WriteTierRequest = z.input<typeof WriteTierRequest>;

export const WrittenTier = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("written"), id: TierId, version, seq: line, changes: z.array(SegmentChange) }),
  /** Nothing was written: somebody else wrote a version meanwhile. What differs between `base` and the newest. */
  z.strictObject({
    state: z.literal("stale"),
    id: TierId,
    version,
    byName: z.string(),
    at: z.string(),
    changes: z.array(SegmentChange),
  }),
]);
export type WrittenTier = z.infer<typeof WrittenTier>;

export const ReviewTierRequest = z.strictObject({
  /** The version that was read; refused where a segment of it has changed since. */
  version,
  /** Of a tier that is written from another: the version of that one that it was read beside. */
  beside: version.or(z.null()).default(null),
  segments: z.array(segment).min(1).max(mostSegments),
  verdict: TierReviewVerdict,
  /** Demanded of who disagrees. */
  note: z.string().max(5000).default(""),
});
export type ReviewTierRequest = z.input<typeof ReviewTierRequest>;

export const ImportTierRequest = z.strictObject({
  item: ItemId,
  format: TierFormat,
  /** One of both: as text, or as bytes in Base64, whose encoding is then told from the bytes. */
  text: z.string().max(longestTierFile).optional(),
  bytes: z
    .base64()
    .max(2 * longestTierFile)
    .optional(),
  /** What the file does not say itself. */
  sort: TierSort,
  language: TierLanguage,
  /** No default: recognisers write all of these formats. A program's words are drafts, of which nobody is the transcriber. */
  writtenBy: z.enum(["person", "program"]),
  /** Which program, where that is known. */
  program: z.string().min(1).max(200).optional(),
  /** Names of speakers at the beginning of the words stay there instead of becoming labels. */
  keepNames: z.boolean().default(false),
  /** Only say what would be read. */
  preview: z.boolean().default(false),
});
export type ImportTierRequest = z.input<typeof ImportTierRequest>;

export const ImportedTiers = z.strictObject({
  /** Null of a preview. */
  seq: line.or(z.null()),
  tiers: z.array(
    z.strictObject({ id: TierId.or(z.null()), sort: TierSort, language: TierLanguage, segments: count, machine: count, suspect: count }),
  ),
  /** Names in the file are not kept: which label stands for which is told here and nowhere else. */
  speakers: z.array(z.strictObject({ label: SpeakerLabel, was: z.string() })),
  /** What the file holds that a tier cannot, and what was made of it. */
  notes: z.array(z.string()),
});
export type ImportedTiers = z.infer<typeof ImportedTiers>;

const flag = z.enum(["true", "false"]).default("false");

export const ExportTierQuery = z.strictObject({
  format: TierFormat,
  version: z.coerce.number().int().min(1).optional(),
  /** A person was told that the item may not be published, or that the tier was taken back, and goes on. */
  confirmed: flag,
  /** Put the recording's file name into ELAN's file. */
  mediaName: flag,
});
export type ExportTierQuery = z.infer<typeof ExportTierQuery>;

export const ExportedTier = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  text: z.string(),
  /** What the format cannot hold of this tier. */
  notes: z.array(z.string()),
});
export type ExportedTier = z.infer<typeof ExportedTier>;
