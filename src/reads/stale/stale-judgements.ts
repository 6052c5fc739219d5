/**
 * Judgements that must be looked at again, each with the ways to what changed: every step named with its line. Nothing is concluded
 * from it: a judgement may hold all the same, and a person says so.
 */
import type { RecordName } from "../../core/review/ground.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { findStale } from "../../reason/stale/find-stale.ts";
import type { ChangedHow, RestsHow, Stale, StaleGraph, StaleReason } from "../../reason/stale/stale-graph.ts";
import type { CaseReader } from "../case-reader.ts";
import { type RecordCard, recordCards } from "../records/record-card.ts";
import { caseGraph } from "./case-graph.ts";
import { linesSaid } from "./lines-said.ts";

export interface StaleStep {
  /** "k3", or "line 40" where a line itself was judged. */
  readonly record: string;
  /** For what is rested on: the line at which it was; for the change: its line. */
  readonly line: number;
  readonly why: RestsHow | ChangedHow;
  /** Records that lie on the way to it. */
  readonly through: readonly string[];
}

export interface StaleJudgement {
  readonly judgement: string;
  /** Line of the judgement, by which it is kept. */
  readonly line: number;
  readonly since: number;
  readonly last: number;
  /** Line in which a writer of the finding said that it holds, while somebody who wrote none of it has not. */
  readonly keptAlone: number | null;
  /** What the line of the last change says. */
  readonly lastSays: string;
  readonly title: string;
  readonly address: string;
  /** Ways to what changed, nearest first; the last step of each is the change. */
  readonly paths: readonly (readonly StaleStep[])[];
}

/** Ways that are told of one judgement. */
const mostPaths = 20;

/** `about`: only this judgement. Those that are changed and withdrawn meanwhile are no judgements any more. */
export async function staleJudgements(
  reader: CaseReader,
  viewer: Viewer,
  { about }: { readonly about?: string | undefined } = {},
): Promise<StaleJudgement[]> {
  demand(viewer, "read");
  const found = (await foundStale(reader)).filter(({ judgement }) => about === undefined || judgement === about);
  const names = found.map(({ judgement }) => judgement).filter((name): name is RecordName => !name.startsWith("line "));
  const cards = new Map<string, RecordCard>((await recordCards(reader, viewer, names)).map((card) => [card.record, card]));
  const says = await linesSaid(
    reader,
    found.flatMap(({ line, last }) => [line, last]),
  );
  return found.map((stale) => ({
    ...{ judgement: stale.judgement, line: stale.line, since: stale.since, last: stale.last, keptAlone: stale.keptAlone },
    lastSays: says.get(stale.last) ?? "withheld",
    title: cards.get(stale.judgement)?.title ?? says.get(stale.line) ?? "withheld",
    address: cards.get(stale.judgement)?.address ?? `/custody/${stale.line}`,
    paths: stale.reasons(mostPaths).map(stepsOf),
  }));
}

const found = new WeakMap<StaleGraph, readonly Stale[]>();

async function foundStale(reader: CaseReader): Promise<readonly Stale[]> {
  const graph = await caseGraph(reader);
  const known = found.get(graph) ?? findStale(graph);
  found.set(graph, known);
  return known;
}

/** A step after another: what is rested on at which line, and what happened to the last. */
export function stepsOf({ steps, change }: StaleReason): StaleStep[] {
  return [
    ...steps.map(({ on, line, how, through }): StaleStep => ({ record: recordIn(on), line, why: how, through: through ?? [] })),
    { record: recordIn(change.of), line: change.line, why: change.how, through: [] },
  ];
}

/** The record that a name speaks of: "i3" for "i3 probe" and for "first upload of i3". */
function recordIn(name: string): string {
  return name.startsWith("line ") ? name : (/\b[a-zA-Z]{1,2}[1-9][0-9]*\b/.exec(name)?.[0] ?? name);
}
