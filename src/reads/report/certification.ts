/** Certification of a report: the head it was made at, the tools that made what it cites, the people with their keys, what no check shows. */
import { shortCode } from "../../core/ledger/ledger-line.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { Certification } from "../../core/report/report-certification.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { listTimestamps } from "../list-timestamps.ts";
import type { ReportPeople } from "./report-people.ts";

export async function certification(
  reader: CaseReader,
  viewer: Viewer,
  {
    program,
    records,
    items,
    people,
    did,
  }: {
    program: string;
    records: readonly ReportRecord[];
    items: readonly ReportItem[];
    people: ReportPeople;
    did: ReadonlyMap<string, ReadonlySet<string>>;
  },
): Promise<Certification> {
  const head = reader.views.head();
  const stamps = await listTimestamps(reader, viewer);
  return {
    seq: head?.seq ?? 0,
    head: (head?.head ?? "sha256:") as Digest,
    shortCode: head === undefined ? "" : shortCode(head.head),
    method: [
      "Every item was hashed when it was collected; every act is a line of a ledger in which each line binds the one before.",
      "Findings cite records as they stood at a line. A finding is in this report in the version that its author signed and a person who wrote none of it approved.",
      "Likelihood and confidence are said apart. What speaks against a finding, or where it was looked for, is part of it.",
      "Figures are drawn from the data of this report alone.",
    ],
    tools: [
      { name: program, version: "", used: "made this report, keeps the case" },
      ...(await analysersOf(reader, items)),
      ...solversOf(records),
    ],
    people: people.listed(did),
    timestamps: stamps.flatMap(({ recorded }) => recorded.map(({ seq, genTime, authority }) => ({ line: seq, at: genTime, authority }))),
    notShown: [
      "That the history ends here, and that there is no other one, unless you were told the head another way.",
      "Who a key belongs to: a key proves control of a key, not a person.",
      "When or by whom anything was filmed: times are claims of clocks, bounded by what the report cites.",
      "That what is withheld would change nothing.",
    ],
  };
}

async function analysersOf(reader: CaseReader, items: readonly ReportItem[]): Promise<Certification["tools"][number][]> {
  const numbers = items.map(({ item }) => Number(item.slice(1)));
  if (numbers.length === 0) return [];
  const rows = await reader.views.db
    .selectFrom("analysis")
    .select(["analyser", "version", "decoder"])
    .distinct()
    .where("item", "in", numbers)
    .orderBy("analyser")
    .execute();
  return rows.map(({ analyser, version, decoder }) => ({ name: analyser, version, used: `read items of this report (${decoder})` }));
}

function solversOf(records: readonly ReportRecord[]): Certification["tools"][number][] {
  const by = Map.groupBy(
    records.flatMap(({ name, computation }) => (computation === null ? [] : [{ name, solver: computation.solver }])),
    ({ solver }) => solver,
  );
  return [...by].map(([solver, of]) => ({
    name: `reasoner ${solver}`,
    version: "",
    used: `answered ${of.map(({ name }) => name).join(", ")}`,
  }));
}
