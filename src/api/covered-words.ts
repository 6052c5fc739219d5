/** Words that a public edition does not say: the texts of an item, what is marked in them, and who read them whole. */
import { z } from "zod";
import { TextRole } from "../core/claim/claim-text.ts";
import { TextSpan } from "../core/claim/text-span.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { PersonId } from "../core/key/key.ts";
import { RedactionId, RedactionReason } from "../core/redaction/redaction.ts";
import { ReadText } from "../core/redaction/text-standing.ts";
import { WordsMark, WordsPlace } from "../core/redaction/words-mark.ts";
import { SubjectId } from "../core/subject/subject.ts";
import { SpeakerLabel, TierId, TierSort } from "../core/tier/tier.ts";

const line = z.number().int().min(1);
const count = z.number().int().min(0);
const said = { line, by: PersonId, byName: z.string(), at: z.string() };

export const ItemWordsQuery = z.strictObject({
  /** The first part of the reading that is wanted, counted from 0. */
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(500).default(100),
});
export type ItemWordsQuery = z.input<typeof ItemWordsQuery>;

/** Where the words of a mark stand now, or why nobody can tell. */
const Anchored = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("there"), place: WordsPlace, span: TextSpan, moved: z.boolean() }),
  z.strictObject({ state: z.literal("loose"), why: z.enum(["gone", "several", "no-text"]) }),
]);

export const WordsMarkRow = z.strictObject({
  ...said,
  redaction: RedactionId,
  document: Digest,
  mark: WordsMark.or(z.literal("withheld")),
  /** Null of one that was taken back, or cannot be read. */
  anchored: Anchored.or(z.null()),
  /** Whether a leak test looks for the words without what stands around them. */
  soughtAlone: z.boolean(),
  cause: RedactionReason,
  subject: SubjectId.or(z.null()),
  reason: z.string().or(z.null()),
  makers: z.array(PersonId),
  withdrawn: z.string().optional(),
});
export type WordsMarkRow = z.infer<typeof WordsMarkRow>;

const Tier = z.strictObject({
  tier: TierId,
  sort: TierSort,
  language: z.string(),
  version: line,
  document: Digest,
  from: TierId.or(z.null()),
  segments: z
    .array(
      z.strictObject({
        id: line,
        startMs: z.number().int(),
        endMs: z.number().int(),
        speaker: SpeakerLabel.or(z.null()),
        text: z.string(),
        /** Withheld whole: what this mark covers beside it is said in it too, and nothing is marked in it for that. */
        besides: RedactionId.or(z.null()),
      }),
    )
    .or(z.literal("withheld")),
});

export const ItemWordsAnswer = z.strictObject({
  item: ItemId,
  object: Digest.or(z.null()),
  /** Those that stand. */
  tiers: z.array(Tier),
  reading: z.strictObject({ kind: z.enum(["article", "posts"]), reading: Digest }).or(z.null()),
  parts: z.array(z.strictObject({ place: WordsPlace, role: TextRole, text: z.string() })),
  /** Parts that the reading has, where these begin, and where the next ones do. */
  total: count,
  from: count,
  next: count.or(z.null()),
  marks: z.array(WordsMarkRow),
  views: z.array(
    z.strictObject({
      ...said,
      texts: z.array(ReadText),
      note: z.string().or(z.null()),
      fault: z.enum(["other-bytes", "mark-unreadable", "marks-changed", "made-a-mark"]).or(z.null()),
    }),
  ),
  /** Who is asked as: they may say that they read it whole where they made none of these marks. */
  me: PersonId,
});
export type ItemWordsAnswer = z.infer<typeof ItemWordsAnswer>;

export const MarkWordsRequest = z.strictObject({
  /** Absent for a new one. */
  redaction: RedactionId.optional(),
  item: ItemId,
  place: WordsPlace,
  /** The version that the person saw. */
  reading: Digest,
  span: TextSpan,
  exact: z.string().min(1).max(20_000),
  cause: RedactionReason,
  subject: SubjectId.or(z.null()),
  /** Demanded where one is changed. */
  reason: z.string().max(5000).default(""),
});
export type MarkWordsRequest = z.input<typeof MarkWordsRequest>;

export const ViewTextRequest = z.strictObject({
  texts: z.array(ReadText).min(1).max(200),
  /** Lines of the marks on words that were shown. */
  marks: z.array(line).max(1000),
  note: z.string().max(5000).default(""),
});
export type ViewTextRequest = z.input<typeof ViewTextRequest>;
