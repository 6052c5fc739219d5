/** An open case with everything that works on it. Assembled in one place; the server and the commands only use it. */
import type { CollectionRequest, Collector, CollectorPorts } from "../actions/collector.ts";
import type { CaseWriter } from "../actions/case-writer.ts";
import type { Withholding } from "../actions/seal-pack.ts";
import type { PacketPorts } from "../actions/make-blind-packet.ts";
import type { CopyPorts } from "../actions/copy-ports.ts";
import type { CheckFixityPorts } from "../actions/check-fixity.ts";
import type { EraseEntryPorts } from "../actions/erase-entry.ts";
import type { EraseObjectsPorts } from "../actions/erase-objects.ts";
import type { ImportSheetPorts } from "../actions/import-sheet-ports.ts";
import type { RecordTimestampPorts } from "../actions/record-timestamp.ts";
import type { RequestTimestampPorts } from "../actions/request-timestamp.ts";
import type { HandedOver, HandOverWanted } from "../actions/hand-over.ts";
import type { GivenReceipt, GiveReceiptPorts } from "../actions/give-receipt.ts";
import type { NoteLinksPorts } from "../actions/note-links.ts";
import type { RevokeKeyPorts } from "../actions/revoke-key.ts";
import type { DetectPorts } from "../actions/detection-ports.ts";
import type { ReadSignsPorts } from "../actions/read-signs.ts";
import type { RecogniseSpeechPorts } from "../actions/recognise-speech.ts";
import type { RunCapturePorts } from "../actions/run-capture.ts";
import type { SyncPorts } from "../actions/sync-ports.ts";
import type { AnalyserName } from "../core/analysis/analysis.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { AssistantEndpoint, AssistantSettings } from "../core/claim/assistant-settings.ts";
import type { CaseId, OpenedValue } from "../core/entry/entry.ts";
import type { EncryptedPackFile } from "../core/edition/encrypted-pack.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import type { GazetteerStore } from "../core/gazetteer/gazetteer-store.port.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { MapLayers } from "../core/map-layer/map-layer.port.ts";
import type { CaptureSettings } from "../core/link/capture-settings.ts";
import type { MapExtracts } from "../core/map-extract/map-extract.port.ts";
import type { Redactor } from "../core/redaction/redactor.port.ts";
import type { Recognisers } from "../core/recogniser/recognisers.port.ts";
import type { ExposureBook, ExposureSeconds, ExposureWishes } from "../core/wellbeing/exposure.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { ReportModel } from "../core/report/report.ts";
import type { Blocker } from "../policy/edition-rules.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import type { AnalysisQueue } from "./analysis-queue.ts";
import type { BoxTracker } from "./box-tracker.ts";
import type { CopyQueue } from "./copy-queue.ts";
import type { FrameFinder } from "./frame-finder.ts";
import type { JobBoard } from "./job-board.ts";
import type { SyncWork } from "./sync-work.ts";

/** A sentence about the case or this machine that the start page shows. */
export interface Statement {
  readonly tone: "fine" | "unknown" | "attention";
  readonly code: string;
  readonly text: string;
}

export interface OpenOptions {
  readonly access: "write" | "read";
  /** Make the case when there is none; the title is used only then. */
  readonly create?: { readonly title: string };
  /** Goes on although the history is not the one this program saw last; the reason becomes an entry. Needs write access. */
  readonly acceptHead?: string | undefined;
  /** The caller shows a person who owes a blind answer nothing but what the door allows. Without it the case is not opened for them. */
  readonly keepsBlindDoor?: boolean;
  /** Said while the case catches up with its ledger. */
  readonly onProgress: (detail: string) => void;
}

export interface LongWork {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
}

export interface SealedPack {
  readonly out: string;
  readonly seq: number;
  readonly head: Digest;
  readonly objects: number;
  readonly withheld: number;
  /** Lines in the pack that still speak of what is withheld. */
  readonly stillSpeaking: readonly number[];
}

export interface TimestampPorts extends RequestTimestampPorts, RecordTimestampPorts {
  /** Requests in the queue. */
  readonly waiting: () => Promise<readonly { readonly checkpoint: Digest }[]>;
  readonly pathOfRequest: (checkpoint: Digest) => string;
}

/** Values that stay on this machine, encrypted to the case's passphrase. */
export interface RestrictedValues {
  get(sealed: Digest): OpenedValue | undefined;
  put(values: readonly OpenedValue[]): Promise<void>;
}

/** Where the person says which programs of their own may be run on links. */
export interface CaptureSettingsStore {
  readonly file: string;
  read(): Promise<CaptureSettings>;
  write(settings: CaptureSettings): Promise<void>;
}

/** The language model that the person may have set up. Its key is written and never read back. */
export interface Assistant {
  readonly file: string;
  read(): Promise<{ readonly settings: AssistantSettings; readonly keySet: boolean }>;
  /** `key`: undefined keeps the one that is there, as long as it goes to the same place. */
  write(endpoint: AssistantEndpoint | null, key: string | null | undefined): Promise<void>;
  /** Throws CaseError ASSISTANT_FAILED. */
  ask(
    endpoint: AssistantEndpoint,
    messages: readonly { readonly role: "system" | "user"; readonly content: string }[],
    signal: Cancellation,
  ): Promise<string>;
}

/** The private store as the workbench uses it: it keeps nothing open there. */
export interface RestrictedStore {
  /** Whether there is one, and where the passphrase to write into it would come from. */
  state(): { readonly there: boolean; readonly writing: "ready" | "asks" | "absent" };
  /** Throws CaseError PASSPHRASE_WRONG, INPUT_INVALID. */
  show(sealed: Digest, passphrase: string): Promise<Json>;
}

/** Up to which line the person has seen the case: theirs alone, outside it. */
export interface SeenLine {
  /** 0 while nothing was marked. */
  read(): Promise<number>;
  mark(line: number): Promise<void>;
}

/** What a public edition must not say lies in `private.age` too: where its passphrase may come from. Without one it may stay closed. */
export interface PassphraseAsked {
  readonly passphrase?: string | undefined;
  /** Whether the person at the terminal may be asked for it. */
  readonly mayAsk?: boolean | undefined;
}

/** Recipients of age ("age1..."), who get the pack as a file that only they open, beside its folder. */
export interface EncryptedFor {
  readonly recipients?: readonly string[] | undefined;
}

/** `encrypted`: null where nobody was named. */
export type HandedOverFor =
  Exclude<HandedOver, { state: "sealed" }> | (Extract<HandedOver, { state: "sealed" }> & { readonly encrypted: EncryptedPackFile | null });

/** Editions of findings: what keeps one back, how its report reads, and handing it over. */
export interface Editions {
  /** With the report as it would read, and as a page without media. */
  check(
    plan: EditionPlan,
    asked?: PassphraseAsked,
  ): Promise<{ readonly blockers: readonly Blocker[]; readonly model: ReportModel; readonly page: string }>;
  /** Before anything is made. None is fine. Throws CaseError INPUT_INVALID where one is no recipient of age. */
  demandRecipients(recipients: readonly string[]): Promise<void>;
  /** Writes a pack at `out`, which must not exist; where `recipients` are named, encrypted to them too. */
  handOver(out: string, wanted: HandOverWanted & PassphraseAsked & EncryptedFor, work: LongWork): Promise<HandedOverFor>;
}

/** The person's own minutes of looking at unveiled material: theirs alone, outside every case. */
export interface ExposureStore {
  read(): Promise<ExposureBook>;
  add(day: string, seconds: ExposureSeconds): Promise<void>;
  wish(wishes: ExposureWishes): Promise<void>;
  forget(): Promise<void>;
}

export interface CaseSession {
  readonly path: string;
  readonly caseId: CaseId;
  readonly title: string;
  readonly program: string;
  /** As they are now: what opening found, what writing met since, what the machine is. */
  readonly statements: readonly Statement[];
  readonly viewer: Viewer;
  readonly reader: CaseReader;
  readonly vault: Vault;
  readonly writer: CaseWriter;
  readonly collectorPorts: CollectorPorts;
  readonly timestampPorts: TimestampPorts;
  readonly erasurePorts: EraseObjectsPorts & EraseEntryPorts;
  readonly keyPorts: RevokeKeyPorts;
  readonly sheetPorts: ImportSheetPorts;
  readonly fixityPorts: CheckFixityPorts;
  readonly capturePorts: RunCapturePorts & NoteLinksPorts;
  readonly captureSettings: CaptureSettingsStore;
  readonly assistant: Assistant;
  readonly seen: SeenLine;
  readonly exposure: ExposureStore;
  /** Programs of this machine that read speech and signs. */
  readonly recognisers: Recognisers;
  readonly recognisePorts: RecogniseSpeechPorts & ReadSignsPorts;
  /** The person's own detector, and what it found. */
  readonly detectPorts: DetectPorts;
  readonly receiptPorts: GiveReceiptPorts;
  /** How a signed receipt becomes the page that is handed over. Throws CaseError PROGRAM_MISSING when the page is not built. */
  receiptPage(): Promise<(given: GivenReceipt) => string>;
  /** Opens the private store; asks for its passphrase the first time. Throws CaseError PASSPHRASE_WRONG. */
  restricted(): Promise<RestrictedValues>;
  readonly restrictedStore: RestrictedStore;
  readonly board: JobBoard;
  readonly queue: AnalysisQueue;
  readonly copyPorts: CopyPorts;
  readonly blindPorts: PacketPorts;
  /** Compares what has prints. */
  readonly copies: CopyQueue;
  readonly syncPorts: SyncPorts;
  /** Measures recordings against each other. */
  readonly sync: SyncWork;
  /** Where a picture, or frames of a clip, occur in the case. */
  readonly frameFinder: FrameFinder;
  /** Makes what a public edition shows of an item. */
  readonly redactor: Redactor;
  /** Follows a box that somebody drew. */
  readonly boxTracker: BoxTracker;
  /** Of the machine, not of the case. */
  readonly gazetteers: GazetteerStore;
  /** Of this machine, not of the case. */
  readonly mapLayers: MapLayers;
  /** Map extracts of this machine. */
  readonly mapExtracts: MapExtracts;
  /** What every collection made by this program says of itself. */
  readonly collecting: Pick<CollectionRequest, "machine" | "program" | "clockSource">;
  newCollector(request: CollectionRequest): Collector;
  /** Re-checks the case from its bytes. The answer is the verify report. */
  verify(work: LongWork): Promise<{ readonly holds: boolean; readonly report: Json }>;
  /** Signs a checkpoint and writes a pack at `out`, which must not exist. */
  seal(out: string, withholding: Withholding, work: LongWork): Promise<SealedPack>;
  readonly editions: Editions;
  onAppended(listener: (lines: readonly LedgerLine[]) => void): () => void;
  /** Told when work on the case stops by itself: from then on it is read-only, and `statements` says why. */
  onStopped(listener: (error: unknown) => void): () => void;
  onDerived(listener: (item: ItemId, analyser: AnalyserName) => void): () => void;
  close(): Promise<void>;
}
