/** Starts the program: where the terminal, signals, files that a person names and open cases meet the commands. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { OutsidePorts } from "./actions/seal-outside-answer.ts";
import { createFileMatcher } from "./analyse/copies/match-files.ts";
import { createPictureHasher } from "./analyse/pdq/run-hasher.ts";
import { askOnTerminal } from "./cli/ask-on-terminal.ts";
import { openBrowser } from "./cli/open-browser.ts";
import { casePassphrase, casePassphraseFrom, ownPassphrase } from "./cli/passphrases.ts";
import type { Program, Served, ServedPacket } from "./cli/program.ts";
import { readSmallFile } from "./cli/read-small-file.ts";
import { demandPlaceForFile, writeNewFile } from "./cli/write-new-file.ts";
import { run } from "./cli/run.ts";
import { createTerminal } from "./cli/terminal.ts";
import { CaseError } from "./core/case/case-error.ts";
import type { CaseSession } from "./jobs/case-session.ts";
import { demandNoBlindDoor } from "./keep/blind-door-of-folder.ts";
import { configFolder } from "./keep/config-folder.ts";
import { isCase } from "./keep/open-case-folder.ts";
import { keyProtection, loadOrCreateIdentity, renewKey, setPassphrase } from "./keep/person-keys.ts";
import { walkSources } from "./keep/walk-folder.ts";
import { formatReport } from "./verify/format-report.ts";
import { captureSettingsOf } from "./wiring/capture-ports.ts";
import { mapExtractsOf } from "./wiring/map-extract-ports.ts";
import { createMapLayers } from "./wiring/map-layers.ts";
import { machineGazetteers } from "./wiring/gazetteer.ts";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const name = `witnessmark ${version}`;
const terminal = createTerminal(process.stdout, process.stderr);
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // A second Ctrl-C ends at once: what is reported done is safe at any moment.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

// What only some commands need is loaded by them: starting is most of what a short command takes.
const program: Program = {
  name,
  out: terminal,
  signal: stop.signal,
  isCase,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  captureSettings: captureSettingsOf(configFolder()),
  recognisers: async () => (await import("./wiring/recogniser.ts")).recognisersOf(configFolder()),
  recordings: async () => (await import("./wiring/recordings.ts")).recordings(),
  openCase: async (path, options) => {
    const { openCase } = await import("./wiring/open-case.ts");
    return openCase({ program: name, ownPassphrase, casePassphrase, casePassphraseFrom, verifyPage, receiptPage }, path, options);
  },
  ownKey: {
    file: join(configFolder(), "person.json"),
    newPassphrase: process.env["WITNESSMARK_NEW_PASSPHRASE"],
    protection: () => keyProtection(configFolder()),
    renew: async (reason) => void (await renewKey(configFolder(), { reason, passphrase: ownPassphrase })),
    async setPassphrase(next) {
      await setPassphrase(configFolder(), { passphrase: ownPassphrase, next });
      const { secrets } = await loadOrCreateIdentity(configFolder(), { name: userInfo().username, passphrase: next ?? "" });
      const { encryptClearAnswers } = await import("./keep/blind-answers.ts");
      await encryptClearAnswers(configFolder(), secrets);
    },
  },
  ask: askOnTerminal,
  async readInput(hint) {
    if (process.stdin.isTTY) terminal.note(hint);
    return text(process.stdin);
  },
  readFile: readSmallFile,
  demandPlaceForFile,
  writeFile: writeNewFile,
  readPacket: async (path) => (await import("./keep/read-blind-packet.ts")).readBlindPacket(path),
  servePacket,
  outsideAnswerer,
  hasher: createPictureHasher(),
  fileMatcher: createFileMatcher(),
  gazetteers: machineGazetteers(),
  mapExtracts: mapExtractsOf(),
  mapLayers: createMapLayers(),
  walk: (paths) => walkSources(paths, { signal: stop.signal }),
  serve,
  openBrowser,
  async rebuild(session, onProgress) {
    await session.reader.views.rebuild({ onProgress });
    return { lines: session.reader.views.head()?.seq ?? 0 };
  },
  copyCase: async (from, to, work) => (await import("./keep/copy-case.ts")).copyCaseFolder(from, to, work),
  async verify(path, { expect, checkpointFiles, toldKeys }, work) {
    await demandNoBlindDoor(path, configFolder());
    const { verifyPath } = await import("./verify/node/verify-path.ts");
    return verifyPath(path, { expect, toldKeys, checkpoints: await Promise.all(checkpointFiles.map(readNote)), ...work });
  },
  demandRecipients: async (recipients) => (await import("./keep/encrypt-pack.ts")).demandRecipients(recipients),
  encryptPack: async (pack, out, recipients, work) =>
    (await import("./keep/encrypt-pack.ts")).encryptPack({ pack, out, recipients, ...work }),
  async openPack(file, out, identities, { signal, onProgress }) {
    const { openEncryptedPack } = await import("./keep/open-encrypted-pack.ts");
    return openEncryptedPack({ file, out, identities, signal, onProgress: (detail) => onProgress("unknown", detail) });
  },
  async recompute(path, verifies, work) {
    const { recomputePortsOf } = await import("./wiring/recompute-ports.ts");
    const { notBegun, recomputeResults } = await import("./actions/recompute/recompute-results.ts");
    const { ports, close } = await recomputePortsOf(path);
    try {
      return verifies ? await recomputeResults(ports, work) : notBegun(ports);
    } finally {
      await close();
    }
  },
  formatReport,
  verifyReceipt: async (path, given) => (await import("./verify/node/verify-receipt.ts")).verifyReceipt(path, given),
};
process.exitCode = await run(program, process.argv.slice(2));
await program.mapLayers.close();

async function serve(session: CaseSession, port: number): Promise<Served> {
  const page = builtWorkbench();
  const { startServer } = await import("./server/start-server.ts");
  return startServer({ session, port, page, report: reportFault });
}

async function servePacket(path: string, o: { port: number; onProgress: (detail: string) => void }): Promise<ServedPacket> {
  const page = builtWorkbench();
  const { openPacketDesk } = await import("./wiring/packet-desk.ts");
  const desk = await openPacketDesk({
    ...{ path, configFolder: configFolder(), outsideAnswerer, demandPlaceForFile, onProgress: o.onProgress },
    around: { program: name, verifyPage, receiptPage },
  });
  try {
    const { startPacketServer } = await import("./server/start-packet-server.ts");
    const served = await startPacketServer({ desk, port: o.port, page, report: reportFault });
    const { document, keptIn, answering } = desk;
    const { protection } = answering.outside.answersOf(document.caseId);
    return { ...served, document, keptIn, protection, close: () => served.close().finally(() => desk.close()) };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

async function outsideAnswerer(): Promise<OutsidePorts> {
  const { outsideAnswererOf } = await import("./wiring/blind-ports.ts");
  return outsideAnswererOf(configFolder(), { name: userInfo().username, passphrase: ownPassphrase });
}

function builtWorkbench(): string {
  const page = join(root, "dist", "web");
  if (!existsSync(join(page, "index.html")))
    throw new CaseError("PROGRAM_MISSING", "dist/web: expected the built workbench; found none. `npm run build` makes it.");
  return page;
}

function reportFault(error: unknown): void {
  terminal.note(`witnessmark: a fault of the program: ${error instanceof Error ? error.stack : String(error)}`);
}

function verifyPage(): Promise<Uint8Array> {
  return builtPage("verify.html", "the check page");
}

function receiptPage(): Promise<Uint8Array> {
  return builtPage("receipt.html", "the page of receipts");
}

async function builtPage(fileName: string, what: string): Promise<Uint8Array> {
  const file = join(root, "dist", fileName);
  if (!existsSync(file))
    throw new CaseError("PROGRAM_MISSING", `dist/${fileName}: expected ${what}; found none. \`npm run build\` makes it.`);
  return readFile(file);
}

async function readNote(path: string): Promise<string> {
  return Buffer.from(await readSmallFile(path)).toString("utf8");
}
