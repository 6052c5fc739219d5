/**
 * Hands over an edition: what keeps it back is said whole before anything is made; then its media, its report, its exports and the pack
 * that holds them; a public one is scanned before it gets its name. It is there whole or not at all, and a line says that it was made.
 */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { EditionPlan, type EditionId } from "../core/edition/edition.ts";
import type { LeakReport } from "../core/edition/leak-report.ts";
import type { EditionStaging } from "../core/edition/staging.port.ts";
import type { CaseId, EntryBody } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { KeyPointFault } from "../core/report/key-point-fault.ts";
import type { ReportModel } from "../core/report/report.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { EditionFacts } from "../policy/edition-facts.ts";
import { type Blocker, editionBlockers } from "../policy/edition-rules.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { withFrames, withMedia } from "./edition-frames.ts";
import { type ItemMedia, type MadeMedia, makeEditionMedia, stopped } from "./edition-media.ts";
import { keepPlan, sayHandedOver } from "./edition-line.ts";
import { originals, stageFiles } from "./edition-staged-files.ts";
import { type CheckpointPorts, makeCheckpoint } from "./make-checkpoint.ts";
import type { RenderOncePorts } from "./render-once.ts";
import type { WrittenPack } from "./seal-pack.ts";

export interface HandOverWanted {
  readonly plan: EditionPlan;
  /** Absent for a new one; else the next version of this one. */
  readonly edition?: EditionId | undefined;
}

export interface BuiltForEdition {
  readonly model: ReportModel;
  readonly keyPointFaults: readonly KeyPointFault[];
}

/** A public edition as it is made from the whole report: what it says, which lines keep their words, and what stands in for originals. */
export interface PublicEdition {
  readonly model: ReportModel;
  readonly keepsBody: (body: EntryBody) => boolean;
  /** `commitments.json`, and what opens it, which stays in the case. */
  readonly commitments: Json;
  readonly openings: Json;
  readonly scan: (folder: string) => Promise<LeakReport>;
}

export interface PackOfEdition {
  /** Lines that a court edition leaves out, with the reason; none of a public one, which goes by its rule. */
  readonly lines: ReadonlyMap<number, string>;
  readonly publicLines: ((body: EntryBody) => boolean) | undefined;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array | { readonly copyOf: string } }[];
  readonly model: ReportModel;
  /** What each file is, by its path in the edition. */
  readonly says: ReadonlyMap<string, { readonly mediaType: string; readonly says: string }>;
  readonly examine: ((folder: string) => Promise<void>) | undefined;
  /** Says in the case that it is there, when it is whole and before it has its name: a pack that no line knows could be given away and never be registered. */
  readonly say: (written: WrittenPack) => Promise<void>;
}

export interface HandOverPorts extends CheckpointPorts, RenderOncePorts {
  readonly caseId: CaseId;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly editions: {
    /** Id that the next new edition gets, and versions of one that is there. */
    next(): Promise<EditionId>;
    versionOf(edition: EditionId): Promise<number>;
  };
  readonly build: (wanted: { plan: EditionPlan; edition: EditionId; version: number; at: UtcInstant }) => Promise<BuiltForEdition>;
  readonly facts: (plan: EditionPlan, built: BuiltForEdition, at: UtcInstant) => Promise<EditionFacts>;
  readonly mediaOf: (item: ItemId) => Promise<ItemMedia | undefined>;
  /** Lines that brought items which this plan does not hand over, with the reason. */
  readonly linesLeftOut: (plan: EditionPlan) => Promise<ReadonlyMap<number, string>>;
  readonly publicEdition: (model: ReportModel, plan: EditionPlan, media: MadeMedia) => Promise<PublicEdition>;
  readonly stage: () => Promise<EditionStaging>;
  readonly print: (page: string, out: string) => Promise<{ state: "printed"; program: string } | { state: "none"; why: string }>;
  readonly readStaged: (staging: EditionStaging, path: string) => Promise<Uint8Array>;
  /** Throws CaseError PATH_REFUSED where something is in the way, before anything is made. */
  readonly demandFree: () => Promise<void>;
  readonly writePack: (pack: PackOfEdition) => Promise<WrittenPack>;
}

export interface HandOverWork {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
}

export type HandedOver =
  | { readonly state: "blocked"; readonly blockers: readonly Blocker[] }
  /** Nothing was sealed: what was made is gone again. */
  | { readonly state: "leaks"; readonly report: LeakReport }
  | {
      readonly state: "sealed";
      readonly edition: EditionId;
      readonly version: number;
      /** Of the line that says so. */
      readonly line: number;
      readonly pack: WrittenPack;
      readonly files: number;
      readonly noPdf: string | null;
      readonly leaks: LeakReport | null;
    };

/** Throws CaseError INPUT_INVALID, PATH_REFUSED, PROGRAM_MISSING, DISK_FULL; AbortError once it is stopped. */
export async function handOver(ports: HandOverPorts, viewer: Viewer, wanted: HandOverWanted, work: HandOverWork): Promise<HandedOver> {
  demand(viewer, "seal");
  await ports.demandFree();
  const plan = EditionPlan.parse(wanted.plan);
  const edition = wanted.edition ?? (await ports.editions.next());
  const version = wanted.edition === undefined ? 1 : (await ports.editions.versionOf(wanted.edition)) + 1;
  if (wanted.edition !== undefined && version === 1)
    throw new CaseError("INPUT_INVALID", `edition ${wanted.edition}: expected one that was sealed before; found none of that number`);
  work.onProgress("unknown", "reading what the findings rest on");
  const at = ports.clock.now();
  const asking = { plan, edition, version, at };
  const blockers = editionBlockers((await asked(ports, asking)).facts);
  if (blockers.length > 0) return { state: "blocked", blockers };
  await makeCheckpoint(ports, viewer, ports.caseId);
  // Once more, so that the report and its head are of the same moment as the checkpoint.
  const ground = await asked(ports, asking);
  const since = async (): Promise<readonly Blocker[]> => blockersSince(ground, await asked(ports, { ...asking, at: ports.clock.now() }));
  const staging = await ports.stage();
  try {
    return await makeAndSeal(ports, viewer, { plan, ground, since, staging, isNew: wanted.edition === undefined }, work);
  } finally {
    await staging.remove();
  }
}

/** What an edition goes by: all that is read of the case before anything is made, and read again before it gets its name. */
interface Asked {
  readonly model: ReportModel;
  readonly facts: EditionFacts;
  readonly media: ReadonlyMap<ItemId, ItemMedia | undefined>;
}

async function asked(ports: HandOverPorts, asking: Parameters<HandOverPorts["build"]>[0]): Promise<Asked> {
  const { plan, at } = asking;
  const media = new Map<ItemId, ItemMedia | undefined>();
  for (const { item } of plan.items) media.set(item, await ports.mediaOf(item));
  const built = await ports.build(asking);
  return { model: built.model, facts: await ports.facts(plan, built, at), media };
}

/** Rendering takes hours: a mark or a consent may be taken back meanwhile, and what was made went by it. */
function blockersSince(before: Asked, now: Asked): readonly Blocker[] {
  const blockers = editionBlockers(now.facts);
  if (blockers.length > 0) return blockers;
  const goneBy = ({ facts, media }: Asked): string => JSON.stringify([{ ...facts, at: null }, [...media]]);
  if (goneBy(before) === goneBy(now)) return [];
  return [
    {
      code: "changed-meanwhile",
      what: "the edition",
      why: "Marks, conditions, protections or findings that it goes by were changed while it was made.",
      who: "whoever writes the edition",
      how: "Hand over again: finished media are taken again where nothing about them changed.",
    },
  ];
}

interface Making {
  readonly plan: EditionPlan;
  readonly ground: Asked;
  /** What keeps it back by now. */
  readonly since: () => Promise<readonly Blocker[]>;
  readonly staging: EditionStaging;
  readonly isNew: boolean;
}

async function makeAndSeal(
  ports: HandOverPorts,
  viewer: Viewer,
  { plan, ground, since, staging, isNew }: Making,
  work: HandOverWork,
): Promise<HandedOver> {
  const { signal, onProgress } = work;
  const whole = ground.model;
  const mediaOf = (item: ItemId): Promise<ItemMedia | undefined> => Promise.resolve(ground.media.get(item));
  const by = whole.certification.people.find(({ person }) => person === viewer.person)?.label ?? "the person who made the edition";
  const media = await makeEditionMedia(
    {
      ...{ redactor: ports.redactor, renderings: ports.renderings, rendersWith: ports.rendersWith },
      ...{ staging, mediaOf },
      signal,
      onProgress: (done, detail) => onProgress(0.05 + done * 0.55, detail),
    },
    withFrames(plan, whole),
    by,
  );
  if (signal.aborted) throw stopped();
  const full = withMedia(whole, media.files);
  const open = plan.sort === "public" ? await ports.publicEdition(full, plan, media) : undefined;
  const model = open?.model ?? full;
  const { files, noPdf, says } = await stageFiles(ports, staging, model, open?.commitments, (detail) => onProgress(0.65, detail));
  if (signal.aborted) throw stopped();
  const kept = await keepPlan(ports, plan, open?.openings ?? null);
  const demandUnchanged = async (): Promise<void> => {
    const blockers = await since();
    if (blockers.length > 0) throw new KeptBack({ state: "blocked", blockers });
  };
  let leaks: LeakReport | null = null;
  let line = 0;
  let pack: WrittenPack;
  try {
    pack = await ports.writePack({
      lines: open === undefined ? await ports.linesLeftOut(plan) : new Map(),
      publicLines: open?.keepsBody,
      files: [...files, ...(await originals(mediaOf, model))],
      ...{ model, says },
      async examine(folder) {
        await demandUnchanged();
        if (open !== undefined) {
          onProgress(0.85, "looking for leaks");
          leaks = await open.scan(folder);
          if (!leaks.passed) throw new KeptBack({ state: "leaks", report: leaks });
          await demandUnchanged();
        }
      },
      async say(written) {
        line = await sayHandedOver(ports, { model: full, isNew, kept }, written, leaks);
      },
    });
  } catch (error) {
    const why = keptBackIn(error);
    if (why !== undefined) return why;
    throw error;
  }
  return { state: "sealed", edition: model.edition.id, version: model.edition.version, line, pack, files: files.length, noPdf, leaks };
}

class KeptBack extends Error {
  readonly outcome: Exclude<HandedOver, { state: "sealed" }>;
  constructor(outcome: KeptBack["outcome"]) {
    super("the edition is kept back");
    this.outcome = outcome;
  }
}

/** The keeper of packs names what it could not write, and keeps the cause. */
function keptBackIn(error: unknown): KeptBack["outcome"] | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) if (at instanceof KeptBack) return at.outcome;
  return undefined;
}
