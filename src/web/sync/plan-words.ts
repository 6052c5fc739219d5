/** Figures and reasons of a plan in words. */
import type { SyncChannel, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { t } from "../words/t.ts";
import type { PlacedClip } from "../../reason/sync/sync-answer.ts";
import { errorWords, signed } from "./offset-words.ts";

/** "+12.3 ± 4.0 ppm", or that it was taken for equal. */
export function rateWords(rate: { readonly ppm: number; readonly plusMinusPpm: number } | "not-measured"): string {
  if (rate === "not-measured") return t("sync.rate-not-measured");
  return t("sync.rate", { ppm: signed(rate.ppm, 1), pm: rate.plusMinusPpm.toFixed(1) });
}

export function refusedWords(channel: SyncChannel, reason: SyncRefusal, times: number): string {
  const words = t("sync.refused-by", { channel: t(`sync.channel.${channel}`), reason: t(`sync.refusal.${reason}`) });
  return times > 1 ? t("sync.refused-times", { words, count: times }) : words;
}

/** That only sound joins a clip: what is seen may be off by the way that the sound went. */
export function bySoundWords({ atMostS, from }: NonNullable<PlacedClip["bySound"]>): string {
  return t(`sync.by-sound.${from}`, { sec: errorWords(atMostS) });
}
