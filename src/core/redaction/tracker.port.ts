/**
 * Follows what lies in a box from one frame to the next. It knows nothing of faces or persons: it compares patches of grey. Where the
 * patch can no longer be told it stops and says so; it never goes on by guessing.
 */
import type { RenderControl } from "./redactor.port.ts";
import type { BoxKey, ShareBox } from "./redaction.ts";

export interface TrackRequest {
  /** Absolute path of the bytes. */
  readonly path: string;
  /** Item second of the frame that the box was drawn on. */
  readonly atS: number;
  readonly box: ShareBox;
  /** Item second to follow it to: later than `atS` for forward, earlier for backward. */
  readonly untilS: number;
}

export type TrackLoss =
  /** Nothing near looks enough like it. */
  | "not-found"
  /** It looks less and less like what was marked. */
  | "changed"
  /** Most of it left the picture. */
  | "left"
  /** Another shot begins. */
  | "cut"
  /** The patch is flat, and a flat patch is found everywhere. */
  | "flat";

export interface Tracked {
  /** Rising, the frame it began on among them; frames between them lie on the line between their neighbours. */
  readonly keys: readonly BoxKey[];
  /** Frames that were followed, the first one too. */
  readonly frames: number;
  /** The first frame that it is not known on; null when the end was reached. */
  readonly lost: { readonly atS: number; readonly why: TrackLoss } | null;
}

/** Undefined when it was stopped. Throws CaseError INPUT_INVALID for what cannot be read, PROGRAM_MISSING. */
export interface Tracker {
  follow(request: TrackRequest, control: RenderControl): Promise<Tracked | undefined>;
}
