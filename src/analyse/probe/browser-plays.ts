/**
 * Whether a current Chromium on Debian plays the bytes as they are: by container, codec, profile and pixel format.
 * No HEVC, no ten bits, no 4:2:2; a wrong yes shows nothing, a wrong no costs a proxy, so what is in doubt is a no.
 */
import type { ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import type { Demuxer } from "../ffmpeg/safe-input.ts";

type Codecs = { readonly video: ReadonlySet<string>; readonly audio: ReadonlySet<string> };

const mp4: Codecs = { video: new Set(["h264", "av1", "vp9"]), audio: new Set(["aac", "mp3", "opus", "flac"]) };
const webm: Codecs = { video: new Set(["vp8", "vp9", "av1"]), audio: new Set(["vorbis", "opus"]) };
const bare: Readonly<Partial<Record<Demuxer, ReadonlySet<string>>>> = {
  mp3: new Set(["mp3"]),
  flac: new Set(["flac"]),
  ogg: new Set(["vorbis", "opus", "flac"]),
  wav: new Set(["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"]),
};
const pixels: ReadonlySet<string> = new Set(["yuv420p", "yuvj420p"]);
const h264Profiles: ReadonlySet<string> = new Set(["Baseline", "Constrained Baseline", "Main", "Extended", "High"]);

export interface PlayQuestion {
  readonly demuxer: Demuxer | undefined;
  /** "webm" or "matroska" by the file's own header. */
  readonly docType: string;
  readonly video: ProbedStream | undefined;
  readonly audio: ProbedStream | undefined;
}

export function browserPlays({ demuxer, docType, video, audio }: PlayQuestion): boolean {
  if (video === undefined) {
    const codecs = demuxer === "mov" ? mp4.audio : demuxer === "matroska" && docType === "webm" ? webm.audio : demuxer && bare[demuxer];
    return audio !== undefined && codecs !== undefined && codecs.has(audio.codec_name);
  }
  const codecs = demuxer === "mov" ? mp4 : demuxer === "matroska" && docType === "webm" ? webm : undefined;
  if (codecs === undefined || !codecs.video.has(video.codec_name) || !pixels.has(video.pix_fmt ?? "")) return false;
  if (video.codec_name === "h264" && !h264Profiles.has(video.profile ?? "")) return false;
  return audio === undefined || codecs.audio.has(audio.codec_name);
}

/** DocType of an EBML header (RFC 8794 11.2.5); "" when there is none near the start. */
export function ebmlDocType(head: Buffer): string {
  const at = head.subarray(0, 256).indexOf(Buffer.from([0x42, 0x82]));
  if (at < 0) return "";
  const length = (head[at + 2] ?? 0) & 0x7f;
  return head.toString("latin1", at + 3, at + 3 + Math.min(length, 32)).replace(/\0+$/, "");
}
