/** Grounds of a version of a finding that changed since they were cited: for the finding's own screen, and for a correction. */
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { FindingDocument, FindingId } from "../../core/finding/finding.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { Ground } from "../../core/review/ground.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { findStale } from "../../reason/stale/find-stale.ts";
import { restsOnGround } from "../../reason/stale/review-lines.ts";
import type { CaseReader } from "../case-reader.ts";
import { findingLines } from "../findings/finding-standings.ts";
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

export interface GroundsHeld {
  /** The last line that whoever wrote the document knew. */
  readonly line: number;
  /** Those whose word on the way that something holds counts for nothing: who wrote the finding is not the second person that looks. */
  readonly writers: readonly PersonId[];
}

/** Of a document, whether it is written or not. */
export async function staleGroundsIn(
  reader: CaseReader,
  viewer: Viewer,
  document: FindingDocument,
  held: GroundsHeld,
): Promise<StaleGround[]> {
  demand(viewer, "read");
  const event = await eventOf(reader, document);
  // A draft is asked about while it is typed: its grounds change seldom.
  const head = reader.views.head()?.head ?? "none";
  let at = known.get(reader.views);
  if (at?.head !== head) known.set(reader.views, (at = { head, asked: new Map() }));
  const { asked } = at;
  const key = JSON.stringify([held, event, document.evidenceFor, document.evidenceAgainst]);
  const before = asked.get(key);
  if (before !== undefined) return before;
  const found = findStaleGrounds(reader, document, held, event);
  const [oldest] = asked.keys();
  if (asked.size >= askedAtMost && oldest !== undefined) asked.delete(oldest);
  asked.set(key, found);
  found.catch(() => asked.delete(key));
  return found;
}

const askedAtMost = 8;

const known = new WeakMap<CaseReader["views"], { readonly head: string; readonly asked: Map<string, Promise<StaleGround[]>> }>();

async function findStaleGrounds(
  reader: CaseReader,
  document: FindingDocument,
  { line, writers }: GroundsHeld,
  event: string | null,
): Promise<StaleGround[]> {
  const grounds = [
    ...document.evidenceFor.map((ground, at) => ({ side: "for" as const, at, ground })),
    ...document.evidenceAgainst.map((ground, at) => ({ side: "against" as const, at, ground })),
  ];
  // Each ground is taken as a judgement of its own, beside those of the case.
  const named = new Map(grounds.map((one) => [`ground ${one.side} ${one.at}`, one]));
  const graph = await makeGraph(
    reader,
    [...named].map(([name, { ground, side }]) => ({
      ...{ name, line, event },
      rests: restsOnGround(ground, side === "for" ? "evidence-for" : "evidence-against"),
    })),
    writers,
  );
  return findStale(graph).flatMap((stale): StaleGround[] => {
    const one = named.get(stale.judgement);
    return one === undefined ? [] : [{ ...one, since: stale.since, last: stale.last, paths: stale.reasons().map(stepsOf) }];
  });
}

/** The nearest way by which something that a ground rests on is gone; undefined where nothing is. An event stands though one that bears it goes. */
export function wayToGone({ paths }: StaleGround): readonly StaleStep[] | undefined {
  return paths.find((path) => isGone.has(path.at(-1)?.why ?? "changed") && !path.some(({ why }) => why === "borne-by"));
}

const isGone: ReadonlySet<StaleStep["why"]> = new Set<StaleStep["why"]>(["withdrawn", "erased"]);

/** Throws CaseError INPUT_INVALID where there is no such version, OBJECT_MISSING where this copy does not hold it. */
export async function staleGroundsOf(reader: CaseReader, viewer: Viewer, finding: FindingId, version: number): Promise<StaleGround[]> {
  demand(viewer, "read");
  const thing = `finding ${finding}, version ${version}`;
  const written = await lineOf(reader, finding, version);
  if (written === undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected a version of this case; found none of that number`);
  const document = (await readDocuments(reader, [written.document])).get(written.document) as FindingDocument | undefined;
  if (document === undefined) throw new CaseError("OBJECT_MISSING", `${thing}: expected its document in this copy of the case; found none`);
  return staleGroundsIn(reader, viewer, document, { line: written.line, writers: await writersOf(reader, finding, version) });
}

async function writersOf(reader: CaseReader, finding: FindingId, version: number): Promise<readonly PersonId[]> {
  const [lines] = await findingLines(reader, finding);
  return lines?.standing(version).writers ?? [];
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
