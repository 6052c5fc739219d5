/** Links: noting them, what happened to them at their source, and captures by hand or by the person's own program. */
import { z } from "zod";
import { RiskOfRemoval } from "../core/conditions/assessment.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { AccountUsed, CaptureMinimum, CaptureOutcome, CheckEvery, CheckOutcome, ClockOffset, NetworkRoute } from "../core/link/capture.ts";
import { CaptureProgram, CaptureSettings } from "../core/link/capture-settings.ts";
import { NormalisedLink } from "../core/link/link.ts";
import { UtcInstant } from "../core/time/time-claim.ts";

export const NoteLinksRequest = z.strictObject({
  links: z.array(z.string().max(20_000)).min(1).max(500),
  riskOfRemoval: RiskOfRemoval,
});
export const NoteLinksAnswer = z.strictObject({
  answers: z.array(
    z.discriminatedUnion("state", [
      z.strictObject({ given: z.string(), state: z.literal("noted"), item: ItemId, link: NormalisedLink }),
      z.strictObject({ given: z.string(), state: z.literal("already-there"), item: ItemId, link: NormalisedLink }),
      z.strictObject({ given: z.string(), state: z.literal("refused"), reason: z.string() }),
    ]),
  ),
});
export type NoteLinksAnswer = z.infer<typeof NoteLinksAnswer>;

export const LinkFilter = z.enum(["waiting", "due", "gone", "captured", "all"]);
export type LinkFilter = z.infer<typeof LinkFilter>;
export const LinksQuery = z.strictObject({
  filter: LinkFilter.default("all"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const LinkRow = z.strictObject({
  item: ItemId,
  shown: z.string(),
  normalised: z.string(),
  platform: z.string(),
  riskOfRemoval: RiskOfRemoval,
  notedAt: z.string(),
  captured: z.boolean(),
  lastLook: z.strictObject({ outcome: CheckOutcome, at: z.string() }).or(z.literal("none")),
  /** Gone between `after` and `by`: an interval, because nobody looked in between. */
  gone: z.strictObject({ after: z.string(), by: z.string() }).or(z.literal("not-known")),
  plan: z.strictObject({ everyDays: z.number().int(), of: z.enum(["item", "high-risk"]) }).or(z.literal("none")),
  dueAt: z.string(),
  due: z.boolean(),
});
export type LinkRow = z.infer<typeof LinkRow>;

export const LinksPage = z.strictObject({
  total: z.number().int(),
  offset: z.number().int(),
  links: z.array(LinkRow),
  counts: z.record(LinkFilter, z.number().int()),
  highRiskEveryDays: z.number().int().or(z.literal("none")),
});
export type LinksPage = z.infer<typeof LinksPage>;

export const CaptureLine = z.strictObject({
  seq: z.number().int(),
  byName: z.string(),
  items: z.array(ItemId),
  how: z.enum(["own-program", "by-hand"]),
  outcome: CaptureOutcome,
  did: z.string().or(z.null()),
  startedAt: z.string(),
  endedAt: z.string(),
  program: z.strictObject({ name: z.string(), version: z.string() }).or(z.null()),
  arguments: z.array(z.string()).or(z.literal("withheld")).or(z.null()),
  exitCode: z
    .number()
    .int()
    .or(z.enum(["killed", "none"])),
  log: Digest.or(z.null()),
  clockCheck: z.strictObject({ reference: z.string().or(z.null()), ...ClockOffset.shape }).or(z.literal("not-done")),
  account: AccountUsed.or(z.enum(["unknown", "withheld"])),
  network: NetworkRoute,
  minimum: CaptureMinimum,
});
export type CaptureLine = z.infer<typeof CaptureLine>;

export const LinkDetail = z.strictObject({
  row: LinkRow,
  link: NormalisedLink.or(z.literal("withheld")),
  checks: z.array(
    z.strictObject({
      seq: z.number().int(),
      at: z.string(),
      outcome: CheckOutcome,
      how: z.enum(["by-hand", "own-program"]),
      statement: z.string().or(z.null()),
      byName: z.string(),
      evidence: z.array(ItemId),
    }),
  ),
  captures: z.array(CaptureLine),
  related: z.array(
    z.strictObject({ item: ItemId, shown: z.string(), relation: z.enum(["same-post", "archive-copy", "archived-original"]) }),
  ),
});
export type LinkDetail = z.infer<typeof LinkDetail>;

/** What a held item was captured from. */
export const CapturedFrom = z.strictObject({
  captures: z.array(
    z.strictObject({
      seq: z.number().int(),
      link: ItemId,
      shown: z.string(),
      how: z.enum(["own-program", "by-hand"]),
      startedAt: z.string(),
      endedAt: z.string(),
      outcome: CaptureOutcome,
    }),
  ),
});
export type CapturedFrom = z.infer<typeof CapturedFrom>;

export const LinkRiskRequest = z.strictObject({ items: z.array(ItemId).min(1).max(4000), riskOfRemoval: RiskOfRemoval });
export const LinkPlanRequest = z.strictObject({
  about: z.array(ItemId).min(1).max(4000).or(z.literal("high-risk")),
  everyDays: CheckEvery,
});
export const LinkCheckRequest = z.strictObject({
  outcome: CheckOutcome,
  statement: z.string().max(5000),
  evidence: z.array(ItemId).max(500),
});

export const CaptureRequest = z.strictObject({
  items: z.array(ItemId).max(500),
  outcome: CaptureOutcome,
  did: z.string().max(10_000),
  startedAt: UtcInstant,
  endedAt: UtcInstant,
  clockCheck: z.strictObject({ reference: z.string().min(1).max(500), ...ClockOffset.shape }).or(z.literal("not-done")),
  account: AccountUsed.or(z.literal("unknown")),
  network: NetworkRoute,
  minimum: CaptureMinimum,
});
export type CaptureRequest = z.infer<typeof CaptureRequest>;

/** What would be run, for the person to see before it is. */
export const CapturePlan = z.strictObject({ program: CaptureProgram, path: z.string(), arguments: z.array(z.string()) });
export type CapturePlan = z.infer<typeof CapturePlan>;
export const RunRequest = z.strictObject({ program: CaptureProgram });
export const CaptureSettingsAnswer = z.strictObject({ settings: CaptureSettings, file: z.string() });
export type CaptureSettingsAnswer = z.infer<typeof CaptureSettingsAnswer>;
