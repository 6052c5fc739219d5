/** The version of each analyser: raised whenever the same bytes could get another answer. */
import type { AnalyserName } from "../core/analysis/analysis.ts";
import { pictureFeaturesVersion } from "./sync-picture/picture-features.ts";
import { featuresVersion } from "./sync-sound/features-file.ts";

export const analyserVersions: Readonly<Record<AnalyserName, string>> = {
  probe: "2",
  poster: "1",
  filmstrip: "1",
  waveform: "1",
  proxy: "1",
  "frame-print": "1",
  "sound-print": "1",
  "sound-events": "2",
  "sync-sound": featuresVersion,
  "sync-picture": pictureFeaturesVersion,
  "telegram-export": "2",
  article: "1",
  whatsapp: "1",
  "x-posts": "1",
  "yt-dlp": "1",
  "telegram-html": "1",
  sheet: "2",
  unpack: "2",
  "map-file": "1",
  "e-mail": "2",
};
