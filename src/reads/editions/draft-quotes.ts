/** Words that an edition cites and that no second person read: for and against a finding, in cells of sheets, and behind other records. */
import type { ReportGround } from "../../core/report/report-finding.ts";
import type { ReportModel } from "../../core/report/report.ts";
import type { EditionFacts } from "../../policy/edition-facts.ts";

type Quote = EditionFacts["draftQuotes"][number];

export function draftQuotes(model: Pick<ReportModel, "findings" | "elementSheets" | "tiers" | "records">): Quote[] {
  const citing = [
    ...model.findings.map(({ finding, evidenceFor, evidenceAgainst }) => ({ by: finding, grounds: [...evidenceFor, ...evidenceAgainst] })),
    ...model.elementSheets.map(({ sheet, elements }) => ({
      by: sheet,
      grounds: elements.flatMap(({ cells }) => cells.flatMap(({ grounds }) => grounds)),
    })),
  ];
  return citing.flatMap(({ by, grounds }) => [...quoted(model, by, grounds), ...restedOn(model, by, grounds)]);
}

function quoted({ tiers }: Pick<ReportModel, "tiers">, finding: Quote["finding"], grounds: readonly ReportGround[]): Quote[] {
  return grounds.flatMap(({ record, segments }) => {
    const tier = tiers.find((one) => one.tier === record);
    const cited = tier?.segments.filter(({ id }) => segments.length === 0 || segments.includes(String(id))) ?? [];
    const open = cited.filter(({ reviewed }) => !reviewed).length;
    if (open === 0) return [];
    return [{ record, finding, why: `${open} of ${cited.length} segments were read against the recording by no second person.` }];
  });
}

/** Which segments a record in between rests on is not known here: what a machine wrote and nobody read counts, wherever in the tier. */
function restedOn(
  { tiers, records }: Pick<ReportModel, "tiers" | "records">,
  finding: Quote["finding"],
  grounds: readonly ReportGround[],
): Quote[] {
  const direct = new Set(grounds.map(({ record }) => record));
  const seen = new Set(direct);
  const waiting = [...direct];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const next of records.find((one) => one.name === name)?.restsOn ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  return tiers.flatMap(({ tier, segments }) => {
    const drafts = segments.filter(({ draft }) => draft).length;
    if (!seen.has(tier) || direct.has(tier) || drafts === 0) return [];
    return [
      { record: tier, finding, why: `A record that it rests on quotes this tier, of which ${drafts} segments are a machine's draft.` },
    ];
  });
}
