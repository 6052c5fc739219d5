/** A recording for the decoders, with the demuxer that its own bytes call for. */
import type { MediaFile } from "../ffmpeg/ask-ffprobe.ts";
import { signatureOf } from "../ffmpeg/open-media.ts";
import type { Programs } from "./reference-frames.ts";

export async function mediaFile(path: string, programs: Programs): Promise<MediaFile> {
  const { signature } = await signatureOf(path);
  return { path, demuxer: signature?.family === "media" ? signature.demuxer : undefined, ...programs };
}
