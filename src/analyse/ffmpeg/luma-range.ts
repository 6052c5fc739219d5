/**
 * How far a decoder's own luma has to be stretched to reach from black to white. Video keeps 8-bit luma between 16 and 235
 * unless it says otherwise (ITU-R BT.601-7, table 3); pictures and full-range video use all of 0 to 255.
 */
import type { ProbedStream } from "./ask-ffprobe.ts";

/** Stored as luma and two colours: the luma plane can be taken as it is, without turning to red, green and blue and back. */
export function hasLumaPlane({ pix_fmt }: ProbedStream): boolean {
  return /^yuv/.test(pix_fmt ?? "");
}

/** Factor on differences of luma; 1 where the plane is full range already, and for what the decoder itself turns to grey. */
export function lumaGain(stream: ProbedStream): number {
  const full = !hasLumaPlane(stream) || stream.pix_fmt?.startsWith("yuvj") === true || stream.color_range === "pc";
  return full ? 1 : 255 / 219;
}
