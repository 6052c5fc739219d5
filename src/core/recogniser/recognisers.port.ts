/** The programs of this machine that read speech and signs, as settings screens and commands see them. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { RecogniserIdentity } from "./recogniser.port.ts";
import type { RecogniserSettings } from "./recogniser-settings.ts";

/** Whether children are cut off from the network here, and why where they are not. */
export interface Cut {
  readonly network: "none" | "not-isolated";
  readonly why: string;
}

/** What a recogniser did with one second of silence. */
export interface RecogniserTried extends RecogniserIdentity {
  /** Seconds that it took, loading its model included. */
  readonly tookSec: number;
  /** What it wrote on silence, which is nothing to be taken down; empty from one that invents nothing. */
  readonly wrote: string;
}

export interface TesseractTried {
  readonly version: string;
  /** Language packs that are there, as it names them. */
  readonly languages: readonly string[];
}

/** What a detector did with one empty grey picture. */
export interface DetectorTried {
  readonly name: string;
  readonly version: string;
  /** Seconds that it took, loading its model included. */
  readonly tookSec: number;
  /** What it took for something there. */
  readonly regions: number;
}

export interface Recognisers {
  readonly file: string;
  read(): Promise<RecogniserSettings>;
  /** Throws CaseError INPUT_INVALID. */
  write(settings: RecogniserSettings): Promise<void>;
  isolation(): Promise<Cut>;
  /** Throws CaseError NOT_ALLOWED while none is set up, INPUT_INVALID, PROGRAM_MISSING, RECOGNISER_FAILED. */
  tryRecogniser(signal: Cancellation): Promise<RecogniserTried>;
  /** Throws as `tryRecogniser`. */
  tryTesseract(signal: Cancellation): Promise<TesseractTried>;
  /** Throws CaseError NOT_ALLOWED while none is set up, INPUT_INVALID, PROGRAM_MISSING, DETECTOR_FAILED. */
  tryDetector(signal: Cancellation): Promise<DetectorTried>;
}
