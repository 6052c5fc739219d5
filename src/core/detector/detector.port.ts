/** The detector that a person set up, as the rest of the house sees it, and the pictures that it is shown. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { DetectorProgram } from "./detection.ts";

/** Pictures in a folder of their own. The folder goes when its user is done. */
export interface FrameFolder {
  readonly folder: string;
  /** Names of the files, with the place of each in the list of all pictures of the run. */
  readonly places: ReadonlyMap<string, number>;
  /** Pictures that were written up to and with these, of all that will be. */
  readonly done: number;
  readonly of: number;
}

export interface FramesShown {
  readonly everyS: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly frames: readonly { readonly atS: number; readonly endS: number }[];
  /** What was not written, and why; empty when all was. */
  readonly notLooked: string;
}

export interface FramesRequest {
  /** Absolute path of the bytes. */
  readonly path: string;
  readonly everyS: number;
  /** Item seconds at which shots begin. */
  readonly shots: readonly number[];
}

export interface FrameWriter {
  /**
   * Writes pictures of an item as it is shown, a folder at a time, and hands each folder to `use`. Undefined when it was stopped.
   * Throws CaseError INPUT_INVALID for what has no picture that can be decoded, PROGRAM_MISSING, DISK_FULL, and what `use` throws.
   */
  write(
    request: FramesRequest,
    control: { readonly signal: Cancellation; /** Longest that one `use` takes. */ readonly minutes: number },
    use: (folder: FrameFolder) => Promise<void>,
  ): Promise<FramesShown | undefined>;
}

export type DetectorAnswer =
  | { readonly state: "answered"; /** What it printed. */ readonly bytes: Uint8Array }
  | { readonly state: "failed" | "stopped" | "out-of-time" | "too-large"; /** Its last words, printable. */ readonly complaint: string };

/** One that was looked at, and stays the same for a whole run whatever becomes of the settings meanwhile. */
export interface ReadyDetector {
  readonly program: DetectorProgram;
  readonly network: "none" | "not-isolated";
  /** Longest that one folder may take. */
  readonly minutes: number;
  /** Throws CaseError INPUT_INVALID, PROGRAM_MISSING when it is there no more. */
  look(folder: string, signal: Cancellation): Promise<DetectorAnswer>;
  /** Whether its files are still those that it was made ready with. */
  isSame(signal: Cancellation): Promise<boolean>;
}

export interface RegionDetector {
  /** Throws CaseError NOT_ALLOWED while none is set up, INPUT_INVALID for one that is not there, PROGRAM_MISSING. */
  prepare(signal: Cancellation): Promise<ReadyDetector>;
}
