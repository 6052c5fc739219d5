/** The graph of judgements of a case, made anew where the ledger grew. */
import { reviewerFault } from "../../core/finding/finding-standing.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { AnalysisLine, CaseLines } from "../../reason/stale/case-lines.ts";
import { buildGraph, withAnalyses, withReopened } from "../../reason/stale/build-graph.ts";
import type { Change, StaleGraph } from "../../reason/stale/stale-graph.ts";
import type { CaseReader } from "../case-reader.ts";
import { findingLines, keysByPerson } from "../findings/finding-standings.ts";
import { openReopenings } from "../copies/reopened-judgements.ts";
import { documentsNamed, readDocuments, staleLines } from "./stale-lines.ts";

const made = new WeakMap<CaseReader["views"], { readonly head: string; readonly graph: Promise<StaleGraph> }>();

export function caseGraph(reader: CaseReader): Promise<StaleGraph> {
  const head = reader.views.head()?.head ?? "none";
  const before = made.get(reader.views);
  if (before?.head === head) return before.graph;
  const graph = makeGraph(reader);
  made.set(reader.views, { head, graph });
  graph.catch(() => made.delete(reader.views));
  return graph;
}

/** `also`: judged beside what the lines state; `writers`: whose word that something holds counts for nothing here, because they judge it. */
export async function makeGraph(
  reader: CaseReader,
  also: NonNullable<CaseLines["also"]> = [],
  writers: readonly PersonId[] = [],
): Promise<StaleGraph> {
  const lines = await staleLines(reader);
  const documents = await readDocuments(reader, documentsNamed(lines));
  const built = buildGraph({ lines, document: (object) => documents.get(object), second: await secondPeople(reader, writers), also });
  const analysed = withAnalyses(built, await analysesOf(reader, built.itemsRead));
  const reopened = withReopened(analysed, await openReopenings(reader));
  return { ...reopened, changes: [...reopened.changes, ...(await undoneItems(reader))] };
}

/** Who may keep findings, by the one judge of who wrote, signed and approved each version. */
async function secondPeople(reader: CaseReader, judging: readonly PersonId[]): Promise<NonNullable<CaseLines["second"]>> {
  const keysOf = await keysByPerson(reader);
  const writers = new Map<number, readonly PersonId[]>();
  const approved = new Map<number, number>();
  for (const { versions, acts, standing } of await findingLines(reader))
    for (const { version, seq } of versions) {
      const of = standing(version);
      writers.set(seq, of.writers);
      const isVoid = new Set(of.void);
      const last = acts.findLast((act) => act.version === version && act.act === "approves" && !isVoid.has(act))?.line ?? 0;
      if (of.signed !== null && last > of.signed.line) approved.set(seq, last);
    }
  return {
    approved,
    mayKeep: (line, person) =>
      reviewerFault({ person, key: null, writers: [...(writers.get(line) ?? []), ...judging], keysOf }) === undefined,
  };
}

/** Items that an import made, taken back with it. Which they are, the rows of its sheet say. */
async function undoneItems({ views: { db } }: CaseReader): Promise<Change[]> {
  const rows = await db
    .selectFrom("item")
    .innerJoin("sheet_import", "sheet_import.id", "item.undone")
    .select(["item.number", "sheet_import.undone_seq"])
    .execute();
  return rows.flatMap(({ number, undone_seq }) => (undone_seq === null ? [] : [{ of: `i${number}`, line: undone_seq, how: "withdrawn" }]));
}

/** Every line that recorded a result of these items, oldest first. */
async function analysesOf({ views: { db } }: CaseReader, items: readonly string[]): Promise<AnalysisLine[]> {
  const found: AnalysisLine[] = [];
  for (let at = 0; at < items.length; at += 500) {
    const numbers = items.slice(at, at + 500).map((item) => Number(item.slice(1)));
    const rows = await db
      .selectFrom("entry_item")
      .innerJoin("entry", "entry.seq", "entry_item.seq")
      .select(["entry.seq", "entry.body"])
      .where("entry_item.item", "in", numbers)
      .where("entry.kind", "=", "analysis.recorded")
      .where("entry.body", "is not", null)
      .orderBy("entry.seq")
      .execute();
    for (const { seq, body } of rows) {
      const { data } = JSON.parse(body as string) as {
        data: { item: string; ground: { analyser: string }; outcome: { result?: Digest } };
      };
      found.push({ item: data.item, analyser: data.ground.analyser, line: seq, result: data.outcome.result ?? null });
    }
  }
  return found;
}
