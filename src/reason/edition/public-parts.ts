/**
 * Who and what is said in the material, as far as a public edition tells it. Of words only what a finding or a sheet cites, with its
 * translation; of persons nothing by which they could be known, nor that and why somebody protects them: to name a witness is the harm.
 */
import type { ReportGround } from "../../core/report/report-finding.ts";
import type { ReportSubject, ReportTier } from "../../core/report/report-item.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { saysProtected } from "../../core/subject/shown-protection.ts";

export function publicParts(model: ReportModel): Pick<ReportModel, "tiers" | "subjects" | "records"> {
  const shown = new Set(model.items.filter(({ as }) => as === "full" || as === "redacted").map(({ item }) => item));
  return {
    tiers: citedWords(model),
    subjects: model.subjects.flatMap((subject) => publicSubject(subject, shown)),
    records: model.records.map((record) => publicPerson(record)),
  };
}

function citedWords({ tiers, findings, elementSheets, items }: ReportModel): ReportTier[] {
  const leftOut = new Set(items.filter(({ as }) => as === "left-out").map(({ item }) => item));
  const grounds = [
    ...findings.flatMap(({ evidenceFor, evidenceAgainst }) => [...evidenceFor, ...evidenceAgainst]),
    ...elementSheets.flatMap(({ elements }) => elements.flatMap(({ cells }) => cells.flatMap((cell) => cell.grounds))),
  ];
  const cited = new Map(tiers.map((tier) => [tier.tier, segmentsOf(tier, grounds)]));
  return tiers.flatMap((tier) => {
    const own = cited.get(tier.tier) ?? [];
    const source = tiers.find((one) => one.tier === tier.from);
    const beside = [
      ...(source === undefined ? [] : (cited.get(source.tier) ?? [])),
      ...tiers.filter(({ from }) => from === tier.tier).flatMap((one) => cited.get(one.tier) ?? []),
    ];
    const segments = tier.segments.filter((one) => own.includes(one) || beside.some((other) => overlaps(one, other)));
    return segments.length === 0 || leftOut.has(tier.item) ? [] : [{ ...tier, segments }];
  });
}

type Segment = ReportTier["segments"][number];

/** A ground that names no segment is about the stretch that it names; without one, about all of the tier. */
function segmentsOf(tier: ReportTier, grounds: readonly ReportGround[]): Segment[] {
  const about = grounds.filter(({ record }) => record === tier.tier);
  return tier.segments.filter((segment) =>
    about.some(({ segments, at }) => {
      if (segments.length > 0) return segments.includes(String(segment.id));
      return at === null || overlaps(segment, { startS: at.fromS, endS: at.toS });
    }),
  );
}

function overlaps(a: Pick<Segment, "startS" | "endS">, b: Pick<Segment, "startS" | "endS">): boolean {
  return a.startS < b.endS && b.startS < a.endS;
}

function publicSubject(subject: ReportSubject, shown: ReadonlySet<string>): ReportSubject[] {
  const states = subject.states
    .filter(({ item }) => shown.has(item))
    .map((state) => ({ ...state, says: withoutTelling(state.says.split(", ")).join(", ") }))
    .filter(({ says }) => says !== "");
  if (states.length === 0) return [];
  const description = subject.known === "seen" ? "A person who is seen." : "A person who is spoken of.";
  return [{ ...subject, description, roleAsClaimed: null, protection: [], states }];
}

/** Facts that themselves say who is protected, and why, go of everybody: that they are missing tells nothing then. */
function withoutTelling(facts: readonly string[]): string[] {
  return facts.filter((words) => {
    const said = /^([a-z-]+): (seen|not-seen|cannot-tell)/u.exec(words);
    return said === null || !saysProtected(said[1] ?? "", said[2] ?? "");
  });
}

function publicPerson(record: ReportRecord): ReportRecord {
  if (record.sort === "subject") return { ...record, title: record.name, says: ["A person in the material; the description is withheld."] };
  return record.sort === "subject-state" ? { ...record, title: record.name, says: withoutTelling(record.says) } : record;
}
