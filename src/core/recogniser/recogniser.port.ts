/** The recogniser that a person set up, as the rest of the house sees it: who it is, and one piece of sound at a time. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { Digest } from "../hash/digest.ts";

export interface RecogniserIdentity {
  readonly name: string;
  /** As the program tells it; where it tells none, the hash of its file. */
  readonly version: string;
  /** Name and SHA-256 of the model's bytes. */
  readonly model: string;
}

export type PieceAnswer =
  | { readonly state: "answered"; readonly text: string }
  | { readonly state: "failed" | "stopped" | "out-of-time" | "too-large"; /** Its last words, printable. */ readonly complaint: string };

/** One that was looked at, and stays the same for a whole run whatever becomes of the settings meanwhile. */
export interface ReadyRecogniser {
  readonly identity: RecogniserIdentity;
  /** All that its answers rest on beside the sound and the language: program, version, model, words of its command line. */
  readonly rests: string;
  readonly network: "none" | "not-isolated";
  /** Throws CaseError INPUT_INVALID, PROGRAM_MISSING when it is there no more. */
  read(piece: { readonly audio: string; readonly language: string }, signal: Cancellation): Promise<PieceAnswer>;
  /** Whether its files are still those that it was made ready with. */
  isSame(signal: Cancellation): Promise<boolean>;
}

export interface SpeechRecogniser {
  /** Throws CaseError NOT_ALLOWED while none is set up, INPUT_INVALID for one that is not there, PROGRAM_MISSING. */
  prepare(signal: Cancellation): Promise<ReadyRecogniser>;
}

/** Answers for pieces of a sound that are done, so that a stopped run goes on where it was. Derived: may go at any time. */
export interface PieceStore {
  /** `run`: what an answer rests on beside the piece. Only what this person's program kept here is found. */
  find(object: Digest, run: string, piece: string): Promise<string | undefined>;
  keep(object: Digest, run: string, piece: string, answer: string): Promise<void>;
  /** Its draft is written: the answers stay for a person to look up, and no run finds them again. */
  finish(object: Digest, run: string): Promise<void>;
}
