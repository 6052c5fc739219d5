/** Editions of an open case: what the rules are asked, the report as it would read, and the pack that hands it over. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { decoderBuild } from "../analyse/ffmpeg/decoder-build.ts";
import { findIsolation } from "../analyse/isolation.ts";
import { redactVersion } from "../analyse/redact/render-media.ts";
import { completePlaceProblem } from "../actions/complete-place-problem.ts";
import { handOver, type HandOverPorts } from "../actions/hand-over.ts";
import { coveredTexts, previewPublic, secretsInTitle } from "../actions/public-edition.ts";
import type { CheckpointPorts } from "../actions/make-checkpoint.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import { editionFolder } from "../core/edition/edition-card.ts";
import type { GazetteerStore } from "../core/gazetteer/gazetteer-store.port.ts";
import type { Signer } from "../core/key/key.ts";
import type { ReportModel } from "../core/report/report.ts";
import type { Redactor } from "../core/redaction/redactor.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { writeReport } from "../formats/report-html/write-report.ts";
import type { Editions } from "../jobs/case-session.ts";
import { stageEdition } from "../keep/edition-staging.ts";
import { openKeptRenderings } from "../keep/kept-renderings.ts";
import type { CaseFolder } from "../keep/open-case-folder.ts";
import { printPdf } from "../keep/print-pdf.ts";
import { random } from "../keep/sha256.ts";
import { demandPackPossible, type PackRequest, writePack } from "../keep/write-pack.ts";
import { editionBlockers } from "../policy/edition-rules.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { readContradictionReport } from "../reads/claims/contradiction-report.ts";
import { editionFacts } from "../reads/editions/edition-facts.ts";
import { editionIndex } from "../reads/editions/edition-index.ts";
import { publicSecrets } from "../reads/editions/public-secrets.ts";
import { heldMedia } from "../reads/editions/item-media.ts";
import { linesLeftOut } from "../reads/editions/lines-left-out.ts";
import { wordCovers } from "../reads/redactions/word-covers.ts";
import { publicEditionOf } from "./edition-public.ts";
import { buildReport } from "../reads/report/build-report.ts";

export interface EditionsOf {
  readonly folder: CaseFolder;
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly vault: Vault;
  readonly redactor: Redactor;
  readonly gazetteers: GazetteerStore;
  readonly checkpointPorts: CheckpointPorts;
  readonly signer: Signer;
  readonly program: string;
  readonly verifyPage: () => Promise<Uint8Array>;
}

export function editionsOf(of: EditionsOf): Editions {
  const { folder, reader, viewer, gazetteers, program, checkpointPorts } = of;
  const { caseId, title } = folder;
  const index = editionIndex(reader);
  const contradictions = () =>
    readContradictionReport(reader, viewer, {}, async (problem) => (await completePlaceProblem(gazetteers, problem)).problem);
  const build: HandOverPorts["build"] = (wanted) =>
    buildReport(reader, viewer, { ...wanted, program, case: { id: caseId, title } }, contradictions);
  const facts: HandOverPorts["facts"] = async (plan, built, at) =>
    editionFacts(reader, viewer, { plan, at, titleSays: await titleSays(of, plan, built.model), ...built });
  /** Of a plan that is only looked at: under the number that it would get. */
  const looked = async (plan: EditionPlan) => build({ plan, edition: await index.next(), version: 1, at: checkpointPorts.clock.now() });
  let renders: string | undefined;
  const rendersWith = (): string => (renders ??= `witnessmark-redact ${redactVersion}, ${decoderBuild("ffmpeg")}`);
  const renderings = openKeptRenderings(folder.path);
  const mediaOf: HandOverPorts["mediaOf"] = async (item) => {
    const held = await heldMedia(reader, viewer, item);
    return held === undefined ? undefined : { ...held, path: of.vault.pathOf(held.object) };
  };
  return {
    async check(plan) {
      const built = await looked(plan);
      const blockers = editionBlockers(await facts(plan, built, checkpointPorts.clock.now()));
      const read =
        plan.sort === "court"
          ? built.model
          : await previewPublic(
              { secrets: (...asked) => publicSecrets(reader, ...asked), words: () => wordCovers(reader, viewer), mediaOf },
              built.model,
              plan,
            );
      // What may be chosen is told from the case; what would be read, from the report that goes out.
      return { blockers, model: built.model, page: writeReport(read, new Map()) };
    },
    handOver: (out, wanted, { signal, onProgress }) =>
      handOver(
        {
          ...checkpointPorts,
          ...{ caseId, build, facts, vault: of.vault, redactor: of.redactor, renderings, rendersWith, editions: index },
          mediaOf,
          linesLeftOut: (plan) => linesLeftOut(reader, plan),
          publicEdition: publicEditionOf(of, { signal, onProgress, mediaOf }),
          stage: () => stageEdition(out),
          print: async (page, pdf) => printPdf(page, pdf, findIsolation().prefix, signal),
          readStaged: (staging, path) => readFile(join(staging.folder, ...path.split("/"))),
          demandFree: () => demandPackPossible({ out, ledger: folder.ledger, withholding: undefined }),
          discard: () => rm(out, { recursive: true, force: true }),
          writePack: async ({ lines, publicLines, files, model, says, examine }) =>
            writePack({
              ...(await requestOf(of, out)),
              withholding: { names: false, lines, publicLines },
              edition: {
                files,
                tags: [],
                examine,
                crate: { model, says: new Map([...says].map(([path, one]) => [`${editionFolder}${path}`, one])) },
              },
              signal,
              onProgress: (share, detail) => onProgress(share === "unknown" ? share : 0.7 + share * 0.3, detail),
            }),
        },
        viewer,
        wanted,
        { signal, onProgress },
      ),
  };
}

async function requestOf(
  { folder, vault, signer, checkpointPorts, program, verifyPage }: EditionsOf,
  out: string,
): Promise<Omit<PackRequest, "signal" | "onProgress">> {
  const { path: casePath, ledger, caseId, title, person } = folder;
  return {
    ...{ casePath, ledger, vault, caseId, title, out, signer, person, random, program },
    clock: checkpointPorts.clock,
    verifyPage: await verifyPage(),
  };
}

/** Line 1 carries the title into every pack. */
async function titleSays({ reader, viewer, folder }: EditionsOf, plan: EditionPlan, model: ReportModel): Promise<string[]> {
  if (plan.sort === "court") return [];
  const { texts } = await publicSecrets(reader, model);
  return secretsInTitle(folder.title, [...texts, ...coveredTexts(await wordCovers(reader, viewer))]);
}
