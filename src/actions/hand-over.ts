/**
 * Hands over an edition: what keeps it back is said whole before anything is made; then its media, its report, its exports and the pack
 * that holds them; a public one is scanned before it gets its name. It is there whole or not at all, and a line says that it was made.
 */
import { toBase64 } from "../core/bytes/base64.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { EditionPlan, type EditionId } from "../core/edition/edition.ts";
import { EditionCard } from "../core/edition/edition-card.ts";
import type { LeakReport } from "../core/edition/leak-report.ts";
import type { EditionStaging } from "../core/edition/staging.port.ts";
import type { CaseId, EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import type { KeyPointFault } from "../core/report/key-point-fault.ts";
import type { ReportModel } from "../core/report/report.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { EditionFacts } from "../policy/edition-facts.ts";
import { type Blocker, editionBlockers } from "../policy/edition-rules.ts";
import { writeReport } from "../formats/report-html/write-report.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { editionCard, editionFiles, mediaCards } from "./edition-files.ts";
import { withFrames, withMedia } from "./edition-frames.ts";
import { type ItemMedia, type MadeMedia, makeEditionMedia, stopped } from "./edition-media.ts";
import { type CheckpointPorts, makeCheckpoint } from "./make-checkpoint.ts";
import { once } from "./once.ts";
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
  const before = await ports.build({ plan, edition, version, at });
  const blockers = editionBlockers(await ports.facts(plan, before, at));
  if (blockers.length > 0) return { state: "blocked", blockers };
  await makeCheckpoint(ports, viewer, ports.caseId);
  // Once more, so that the report and its head are of the same moment as the checkpoint.
  const { model } = await ports.build({ plan, edition, version, at });
  const staging = await ports.stage();
  try {
    return await makeAndSeal(ports, viewer, { plan, model, staging, isNew: wanted.edition === undefined }, work);
  } finally {
    await staging.remove();
  }
}

interface Making {
  readonly plan: EditionPlan;
  readonly model: ReportModel;
  readonly staging: EditionStaging;
  readonly isNew: boolean;
}

async function makeAndSeal(
  ports: HandOverPorts,
  viewer: Viewer,
  { plan, model: whole, staging, isNew }: Making,
  work: HandOverWork,
): Promise<HandedOver> {
  const { signal, onProgress } = work;
  const by = whole.certification.people.find(({ person }) => person === viewer.person)?.label ?? "the person who made the edition";
  const media = await makeEditionMedia(
    {
      ...{ redactor: ports.redactor, renderings: ports.renderings, rendersWith: ports.rendersWith },
      ...{ staging, mediaOf: ports.mediaOf },
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
  let leaks: LeakReport | null = null;
  let pack: WrittenPack;
  try {
    pack = await ports.writePack({
      lines: open === undefined ? await ports.linesLeftOut(plan) : new Map(),
      publicLines: open?.keepsBody,
      files: [...files, ...(await originals(ports, model))],
      ...{ model, says },
      examine:
        open === undefined
          ? undefined
          : async (folder) => {
              onProgress(0.85, "looking for leaks");
              leaks = await open.scan(folder);
              if (!leaks.passed) throw new LeaksFound(leaks);
            },
    });
  } catch (error) {
    const found = leaksIn(error);
    if (found !== undefined) return { state: "leaks", report: found };
    throw error;
  }
  const line = await say(ports, { plan, model: full, isNew }, pack, leaks, open?.openings ?? null);
  return { state: "sealed", edition: model.edition.id, version: model.edition.version, line, pack, files: files.length, noPdf, leaks };
}

class LeaksFound extends Error {
  readonly report: LeakReport;
  constructor(report: LeakReport) {
    super("the leak test found what a public edition must not hold");
    this.report = report;
  }
}

/** The keeper of packs names what it could not write, and keeps the cause. */
function leaksIn(error: unknown): LeakReport | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) if (at instanceof LeaksFound) return at.report;
  return undefined;
}

/** Printed and left behind. */
const paperPage = "paper.html";

/** Pages, data and exports are written beside the media; the page is printed where it lies, so that its pictures are those of the edition. */
async function stageFiles(
  ports: HandOverPorts,
  staging: EditionStaging,
  model: ReportModel,
  commitments: Json | undefined,
  tell: (detail: string) => void,
): Promise<Pick<PackOfEdition, "files" | "says"> & { noPdf: string | null }> {
  const media = model.items.flatMap(({ files }) => files).filter(({ sort }) => sort !== "full");
  const stills = new Map<string, string>();
  for (const { path, mediaType } of media)
    if (mediaType.startsWith("image/")) stills.set(path, `data:${mediaType};base64,${toBase64(await ports.readStaged(staging, path))}`);
  tell("writing the report");
  const made = editionFiles(model, stills);
  if (commitments !== undefined) {
    const bytes = encodeUtf8(`${canonicalJson(commitments)}\n`);
    const says = "Salted commitments to the originals: they can be opened later, and find nothing by themselves";
    made.push({ path: "commitments.json", bytes, card: { path: "commitments.json", sort: "data", mediaType: "application/json", says } });
  }
  for (const { path, bytes } of made) await staging.write(path, bytes);
  tell("printing the report");
  await staging.write(paperPage, encodeUtf8(writeReport(model, stills, { paper: true })));
  const printed = await ports.print(await staging.room(paperPage), await staging.room("report.pdf"));
  const pdf =
    printed.state === "none"
      ? []
      : [{ path: "report.pdf", sort: "report" as const, mediaType: "application/pdf", says: "The report for paper" }];
  const noPdf = printed.state === "none" ? printed.why : null;
  const card = editionCard(model, [...made.map((one) => one.card), ...pdf, ...mediaCards(model)], noPdf);
  await staging.write("edition.json", encodeUtf8(`${canonicalJson(EditionCard.parse(card) as unknown as Json)}\n`));
  const paths = ["edition.json", ...made.map(({ path }) => path), ...pdf.map(({ path }) => path), ...media.map(({ path }) => path)];
  return {
    files: await Promise.all(paths.map(async (path) => ({ path, bytes: { copyOf: await staging.room(path) } }))),
    says: new Map(card.files.map((one) => [one.path, { mediaType: one.mediaType, says: one.says }])),
    noPdf,
  };
}

async function originals(ports: HandOverPorts, model: ReportModel): Promise<PackOfEdition["files"]> {
  const files: PackOfEdition["files"][number][] = [];
  for (const { item, files: own } of model.items)
    for (const { path, sort } of own) {
      if (sort !== "full") continue;
      const media = await ports.mediaOf(item);
      if (media !== undefined) files.push({ path, bytes: { copyOf: media.path } });
    }
  return files;
}

async function say(
  ports: HandOverPorts,
  { plan, model, isNew }: { plan: EditionPlan; model: ReportModel; isNew: boolean },
  pack: WrittenPack,
  leaks: LeakReport | null,
  openings: Json | null,
): Promise<number> {
  const keep = async (value: Json): Promise<Digest> => {
    const staged = await ports.vault.stage(once(encodeUtf8(`${canonicalJson(value)}\n`)));
    await ports.vault.commit([staged]);
    return staged.digest;
  };
  const kept = {
    plan: await keep({ ...plan, salt: ports.writer.seal(null).opened.salt } as unknown as Json),
    leaks: leaks === null ? null : await keep(leaks as unknown as Json),
    openings: openings === null ? null : await keep(openings),
  };
  const findings = model.findings.flatMap(({ finding, version, document }) => (document === null ? [] : [{ finding, version, document }]));
  const { seq, head, objects, withheld, manifest } = pack;
  const { id, version } = model.edition;
  const [line] = await ports.writer.append((numbers) => {
    const edition = isNew ? numbers.next("ed") : id;
    // Its report calls it by the number that it was to get.
    if (edition !== id)
      throw new CaseError(
        "INPUT_INVALID",
        `edition ${id}: expected its number to be free still; found it taken meanwhile. Hand over again.`,
      );
    return [
      { kind: "edition.sealed", data: { edition, version, sort: plan.sort, findings, manifest, seq, head, objects, withheld, ...kept } },
    ];
  });
  return line?.head.seq ?? 0;
}
