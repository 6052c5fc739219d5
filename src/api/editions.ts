/** Editions over HTTP: those that were sealed and to whom they went, what keeps a plan back, and handing one over. */
import { z } from "zod";
import { EditionId, EditionPlan, EditionSort } from "../core/edition/edition.ts";
import { LeakReport } from "../core/edition/leak-report.ts";
import { FindingId } from "../core/finding/finding.ts";
import { Digest } from "../core/hash/digest.ts";
import { GraphicLevel, ItemId } from "../core/item/item.ts";
import { UtcInstant } from "../core/time/time-claim.ts";

const line = z.number().int().min(1);
const words = z.string().max(5000);
const version = z.number().int().min(1);
const Ref = z.strictObject({ edition: EditionId, version });

export const BlockerRow = z.strictObject({ code: z.string(), what: z.string(), why: z.string(), who: z.string(), how: z.string() });
export type BlockerRow = z.infer<typeof BlockerRow>;

const Disclosure = z.strictObject({
  line,
  to: z.string(),
  at: z.string(),
  why: z.string(),
  how: z.string(),
  byName: z.string(),
  acknowledged: z.array(z.strictObject({ line, at: z.string(), received: z.string(), statement: z.string() })),
});

export const EditionRow = z.strictObject({
  edition: EditionId,
  version,
  sort: EditionSort,
  title: z.string(),
  plan: EditionPlan.or(z.null()),
  findings: z.array(z.strictObject({ finding: FindingId, version })),
  manifest: Digest,
  /** Of the pack's head: told to the receiver by another way than the pack. */
  shortCode: z.string(),
  objects: z.number().int(),
  withheld: z.number().int(),
  leakTest: z.strictObject({ files: z.number().int(), frames: z.number().int(), passed: z.boolean() }).or(z.null()),
  line,
  at: z.string(),
  byName: z.string(),
  disclosures: z.array(Disclosure),
  stale: z.array(z.strictObject({ finding: FindingId, line, why: z.string() })),
  corrections: z.array(line),
});
export type EditionRow = z.infer<typeof EditionRow>;

export const CorrectionDraft = z.strictObject({ concerns: z.array(Ref), because: z.array(line), text: z.string() });
export type CorrectionDraft = z.infer<typeof CorrectionDraft>;

export const EditionsAnswer = z.strictObject({
  /** Newest first. */
  versions: z.array(EditionRow),
  corrections: z.array(
    z.strictObject({ line, at: z.string(), byName: z.string(), concerns: z.array(Ref), text: z.string(), because: z.array(line) }),
  ),
  /** Where grounds of what went out changed since. */
  draft: CorrectionDraft.or(z.null()),
});
export type EditionsAnswer = z.infer<typeof EditionsAnswer>;

/** Of `private.age`, so that what lies there is looked for; kept nowhere. */
const passphrase = z.string().min(1).max(1000).optional();

export const PlanRequest = z.strictObject({ plan: EditionPlan, passphrase });
export type PlanRequest = z.infer<typeof PlanRequest>;

export const EditionChecked = z.strictObject({
  blockers: z.array(BlockerRow),
  /** What the findings rest on: each can be chosen in one of several shapes. */
  items: z.array(z.strictObject({ item: ItemId, label: z.string(), kind: z.string(), graphic: GraphicLevel, held: z.boolean() })),
  preview: z.string(),
});
export type EditionChecked = z.infer<typeof EditionChecked>;

export const HandOverRequest = z.strictObject({
  plan: EditionPlan,
  edition: EditionId.optional(),
  passphrase,
  /** Absolute path on the machine that serves, where nothing is yet. */
  out: z.string().min(1).max(4096),
  /** Of age: the pack is made once more beside it, as a file that only they open. */
  recipients: z.array(z.string().max(5000)).max(100).optional(),
});
export type HandOverRequest = z.infer<typeof HandOverRequest>;

/** The `result` of the job of handing over. */
export const HandOverResult = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("blocked"), blockers: z.array(BlockerRow) }),
  z.strictObject({ state: z.literal("leaks"), report: LeakReport }),
  z.strictObject({
    state: z.literal("sealed"),
    edition: EditionId,
    version,
    line,
    out: z.string(),
    objects: z.number().int(),
    withheld: z.number().int(),
    files: z.number().int(),
    /** Lines that name what is withheld: their words were written by people, and stay. */
    stillSpeaking: z.array(line),
    noPdf: z.string().or(z.null()),
    shortCode: z.string(),
    leaks: LeakReport.or(z.null()),
    /** The file of age beside the pack; null where nobody was named. */
    encrypted: z.strictObject({ out: z.string(), files: z.number().int(), bytes: z.number().int(), digest: Digest }).or(z.null()),
  }),
]);
export type HandOverResult = z.infer<typeof HandOverResult>;

export const DiscloseRequest = z.strictObject({ edition: EditionId, version, to: words, at: UtcInstant, why: words, how: words });
export type DiscloseRequest = z.infer<typeof DiscloseRequest>;
export const AcknowledgeRequest = z.strictObject({ disclosed: line, at: UtcInstant, statement: words });
export type AcknowledgeRequest = z.infer<typeof AcknowledgeRequest>;
export const CorrectionRequest = z.strictObject({
  concerns: z.array(Ref).min(1).max(100),
  text: z.string().max(50_000),
  because: z.array(line).max(200),
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;
export const ConfirmKeyPointRequest = z.strictObject({ finding: FindingId, text: z.string().min(1).max(2000) });
export type ConfirmKeyPointRequest = z.infer<typeof ConfirmKeyPointRequest>;
export const CompareQuery = z.strictObject({
  before: z.string().regex(/^ed[1-9][0-9]*:[1-9][0-9]*$/),
  after: z.string().regex(/^ed[1-9][0-9]*:[1-9][0-9]*$/),
});
export const EditionsCompared = z.strictObject({ changes: z.array(z.string()) });
export type EditionsCompared = z.infer<typeof EditionsCompared>;
