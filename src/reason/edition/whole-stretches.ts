/**
 * What holds from the beginning to the end of an item says so, and not how long the item is: to the frame its length finds the original
 * again. Figures go outward to the whole second; in words it is "throughout".
 */
import type { ReportModel } from "../../core/report/report.ts";
import { timeCode } from "../../core/report/report-words.ts";
import { mapTexts } from "./map-texts.ts";

/** Ends that are so near to the item's are its ends, seconds: a frame of a slow camera. */
const slackS = 0.1;

/** `whole`: the report that still has the lengths. */
export function withoutWholeLengths(shown: ReportModel, { items }: Pick<ReportModel, "items">): ReportModel {
  const lengths = new Map(items.flatMap(({ item, durationS }) => (durationS === null ? [] : [[item as string, durationS] as const])));
  if (lengths.size === 0) return shown;
  const outward = <S extends { readonly fromS: number; readonly toS: number }>(item: string | null, stretch: S): S => {
    const length = item === null ? undefined : lengths.get(item);
    return length === undefined || stretch.toS < length - slackS ? stretch : { ...stretch, toS: Math.ceil(length) };
  };
  const codes = [...lengths.values()].map((length) => timeCode(length).replaceAll(".", String.raw`\.`)).join("|");
  const throughout = new RegExp(String.raw`(?<![\d:])00:00\.000 to (?:${codes})(?!\d)`, "gu");
  const toTheEnd = new RegExp(String.raw`(?<=\d to )(?:${codes})(?!\d)`, "gu");
  return mapTexts(
    {
      ...shown,
      records: shown.records.map((record) => ({
        ...record,
        exhibits: record.exhibits.map((one) => ({ ...one, range: one.range === null ? null : outward(one.item, one.range) })),
      })),
      subjects: shown.subjects.map((subject) => ({ ...subject, states: subject.states.map((one) => outward(one.item, one)) })),
      findings: shown.findings.map((finding) => ({
        ...finding,
        evidenceFor: finding.evidenceFor.map((one) => ({ ...one, at: one.at === null ? null : outward(one.item, one.at) })),
        evidenceAgainst: finding.evidenceAgainst.map((one) => ({ ...one, at: one.at === null ? null : outward(one.item, one.at) })),
      })),
    },
    (text) => text.replace(throughout, "throughout").replace(toTheEnd, "its end"),
  );
}
