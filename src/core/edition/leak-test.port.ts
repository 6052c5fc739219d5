/**
 * Scans every byte and frame of a finished public edition for what it must not hold. Foreign decoders run in it, so it works in a
 * child with limits. The secrets are handed over in memory and are never written, logged or repeated in the answer.
 */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { Digest } from "../hash/digest.ts";
import type { RedactionId, RedactionMark } from "../redaction/redaction.ts";
import type { PlaceClue } from "./place-clue.ts";
import type { LeakReport } from "./leak-report.ts";

/** `label` is what a report calls the secret: it says nothing of it. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
  /** Counts only as a word of its own: part of a name. */
  readonly own?: boolean | undefined;
}

/** A recording or picture of which something is covered, or which is not handed over at all. */
export interface SecretMedia {
  /** "i3". */
  readonly label: string;
  /** Absolute path of the original's bytes. */
  readonly path: string;
  readonly kind: "video" | "sound" | "picture";
  readonly marks: readonly { readonly redaction: RedactionId; readonly mark: RedactionMark }[];
  /** A person listened, and signed that tones which are heard elsewhere are not those that are covered here. */
  readonly tonesApart?: boolean;
  /** All of its picture is a secret: it is described or left out. */
  readonly whole: boolean;
  /** Files of the edition that were made of it, and the item second that stands at 0 in each. Checked frame by frame. */
  readonly made: readonly { readonly file: string; readonly startS: number }[];
}

export interface LeakSecrets {
  /** Names of people, handles, accounts, names of files, sources and analysts; words that a person marked. */
  readonly texts: readonly LabelledText[];
  /** Words that the edition may say although they hold one of the texts: its own title, a public agency. */
  readonly allowed: readonly string[];
  /** Files that are the same in every pack, such as the page that checks it: their own words are nobody's. */
  readonly ownFiles?: readonly Digest[];
  /** Of restricted originals and of what was made of them. */
  readonly digests: readonly { readonly label: string; readonly digest: Digest }[];
  /** Prints of frames and sounds, lower-case hex of at least 12 digits. */
  readonly fingerprints: readonly { readonly label: string; readonly hex: string }[];
  readonly sizes: readonly { readonly label: string; readonly bytes: number }[];
  readonly durations: readonly { readonly label: string; readonly seconds: number }[];
  /** WGS 84. `shown`: what the edition states in its place; that, and nothing nearer, may stand in it. */
  readonly places: readonly {
    readonly label: string;
    readonly lat: number;
    readonly lon: number;
    readonly shown: { readonly lat: number; readonly lon: number };
  }[];
  /** Named places of the case, from which distances and bearings are told. */
  readonly anchors: readonly { readonly names: readonly string[]; readonly lat: number; readonly lon: number }[];
  readonly gridM: number;
  /** Circles that the edition draws around what it shows: their corners are no places. */
  readonly circles?: readonly { readonly lat: number; readonly lon: number; readonly radiusM: number }[];
  readonly media: readonly SecretMedia[];
  /** Lines of the ledger that may have a body in this edition, as the rule says. */
  readonly linesWithBodies: readonly number[];
}

export interface LeakControl {
  readonly signal: Cancellation;
  /** 0..1, and the file that is being read. */
  readonly onProgress: (done: number, file: string) => void;
}

export interface LeakScan {
  readonly report: LeakReport;
  /** What the edition says of places, near a secret one: whoever asked works out what they come to together. */
  readonly clues: readonly PlaceClue[];
}

/**
 * `folder`: absolute path of the whole pack. Throws AbortError once the signal is given, CaseError PROGRAM_MISSING when a program
 * that it needs is not on this machine: then nothing is said of the edition.
 */
export interface LeakTest {
  scan(folder: string, secrets: LeakSecrets, control: LeakControl): Promise<LeakScan>;
}
