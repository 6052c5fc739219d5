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

export interface SpeechRecogniser {
  /** Throws CaseError NOT_ALLOWED while none is set up, INPUT_INVALID for one that is not there, PROGRAM_MISSING. */
  identify(signal: Cancellation): Promise<RecogniserIdentity>;
  /** Throws as `identify`. */
  read(piece: { readonly audio: string; readonly language: string }, signal: Cancellation): Promise<PieceAnswer>;
  /** Whether it is cut off from the network here, and why where it is not. */
  isolation(): Promise<{ readonly network: "none" | "not-isolated"; readonly why: string }>;
}

/** Answers for pieces of a sound that are done, so that a stopped run goes on where it was. Derived: may go at any time. */
export interface PieceStore {
  /** `run`: what an answer rests on beside the piece: program, version, model, language. */
  find(object: Digest, run: string, piece: string): Promise<string | undefined>;
  keep(object: Digest, run: string, piece: string, answer: string): Promise<void>;
}
