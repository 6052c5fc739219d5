/**
 * What is kept of a video for laying it against another by light and movement: three curves over its frames, each with the
 * frame's own time, so that a variable frame rate needs no assumption. Nothing of a picture can be got back from them.
 */

export interface PictureFeatures {
  /** Item times, rising, seconds. */
  readonly timeSec: Float64Array;
  /** Mean luma of the picture, 0 to 255 on full range. */
  readonly light: Float32Array;
  /** Share of the picture's cells that became brighter than in the frame before, less the share that became darker: -1 to 1. */
  readonly agreement: Float32Array;
  /** Mean change of a pixel from the frame before, the common change of light taken out. */
  readonly movement: Float32Array;
  /** What the decoder could not give, in words; "" when it gave all. */
  readonly notRead: string;
}

export const pictureFeaturesVersion = "1";
export const pictureFeaturesFileName = "sync-picture.features";

const magic = "witnessmark-sync-picture-v1";

/** A line of JSON, then the four curves, little endian. */
export function encodePictureFeatures(features: PictureFeatures): Uint8Array {
  const { timeSec, light, agreement, movement, notRead } = features;
  const head = new TextEncoder().encode(`${JSON.stringify({ format: magic, frames: timeSec.length, notRead })}\n`);
  const bytes = new Uint8Array(head.length + timeSec.length * 20);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  let at = head.length;
  for (const sec of timeSec) {
    view.setFloat64(at, sec, true);
    at += 8;
  }
  for (const curve of [light, agreement, movement]) {
    for (const value of curve) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}

/** Undefined for what these are not: a cache may hold anything. */
export function decodePictureFeatures(bytes: Uint8Array): PictureFeatures | undefined {
  const end = bytes.indexOf(10);
  if (end < 0 || end > 4096) return undefined;
  const head = headOf(new TextDecoder().decode(bytes.subarray(0, end)));
  if (head === undefined || bytes.length !== end + 1 + head.frames * 20) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = end + 1;
  const timeSec = Float64Array.from({ length: head.frames }, (_, n) => view.getFloat64(from + n * 8, true));
  const curve = (which: number) =>
    Float32Array.from({ length: head.frames }, (_, n) => view.getFloat32(from + head.frames * (8 + 4 * which) + n * 4, true));
  const features = { timeSec, light: curve(0), agreement: curve(1), movement: curve(2), notRead: head.notRead };
  return isSound(features) ? features : undefined;
}

function headOf(text: string): { readonly frames: number; readonly notRead: string } | undefined {
  try {
    const value = JSON.parse(text) as { format?: unknown; frames?: unknown; notRead?: unknown } | null;
    if (value?.format !== magic || !Number.isSafeInteger(value.frames) || typeof value.notRead !== "string") return undefined;
    return { frames: value.frames as number, notRead: value.notRead };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isSound({ timeSec, light, agreement, movement }: PictureFeatures): boolean {
  const rises = timeSec.every((sec, n) => Number.isFinite(sec) && (n === 0 || sec > (timeSec[n - 1] as number)));
  return rises && [light, agreement, movement].every((curve) => curve.every((value) => Number.isFinite(value)));
}
