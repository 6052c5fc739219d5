/**
 * Hypotheses on which a finding speaks and that were changed, set aside, taken up again or added after it was approved. It lasts until
 * it is approved again, or somebody says of it, with a reason, that it holds all the same.
 */
import type { HypothesisId, HypothesisStanding } from "../../core/hypothesis/hypothesis.ts";
import type { FindingFacts } from "../../policy/edition-facts.ts";
import type { CaseReader } from "../case-reader.ts";
import { findingDocument } from "../findings/finding-document.ts";
import type { FindingLines } from "../findings/finding-standings.ts";
import { linesOfKinds } from "../report/entry-lines.ts";

/** Of a version that was approved; nothing before that: its reviewer had them all before them. */
export async function hypothesesSince(
  reader: CaseReader,
  { question, versions, standing }: FindingLines,
  version: number,
): Promise<FindingFacts["hypotheses"]> {
  const { db } = reader.views;
  const written = versions.find((one) => one.version === version);
  const { review } = standing(version);
  if (written === undefined || review?.act !== "approves") return [];
  const kept = await db
    .selectFrom("kept_judgement")
    .select((eb) => eb.fn.max<number | null>("seq").as("seq"))
    .where("line", "=", written.seq)
    .executeTakeFirst();
  const held = Math.max(review.line, kept?.seq ?? 0);
  const asked = await db
    .selectFrom("question")
    .select("sort")
    .where("id", "=", Number(question.slice(2)))
    .executeTakeFirst();
  const named = new Set<HypothesisId>(
    (await findingDocument(reader, written.document))?.hypotheses.map(({ hypothesis }) => hypothesis) ?? [],
  );
  const before = new Map<HypothesisId, HypothesisStanding>();
  const since: FindingFacts["hypotheses"][number][] = [];
  for (const { seq, data } of await linesOfKinds(reader, ["hypothesis.described"])) {
    const { hypothesis, standing: now } = data;
    const was = before.get(hypothesis);
    before.set(hypothesis, now);
    const isTakenUp = was === undefined || (was !== "alive" && now === "alive");
    if (data.question === asked?.sort && isTakenUp && seq > review.line) named.add(hypothesis);
    if (seq <= held || !named.has(hypothesis)) continue;
    since.push({
      line: seq,
      why:
        was === undefined
          ? `hypothesis ${hypothesis} was added.`
          : `hypothesis ${hypothesis} was described anew; it was ${was} and is ${now}.`,
    });
  }
  return since;
}
