/**
 * Holds the data of an edition's report against its card, which is held against the history: each finding says the same sentence on
 * the same grounds, and a key point in its own words says that it is. Pages, paper and exports are made from this data; they are
 * compared with their hashes alone.
 */
import { z } from "zod";
import type { EditionCard } from "../core/edition/edition-card.ts";

const Ground = z.object({ record: z.string(), line: z.number() });
const Report = z.object({
  findings: z.array(
    z.object({
      ...{ finding: z.string(), version: z.number(), statement: z.string() },
      ...{ evidenceFor: z.array(Ground), evidenceAgainst: z.array(Ground) },
    }),
  ),
  /** Reports from before key points said who worded them have no `wordedBy`. */
  keyPoints: z.array(z.object({ finding: z.string(), text: z.string(), wordedBy: z.string().nullish() })),
});

/** What does not agree, in words. */
export function reportFaults(value: unknown, card: Pick<EditionCard, "findings">): string[] {
  const report = Report.safeParse(value).data;
  if (report === undefined) return ["report.json: expected the data of a report; found something else."];
  const faults: string[] = [];
  if (report.findings.length !== card.findings.length)
    faults.push(`report.json: expected ${card.findings.length} findings, as the edition's card has; found ${report.findings.length}.`);
  for (const { finding, version, statement, rests } of card.findings) {
    const told = report.findings.find((one) => one.finding === finding && one.version === version);
    const what = `report.json, finding ${finding}, version ${version}`;
    if (told === undefined) {
      faults.push(`${what}: expected it, as the edition's card has it; found none.`);
      continue;
    }
    if (told.statement !== statement) faults.push(`${what}: expected the sentence of the edition's card; found another.`);
    const grounds = [...told.evidenceFor, ...told.evidenceAgainst];
    if (grounds.length !== rests.length || grounds.some(({ record, line }, at) => rests[at]?.record !== record || rests[at]?.line !== line))
      faults.push(`${what}: expected the grounds of the edition's card; found others.`);
    if (report.keyPoints.some((one) => one.finding === finding && one.wordedBy === null && one.text.trim() !== statement.trim()))
      faults.push(`${what}: expected a key point that says the finding's own sentence, as it claims; found other words.`);
  }
  return faults;
}
