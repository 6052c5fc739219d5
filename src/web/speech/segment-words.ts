/** How times, segments, speakers and languages are called on the screen. */
import type { MachineReading, TierLanguage, TierSegment, TierSort } from "../../core/tier/tier.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { t } from "../words/t.ts";

export const clockOfMs = (ms: number): string => formatClock(ms / 1000);

export function segmentName({ id, startMs, endMs, speaker }: TierSegment): string {
  const values = { number: String(id), from: clockOfMs(startMs), to: clockOfMs(endMs) };
  return speaker === null ? t("speech.segment-name", values) : t("speech.segment-name-speaker", { ...values, speaker });
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** "Ukrainian (uk)"; the code alone where nobody knows a name. */
export function languageName(language: TierLanguage): string {
  if (language === "und") return t("speech.language-unknown");
  if (language === "mul") return t("speech.language-mixed");
  try {
    const name = languageNames.of(language);
    return name === undefined || name === language ? language : `${name} (${language})`;
  } catch {
    return language;
  }
}

export function sortName(sort: TierSort): string {
  return t(`speech.sort.${sort}`);
}

export function suspectWords({ suspect, confidence }: MachineReading): string {
  const reasons = suspect.map((reason) => t(`speech.suspect.${reason}`));
  const sure = confidence === null ? [] : [t("speech.confidence", { percent: Math.round(confidence * 100) })];
  return [...reasons, ...sure].join("; ");
}

/** "1:02.5", "62.5", "00:01:02.500": milliseconds; undefined for anything else. */
export function msOfWords(words: string): number | undefined {
  const found = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d{1,3})?)$/.exec(words.trim());
  if (found === null) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = found;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."))) * 1000);
}
