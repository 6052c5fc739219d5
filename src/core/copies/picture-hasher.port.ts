/** Hashing pictures that a person names, inside or outside a case. Implemented by a child process without network; the domain knows only the contract. */
import { z } from "zod";
import type { Cancellation } from "../cancel/cancellation.ts";

/**
 * What the picture is brought to before it is hashed. Hashes agree best with those made at the same size: "native" is all
 * pixels there are; "512" is at most 512 either way for stills and 512 x 512 for video, as others do; "64" is 64 x 64.
 */
export const HashSize = z.enum(["native", "512", "64"]);
export type HashSize = z.infer<typeof HashSize>;

const Size = z.strictObject({ width: z.number().int().min(1), height: z.number().int().min(1) });

/** What is said of one file, in order: once what it is, then a line for each picture hashed, then the end; or why not. */
export const HashSaid = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("opened"),
    kind: z.enum(["still", "video"]),
    /** Pixels stored, and pixels that were hashed. */
    stored: Size,
    input: Size,
    /** The turn and flip that the file asks viewers for was applied. */
    turned: z.boolean(),
    /** Still pictures in a file: the first one is hashed. */
    pictures: z.number().int().min(1),
    /** "rgb": 0.299 R + 0.587 G + 0.114 B. "decoder": the luma that the decoder itself gives, on full range. */
    luma: z.enum(["rgb", "decoder"]),
    /** Build of the decoder. */
    decoder: z.string(),
  }),
  z.strictObject({
    type: z.literal("picture"),
    /** Place among the frames that the decoder gives, and the container's own time; 0 for a still picture. */
    frame: z.number().int().min(0),
    atSec: z.number().or(z.literal("unknown")),
    quality: z.number().int().min(0).max(100),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({
    type: z.literal("end"),
    /** All frames that the decoder gave, hashed or not. */
    frames: z.number().int().min(1),
    /** What the decoder complained of last: pictures may be missing or damaged. Empty when it did not. */
    complaint: z.string(),
  }),
  z.strictObject({
    type: z.literal("refused"),
    /** "not-media", "no-stream", "refused", "crashed", "time-limit", "memory-limit", "program-missing", "missing". */
    code: z.string(),
    message: z.string(),
  }),
]);
export type HashSaid = z.infer<typeof HashSaid>;

export interface HashRequest {
  /** Absolute path; opened read-only. */
  readonly path: string;
  /** Native when undefined. */
  readonly size: HashSize | undefined;
  /** Seconds from one hashed frame to the next; every frame when undefined. */
  readonly everySec: number | undefined;
  /** Leave pictures as they are stored, without the turn that the file asks for. */
  readonly asStored: boolean;
}

export interface PictureHasher {
  /** Never throws for what the bytes do; throws only for the machine. `signal` ends the child, and the answer is what was said until then. */
  hash(request: HashRequest, signal: Cancellation, use: (said: HashSaid) => void): Promise<void>;
}
