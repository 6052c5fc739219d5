/** Which reader and which writer a format of tiers has. */
import type { TierFile, TierToWrite, WrittenFile } from "../core/tier/tier-file.ts";
import type { TierMaking } from "../core/tier/tier.ts";
import { readEaf } from "../formats/eaf/read-eaf.ts";
import { type EafOccasion, writeEaf } from "../formats/eaf/write-eaf.ts";
import { readSrt } from "../formats/srt/read-srt.ts";
import { writeSrt } from "../formats/srt/write-srt.ts";
import { readWebvtt } from "../formats/webvtt/read-webvtt.ts";
import { writeWebvtt } from "../formats/webvtt/write-webvtt.ts";
import { readWhisperTier } from "../formats/whisper-json/whisper-tier.ts";
import { writeWhisperJson } from "../formats/whisper-json/write-whisper-json.ts";

export type TierFormat = Extract<TierMaking, { by: "import" }>["format"];

interface Format {
  readonly ending: string;
  readonly mediaType: string;
  /** Throws TierFileRefused. */
  read(text: string): TierFile;
  /** The first is the one that was asked for; only ELAN's file holds the others too. */
  write(tiers: readonly [TierToWrite, ...TierToWrite[]], occasion: EafOccasion): WrittenFile;
}

export const tierFormats: { readonly [format in TierFormat]: Format } = {
  webvtt: { ending: "vtt", mediaType: "text/vtt", read: readWebvtt, write: ([tier]) => writeWebvtt(tier) },
  srt: { ending: "srt", mediaType: "application/x-subrip", read: readSrt, write: ([tier]) => writeSrt(tier) },
  "whisper-json": { ending: "json", mediaType: "application/json", read: readWhisperTier, write: ([tier]) => writeWhisperJson(tier) },
  eaf: { ending: "eaf", mediaType: "application/xml", read: readEaf, write: writeEaf },
};
