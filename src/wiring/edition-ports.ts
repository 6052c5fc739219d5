/** Editions of an open case: what the rules are asked, the report as it would read, and the pack that hands it over. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decoderBuild } from "../analyse/ffmpeg/decoder-build.ts";
import { findIsolation } from "../analyse/isolation.ts";
import { redactVersion } from "../analyse/redact/render-media.ts";
import { completePlaceProblem } from "../actions/complete-place-problem.ts";
import { handOver, type HandOverPorts } from "../actions/hand-over.ts";
import { coveredTexts, previewPublic, secretsInTitle } from "../actions/public-edition.ts";
import type { CheckpointPorts } from "../actions/make-checkpoint.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import { type EncryptedPackFile, encryptedNameOf } from "../core/edition/encrypted-pack.ts";
import type { OpenedValue } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { editionFolder } from "../core/edition/edition-card.ts";
import type { GazetteerStore } from "../core/gazetteer/gazetteer-store.port.ts";
import type { Signer } from "../core/key/key.ts";
import type { ReportModel } from "../core/report/report.ts";
import type { Redactor } from "../core/redaction/redactor.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { writeReport } from "../formats/report-html/write-report.ts";
import type { Editions, LongWork, PassphraseAsked } from "../jobs/case-session.ts";
import type { EditionStaging } from "../core/edition/staging.port.ts";
import { stageEdition } from "../keep/edition-staging.ts";
import { openKeptRenderings } from "../keep/kept-renderings.ts";
import type { CaseFolder } from "../keep/open-case-folder.ts";
import { notedPack, openPackNotes, type PackNotes } from "../keep/pack-notes.ts";
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
import { restrictedRecords, type RestrictedSecrets, restrictedSecrets } from "../reads/editions/restricted-secrets.ts";
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
  /** Undefined where nobody in this session can open `private.age`. Throws CaseError PASSPHRASE_WRONG. */
  readonly openIfKnown: (asked: PassphraseAsked) => Promise<{ get(sealed: Digest): OpenedValue | undefined } | undefined>;
}

export function editionsOf(of: EditionsOf): Editions {
  const { folder, reader, viewer, gazetteers, program, checkpointPorts } = of;
  const { caseId, title } = folder;
  const index = editionIndex(reader);
  const contradictions = () =>
    readContradictionReport(reader, viewer, {}, async (problem) => (await completePlaceProblem(gazetteers, problem)).problem);
  /** How one edition is read: with what `private.age` says, which is opened once for it and let go of with it. */
  const readWith = (asked: PassphraseAsked) => {
    let opened: ReturnType<EditionsOf["openIfKnown"]> | undefined;
    const restricted = async (plan: Pick<EditionPlan, "sort">): Promise<RestrictedSecrets> => {
      if (plan.sort === "court" || (await restrictedRecords(reader)).length === 0) return { texts: [], unread: [] };
      const store = await (opened ??= of.openIfKnown(asked));
      return restrictedSecrets(reader, store === undefined ? undefined : (sealed) => store.get(sealed));
    };
    const secrets = async (model: ReportModel, shownWhole?: ReadonlySet<string>, postingStepS?: number) =>
      publicSecrets(reader, model, shownWhole, postingStepS, (await restricted(model.edition)).texts);
    const build: HandOverPorts["build"] = async (wanted) =>
      buildReport(
        reader,
        viewer,
        { ...wanted, program, case: { id: caseId, title }, unreadIdentities: (await restricted(wanted.plan)).unread },
        contradictions,
      );
    // Line 1 carries the title into every pack.
    const saidInTitle = async (model: ReportModel): Promise<string[]> => {
      const { texts } = await secrets(model);
      return secretsInTitle(title, [...texts, ...coveredTexts(await wordCovers(reader, viewer))]);
    };
    const facts: HandOverPorts["facts"] = async (plan, built, at) => {
      const { unread: unreadIdentities } = await restricted(plan);
      const titleSays = plan.sort === "court" ? [] : await saidInTitle(built.model);
      return editionFacts(reader, viewer, { plan, at, titleSays, unreadIdentities, ...built });
    };
    return { build, facts, secrets };
  };
  let renders: string | undefined;
  const rendersWith = (): string => (renders ??= `witnessmark-redact ${redactVersion}, ${decoderBuild("ffmpeg")}`);
  const renderings = openKeptRenderings(folder.path);
  const notes = openPackNotes(folder.path);
  const mediaOf: HandOverPorts["mediaOf"] = async (item) => {
    const held = await heldMedia(reader, viewer, item);
    return held === undefined ? undefined : { ...held, path: of.vault.pathOf(held.object) };
  };
  return {
    async check(plan, asked = {}) {
      const { build, facts, secrets } = readWith(asked);
      // Under the number that it would get.
      const built = await build({ plan, edition: await index.next(), version: 1, at: checkpointPorts.clock.now() });
      const blockers = editionBlockers(await facts(plan, built, checkpointPorts.clock.now()));
      const words = () => wordCovers(reader, viewer);
      const read = plan.sort === "court" ? built.model : await previewPublic({ secrets, words, mediaOf }, built.model, plan);
      // What may be chosen is told from the case; what would be read, from the report that goes out.
      return { blockers, model: built.model, page: writeReport(read, new Map()) };
    },
    demandRecipients,
    async handOver(out, { passphrase, mayAsk, recipients = [], ...wanted }, { signal, onProgress }) {
      await demandRecipients(recipients);
      const { build, facts, secrets } = readWith({ passphrase, mayAsk });
      const done = await handOver(
        {
          ...checkpointPorts,
          ...{ caseId, build, facts, vault: of.vault, redactor: of.redactor, renderings, rendersWith, editions: index },
          mediaOf,
          linesLeftOut: (plan) => linesLeftOut(reader, plan),
          publicEdition: publicEditionOf(of, { signal, onProgress, mediaOf, secrets }),
          stage: () => notedStage(notes, out),
          print: async (page, pdf) => printPdf(page, pdf, findIsolation().prefix, signal),
          readStaged: (staging, path) => readFile(join(staging.folder, ...path.split("/"))),
          demandFree: () => demandPackPossible({ out, ledger: folder.ledger, withholding: undefined }),
          writePack: async ({ lines, publicLines, files, model, says, examine, say }) => {
            const noted = notedPack(notes, out, say);
            return writePack({
              ...(await requestOf(of, out)),
              ...{ begin: noted.begin, say: noted.say },
              withholding: { names: false, lines, publicLines },
              edition: {
                files,
                tags: [],
                examine,
                crate: { model, says: new Map([...says].map(([path, one]) => [`${editionFolder}${path}`, one])) },
              },
              signal,
              onProgress: (share, detail) => onProgress(share === "unknown" ? share : 0.7 + share * 0.3, detail),
            }).finally(noted.end);
          },
        },
        viewer,
        wanted,
        { signal, onProgress },
      );
      if (done.state !== "sealed") return done;
      return { ...done, encrypted: recipients.length === 0 ? null : await encryptedBeside(out, recipients, { signal, onProgress }) };
    },
  };
}

async function demandRecipients(recipients: readonly string[]): Promise<void> {
  if (recipients.length > 0) (await import("../keep/encrypt-pack.ts")).demandRecipients(recipients);
}

/** The pack is sealed and known by its line by then: whoever reads why there is no file must read that too. */
async function encryptedBeside(pack: string, recipients: readonly string[], { signal, onProgress }: LongWork): Promise<EncryptedPackFile> {
  const { encryptPack } = await import("../keep/encrypt-pack.ts");
  const told = (share: number, detail: string): void => onProgress(share, `encrypting: ${detail}`);
  try {
    return await encryptPack({ pack, out: encryptedNameOf(pack), recipients, signal, onProgress: told });
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    throw new CaseError(error.code, `${error.message}. The pack itself is sealed and lies at ${pack}; encrypt-pack makes the file.`, {
      cause: error,
    });
  }
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

/** Its media are made there before anything of them is covered by a pack's own care: whoever opens the case after a kill is told of it. */
async function notedStage(notes: PackNotes, out: string): Promise<EditionStaging> {
  const staging = await stageEdition(out);
  await notes.note({ staged: staging.folder, out: null, manifest: null });
  return {
    ...staging,
    async remove() {
      await staging.remove();
      notes.forget(staging.folder);
    },
  };
}
