/**
 * Makes the copy of an item that a public edition shows: what is marked is painted over before anything is encoded, sound in marked
 * spans is replaced sample by sample, and nothing else of the file is taken along. What comes out shares no packet with what went in.
 */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { RedactionId, RedactionMark } from "./redaction.ts";

/** A mark with the name that the answer counts it under. */
export interface MarkToRender {
  readonly redaction: RedactionId;
  readonly mark: RedactionMark;
}

/** Seconds of the item's clock, as players count them: frames that begin in it, and the sound between its ends. */
export interface Excerpt {
  readonly fromS: number;
  readonly toS: number;
}

export interface RenderRequest {
  /** Absolute path of the bytes; never written to. */
  readonly path: string;
  readonly kind: "video" | "sound";
  readonly marks: readonly MarkToRender[];
  /** Null: all of it. */
  readonly excerpt: Excerpt | null;
  /** Absolute path of the file to make; must not exist. MP4 with H.264 and AAC, or M4A for sound. */
  readonly out: string;
}

export interface StillRequest {
  readonly path: string;
  /** The frame that is shown at this second of the item's clock; null for an item that is a picture. */
  readonly atS: number | null;
  readonly marks: readonly MarkToRender[];
  /** Absolute path of the JPEG to make; must not exist. */
  readonly out: string;
  /** Longest side in pixels; smaller pictures stay as they are. */
  readonly widest: number;
}

export interface RenderControl {
  readonly signal: Cancellation;
  /** 0..1. */
  readonly onProgress: (done: number) => void;
}

/** A mark that covers no frame is said too, with 0. */
export interface Covered {
  readonly redaction: RedactionId;
  readonly what: "box" | "sound";
  /** Pictures in which it lies. */
  readonly frames: number;
  /** Seconds of sound that were replaced. */
  readonly soundS: number;
}

/** What made it: a second person with the same programs gets the same pictures. */
export interface RenderProgram {
  readonly name: "witnessmark-redact";
  readonly version: string;
  /** Build of the decoder and encoder. */
  readonly build: string;
  /** Settings of the encoder, as words. */
  readonly settings: string;
}

export interface Rendered {
  readonly frames: number;
  /** Frames of the original in the same stretch. More than `frames` where the decoder could not read some of them. */
  readonly framesOfOriginal: number;
  readonly durationS: number;
  /** Second of the item's clock that stands at 0 in the file. */
  readonly startS: number;
  /** Of the picture that was made; null for sound. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Whether it has sound: the first track of the original, in at most two channels. */
  readonly hasSound: boolean;
  readonly covered: readonly Covered[];
  readonly program: RenderProgram;
}

export interface RenderedStill {
  readonly width: number;
  readonly height: number;
  /** Second of the item's clock at which the frame begins; null for a picture. */
  readonly atS: number | null;
  readonly covered: readonly Covered[];
  readonly program: RenderProgram;
}

/**
 * Undefined when it was stopped. Throws CaseError INPUT_INVALID for what cannot be read, PROGRAM_MISSING naming the program or the
 * encoder that this machine lacks, DISK_FULL. `out` is there whole or not at all.
 */
export interface Redactor {
  renderMedia(request: RenderRequest, control: RenderControl): Promise<Rendered | undefined>;
  renderStill(request: StillRequest, control: RenderControl): Promise<RenderedStill | undefined>;
}
