/**
 * What verifying found, as a value that goes into JSON as it is. Says what holds, names what does not, and always
 * lists what was not shown: a report that only said "valid" would be read as more than it is.
 */

/** "stopped": somebody cancelled; what is listed was found until then, the rest was not looked at. */
export type Verdict = "verifies" | "does-not-verify" | "stopped";

/**
 * `against` means that it does not verify. `notice` is something a reader must know and that breaks nothing: what was
 * erased or withheld and says so, a writer at work, an object that no line names yet.
 */
export type FindingWeight = "against" | "notice";

export const findingCodes = [
  // The history
  "tail-cut",
  "fork",
  "rewritten",
  "lines-swapped",
  "lines-moved",
  "lines-missing",
  "line-repeated",
  "chain-broken",
  "line-altered",
  "line-not-understood",
  "line-too-long",
  "tail-torn",
  "ledger-missing",
  "ledger-given-up",
  "expected-head-absent",
  "expected-head-earlier",
  "card-disagrees",
  "tier-wrong",
  "edition-wrong",
  "answer-wrong",
  "answer-copied",
  "answer-early",
  "answer-uncounted",
  // What is left out
  "line-withheld",
  "line-body-gone",
  "line-erased",
  "erasure-unfinished",
  "value-withheld",
  "value-gone",
  "withheld-list-wrong",
  // Objects and files
  "object-altered",
  "object-missing",
  "object-erased",
  "object-withheld",
  "object-added",
  "file-altered",
  "file-missing",
  "file-added",
  "name-refused",
  "names-collide",
  "file-unreadable",
  "odd-entry",
  // Keys and signatures
  "signature-missing",
  "signature-wrong",
  "signature-by-unknown-key",
  "signature-by-other-person",
  "signed-after-revocation",
  "signed-after-replacement",
  "key-not-told",
  "key-changed-wrongly",
  "checkpoint-wrong",
  "checkpoint-unreadable",
  "checkpoint-not-recorded",
  "checkpoint-note-missing",
  "timestamp-wrong",
  "timestamp-not-checked",
  // The pack as a bag
  "bag-declaration-wrong",
  "bag-info-wrong",
  "manifest-wrong",
  "seal-missing",
  "seal-wrong",
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly weight: FindingWeight;
  /** One or two plain sentences: the thing, what was expected, what was found. */
  readonly text: string;
  /** The line, when it is about one. */
  readonly line?: number;
  /** The file or the object, when it is about one. Hostile text: to be shown isolated, never as markup. */
  readonly path?: string;
}

export type NotProvedCode =
  | "end-and-forks"
  | "later-withheld"
  | "keys-are-not-people"
  | "keys-first-use"
  | "clock"
  | "filming"
  | "authorship"
  | "page-itself"
  | "not-checked";

export interface NotProved {
  readonly code: NotProvedCode;
  readonly text: string;
}

/** How it is known whose key it is: told by another way than these files, met here for the first time, or not stated by any line. */
export type KeyKnown = "told-outside" | "first-use" | "unknown";

export interface KeyReport {
  /** SHA-256 of the raw public key. */
  readonly key: string;
  readonly person: string | null;
  readonly known: KeyKnown;
  /** Lines that brought it, ended it, and how. */
  readonly fromLine: number | null;
  readonly replacedAtLine: number | null;
  readonly revokedAtLine: number | null;
  /** Signatures of this key that hold: entries, checkpoints, the seal. */
  readonly signatures: number;
}

export interface CheckpointReport {
  readonly seq: number;
  readonly head: string;
  /** What the signer's clock said. */
  readonly at: string;
  readonly person: string;
  readonly from: "line" | "file" | "line-and-file" | "outside";
  readonly holds: boolean;
  readonly why: string;
}

export interface TimestampReport {
  /** The line that records it, and the line whose head it covers. */
  readonly line: number;
  readonly coversSeq: number | null;
  readonly state: "holds" | "does-not-hold" | "not-checked";
  /** What is shown when it holds: the history up to `coversSeq` existed then. */
  readonly genTime: string | null;
  readonly authority: string | null;
  /** Whether the authority's certificate leads to the root that was kept beside the token. */
  readonly chain: string;
  readonly why: string;
}

export interface WithheldReport {
  readonly line: number;
  readonly what: "line" | "value" | "object";
  readonly category: string;
  readonly reason: string;
  readonly by: string;
}

/** What a head from outside said of this history. */
export interface OutsideReport {
  readonly given: string;
  readonly kind: "head" | "checkpoint";
  readonly outcome: "is-the-last-line" | "is-an-earlier-line" | "not-in-this-history" | "beyond-the-end" | "of-another-case";
  readonly line: number | null;
  readonly text: string;
}

/** An edition in a pack: each statement with who signed and approved it, on which lines it rests, and what is not here to judge it by. */
export interface EditionReport {
  readonly edition: string;
  readonly version: number;
  readonly sort: "court" | "public";
  /** Hostile text, as every title and statement. */
  readonly title: string;
  readonly at: string;
  readonly madeAtLine: number;
  readonly noPdf: string | null;
  readonly files: number;
  readonly findings: readonly {
    readonly finding: string;
    readonly version: number;
    readonly statement: string;
    readonly signedAtLines: readonly number[];
    readonly signedBy: readonly string[];
    readonly approvedAtLines: readonly number[];
    readonly approvedBy: readonly string[];
    /** Each ground with the moment of an item that shows it, item time; `withheld`: its line has no words here. */
    readonly rests: readonly {
      readonly record: string;
      readonly line: number;
      readonly item: string | null;
      readonly fromS: number | null;
      readonly toS: number | null;
      readonly withheld: boolean;
    }[];
    /** Whether the document that was signed lies here and says this sentence. */
    readonly statementInPack: boolean;
    readonly laterWithheld: number;
    readonly says: string;
  }[];
}

export interface VerifyReport {
  readonly v: 1;
  readonly verdict: Verdict;
  /** One sentence. */
  readonly summary: string;
  readonly subject: "case-folder" | "pack";
  readonly case: { readonly caseId: string | null; readonly title: string | null };
  readonly history: {
    readonly lines: number;
    readonly head: string | null;
    readonly shortCode: string | null;
    /** What clocks said at the first and the last line: claims. */
    readonly firstAt: string | null;
    readonly lastAt: string | null;
    readonly clockStepsBack: number;
    readonly withheld: number;
    readonly erased: number;
  };
  readonly outside: readonly OutsideReport[];
  readonly values: { readonly sealed: number; readonly opened: number; readonly withheld: number };
  readonly objects: {
    readonly named: number;
    readonly intact: number;
    readonly altered: number;
    readonly missing: number;
    readonly erased: number;
    readonly withheld: number;
    readonly added: number;
    readonly bytes: number;
  };
  readonly signatures: { readonly checked: number; readonly hold: number };
  readonly keys: readonly KeyReport[];
  readonly checkpoints: readonly CheckpointReport[];
  readonly timestamps: readonly TimestampReport[];
  /** Null for a case folder. */
  readonly pack: {
    readonly files: number;
    readonly bytes: number;
    readonly sealedBy: string | null;
    readonly sealedAt: string | null;
    readonly sealHolds: boolean;
    /** Hashes that the manifests list, and how many of them the files have. */
    readonly hashes: { readonly listed: number; readonly hold: number };
    /** SHA-256 of the tag manifest: names this pack among others of the same case. */
    readonly tagManifest: string | null;
  } | null;
  /** Null where there is none, or its card cannot be read. */
  readonly edition: EditionReport | null;
  readonly withheld: readonly WithheldReport[];
  /** "2 of the entries after line 40 are withheld and could change this": to be read with every statement drawn from the case. */
  readonly withheldStatements: readonly string[];
  readonly findings: readonly Finding[];
  /** Findings beyond what is listed, by code: a hostile pack must not make the report endless. */
  readonly findingsLeftOut: { readonly [code: string]: number };
  readonly notProved: readonly NotProved[];
}
