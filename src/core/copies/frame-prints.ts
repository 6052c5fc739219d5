/**
 * What a picture or the picture track of a video leaves behind for finding its copies: a hash and a small luma picture of
 * every frame on the container's own clock, shots with their bars, and landmarks of a few frames. Columns, so that an hour
 * of frames is a handful of arrays. The bytes on disk: docs/formats/frame-prints.md.
 */
import type { FrameBox } from "../observation/observation.ts";

/** A PDQ hash is 256 bits; 32 bytes, in the order of its published hexadecimal form. */
export const hashBytes = 32;
/** Quality from which a hash may count as evidence, and below which a frame is "black, flat or blurred" (PDQ's own advice: discard up to 49). */
export const leastQuality = 50;
/** Width and height of the small luma picture of each frame: area means over the whole displayed picture, without regard to its aspect. */
export const thumbSide = 24;
export const thumbBytes = thumbSide * thumbSide;

/** Frames between two cuts. */
export interface Shot {
  readonly firstFrame: number;
  readonly frames: number;
  /** The picture without black, blurred or flat bars, on the frame as shown; the whole frame where there are none. */
  readonly content: FrameBox;
}

/**
 * Landmarks of one frame: corners with a 256-bit description, for finding a part of a picture in another one. Which frames
 * have them: analyse/frame-print/landmark-moments.ts. Exchanging neighbouring bits (2k with 2k + 1) gives the description of
 * the mirrored picture.
 */
export interface FrameLandmarks {
  readonly frame: number;
  readonly count: number;
  /** x, y in millionths of the displayed width and height; two values a landmark. */
  readonly places: Int32Array;
  /** Size of the described patch, in thousandths of the displayed picture's longer side. */
  readonly sizes: Uint16Array;
  /** Direction of the patch, 1/256 of a turn clockwise from the picture's right. */
  readonly turns: Uint8Array;
  /** 32 bytes a landmark. */
  readonly descriptions: Uint8Array;
}

export interface FramePrints {
  /** Displayed size, pixels: rotation and pixel aspect applied. */
  readonly width: number;
  readonly height: number;
  /** A still picture has one frame at 0 s. */
  readonly still: boolean;
  /** Moment of each frame, seconds, as the container states it; rising. */
  readonly times: Float64Array;
  /** PDQ quality of each frame, 0 to 100. */
  readonly quality: Uint8Array;
  /** PDQ of the whole displayed picture; `hashBytes` a frame. */
  readonly hashes: Uint8Array;
  /** PDQ of the shot's content alone; the same bytes as `hashes` where a shot has no bars. */
  readonly innerHashes: Uint8Array;
  /** `thumbBytes` a frame. */
  readonly thumbs: Uint8Array;
  readonly shots: readonly Shot[];
  readonly landmarks: readonly FrameLandmarks[];
}
