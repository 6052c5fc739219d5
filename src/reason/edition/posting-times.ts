/** Times of posting in a report, outward to the step of the edition; and nothing of where exactly a time was read: that names file and message. */
import { type CoarseTimes, dayS, postingMeanings } from "../../core/edition/posting-time.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";
import type { Answer } from "../../core/review/answer.ts";
import type { TimeMeaning } from "../../core/time/time-claim.ts";

export function withPostingTimes(model: ReportModel, times: CoarseTimes): ReportModel {
  const answer = (one: Answer): Answer => (one.sort === "time" ? ({ ...one, ...times.outward(one) } as Answer) : one);
  return {
    ...model,
    findings: model.findings.map((finding) => ({
      ...finding,
      answer: answer(finding.answer),
      blind: {
        ...finding.blind,
        answers: finding.blind.answers.map((one) => ({ ...one, answer: one.answer === null ? null : answer(one.answer) })),
      },
    })),
    records: model.records.map(withoutBasis),
    events: model.events.map((event) => ({
      ...event,
      windows: event.windows.map((window) => ({
        ...window,
        ...(times.outward(window) as Pick<typeof window, "from" | "to">),
        basis: window.role === "stated" || window.role === "bound" ? "where it was read is withheld" : window.basis,
      })),
    })),
  };
}

/** By whose clocks the report tells times. */
export function zonesOf({ events, findings }: ReportModel): string[] {
  const answers = findings.flatMap((finding) => [finding.answer, ...finding.blind.answers.map((one) => one.answer)]);
  return [
    ...new Set([
      ...events.flatMap(({ windows }) => windows.map(({ zone }) => zone)),
      ...answers.flatMap((one) => (one?.sort === "time" ? [one.zone] : [])),
    ]),
  ];
}

export function stepWords(stepS: number = dayS): string {
  return stepS >= dayS ? "the day" : `${stepS / 3600} hours`;
}

/** A time as `detail-of-line.ts` words it. */
const statedTime = /^([a-z-]+): "(.*)", that is (.+); zone: (.+?)\. Basis: .*$/su;

function withoutBasis(record: ReportRecord): ReportRecord {
  const { computation } = record;
  const told =
    computation === null
      ? null
      : { ...computation, told: computation.told.map((one) => ({ ...one, says: one.says.replace(/ Basis: .*?(?= Words: "|$)/su, "") })) };
  if (record.sort !== "time" && record.sort !== "event") return { ...record, computation: told };
  const says = record.says.flatMap((words, at) => {
    const time = statedTime.exec(words);
    if (time === null) return record.sort === "time" && at > 0 && isPosting(record.says[0]) ? [] : [words];
    const [, means = "", verbatim = "", window = "", zone = ""] = time;
    return [`${means}: ${isPosting(words) ? "" : `"${verbatim}", that is `}${window}; zone: ${zone}.`];
  });
  return { ...record, title: isPosting(record.says[0]) ? titleOf(record) : record.title, says, computation: told };
}

/** Without the reason, which says where and how it was found. */
function titleOf({ name, title, sort, restsOn }: ReportRecord): string {
  return sort === "time" ? `Time ${name}${restsOn[0] === undefined ? "" : ` of ${restsOn[0]}`}` : title;
}

function isPosting(words: string | undefined): boolean {
  const means = /^([a-z-]+): /u.exec(words ?? "")?.[1];
  return means !== undefined && postingMeanings.has(means as TimeMeaning);
}
