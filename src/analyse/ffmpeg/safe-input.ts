/**
 * How every foreign file is given to ffmpeg and ffprobe. Formats are listed, so that a playlist, a concat script, an SDP
 * file or an image pattern dressed as a video names no other file and no host; protocols are listed too, which alone is
 * not enough: ffmpeg 5.1 follows a concat script within `file`. Pictures never come here: ffmpeg's picture readers
 * expand patterns in names.
 */

/** Demuxers that read one file and name no other. One word of a family admits it: "mov" stands for mov, mp4, m4a, 3gp, 3g2, mj2. */
export const demuxers = [
  ...["mov", "matroska", "avi", "asf", "flv", "mpeg", "mpegts", "mpegvideo", "m4v", "mxf", "dv", "ivf", "h264", "hevc", "obu"],
  ...["mp3", "aac", "ac3", "eac3", "amr", "amrnb", "amrwb", "ogg", "wav", "w64", "flac", "aiff", "caf", "au", "wv", "ape"],
] as const;
export type Demuxer = (typeof demuxers)[number];

/**
 * Words to put before the file's name. With a demuxer that the file's own signature called for, ffmpeg guesses
 * nothing; without one it may guess among the listed.
 */
export function safeInput(demuxer: Demuxer | undefined): readonly string[] {
  const known = ["-protocol_whitelist", "file", "-format_whitelist", demuxer ?? demuxers.join(",")];
  return demuxer === undefined ? known : [...known, "-f", demuxer];
}
