/** What the commands are given. Wired in main; the commands themselves know no folder, socket or process. */
import type { OutsidePorts } from "../actions/seal-outside-answer.ts";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import type { SourceFinding } from "../core/collection/source.port.ts";
import type { FileMatcher } from "../core/copies/file-matcher.port.ts";
import type { PictureHasher } from "../core/copies/picture-hasher.port.ts";
import type { GazetteerStore } from "../core/gazetteer/gazetteer-store.port.ts";
import type { EncryptedPackFile } from "../core/edition/encrypted-pack.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { KeyProtection } from "../core/key/key-protection.ts";
import type { ExtractImports } from "../core/map-extract/map-extract.port.ts";
import type { RecomputeReport } from "../core/recompute/recompute-report.ts";
import type { Recordings } from "../core/sync/recordings.port.ts";
import type { Recognisers } from "../core/recogniser/recognisers.port.ts";
import type { MapLayers } from "../core/map-layer/map-layer.port.ts";
import type { CaptureSettingsStore, CaseSession, LongWork, OpenOptions } from "../jobs/case-session.ts";
import type { CheckedReceipt } from "../verify/format-receipt.ts";
import type { VerifyReport } from "../verify/report.ts";

export interface Served {
  readonly link: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ServedPacket extends Served {
  readonly document: PacketDocument;
  /** Where the answer and its salt stay. */
  readonly keptIn: string;
  readonly protection: KeyProtection;
}

export interface CopyOutcome {
  readonly objects: number;
  readonly copied: number;
  /** Named by lines, and not there to be copied. */
  readonly missing: readonly Digest[];
  readonly seq: number;
  readonly head: Digest;
}

/** What a person knows of a case by another way than its files. */
export interface ToldOutside {
  /** A head or its short code. */
  readonly expect: string | undefined;
  /** Files with checkpoints that were kept elsewhere. */
  readonly checkpointFiles: readonly string[];
  /** Ids of keys. */
  readonly toldKeys: readonly string[];
}

/** The private key of the local person, outside every case. */
export interface OwnKey {
  readonly file: string;
  /** From the environment, for scripts; never from the command line. */
  readonly newPassphrase: string | undefined;
  protection(): Promise<"passphrase" | "file mode alone" | "none">;
  /** Makes a new key; cases take it over when they are next opened for writing. */
  renew(reason: string): Promise<void>;
  /** Undefined takes the passphrase off. */
  setPassphrase(next: string | undefined): Promise<void>;
}

export interface Program {
  /** `witnessmark 0.1.0`. */
  readonly name: string;
  readonly out: Terminal;
  /** Aborted by Ctrl-C or a polite kill. */
  readonly signal: AbortSignal;
  isCase(path: string): boolean;
  isFile(path: string): boolean;
  openCase(path: string, options: OpenOptions): Promise<CaseSession>;
  readonly ownKey: OwnKey;
  readonly captureSettings: CaptureSettingsStore;
  recognisers(): Promise<Recognisers>;
  /** Recordings outside of every case. */
  recordings(): Promise<Recordings>;
  /** Asks the person and waits for a line; `hidden` shows nothing of it. Undefined when there is no terminal to ask on. */
  ask(question: string, o?: { readonly hidden?: boolean }): Promise<string | undefined>;
  /** All of standard input as text; `hint` is shown where a person types it. */
  readInput(hint: string): Promise<string>;
  /** A small file that a person named. Throws CaseError INPUT_INVALID when it cannot be read or is too large. */
  readFile(path: string): Promise<Uint8Array>;
  /** Throws CaseError PATH_REFUSED where `writeFile` would, before the work whose answer is to go there. */
  demandPlaceForFile(path: string): void;
  /** A new file where a person named a place for it. Throws CaseError PATH_REFUSED, also when one is there already. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** What a blind packet says. Throws CaseError INPUT_INVALID. */
  readPacket(path: string): Promise<PacketDocument>;
  /** The desk on a packet, on a page of this machine. Throws CaseError INPUT_INVALID, PASSPHRASE_WRONG, PROGRAM_MISSING. */
  servePacket(path: string, o: { readonly port: number; readonly onProgress: (detail: string) => void }): Promise<ServedPacket>;
  /** The person at this machine as somebody who answers a packet: their key and their own store of answers. */
  outsideAnswerer(): Promise<OutsidePorts>;
  readonly hasher: PictureHasher;
  readonly fileMatcher: FileMatcher;
  readonly gazetteers: GazetteerStore;
  /** Map extracts of this machine. */
  readonly mapExtracts: ExtractImports;
  readonly mapLayers: MapLayers;
  walk(paths: readonly string[]): AsyncIterable<SourceFinding>;
  serve(session: CaseSession, port: number): Promise<Served>;
  openBrowser(link: string): void;
  rebuild(session: CaseSession, onProgress: (seq: number) => void): Promise<{ readonly lines: number }>;
  /** `record` is called when everything is copied and checked; what it adds to the source goes into the copy too. */
  copyCase(from: string, to: string, work: LongWork & { readonly record: (copied: CopyOutcome) => Promise<void> }): Promise<CopyOutcome>;
  verify(path: string, told: ToldOutside, work: LongWork): Promise<VerifyReport>;
  /** Repeats what was computed in a case or a pack; nothing where it does not verify. Writes nothing. */
  recompute(path: string, verifies: boolean, work: LongWork): Promise<RecomputeReport>;
  /** Throws CaseError INPUT_INVALID for what is no recipient of age. */
  demandRecipients(recipients: readonly string[]): Promise<void>;
  /** A finished pack as one file. Throws CaseError PATH_REFUSED where something is at `out`. */
  encryptPack(pack: string, out: string, recipients: readonly string[], work: LongWork): Promise<EncryptedPackFile>;
  /** `identities`: text of an identity file. Throws CaseError INPUT_INVALID for a file that none of them opens, PATH_REFUSED. */
  openPack(file: string, out: string, identities: string, work: LongWork): Promise<{ readonly files: number; readonly bytes: number }>;
  formatReport(report: VerifyReport): string;
  /** Checks a proof of receipt, and files against it. Throws CaseError INPUT_INVALID. */
  verifyReceipt(path: string, given: readonly string[]): Promise<CheckedReceipt>;
}

export interface Terminal {
  /** Answers go to standard output. */
  line(text: string): void;
  /** What is not an answer goes to standard error. */
  note(text: string): void;
  /** One line that is written over; shown only on a terminal. */
  progress(text: string): void;
  endProgress(): void;
}
