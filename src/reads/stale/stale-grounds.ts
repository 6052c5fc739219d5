/** Grounds of a version of a finding that changed since they were cited: for the finding's own screen, and for a correction. */
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { FindingDocument, FindingId } from "../../core/finding/finding.ts";
import type { Ground } from "../../core/review/ground.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { findStale } from "../../reason/stale/find-stale.ts";
import { restsOnGround } from "../../reason/stale/review-lines.ts";
import type { CaseReader } from "../case-reader.ts";
import { makeGraph } from "./case-graph.ts";
import { type StaleStep, stepsOf } from "./stale-judgements.ts";
import { readDocuments, staleLines } from "./stale-lines.ts";

export interface StaleGround {
  readonly side: "for" | "against";
  /** Which of that side, counted from 0. */
  readonly at: number;
  readonly ground: Ground;
  /** Lines of the first and the last change that it was not held against. */
  readonly since: number;
  readonly last: number;
  readonly paths: readonly (readonly StaleStep[])[];
}

/** Throws CaseError INPUT_INVALID where there is no such version, OBJECT_MISSING where this copy does not hold it. */
export async function staleGroundsOf(reader: CaseReader, viewer: Viewer, finding: FindingId, version: number): Promise<StaleGround[]> {
  demand(viewer, "read");
  const thing = `finding ${finding}, version ${version}`;
  const written = await lineOf(reader, finding, version);
  if (written === undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected a version of this case; found none of that number`);
  const document = (await readDocuments(reader, [written.document])).get(written.document) as FindingDocument | undefined;
  if (document === undefined) throw new CaseError("OBJECT_MISSING", `${thing}: expected its document in this copy of the case; found none`);
  const grounds = [
    ...document.evidenceFor.map((ground, at) => ({ side: "for" as const, at, ground })),
    ...document.evidenceAgainst.map((ground, at) => ({ side: "against" as const, at, ground })),
  ];
  // Each ground is taken as a judgement of its own, beside those of the case.
  const named = new Map(grounds.map((one) => [`ground ${one.side} ${one.at}`, one]));
  const event = await eventOf(reader, document);
  const graph = await makeGraph(
    reader,
    [...named].map(([name, { ground, side }]) => ({
      ...{ name, line: written.line, event },
      rests: restsOnGround(ground, side === "for" ? "evidence-for" : "evidence-against"),
    })),
  );
  return findStale(graph).flatMap((stale): StaleGround[] => {
    const one = named.get(stale.judgement);
    return one === undefined ? [] : [{ ...one, since: stale.since, last: stale.last, paths: stale.reasons().map(stepsOf) }];
  });
}

async function eventOf({ views: { db } }: CaseReader, { question }: FindingDocument): Promise<string | null> {
  const number = Number(question.slice(2));
  const row = await db.selectFrom("question").select("event").where("id", "=", number).executeTakeFirst();
  return row?.event == null ? null : `e${row.event}`;
}

async function lineOf(
  reader: CaseReader,
  finding: FindingId,
  version: number,
): Promise<{ readonly line: number; readonly document: Digest } | undefined> {
  for (const { seq, body } of await staleLines(reader))
    if (body.kind === "finding.written" && body.data.finding === finding && body.data.version === version)
      return { line: seq, document: body.data.document };
  return undefined;
}
