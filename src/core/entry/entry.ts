/**
 * The closed union of everything a case can come to know. Kinds are past tense: an entry states what was
 * done, by whom, and what this machine's clock said. Adding a kind is a change of the case format.
 */
import { z } from "zod";
import { AnalysisFailure, AnalysisGround } from "../analysis/analysis.ts";
import { Digest } from "../hash/digest.ts";
import type { Json } from "../json/canonical-json.ts";
import { GraphicLevel, ItemId, TriageState } from "../item/item.ts";
import { PersonId, PublicKey, Signature } from "../key/key.ts";
import { ObservationId, ObservationTarget } from "../observation/observation.ts";
import { UtcInstant } from "../time/time-claim.ts";
import { claimKinds } from "./kinds/claims.ts";
import { conditionKinds } from "./kinds/conditions.ts";
import { copyKinds } from "./kinds/copies.ts";
import { eventKinds } from "./kinds/events.ts";
import { imageryKinds } from "./kinds/imagery.ts";
import { inferenceKinds } from "./kinds/inferences.ts";
import { linkKinds } from "./kinds/links.ts";
import { placeKinds } from "./kinds/places.ts";
import { receiptKinds } from "./kinds/receipts.ts";
import { savedSearchKinds } from "./kinds/saved-searches.ts";
import { searchKinds } from "./kinds/searches.ts";
import { sheetImportKinds } from "./kinds/sheet-import.ts";
import { sourceKinds } from "./kinds/sources.ts";
import { syncKinds } from "./kinds/sync.ts";
import { tierKinds } from "./kinds/tiers.ts";
import { unpackingKinds } from "./kinds/unpacking.ts";
import { blindKinds } from "./kinds/blind.ts";
import { editionKinds } from "./kinds/editions.ts";
import { elementKinds } from "./kinds/elements.ts";
import { findingKinds } from "./kinds/findings.ts";
import { questionKinds } from "./kinds/questions.ts";
import { redactionKinds } from "./kinds/redactions.ts";
import { sceneKinds } from "./kinds/scenes.ts";
import { subjectKinds } from "./kinds/subjects.ts";
import { taskKinds } from "./kinds/tasks.ts";
import { Sealed } from "./sealed.ts";

export { Sealed };

export const CaseId = z.string().regex(/^[0-9a-f]{32}$/);
/** 128 random bits, lower-case hex. */
export type CaseId = z.infer<typeof CaseId>;

/** Sizes in bytes: a number up to 2^53, a decimal string beyond. */
export const ByteCount = z
  .number()
  .int()
  .min(0)
  .or(z.string().regex(/^[1-9][0-9]{15,}$/));

const Count = z.number().int().min(0);

const entryData = {
  "case.opened": z.strictObject({ caseId: CaseId, formatVersion: z.literal(1), title: z.string().max(500) }),

  "key.enrolled": z.strictObject({ person: PersonId, key: PublicKey, name: Sealed }),
  "key.replaced": z.strictObject({ person: PersonId, oldKey: Digest, key: PublicKey, reason: z.string() }),
  "key.revoked": z.strictObject({ person: PersonId, key: Digest, reason: z.string() }),

  "collection.started": z.strictObject({
    collection: z.string().regex(/^c[1-9][0-9]*$/),
    method: z.enum(["folder", "files", "upload", "case-copy", "capture"]),
    /** Absolute path or label on the collecting machine. */
    from: Sealed,
    machine: Sealed,
    program: z.string(),
    clockSource: z.enum(["system", "system-synchronised", "unknown"]),
  }),
  "item.collected": z.strictObject({
    item: ItemId,
    collection: z.string(),
    /** Sealed ItemName. */
    name: Sealed,
    object: Digest,
    size: ByteCount,
    /** The source file's own date: when this copy was written, not filming. "unknown" when the source has none. */
    fileWrittenAt: UtcInstant.or(z.literal("unknown")),
    capturedAt: UtcInstant,
    /** Nobody assessed it before it was collected; it waits for the short assessment form. */
    assessment: z.enum(["urgent-path-not-assessed", "assessed"]),
  }),
  "item.known": z.strictObject({
    item: ItemId,
    name: Sealed,
    /** The item whose reading says that this one exists, and where in it. */
    statedBy: z.strictObject({ item: ItemId, where: z.string() }),
    reason: z.string(),
  }),
  "collection.finished": z.strictObject({
    collection: z.string(),
    collected: Count,
    alreadyHeld: Count,
    refused: Count,
    outcome: z.enum(["complete", "stopped"]),
    /** Object: JSON list of each refused or skipped path with its reason. */
    report: Digest.or(z.null()),
  }),

  "analysis.recorded": z.strictObject({
    item: ItemId,
    ground: AnalysisGround,
    outcome: z.discriminatedUnion("state", [
      z.strictObject({
        state: z.literal("done"),
        result: Digest,
        files: z.array(z.strictObject({ name: z.string(), object: Digest })),
      }),
      z.strictObject({ state: z.literal("failed"), failure: AnalysisFailure }),
    ]),
  }),

  "item.triaged": z.strictObject({ items: z.array(ItemId).min(1), graphicLevel: GraphicLevel.optional(), state: TriageState.optional() }),
  "note.written": z.strictObject({ item: ItemId, text: Sealed }),
  "observation.made": z.strictObject({
    observation: ObservationId,
    sort: z.enum(["observation", "marker"]),
    target: ObservationTarget,
    text: Sealed,
  }),
  "observation.withdrawn": z.strictObject({ observation: ObservationId, reason: z.string() }),

  /** `note` is a C2SP signed note over the case id, seq, head and time; see the format page. */
  "checkpoint.made": z.strictObject({ seq: z.number().int().min(1), head: Digest, note: z.string() }),
  "timestamp.requested": z.strictObject({ checkpoint: Digest, request: Digest, authority: z.string() }),
  "timestamp.recorded": z.strictObject({
    /** SHA-256 of the checkpoint's note text. */
    checkpoint: Digest,
    token: Digest,
    chain: Digest.or(z.null()),
    genTime: UtcInstant,
    authority: z.string(),
  }),

  "fixity.checked": z.strictObject({ objects: Count, intact: Count, altered: z.array(Digest), missing: z.array(Digest) }),
  "copy.made": z.strictObject({ to: Sealed, seq: z.number().int().min(1), head: Digest, objects: Count }),
  "pack.sealed": z.strictObject({ seq: z.number().int().min(1), head: Digest, objects: Count, withheld: Count, manifest: Digest }),

  "object.erased": z.strictObject({ object: Digest, reason: z.string(), authorisedBy: z.tuple([PersonId, PersonId]) }),
  "entry.erased": z.strictObject({ seq: z.number().int().min(2), reason: z.string(), authorisedBy: z.tuple([PersonId, PersonId]) }),

  "objects.adopted": z.strictObject({ objects: z.array(Digest) }),
  "tail.set-aside": z.strictObject({ bytes: Count, kept: Digest }),
  "head.accepted": z.strictObject({
    remembered: z.strictObject({ seq: z.number().int().min(1), head: Digest }),
    found: z.strictObject({ seq: z.number().int().min(1), head: Digest }),
    reason: z.string(),
  }),

  ...unpackingKinds,
  ...eventKinds,
  ...placeKinds,
  ...sourceKinds,
  ...conditionKinds,
  ...savedSearchKinds,
  ...sheetImportKinds,
  ...linkKinds,
  ...searchKinds,
  ...receiptKinds,
  ...copyKinds,
  ...inferenceKinds,
  ...imageryKinds,
  ...claimKinds,
  ...syncKinds,
  ...tierKinds,
  ...questionKinds,
  ...findingKinds,
  ...blindKinds,
  ...taskKinds,
  ...subjectKinds,
  ...sceneKinds,
  ...elementKinds,
  ...redactionKinds,
  ...editionKinds,
} as const;

export type EntryKind = keyof typeof entryData;
export const entryKinds = Object.keys(entryData) as readonly EntryKind[];

/** Kinds that bind a person, and so carry a signature. */
export const signedKinds: ReadonlySet<EntryKind> = new Set<EntryKind>([
  "key.enrolled",
  "key.replaced",
  "key.revoked",
  "pack.sealed",
  "object.erased",
  "entry.erased",
  "head.accepted",
  "receipt.given",
  "finding.signed",
  "finding.reviewed",
  "answer.sealed",
  "answer.revealed",
  "blind.resolved",
  "stretch.viewed",
  "text.viewed",
  "protection.overridden",
  "region.left",
  "edition.sealed",
  "edition.disclosed",
  "disclosure.acknowledged",
  "correction.issued",
  "key-point.confirmed",
]);

function bodyOf<K extends EntryKind>(kind: K) {
  return z.strictObject({
    at: UtcInstant,
    by: PersonId,
    /** Present when this machine's clock said less than the entry before. */
    clock: z.literal("stepped-back").optional(),
    data: entryData[kind],
    kind: z.literal(kind),
    signature: Signature.optional(),
  });
}

const bodies = entryKinds.map((kind) => bodyOf(kind));
export const EntryBody = z.discriminatedUnion(
  "kind",
  bodies as [(typeof bodies)[number], ...(typeof bodies)[number][]],
) as unknown as z.ZodType<EntryBody>;

export type EntryData<K extends EntryKind> = z.infer<(typeof entryData)[K]>;
export type EntryBodyOf<K extends EntryKind> = {
  at: UtcInstant;
  by: PersonId;
  clock?: "stepped-back" | undefined;
  data: EntryData<K>;
  kind: K;
  signature?: Signature | undefined;
};
/** A line's body, any kind. Narrow on `kind`. */
export type EntryBody = { [K in EntryKind]: EntryBodyOf<K> }[EntryKind];

/** What an action asks to append: kind and data, with values to seal handed over beside it. */
export type EntryDraft = { [K in EntryKind]: { kind: K; data: EntryData<K>; opens?: readonly OpenedValue[] } }[EntryKind];

/** A sealed value with what opens it. */
export interface OpenedValue {
  readonly digest: Digest;
  readonly salt: string;
  readonly value: Json;
}
