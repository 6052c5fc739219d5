/** Items in lists and one by one. No answer here carries clear media; that is asked for apart, after a reveal. */
import { z } from "zod";
import { AnalysisFailure } from "../core/analysis/analysis.ts";
import { MetadataRow, ProbeResult } from "../core/analysis/probe-result.ts";
import { Assessment, FirstImpression, RiskOfRemoval } from "../core/conditions/assessment.ts";
import { Article } from "../core/article/article.ts";
import { Digest } from "../core/hash/digest.ts";
import { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import { FrameBox, ObservationId, ObservationTarget } from "../core/observation/observation.ts";
import { Channel, Post } from "../core/post/post.ts";
import { TimeClaim } from "../core/time/time-claim.ts";
import { Trap } from "../core/trap/trap.ts";
import { ReadingFault } from "../core/analysis/reading-result.ts";
import { ConditionSigns } from "./conditions.ts";
import { SheetSummary } from "./sheets.ts";

export const ItemKind = z.enum(["video", "picture", "sound", "posts", "article", "sheet", "document", "unknown", "not-held"]);
export type ItemKind = z.infer<typeof ItemKind>;

export const AnalysisState = z.enum(["waiting", "running", "done", "failed", "not-applicable"]);
export type AnalysisState = z.infer<typeof AnalysisState>;

export const ItemRow = z.strictObject({
  id: ItemId,
  number: z.number().int(),
  /** Shown name; path relative to what was opened. */
  name: z.string(),
  nameState: z.enum(["plain", "not-utf-8", "has-control-or-direction-marks"]),
  kind: ItemKind,
  held: z.boolean(),
  size: z.number().or(z.literal("unknown")),
  durationSec: z.number().or(z.literal("unknown")),
  dimensions: z.strictObject({ width: z.number(), height: z.number() }).or(z.literal("unknown")),
  /** Earliest post that carries it, with its zone state; "unknown" when no post does. */
  posted: TimeClaim.or(z.literal("unknown")),
  /** Where it came from as stated: channel, outlet. */
  source: z.string().or(z.literal("unknown")),
  graphicLevel: GraphicLevel,
  triage: TriageState,
  assessed: z.boolean(),
  noteCount: z.number().int(),
  lastNote: z.string().optional(),
  trapCount: z.number().int(),
  /** Blurred in the file. "none" for what has no picture. */
  poster: z.enum(["ready", "waiting", "none", "failed"]),
  analysis: AnalysisState,
  failure: z.string().optional(),
  /** Other items with the same bytes. */
  sameBytes: z.array(ItemId),
  /** For what is known by its link: how likely it is to go, whether it was captured, and between which looks it went. */
  link: z
    .strictObject({
      riskOfRemoval: z.enum(["low", "high", "unknown"]),
      captured: z.boolean(),
      gone: z.strictObject({ after: z.string(), by: z.string() }).optional(),
    })
    .optional(),
  conditions: ConditionSigns,
});
export type ItemRow = z.infer<typeof ItemRow>;

/** What a list can be narrowed to beside kind, level, triage and source. */
export const ItemTrait = z.enum([
  "traps",
  "failure",
  "notes",
  "duplicates",
  "link-not-captured",
  "gone-at-source",
  "no-assessment",
  "conditions-unknown",
  "embargo",
  "withdrawn",
  "legal-hold",
  "disposal-due",
]);

export const ItemSort = z.enum(["number", "name", "posted", "size", "duration", "graphic-level", "triage"]);
export const ItemsQuery = z.strictObject({
  q: z.string().max(500).optional(),
  kind: ItemKind.optional(),
  level: GraphicLevel.optional(),
  triage: TriageState.optional(),
  source: z.string().optional(),
  has: ItemTrait.optional(),
  sort: ItemSort.default("number"),
  descending: z.stringbool().default(false),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ItemsQuery = z.infer<typeof ItemsQuery>;

export const ItemsPage = z.strictObject({
  total: z.number().int(),
  offset: z.number().int(),
  items: z.array(ItemRow),
  /** Values the filters offer, with counts over the whole case. */
  facets: z.strictObject({
    kind: z.array(z.strictObject({ value: ItemKind, count: z.number().int() })),
    level: z.array(z.strictObject({ value: GraphicLevel, count: z.number().int() })),
    triage: z.array(z.strictObject({ value: TriageState, count: z.number().int() })),
    source: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
    has: z.array(z.strictObject({ value: ItemTrait, count: z.number().int() })),
  }),
});
export type ItemsPage = z.infer<typeof ItemsPage>;

export const ItemPost = z.strictObject({
  channel: Channel,
  post: Post,
  /** The item that holds the export. */
  exportItem: ItemId,
  /** Items its media turned out to be, in order; null where the media is not in the case. */
  mediaItems: z.array(ItemId.or(z.null())),
});
export type ItemPost = z.infer<typeof ItemPost>;

export const PostsQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export const PostsPage = z.strictObject({ total: z.number().int(), offset: z.number().int(), posts: z.array(ItemPost) });
export type PostsPage = z.infer<typeof PostsPage>;

export const Note = z.strictObject({
  at: z.string(),
  by: z.string(),
  /** What that person is called, or that the name is withheld. */
  byName: z.string(),
  text: z.string().or(z.literal("withheld")),
  seq: z.number().int(),
});

export const Observation = z.strictObject({
  id: ObservationId,
  sort: z.enum(["observation", "marker"]),
  target: ObservationTarget,
  text: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  seq: z.number().int(),
  /** Why it was withdrawn. Withdrawn ones stay in the list, struck through; they are never removed. */
  withdrawn: z.string().optional(),
});
export type Observation = z.infer<typeof Observation>;

export const AnalysisLine = z.strictObject({
  analyser: z.string(),
  version: z.string(),
  decoder: z.string(),
  state: AnalysisState,
  failure: AnalysisFailure.optional(),
  seq: z.number().int().optional(),
});

export const ItemDetail = z.strictObject({
  row: ItemRow,
  object: Digest.optional(),
  provenance: z.strictObject({
    collectedAt: z.string().optional(),
    collectedBy: z.string(),
    method: z.string(),
    from: z.string(),
    fileWrittenAt: z.string(),
    clockSource: z.string(),
    program: z.string(),
    seq: z.number().int(),
    /** For a link: who noted it, when, in which entry. It was not collected. */
    noted: z.strictObject({ at: z.string(), byName: z.string(), seq: z.number().int() }).optional(),
    /** For what came out of another item: which, and its place there. */
    unpackedFrom: z.strictObject({ item: ItemId, name: z.string(), where: z.string() }).optional(),
    /** For what is known and not held: which item states it, where, and in what words. */
    statedBy: z.strictObject({ item: ItemId, where: z.string(), reason: z.string() }).optional(),
    /** Pictures of an article: the article. Article: its pictures. */
    relations: z.array(
      z.strictObject({
        item: ItemId,
        relation: z.enum(["picture-of-article", "article-with-picture", "media-of-post", "same-bytes"]),
        /** Which of the article's pictures, counted from 0. */
        picture: z.number().int().optional(),
        detail: z.string().optional(),
      }),
    ),
  }),
  holds: z.array(z.string()),
  holdsNot: z.array(z.string()),
  traps: z.array(Trap),
  cannotTell: z.array(z.string()),
  /** Records that a reader could not read, the first hundred. */
  faults: z.array(ReadingFault),
  probe: ProbeResult.optional(),
  metadata: z.array(MetadataRow),
  times: z.array(TimeClaim),
  article: Article.optional(),
  sheet: SheetSummary.optional(),
  /** What came out of an archive or an e-mail: the first few hundred members. */
  container: z
    .strictObject({
      format: z.enum(["zip", "e-mail"]),
      members: z.number().int(),
      unpacked: z.number().int(),
      leftOut: z.number().int(),
      bytes: z.number().int(),
      first: z.array(
        z.strictObject({ item: ItemId, name: z.string(), where: z.string(), held: z.boolean(), reason: z.string().optional() }),
      ),
    })
    .optional(),
  /** Posts that carry this item, or those of an export: the first 200. `GET /api/items/:id/posts` gives them all. */
  posts: z.array(ItemPost),
  postCount: z.number().int(),
  notes: z.array(Note),
  observations: z.array(Observation),
  analyses: z.array(AnalysisLine),
  /** What the player may ask for after a reveal. */
  media: z.strictObject({
    /** "original": a browser plays the bytes; "proxy": a proxy stands in; "waiting": proxy is being made. */
    play: z.enum(["original", "proxy", "waiting", "failed", "none"]),
    picture: z.boolean(),
    filmstrip: z.boolean(),
    waveform: z.boolean(),
    soundEvents: z.boolean(),
    frames: z.boolean(),
  }),
});
export type ItemDetail = z.infer<typeof ItemDetail>;

export const TriageRequest = z.strictObject({
  items: z.array(ItemId).min(1).max(5000),
  graphicLevel: GraphicLevel.optional(),
  state: TriageState.optional(),
});
export type TriageRequest = z.infer<typeof TriageRequest>;
export const NoteRequest = z.strictObject({ text: z.string().min(1).max(20_000) });
export const ObservationRequest = z.strictObject({
  sort: z.enum(["observation", "marker"]),
  range: ObservationTarget.shape.range,
  box: FrameBox.optional(),
  text: z.string().max(5000),
});
export type ObservationRequest = z.infer<typeof ObservationRequest>;
export const WithdrawRequest = z.strictObject({ reason: z.string().min(1).max(1000) });
/** What a person leaves out is unknown, and said to be. */
export const AssessmentRequest = z.strictObject({
  items: z.array(ItemId).min(1).max(5000),
  relevance: Assessment.shape.relevance,
  reliability: FirstImpression.default("cannot-be-judged"),
  riskOfRemoval: RiskOfRemoval,
  riskToPeople: Assessment.shape.riskToPeople.or(z.literal("")).default("unknown"),
  safety: Assessment.shape.safety.default("unknown"),
  laterDuties: Assessment.shape.laterDuties.default("unknown"),
});

/** Peaks of the mono mix: pairs of lowest and highest sample per bin, -128..127. */
export const Waveform = z.strictObject({ startSec: z.number(), binSec: z.number(), peaks: z.array(z.number().int()), sound: z.boolean() });
export type Waveform = z.infer<typeof Waveform>;

/** The blurred sprite sheet beside it holds `columns` tiles a row. */
export const Filmstrip = z.strictObject({
  tileWidth: z.number().int(),
  tileHeight: z.number().int(),
  columns: z.number().int(),
  tiles: z.array(z.strictObject({ frame: z.number().int(), timeSec: z.number() })),
});
export type Filmstrip = z.infer<typeof Filmstrip>;

/** When a proxy stands in: frame n of the original is shown at `timeSec[n]` of the proxy. */
export const ProxyTable = z.strictObject({ timeSec: z.array(z.number()) });
export type ProxyTable = z.infer<typeof ProxyTable>;
