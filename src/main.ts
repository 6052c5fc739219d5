/** The only place that wires things together: folders, children, sockets and clocks meet the commands here. */
import { spawn } from "node:child_process";
import { hash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { homedir, hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createCaseWriter } from "./actions/case-writer.ts";
import { createCollector } from "./actions/collector.ts";
import { sealPack } from "./actions/seal-pack.ts";
import { createAnalyserRunner } from "./analyse/run-analyser.ts";
import type { OpenOptions, Program, Served } from "./cli/program.ts";
import { run } from "./cli/run.ts";
import { askOnTerminal } from "./cli/ask-on-terminal.ts";
import { createTerminal } from "./cli/terminal.ts";
import { CaseError } from "./core/case/case-error.ts";
import type { Digest, Sha256 } from "./core/hash/digest.ts";
import type { Json } from "./core/json/canonical-json.ts";
import type { Clock } from "./core/time/clock.port.ts";
import { createAnalysisQueue } from "./jobs/analysis-queue.ts";
import type { CaseSession, Statement } from "./jobs/case-session.ts";
import { createJobBoard } from "./jobs/job-board.ts";
import { createListeners } from "./jobs/listeners.ts";
import {
  forgetTimestampRequest,
  keepCheckpointNote,
  keepTimestampToken,
  pathOfWaitingRequest,
  queueTimestampRequest,
  waitingTimestampRequests,
} from "./keep/checkpoint-store.ts";
import { checkFixity } from "./keep/check-fixity.ts";
import { copyCaseFolder } from "./keep/copy-case.ts";
import { namedFailure } from "./keep/durable.ts";
import { diskEncryption } from "./keep/disk-encryption.ts";
import { type CaseFolder, createCaseFolder, openCaseFolder } from "./keep/open-case-folder.ts";
import { keyProtection, loadOrCreateIdentity, type Passphrase, renewKey, setPassphrase } from "./keep/person-keys.ts";
import { hasPrivateStore, openPrivateStore, type PrivateStore } from "./keep/private-store.ts";
import { random } from "./keep/sha256.ts";
import { walkSources } from "./keep/walk-folder.ts";
import { demandPackPossible, writePack } from "./keep/write-pack.ts";
import type { Viewer } from "./policy/viewer.ts";
import { erasedByLine, knownPlaces, nextNumbers, objectsNamed } from "./reads/case-index.ts";
import type { CaseReader } from "./reads/case-reader.ts";
import { kindOfLine } from "./reads/kind-of-line.ts";
import { listKeys } from "./reads/list-keys.ts";
import { listTimestamps } from "./reads/list-timestamps.ts";
import { keyIdOf } from "./formats/ledger/sign-body.ts";
import { isSealNamed, lineWithSeals } from "./reads/sealed-values.ts";
import { sealedIn } from "./formats/ledger/decode-line.ts";
import { startServer } from "./server/start-server.ts";
import { formatReport } from "./verify/format-report.ts";
import { verifyPath } from "./verify/node/verify-path.ts";
import { openViews } from "./views/open-views.ts";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const programName = `witnessmark ${version}`;
const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");
const clock: Clock = { now: () => new Date().toISOString() };
/** Analysers at work at once; more than the processors there are only take turns. */
const workers = 2;

function configFolder(): string {
  const given = process.env["WITNESSMARK_CONFIG"];
  if (given !== undefined && given !== "") return given;
  if (process.platform === "win32") return join(process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "witnessmark");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "witnessmark");
  return join(process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "witnessmark");
}

/** For scripts from the environment, else asked for; never from the command line, where every process can read it. */
const ownPassphrase: Passphrase =
  process.env["WITNESSMARK_PASSPHRASE"] ?? (() => askOnTerminal("Passphrase of your private key: ", { hidden: true }));

async function openCase(path: string, { access, create, acceptHead, onProgress }: OpenOptions): Promise<CaseSession> {
  const config = configFolder();
  const unlock = access === "read" ? "later" : "now";
  const identity = await loadOrCreateIdentity(config, { name: userInfo().username, passphrase: ownPassphrase, unlock });
  const common = { path, identity, clock, configFolder: config, program: programName };
  const isNew = create !== undefined && !(await isCase(path));
  const accepting = acceptHead === undefined ? {} : { acceptHead: { reason: acceptHead } };
  const folder = isNew
    ? await createCaseFolder({ ...common, title: create.title })
    : await openCaseFolder({ ...common, access, ...accepting });
  try {
    return await openSession(folder, identity, onProgress);
  } catch (error) {
    await folder.close();
    throw error;
  }
}

async function openSession(
  folder: CaseFolder,
  identity: Awaited<ReturnType<typeof loadOrCreateIdentity>>,
  onProgress: (detail: string) => void,
): Promise<CaseSession> {
  const { ledger, vault, derived } = folder;
  const scratch = await mkdtemp(join(tmpdir(), "witnessmark-"));
  const runner = createAnalyserRunner({ scratch });
  const views = await openViews(
    { file: join(folder.path, "derived", "views.sqlite"), readOnly: folder.readOnly, ledger, vault, sha256 },
    { onProgress: (seq) => onProgress(`reading the ledger: line ${seq}`) },
  ).catch(namingView);
  const viewer: Viewer = { person: folder.person, readOnly: folder.readOnly };
  const board = createJobBoard();
  const appended = createListeners<Parameters<Parameters<CaseSession["onAppended"]>[0]>>();
  const made = createListeners<Parameters<Parameters<CaseSession["onDerived"]>[0]>>();
  const reader: CaseReader = {
    views,
    vault,
    derived,
    versionOf: (analyser) => runner.versionOf(analyser),
    underway: () => queue.underway(),
  };
  const writer = createCaseWriter({
    ledger,
    project: (lines) => views.apply(lines).catch(namingView),
    next: await nextNumbers(reader),
    sha256,
    random,
    onAppended: appended.tell,
  });
  const queue = createAnalysisQueue({
    reader,
    runner,
    record: {
      writer,
      ledger,
      vault,
      derived,
      readFile: (file) => createReadStream(file),
      knownPlaces: (item) => knownPlaces(reader, item),
    },
    viewer,
    board,
    workers,
    onDerived: made.tell,
  });
  const collectorPorts = {
    writer,
    vault,
    clock,
    memory: folder.sourceMemory,
    objectsNamed: (shown: string) => objectsNamed(reader, shown),
    erasedByLine: (object: Digest) => erasedByLine(reader, object),
  };

  const checkpointPorts = {
    writer,
    ledger,
    signer: identity.signer,
    clock,
    sha256,
    keepNote: (note: string) => keepCheckpointNote(folder.path, note),
  };
  const timestampPorts: CaseSession["timestampPorts"] = {
    ...checkpointPorts,
    vault,
    random,
    crypto: globalThis.crypto,
    queueRequest: (waiting) => queueTimestampRequest(folder.path, waiting),
    waiting: () => waitingTimestampRequests(folder.path),
    pathOfRequest: (checkpoint) => pathOfWaitingRequest(folder.path, checkpoint),
    checkpoints: async () =>
      (await listTimestamps(reader, viewer)).map(({ requested, recorded, ...checkpoint }) => ({
        ...checkpoint,
        requests: requested.map(({ request }) => request),
        tokens: recorded.map(({ token }) => token),
      })),
    keepToken: (kept) => keepTimestampToken(folder.path, kept),
    forgetRequest: (checkpoint) => forgetTimestampRequest(folder.path, checkpoint),
  };
  let store: Promise<PrivateStore> | undefined;
  const restricted = () => (store ??= openRestricted(folder, reader));
  const erasurePorts: CaseSession["erasurePorts"] = {
    writer,
    vault,
    derived,
    peopleInForce: async () => (await listKeys(reader, viewer)).filter(({ state }) => state === "in-force").map(({ person }) => person),
    kindOf: (seq) => kindOfLine(reader, seq),
    async restrictedIn(seq) {
      const line = await lineWithSeals(reader, seq);
      const closed = line === undefined ? [] : sealedIn(line.body.data as Json).filter((sealed) => !line.opened.has(sealed));
      const store = closed.length > 0 && hasPrivateStore(folder.path) ? await restricted() : undefined;
      return { remove: async () => store?.remove(closed) };
    },
    reduceToHead: (seq) => folder.reduceToHead(seq),
    forget: () => views.rebuild(),
  };

  return {
    path: folder.path,
    caseId: folder.caseId,
    title: folder.title,
    program: programName,
    statements: [
      ...folder.findings,
      ...(await waitingStatement(folder.path)),
      await diskStatement(folder.path),
      await networkStatement(runner),
    ],
    viewer,
    reader,
    vault,
    writer,
    collectorPorts,
    timestampPorts,
    erasurePorts,
    restricted,
    fixityPorts: { writer, ledger, hashAll: (expected, work) => checkFixity(vault, expected, work) },
    keyPorts: {
      writer,
      keysInForce: async () => (await listKeys(reader, viewer)).filter(({ state }) => state === "in-force"),
      ownKey: keyIdOf(sha256, identity.signer.publicKey),
    },
    board,
    queue,
    collecting: { machine: hostname(), program: programName, clockSource: clockSource() },
    newCollector: (request) => createCollector(collectorPorts, request),
    async verify({ signal, onProgress: report }) {
      const found = await verifyPath(folder.path, { signal, onProgress: report });
      return { holds: found.verdict === "verifies", report: found as unknown as Json };
    },
    async seal(out, withholding, { signal, onProgress: report }) {
      await demandPackPossible({ out, ledger, withholding });
      const pack = await sealPack(
        {
          ...checkpointPorts,
          writePack: async () =>
            writePack({
              casePath: folder.path,
              ledger,
              vault,
              caseId: folder.caseId,
              title: folder.title,
              out,
              signer: identity.signer,
              person: folder.person,
              clock,
              random,
              program: programName,
              verifyPage: await verifyPage(),
              withholding,
              signal,
              onProgress: report,
            }),
        },
        viewer,
        folder.caseId,
      );
      return { out, ...pack };
    },
    onAppended: appended.add,
    onDerived: made.add,
    async close() {
      await queue.stop();
      await views.close();
      await folder.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

function namingView(error: unknown): never {
  throw namedFailure(error, "derived/views.sqlite");
}

/** A writer lets go of values that no line names any more: one was put there before its line, or its line was erased. */
async function openRestricted(folder: CaseFolder, reader: CaseReader): Promise<PrivateStore> {
  const store = await openPrivateStore(folder.path, await casePassphrase(hasPrivateStore(folder.path)));
  const gone: Digest[] = [];
  if (!folder.readOnly) for (const sealed of store.list()) if (!(await isSealNamed(reader, sealed))) gone.push(sealed);
  if (gone.length > 0) await store.remove(gone);
  return store;
}

/** Of the case, not of the person: whoever shall read restricted values is told it by another way. */
async function casePassphrase(there: boolean): Promise<string> {
  const given = process.env["WITNESSMARK_CASE_PASSPHRASE"];
  const first =
    given ?? (await askOnTerminal(there ? "Passphrase of private.age: " : "New passphrase for private.age: ", { hidden: true }));
  if (first === undefined || [...first].length < 8) {
    throw new CaseError(
      "PASSPHRASE_WRONG",
      "private.age: expected a passphrase of at least 8 characters, on a terminal or in WITNESSMARK_CASE_PASSPHRASE; found none",
    );
  }
  if (!there && given === undefined && (await askOnTerminal("The same again: ", { hidden: true })) !== first) {
    throw new CaseError("PASSPHRASE_WRONG", "private.age: expected the same passphrase twice; found two. Nothing was written.");
  }
  return first;
}

async function verifyPage(): Promise<Uint8Array> {
  const file = join(root, "dist", "verify.html");
  if (!existsSync(file))
    throw new CaseError("PROGRAM_MISSING", "dist/verify.html: expected the check page; found none. `npm run build` makes it.");
  return readFile(file);
}

/** Time stamps that somebody still has to send for; nothing is sent from here. */
async function waitingStatement(path: string): Promise<Statement[]> {
  const { length } = await waitingTimestampRequests(path);
  if (length === 0) return [];
  const text = `${length} ${length === 1 ? "request for a time stamp waits" : "requests for a time stamp wait"} to be sent and answered. Until then, the times of those entries are claims.`;
  return [{ tone: "attention", code: "timestamps-waiting", text }];
}

async function diskStatement(path: string): Promise<Statement> {
  return (await diskEncryption(path)) === "encrypted"
    ? { tone: "fine", code: "disk-encrypted", text: "The disk under this case is encrypted." }
    : {
        tone: "unknown",
        code: "disk-encryption-unknown",
        text: "This system does not say whether the disk under this case is encrypted. Whoever holds an unencrypted disk can read the case.",
      };
}

async function networkStatement(runner: ReturnType<typeof createAnalyserRunner>): Promise<Statement> {
  const { network, why } = await runner.isolation();
  return network === "none"
    ? { tone: "fine", code: "analysers-without-network", text: "Programs that open the material run without network." }
    : {
        tone: "attention",
        code: "analysers-with-network",
        text: `Programs that open the material are not cut off from the network here: ${why}`,
      };
}

/** systemd says so here once its time service has heard from a time server. */
function clockSource(): "system-synchronised" | "system" {
  return existsSync("/run/systemd/timesync/synchronized") ? "system-synchronised" : "system";
}

async function readNoteFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CaseError("INPUT_INVALID", `${path}: expected a file with a checkpoint; found none that can be read`, { cause: error });
  }
}

async function isCase(path: string): Promise<boolean> {
  return existsSync(join(path, "witnessmark.json"));
}

async function serve(session: CaseSession, port: number): Promise<Served> {
  const page = join(root, "dist", "web");
  if (!existsSync(join(page, "index.html"))) {
    throw new CaseError("PROGRAM_MISSING", "dist/web: expected the built workbench; found none. `npm run build` makes it.");
  }
  return startServer({
    session,
    port,
    page,
    report: (error) => terminal.note(`witnessmark: a fault of the program: ${error instanceof Error ? error.stack : String(error)}`),
  });
}

function openBrowser(link: string): void {
  const [command, ...args] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  // Without a desktop there is no browser to open; the link is on the terminal.
  spawn(command as string, [...args, link], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

/** Tokens and certificates are small; what is not is not one. */
const mostBytesOfFile = 4 << 20;

async function readSmallFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > mostBytesOfFile)
      throw new CaseError("INPUT_INVALID", `${path}: expected a file of at most ${mostBytesOfFile} bytes; found ${size}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CaseError) throw error;
    throw new CaseError(
      "INPUT_INVALID",
      `${path}: expected a file that can be read; found ${(error as NodeJS.ErrnoException).code ?? "an error"}`,
      {
        cause: error,
      },
    );
  }
}

const terminal = createTerminal(process.stdout, process.stderr);
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // A second Ctrl-C ends at once: what is reported done is safe at any moment.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}
const program: Program = {
  name: programName,
  out: terminal,
  signal: stop.signal,
  isCase,
  openCase,
  ownKey: {
    file: join(configFolder(), "person.json"),
    newPassphrase: process.env["WITNESSMARK_NEW_PASSPHRASE"],
    protection: () => keyProtection(configFolder()),
    renew: async (reason) => void (await renewKey(configFolder(), { reason, passphrase: ownPassphrase })),
    setPassphrase: (next) => setPassphrase(configFolder(), { passphrase: ownPassphrase, next }),
  },
  ask: askOnTerminal,
  async readInput(hint) {
    if (process.stdin.isTTY) terminal.note(hint);
    return text(process.stdin);
  },
  readFile: readSmallFile,
  walk: (paths) => walkSources(paths, { signal: stop.signal }),
  serve,
  openBrowser,
  async rebuild(session, onProgress) {
    await session.reader.views.rebuild({ onProgress });
    return { lines: session.reader.views.head()?.seq ?? 0 };
  },
  copyCase: copyCaseFolder,
  verify: async (path, { expect, checkpointFiles, toldKeys }, work) =>
    verifyPath(path, { expect, toldKeys, checkpoints: await Promise.all(checkpointFiles.map(readNoteFile)), ...work }),
  formatReport,
};
process.exitCode = await run(program, process.argv.slice(2));
