/** A claim's parts in words: what it says, how its times can be read, who says it and how they know. */
import type { ClaimStatement, Speaker } from "../../core/claim/claim.ts";
import type { ClaimValue, TimeReading } from "../../core/claim/claim-value.ts";
import { t } from "../words/t.ts";

/** What stands behind the value's own words; empty where those are all. */
export function valueLines(value: ClaimValue): string[] {
  switch (value.is) {
    case "time":
      return value.readings.map(readingWords);
    case "place":
    case "identification":
      return [];
    case "actor":
      return [t(`claims.part.${value.part}`), t(`claims.count.${value.count}`)];
    case "act": {
      const act = t(`claims.act.${value.act}`);
      return [value.object === null ? act : t("claims.act.to", { act, object: value.object })];
    }
    case "number":
      return [t("claims.value.number", { figure: figureWords(value), unit: value.unit })];
    case "speech":
      return value.by === null ? [] : [t("claims.value.speech-by", { by: value.by })];
    case "verification":
      return [
        t("claims.value.verification", {
          outcome: t(`claims.outcome.${value.outcome}`),
          of: t(`claims.aspect.${value.of}`),
          by: value.by ?? t("claims.value.nobody"),
        }),
      ];
    case "unknown":
      return [t("claims.value.unknown")];
  }
}

function figureWords({ low, best, high }: Extract<ClaimValue, { is: "number" }>): string {
  if (low !== null && low === best && best === high) return t("claims.reading.day", { day: best });
  if (low !== null && high !== null)
    return best === null ? t("claims.value.number-between", { low, high }) : t("claims.value.number-best", { best, low, high });
  if (low !== null) return t("claims.value.number-least", { low });
  if (high !== null) return t("claims.value.number-most", { high });
  return best === null ? t("claims.value.number-open") : t("claims.reading.day", { day: best });
}

export function readingWords(reading: TimeReading): string {
  switch (reading.kind) {
    case "within":
      return daysWords(reading);
    case "bound":
      return t(`claims.reading.${reading.limit}`, { days: daysWords(reading) });
    case "sun": {
      const sun = t(`claims.reading.sun.${reading.sun}`);
      return reading.day === undefined ? t("claims.reading.sun", { sun }) : t("claims.reading.sun-day", { sun, day: reading.day });
    }
    case "offset":
      return t(reading.hours < 0 ? "claims.reading.offset-before" : "claims.reading.offset-after", {
        hours: Math.abs(reading.hours),
        around: reading.plusMinusHours,
        from: t(`claims.reading.from.${reading.from}`),
        of: reading.of,
      });
    case "order":
      return t("claims.reading.order", { relation: t(`claims.reading.order.${reading.relation}`), of: reading.of });
  }
}

/** No time without its zone, or that none is stated. */
function daysWords({ day, toDay, part, between, plusMinusDays, zone }: Extract<TimeReading, { kind: "within" | "bound" }>): string {
  let days = toDay === undefined ? day : t("claims.reading.days", { day, toDay });
  if (part !== undefined) days = t("claims.reading.part", { days, part });
  if (between !== undefined) days = t("claims.reading.between", { days, from: between[0], to: between[1] });
  if (plusMinusDays !== undefined && plusMinusDays > 0) days = t("claims.reading.around", { days, count: plusMinusDays });
  return zone === null ? t("claims.reading.no-zone", { days }) : t("claims.reading.zone", { days, zone });
}

export function basisWords({ basis, basisWords: words }: Pick<ClaimStatement, "basis" | "basisWords">): string {
  const said = t(`claims.basis.${basis}`);
  return words === null ? said : t("claims.basis.words", { basis: said, words });
}

export function sortWords(sort: ClaimStatement["eventSort"]): string {
  return sort === "unclear" ? t("claims.sort.unclear") : t(`event-sort.${sort}`);
}

/** What follows a speaker's own words. */
export function speakerWords({ who, says, direct }: Speaker): string {
  return [...(says === null ? [] : [says]), t(`claims.who.${who}`), ...(direct ? [t("claims.proposal.direct")] : [])].join(" · ");
}

export function eventWords({ id, title }: { readonly id: string; readonly title: string }): string {
  return `${id} · ${title}`;
}
