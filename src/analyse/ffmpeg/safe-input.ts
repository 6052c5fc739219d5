/**
 * How every foreign file is given to ffmpeg and ffprobe. Formats are listed, so that a playlist, a concat script, an SDP
 * file or an image pattern dressed as a video names no other file and no host; protocols are listed too, which alone is
 * not enough: ffmpeg 5.1 follows a concat script within `file`.
 */
const formats = [
  ...[
    "mov",
    "mp4",
    "m4a",
    "3gp",
    "3g2",
    "mj2",
    "matroska",
    "webm",
    "avi",
    "asf",
    "flv",
    "mpeg",
    "mpegts",
    "mpegvideo",
    "m4v",
    "mxf",
    "dv",
    "ivf",
  ],
  ...[
    "h264",
    "hevc",
    "av1",
    "obu",
    "mp3",
    "aac",
    "ac3",
    "eac3",
    "amr",
    "amrnb",
    "amrwb",
    "ogg",
    "wav",
    "w64",
    "flac",
    "aiff",
    "caf",
    "au",
    "wv",
    "ape",
  ],
];

export const safeInput: readonly string[] = ["-protocol_whitelist", "file", "-format_whitelist", formats.join(",")];
