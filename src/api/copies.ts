/**
 * Copies: groups of items that share picture or sound, the pairs in them with the seconds they share, and what people
 * judged of a pair. That content is shared never says who took it from whom: derivation is only ever "possible".
 */
import { z } from "zod";
import { MatchPart, MatchVerdict } from "../core/copies/match-judgement.ts";
import { ReopenedJudgement } from "../core/copies/reopening.ts";
import { PairComparison, PairSign, PictureEdit, Span } from "../core/copies/segment-match.ts";
import { UploadSource, UploadVerdict } from "../core/copies/upload.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { TimeClaim, UtcInstant } from "../core/time/time-claim.ts";
import { ItemKind, ItemRow } from "./items.ts";

const count = z.number().int().min(0);
/** A group is named by one of its items, of which it is the only group. An item may be in several: a compilation is in the group of each part. */
export const CopyGroupId = ItemId;
const written = { at: z.string(), by: z.string(), byName: z.string(), seq: z.number().int() };

/** An item as lists of copies name it. The poster is blurred in the file. */
export const CopyItem = z.strictObject({
  item: ItemId,
  name: z.string(),
  kind: ItemKind,
  poster: ItemRow.shape.poster,
  durationSec: z.number().or(z.literal("unknown")),
  dimensions: ItemRow.shape.dimensions,
});
export type CopyItem = z.infer<typeof CopyItem>;

/** That an item was seen to be out, and what says so: an upper bound on filming, never a bare time. */
export const KnownUpload = z.strictObject({ item: ItemId, by: UploadSource, claim: TimeClaim });
export type KnownUpload = z.infer<typeof KnownUpload>;

/** The bound of a group: filmed at or before `atOrBefore`. */
export const EarliestKnown = KnownUpload.extend({
  atOrBefore: UtcInstant,
  /** "edited": the post was edited, and what it carries may have come with the edit. */
  rests: z.enum(["posted", "edited"]),
  /** "recorded": what said so is not in the case any more; a line says that it was seen. */
  seen: z.enum(["now", "recorded"]),
  /** What the bound would be in some zones, where the words give none. */
  readings: z.array(z.strictObject({ zone: z.string(), atOrBefore: UtcInstant })),
});
export type EarliestKnown = z.infer<typeof EarliestKnown>;

/** What somebody decided of a match; `seq` is the line that a withdrawal names. */
export const Judgement = z.strictObject({
  verdict: MatchVerdict,
  part: MatchPart,
  reason: z.string(),
  /** Result that was judged, null where nothing was computed; another one may have come since. */
  result: Digest.or(z.null()),
  /** Why it was taken back. */
  withdrawn: z.string().optional(),
  /** The bound moved after it was made, and nobody has looked at it again since. */
  reopened: z.boolean(),
  /** False where no segment of the pair as it is now overlaps what was judged. */
  attached: z.boolean(),
  ...written,
});
export type Judgement = z.infer<typeof Judgement>;

/** "reopened": judged, and to be judged again. */
export const PairState = z.enum(["waiting", "accepted", "rejected", "reopened"]);
export type PairState = z.infer<typeof PairState>;

/** A pair in lists. `a` and `b` in the order of the comparison. */
export const CopyPairRow = z.strictObject({
  a: ItemId,
  b: ItemId,
  /** Seconds shared by picture and by sound, of a. */
  pictureSec: z.number(),
  soundSec: z.number(),
  /** Two still pictures, or a still and a moment of a video, share no seconds and may be the same all the same. */
  stillShared: z.boolean(),
  edits: z.array(PictureEdit),
  signs: z.array(PairSign),
  /** Score of the best segment. */
  score: z.number(),
  state: PairState,
});
export type CopyPairRow = z.infer<typeof CopyPairRow>;

export const CopyGroupRow = z.strictObject({
  id: CopyGroupId,
  /** Whose poster stands for it: the best copy, else the first. */
  shown: CopyItem,
  copies: count,
  earliest: EarliestKnown.or(z.literal("unknown")),
  best: ItemId.or(z.literal("unknown")),
  /** Number of pairs that carry each sign. */
  signs: z.array(z.strictObject({ sign: PairSign, pairs: count })),
  /** Pairs that nobody has judged, and judgements to be looked at again. */
  waiting: count,
  reopened: count,
});
export type CopyGroupRow = z.infer<typeof CopyGroupRow>;

export const CopiesQuery = z.strictObject({
  only: z.enum(["waiting", "reopened"]).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type CopiesQuery = z.infer<typeof CopiesQuery>;

/** How far comparing has come, so that "no copies" is never said of what was not compared. */
export const CopiesProgress = z.strictObject({
  /** Items with picture or sound. */
  comparable: count,
  /** Of these: those whose prints are still to be made, those that could not be printed, those compared with everything known. */
  withoutPrints: count,
  failed: count,
  compared: count,
});
export type CopiesProgress = z.infer<typeof CopiesProgress>;

export const CopiesPage = z.strictObject({
  total: count,
  offset: count,
  groups: z.array(CopyGroupRow),
  progress: CopiesProgress,
  /** Over all groups. */
  waiting: count,
  reopened: count,
  /** Pairs that join no group: sound alone, the same still card, the same view at another time, or rejected. The first of them. */
  outside: z.array(CopyPairRow),
});
export type CopiesPage = z.infer<typeof CopiesPage>;

/** A stretch that a copy shares, on the group's common axis and on its own clock. */
export const HeldStretch = z.strictObject({ axis: Span, own: Span });
export type HeldStretch = z.infer<typeof HeldStretch>;

export const CopyOfGroup = z.strictObject({
  copy: CopyItem,
  picture: z.array(HeldStretch),
  sound: z.array(HeldStretch),
  /** Seconds of its own clock that no other copy of the group holds. */
  alone: z.array(Span),
  /** What is known of when it was out, oldest first, with what people decided of each. */
  uploads: z.array(KnownUpload.extend({ verdict: UploadVerdict.or(z.null()) })),
  /** Others with the same bytes. */
  sameBytes: z.array(ItemId),
  /** Other groups that it stands in: it holds other content too. */
  alsoIn: z.array(CopyGroupId),
});
export type CopyOfGroup = z.infer<typeof CopyOfGroup>;

/** `to` may have been made from `from`; both may have come from something the case does not hold. */
export const PossibleDerivation = z.strictObject({
  from: ItemId,
  to: ItemId,
  edits: z.array(PictureEdit),
  reasons: z.array(z.string()),
  /** The one of several possible origins that leaves least to have been done. */
  nearest: z.boolean(),
});
export type PossibleDerivation = z.infer<typeof PossibleDerivation>;

/** A judgement to be looked at again since the bound moved, in words, with the line that moved it. */
export const ToReopen = ReopenedJudgement.extend({ says: z.string(), movedBy: z.number().int() });
export type ToReopen = z.infer<typeof ToReopen>;

export const CopyGroupDetail = z.strictObject({
  group: CopyGroupRow,
  /** The copy whose seconds are the common axis. */
  axis: z.strictObject({ item: ItemId, lengthSec: z.number() }),
  copies: z.array(CopyOfGroup),
  /** Why the earliest known upload and the best copy are those, in sentences. */
  earliestReasons: z.array(z.string()),
  bestReasons: z.array(z.string()),
  /** The bound as it moved, newest first; it only ever moves earlier. */
  moves: z.array(z.strictObject({ upload: KnownUpload, seq: z.number().int(), at: z.string() })),
  derivations: z.array(PossibleDerivation),
  /** Pairs of which the cues disagree or say nothing: neither can be said to be made from the other. */
  undecided: z.array(z.strictObject({ a: ItemId, b: ItemId, reasons: z.array(z.string()) })),
  pairs: z.array(CopyPairRow),
  /** Items outside the group that share sound with one in it. */
  soundOnly: z.array(z.strictObject({ item: ItemId, with: ItemId, seconds: z.number() })),
  reopened: z.array(ToReopen),
});
export type CopyGroupDetail = z.infer<typeof CopyGroupDetail>;

export const CopyPairDetail = z.strictObject({
  a: CopyItem,
  b: CopyItem,
  /** Null for a pair that shares sound alone, or was rejected. */
  group: CopyGroupId.or(z.null()),
  comparison: PairComparison,
  /** The object that holds the comparison, the entry that names it, and what made it. */
  result: Digest.or(z.null()),
  matcher: z.string(),
  seq: z.number().int(),
  at: z.string(),
  state: PairState,
  judgements: z.array(Judgement),
  /** What waits beside it in its group, in the order in which it is gone through. */
  previous: z.strictObject({ a: ItemId, b: ItemId }).or(z.null()),
  next: z.strictObject({ a: ItemId, b: ItemId }).or(z.null()),
  /** Seconds of each that the other does not hold, by picture. */
  notInOther: z.strictObject({ ofA: z.array(Span), ofB: z.array(Span) }),
});
export type CopyPairDetail = z.infer<typeof CopyPairDetail>;

/** Copies of one item: the pairs it is in, and its groups. */
export const ItemCopies = z.strictObject({
  group: CopyGroupId.or(z.null()),
  /** All groups that it stands in; more than one for a compilation. */
  groups: z.array(CopyGroupId),
  copies: count,
  pairs: z.array(CopyPairRow.extend({ other: CopyItem })),
  progress: z.enum(["compared", "waiting", "not-comparable", "failed"]),
});
export type ItemCopies = z.infer<typeof ItemCopies>;

const words = z.string().trim().min(1).max(5000);
export const JudgeRequest = z.strictObject({
  a: ItemId,
  b: ItemId,
  result: Digest.or(z.null()),
  part: MatchPart,
  verdict: MatchVerdict,
  reason: words,
});
export type JudgeRequest = z.infer<typeof JudgeRequest>;
/** `judged`: the line of the judgement, on a match or on an upload. */
export const WithdrawJudgementRequest = z.strictObject({ judged: z.number().int().min(1), reason: words });
export type WithdrawJudgementRequest = z.infer<typeof WithdrawJudgementRequest>;
export const JudgeUploadRequest = KnownUpload.extend({ verdict: UploadVerdict, reason: words });
export type JudgeUploadRequest = z.infer<typeof JudgeUploadRequest>;
/** Looked at again and left as they are. */
export const KeepJudgementsRequest = z.strictObject({ lines: z.array(z.number().int().min(1)).min(1).max(4000), reason: words });
export type KeepJudgementsRequest = z.infer<typeof KeepJudgementsRequest>;
