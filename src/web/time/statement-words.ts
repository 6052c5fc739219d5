/** What a statement says, in one sentence. */
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import { t } from "../words/t.ts";
import { lengthWords, momentWords } from "./clock-words.ts";

const utc = (instant: string): string => `${momentWords(Date.parse(instant), "UTC")} UTC`;
const hours = (count: number): string => lengthWords(Math.abs(count) * 3600);

export function statementWords(one: TimeStatement): string {
  switch (one.kind) {
    case "sun": {
      const place = `${one.place.lat}, ${one.place.lon}`;
      const values = { event: one.event, place, part: t(`time-bench.sun.${one.sun}`) };
      return one.day === undefined ? t("time-bench.say.sun", values) : t("time-bench.say.sun-day", { ...values, day: one.day });
    }
    case "within":
      return t(one.zone === null ? "time-bench.say.within-open" : "time-bench.say.within", {
        event: one.event,
        days: daysWords(one),
        zone: one.zone ?? "",
      });
    case "order": {
      const least = one.atLeastHours ?? 0;
      const values = { before: one.before, after: one.after };
      return least === 0 ? t("time-bench.say.order", values) : t("time-bench.say.order-least", { ...values, hours: hours(least) });
    }
    case "offset": {
      const give = one.plusMinusHours ?? 0;
      const values = { from: one.from, to: one.to, hours: hours(one.hours) };
      const said =
        one.hours === 0 ? t("time-bench.say.same", values) : t(one.hours < 0 ? "time-bench.say.earlier" : "time-bench.say.later", values);
      return give === 0 ? t("time-bench.say.exact", { said }) : t("time-bench.say.give", { said, give: hours(give) });
    }
    case "bound":
      if (one.notBefore !== undefined && one.notAfter !== undefined)
        return t("time-bench.say.between", { event: one.event, from: utc(one.notBefore), to: utc(one.notAfter) });
      if (one.notBefore !== undefined) return t("time-bench.say.not-before", { event: one.event, at: utc(one.notBefore) });
      if (one.notAfter !== undefined) return t("time-bench.say.not-after", { event: one.event, at: utc(one.notAfter) });
      return t("time-bench.say.no-bound", { event: one.event });
    case "windows": {
      const [first] = one.windows;
      const values = { event: one.event, count: one.windows.length, from: utc(first?.[0] ?? ""), to: utc(one.windows.at(-1)?.[1] ?? "") };
      return t("time-bench.say.windows", values);
    }
  }
}

/** "on 30 March 2022 in the morning", "from .. to ..", "on or around .. (1 day either way)". */
function daysWords(one: Extract<TimeStatement, { kind: "within" }>): string {
  const give = one.plusMinusDays ?? 0;
  const days =
    one.toDay === undefined || one.toDay === one.day
      ? give === 0
        ? t("time-bench.say.on", { day: one.day })
        : t("time-bench.say.around", { day: one.day, count: give })
      : t("time-bench.say.days", { from: one.day, to: one.toDay });
  if (one.part !== undefined) return t("time-bench.say.part", { days, part: one.part });
  if (one.between !== undefined) return t("time-bench.say.clock", { days, from: one.between[0], to: one.between[1] });
  return days;
}

/** Source, grade and what else stands beside a name. */
export function standingWords(one: TimeStatement): string {
  return [
    one.source,
    one.grade,
    one.assumption === true ? t("time-bench.assumption") : undefined,
    one.certain === true ? t("time-bench.certain") : undefined,
    one.kind === "within" && one.zone === null ? t("time-bench.zone-open") : undefined,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
}
