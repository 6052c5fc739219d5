/** Conditions in words. Each "unknown" is said; nothing is left out because nobody answered it. */
import type { Conditions } from "../../core/conditions/conditions.ts";
import { t, type WordKey } from "../words/t.ts";

/** "2024-09-14 12:00:00 UTC". */
export function instantWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11).replace("Z", "")} UTC`;
}

function wordOrInstant(prefix: "embargo" | "withdrawn" | "retention", at: WordKey, value: string): string {
  return /^\d/.test(value) ? `${t(at)} ${instantWords(value)}` : t(`${prefix}.${value}` as WordKey);
}

export const wordsOf = {
  givenBy: (value: Conditions["givenBy"]) => (value === "unknown" || value === "nobody" ? t(`given.${value}`) : value),
  embargoUntil: (value: Conditions["embargoUntil"]) => wordOrInstant("embargo", "embargo.until", value),
  withdrawnAt: (value: Conditions["withdrawnAt"]) => wordOrInstant("withdrawn", "withdrawn.since", value),
  retention: (value: Conditions["retention"]) => wordOrInstant("retention", "retention.until", value),
  mayContact: (value: Conditions["mayContact"]) => t(`consent.${value}`),
  terms: (value: Conditions["terms"]) => (typeof value === "string" ? t(`terms.${value}`) : (value.words ?? t("conditions.withheld"))),
  legalHold: (value: Conditions["legalHold"]) =>
    typeof value === "string" ? t(`hold.${value}`) : `${t("hold.held")}: ${value.reason ?? t("conditions.withheld")}`,
} as const;
