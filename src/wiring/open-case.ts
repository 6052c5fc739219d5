/** Puts an open case together: its folder, the tables, the children that read material, and everything that works on it. */
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { createCaseWriter } from "../actions/case-writer.ts";
import { type CollectionRequest, createCollector } from "../actions/collector.ts";
import { sealPack } from "../actions/seal-pack.ts";
import { createFrameSearch } from "../analyse/copies/run-frame-search.ts";
import { createCopyMatcher } from "../analyse/copies/run-matcher.ts";
import { createAnalyserRunner } from "../analyse/run-analyser.ts";
import { createSyncMeasurer } from "../analyse/sync-measure/run-measurer.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { keyIdOf } from "../formats/ledger/sign-body.ts";
import { writeReceiptPage } from "../formats/receipt/receipt-page.ts";
import { createAnalysisQueue } from "../jobs/analysis-queue.ts";
import type { CaseSession, OpenOptions } from "../jobs/case-session.ts";
import { createFrameFinder } from "../jobs/frame-finder.ts";
import { createJobBoard } from "../jobs/job-board.ts";
import { createListeners } from "../jobs/listeners.ts";
import {
  diskStatement,
  leftoverStatement,
  networkStatement,
  stoppedStatement,
  waitingTimestampsStatement,
} from "../jobs/machine-statements.ts";
import { seenLineOf } from "../keep/seen-line.ts";
import { exposureStoreOf } from "../keep/exposure-book.ts";
import { checkFixity } from "../keep/check-fixity.ts";
import { keepCheckpointNote, waitingTimestampRequests } from "../keep/checkpoint-store.ts";
import { clockSource } from "../keep/clock-source.ts";
import { configFolder } from "../keep/config-folder.ts";
import { frameIndexOf } from "../keep/derived-folder.ts";
import { diskEncryption } from "../keep/disk-encryption.ts";
import { namedFailure } from "../keep/durable.ts";
import { findOrphans } from "../keep/find-orphans.ts";
import { type CaseFolder, createCaseFolder, isCase, openCaseFolder } from "../keep/open-case-folder.ts";
import { notedPack, openPackNotes, settlePacks } from "../keep/pack-notes.ts";
import { type Identity, loadOrCreateIdentity, type Passphrase } from "../keep/person-keys.ts";
import { random, sha256 } from "../keep/sha256.ts";
import { openPieceStore } from "../keep/recogniser-pieces.ts";
import { openSyncFeatures } from "../keep/sync-features.ts";
import { demandPackPossible, writePack } from "../keep/write-pack.ts";
import { doorWords, type Viewer } from "../policy/viewer.ts";
import { knownPlaces, nextNumbers } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { erasedObjects } from "../reads/erased-objects.ts";
import { itemsNamed } from "../reads/items-named.ts";
import { refusalsRecorded } from "../reads/refusals-recorded.ts";
import { listKeys } from "../reads/list-keys.ts";
import { receivedItems } from "../reads/received-items.ts";
import { withdrawnItems } from "../reads/pack-conditions.ts";
import { verifyPath } from "../verify/node/verify-path.ts";
import { openViews } from "../views/open-views.ts";
import { blindDoors } from "./blind-doors.ts";
import { blindPortsOf } from "./blind-ports.ts";
import { assistantOf } from "./assistant.ts";
import { lineOfPack } from "../reads/editions/line-of-pack.ts";
import { editionsOf } from "./edition-ports.ts";
import { erasurePortsOf } from "./erasure-ports.ts";
import { createMapLayers } from "./map-layers.ts";
import { machineGazetteers } from "./gazetteer.ts";
import { restrictedValuesOf } from "./restricted-values.ts";
import { copyWorkOf } from "./copy-ports.ts";
import { capturePortsOf, captureSettingsOf } from "./capture-ports.ts";
import { mapExtractsOf } from "./map-extract-ports.ts";
import { detectPortsOf } from "./detect-ports.ts";
import { recogniserDeskOf } from "./recognise-ports.ts";
import { redactionWorkOf, shotStartsIn } from "./redaction-work.ts";
import { sheetPortsOf } from "./sheet-ports.ts";
import { syncWorkOf } from "./sync-work.ts";
import { timestampPortsOf } from "./timestamp-ports.ts";
import { unpackingPorts } from "./unpacking-ports.ts";

const clock: Clock = { now: () => new Date().toISOString() };
/** Analysers at work at once; more than the processors there are only take turns. */
const workers = 2;

/** What a case is opened with, apart from the case itself. */
export interface Around {
  /** Name and version, as entries state them. */
  readonly program: string;
  readonly ownPassphrase: Passphrase;
  /** `there`: the case has restricted values already. */
  readonly casePassphrase: (there: boolean) => Promise<string>;
  /** Where it would come from now. */
  readonly casePassphraseFrom?: () => "environment" | "terminal" | "nowhere";
  /** The check page that goes into every pack. */
  readonly verifyPage: () => Promise<Uint8Array>;
  /** The page that a proof of receipt is filled into. */
  readonly receiptPage: () => Promise<Uint8Array>;
  /** Where the person's key and settings are; their own configuration folder where none is named. */
  readonly configFolder?: string;
}

export async function openCase(around: Around, path: string, options: OpenOptions): Promise<CaseSession> {
  const { access, create, acceptHead, onProgress } = options;
  const { program, ownPassphrase: passphrase } = around;
  const unlock = access === "read" ? "later" : "now";
  const config = around.configFolder ?? configFolder();
  const identity = await loadOrCreateIdentity(config, { name: userInfo().username, passphrase, unlock });
  const common = { path, identity, clock, configFolder: config, program };
  const accepting = acceptHead === undefined ? {} : { acceptHead: { reason: acceptHead } };
  const folder =
    create !== undefined && !isCase(path)
      ? await createCaseFolder({ ...common, title: create.title })
      : await openCaseFolder({ ...common, access, ...accepting });
  const session = await sessionOn(around, folder, { identity, onProgress });
  await refuseBlind(session, options);
  return session;
}

async function sessionOn(around: Around, folder: CaseFolder, parts: Pick<Parts, "identity" | "onProgress">): Promise<CaseSession> {
  let scratch: string | undefined;
  try {
    scratch = await makeScratch();
    return await openSession(around, { folder, scratch, ...parts });
  } catch (error) {
    await folder.close();
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
    throw error;
  }
}

/** Whatever opens the case without knowing of the door would show what the person must not see yet. */
async function refuseBlind(session: CaseSession, { keepsBlindDoor }: OpenOptions): Promise<void> {
  const [door] = session.viewer.doors ?? [];
  if (door === undefined || keepsBlindDoor === true) return;
  await session.close();
  throw new CaseError("BLIND_ANSWER_DUE", `${doorWords(door)} \`witnessmark serve\` opens it, \`witnessmark blind\` asks here.`);
}

/** Analysers work in a folder outside the case, which nobody else may look into. */
function makeScratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), "witnessmark-")).catch((error: unknown) => {
    throw namedFailure(error, "the folder for temporary files");
  });
}

interface Parts {
  readonly folder: CaseFolder;
  readonly identity: Identity;
  readonly scratch: string;
  readonly onProgress: (detail: string) => void;
}

async function openSession(around: Around, { folder, identity, scratch, onProgress }: Parts): Promise<CaseSession> {
  const { ledger, vault, derived } = folder;
  const config = around.configFolder ?? configFolder();
  const runner = createAnalyserRunner({ scratch });
  const views = await openViews(
    { file: join(folder.path, "derived", "views.sqlite"), readOnly: folder.readOnly, ledger, vault, sha256 },
    { onProgress: (seq) => onProgress(`reading the ledger: line ${seq}`) },
  ).catch(namingView);
  let stoppedBy: unknown;
  /** What the program does by itself: it shows nobody anything. */
  const itself: Viewer = {
    person: folder.person,
    // Asked each time: a sync that fails, or work that stops, takes the right to write from an open case.
    get readOnly() {
      return folder.readOnly || stoppedBy !== undefined;
    },
  };
  const board = createJobBoard();
  const appended = createListeners<Parameters<Parameters<CaseSession["onAppended"]>[0]>>();
  const made = createListeners<Parameters<Parameters<CaseSession["onDerived"]>[0]>>();
  const stopped = createListeners<[error: unknown]>();
  const reader: CaseReader = {
    views,
    vault,
    derived,
    versionOf: (analyser) => runner.versionOf(analyser),
    underway: () => queue.underway(),
    shotStarts: shotStartsIn(vault),
  };
  const doors = await blindDoors(reader, folder.person, appended.add);
  const viewer: Viewer = {
    person: folder.person,
    get readOnly() {
      return itself.readOnly;
    },
    get doors() {
      return doors.now();
    },
    ...(folder.readOnly ? { refreshDoors: () => doors.refresh() } : {}),
  };
  const writer = createCaseWriter({
    ledger,
    project: (lines) => views.apply(lines).catch(namingView),
    next: await nextNumbers(reader),
    sha256,
    random,
    onAppended: appended.tell,
  });
  const onFault = (error: unknown) => {
    stoppedBy = error;
    stopped.tell(error);
  };
  const record = {
    ...{ writer, ledger, vault, derived },
    readFile: createReadStream,
    knownPlaces: (item: number) => knownPlaces(reader, item),
    unpacking: unpackingPorts(reader),
  };
  const queue = createAnalysisQueue({ reader, runner, record, viewer: itself, board, workers, onDerived: made.tell, onFault });
  const matcher = createCopyMatcher({ scratch });
  const copyWork = copyWorkOf({ writer, vault, reader, viewer: itself, board, queue, matcher, onAppended: appended.add, onFault });
  const syncWork = syncWorkOf({
    ...{ writer, vault, reader, viewer: itself, board, queue, measurer: createSyncMeasurer({ scratch }) },
    features: openSyncFeatures(folder.path, { readOnly: folder.readOnly }),
  });
  const frameSearch = createFrameSearch({ runner, scratch, index: frameIndexOf(folder.path), readOnly: folder.readOnly });
  const frameFinder = createFrameFinder({ reader, viewer, board, search: frameSearch, pathOf: (object) => vault.pathOf(object) });
  const redaction = redactionWorkOf({ reader, viewer, board, scratch, pathOf: (object) => vault.pathOf(object) });
  const collectorPorts = {
    writer,
    vault,
    clock,
    memory: folder.sourceMemory,
    itemsNamed: (shown: readonly string[]) => itemsNamed(reader, shown),
    erasedObjects: () => erasedObjects(reader),
    refusalsRecorded: (from: string, report: `sha256:${string}`) => refusalsRecorded(reader, from, report),
  };
  const orphans = () => findOrphans(join(folder.path, "ledger.jsonl"), vault);
  const keepNote = (note: string) => keepCheckpointNote(folder.path, note);
  const checkpointPorts = { writer, ledger, signer: identity.signer, clock, sha256, keepNote };
  const collecting = { machine: hostname(), program: around.program, clockSource: clockSource() };
  const newCollector = (request: CollectionRequest) => createCollector(collectorPorts, request);
  const captureSettings = captureSettingsOf(config);
  const mapLayers = createMapLayers();
  const gazetteers = machineGazetteers();
  const { open: restricted, openIfKnown, store: restrictedStore } = restrictedValuesOf(around, folder, reader);

  // Before anybody hands over: what a run that was killed left behind gets its name, or is named.
  const leftovers = folder.readOnly ? [] : await settlePacks(folder.path, (manifest) => lineOfPack(reader, manifest));

  const ofMachine = [
    ...leftovers.map(leftoverStatement),
    ...waitingTimestampsStatement((await waitingTimestampRequests(folder.path)).length),
    diskStatement(await diskEncryption(folder.path)),
    networkStatement(await runner.isolation()),
  ];

  return {
    path: folder.path,
    caseId: folder.caseId,
    title: folder.title,
    program: around.program,
    get statements() {
      return [...(stoppedBy === undefined ? [] : [stoppedStatement(stoppedBy)]), ...folder.findings, ...ofMachine];
    },
    viewer,
    reader,
    vault,
    writer,
    collectorPorts,
    timestampPorts: timestampPortsOf(folder.path, { checkpointPorts, vault, reader, viewer }),
    erasurePorts: erasurePortsOf(folder, { writer, reader, viewer, restricted }),
    restricted,
    restrictedStore,
    sheetPorts: sheetPortsOf({ writer, vault, reader, viewer, sha256 }),
    fixityPorts: { writer, ledger, hashAll: (expected, work) => checkFixity(vault, expected, work), orphans },
    keyPorts: {
      writer,
      keysInForce: async () => (await listKeys(reader, viewer)).filter(({ state }) => state === "in-force"),
      ownKey: keyIdOf(sha256, identity.signer.publicKey),
    },
    board,
    queue,
    ...copyWork,
    ...syncWork,
    blindPorts: blindPortsOf({
      writer,
      vault,
      reader,
      viewer,
      caseId: folder.caseId,
      configFolder: config,
      secrets: identity.secrets,
      program: around.program,
    }),
    frameFinder,
    ...redaction,
    gazetteers,
    mapLayers,
    mapExtracts: mapExtractsOf(),
    capturePorts: capturePortsOf({ writer, vault, clock, reader, settings: captureSettings, newCollector, collecting }),
    captureSettings,
    assistant: assistantOf(config),
    exposure: exposureStoreOf(config),
    seen: seenLineOf(config, folder.caseId),
    ...recogniserDeskOf({
      writer,
      vault,
      reader,
      viewer,
      scratch,
      pieces: openPieceStore(folder.path, { readOnly: () => viewer.readOnly }),
    }),
    detectPorts: detectPortsOf({ writer, vault, reader, scratch }),
    receiptPorts: {
      ...{ writer, ledger, vault, signer: identity.signer, clock, clockSource: collecting.clockSource, program: around.program },
      ...{ caseId: folder.caseId, received: (items) => receivedItems(reader, viewer, items) },
    },
    async receiptPage() {
      const template = Buffer.from(await around.receiptPage()).toString("utf8");
      return ({ text, statement }) => writeReceiptPage(template, text, statement);
    },
    collecting,
    newCollector,
    async verify({ signal, onProgress: report }) {
      const found = await verifyPath(folder.path, { signal, onProgress: report });
      return { holds: found.verdict === "verifies", report: found as unknown as Json };
    },
    async seal(out, withholding, { signal, onProgress: report }) {
      const { caseId, title, person, path: casePath } = folder;
      const pack = await sealPack(
        {
          ...checkpointPorts,
          withdrawn: () => withdrawnItems(reader),
          demandPossible: (left) => demandPackPossible({ out, ledger, withholding: left }),
          writePack: async (left, say) => {
            const { begin, say: saying, end } = notedPack(openPackNotes(casePath), out, say);
            return writePack({
              ...{ casePath, ledger, vault, caseId, title, out, signer: identity.signer, person, clock, random, begin, say: saying },
              ...{ program: around.program, verifyPage: await around.verifyPage(), withholding: left, signal, onProgress: report },
            }).finally(end);
          },
        },
        viewer,
        caseId,
        withholding,
      );
      return { out, ...pack };
    },
    editions: editionsOf({
      ...{ folder, reader, viewer, vault, checkpointPorts, redactor: redaction.redactor, gazetteers, signer: identity.signer },
      ...{ program: around.program, verifyPage: around.verifyPage, openIfKnown },
    }),
    onStopped: stopped.add,
    onAppended: appended.add,
    onDerived: made.add,
    async close() {
      try {
        await Promise.all([
          mapLayers.close(),
          frameFinder.stop(),
          redaction.boxTracker.stop(),
          copyWork.copies.stop(),
          syncWork.sync.stop(),
          queue.stop(),
        ]);
        await views.close();
      } finally {
        await folder.close().finally(() => rm(scratch, { recursive: true, force: true }));
      }
    },
  };
}

function namingView(error: unknown): never {
  throw namedFailure(error, "derived/views.sqlite");
}
