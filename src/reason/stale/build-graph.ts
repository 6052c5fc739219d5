/**
 * The graph of a case, from its lines: each judgement as it was stated last, what it rests on, and every line that changed something.
 * Results of analysers come in afterwards, for the items that the judgements name.
 */
import type { EntryBody } from "../../core/entry/entry.ts";
import type { AnalysisLine, Building, CaseLine, CaseLines, LineReader, LineReaders, ReopenedLine, Resting } from "./case-lines.ts";
import { citability, type Citing } from "./citability.ts";
import { materialLines } from "./material-lines.ts";
import { reviewLines } from "./review-lines.ts";
import type { Change, RestsOn, StaleGraph } from "./stale-graph.ts";
import { statementLines } from "./statement-lines.ts";

const readers: LineReaders = { ...materialLines, ...statementLines, ...reviewLines };

/** Kinds of lines that say anything about judgements. */
export const kindsRead = Object.keys(readers) as readonly (keyof LineReaders)[];

export interface BuiltGraph extends StaleGraph {
  /** Items whose results somebody's judgement was read from. */
  readonly itemsRead: readonly string[];
}

interface Stated {
  readonly line: number;
  readonly rests: readonly Resting[];
}

export function buildGraph({ lines, document, second, also = [] }: CaseLines): BuiltGraph {
  const stated = new Map<string, Stated>();
  const borne = new Map<string, RestsOn[]>();
  const changes: Change[] = [];
  const keptLines = new Map<number, number>();
  const keptAlone = new Map<number, number>();
  const kept = new Map<string, number>();
  const known = new Set<string>();
  let now = 0;
  const on: Building = {
    document,
    notes: new Map(),
    state(name, rests) {
      if (known.has(name)) on.change(name, "changed");
      known.add(name);
      stated.set(name, { line: now, rests });
    },
    bear(name, rests) {
      borne.set(name, [...(borne.get(name) ?? []), { judgement: name, on: rests.on, how: rests.how, line: now }]);
    },
    withdraw(name) {
      on.change(name, "withdrawn");
      stated.delete(name);
    },
    change: (of, how) => void changes.push({ of, line: now, how }),
    keep: (line, by) => void (second?.mayKeep(line, by) === false ? keptAlone : keptLines).set(line, now),
    keepNow: (name) => void kept.set(name, now),
    standing: (beginning) => [...stated.keys()].filter((name) => name.startsWith(beginning)),
  };
  for (const line of lines) {
    now = line.seq;
    read(line, on);
  }
  for (const { name, line, rests: own } of also) stated.set(name, { line, rests: own });
  const citing = [
    ...[...stated].flatMap(([name, { line, rests: own }]) => citingOf(name, line, own, on)),
    ...also.flatMap((one) => (one.event == null ? [] : [{ ...one, event: one.event }])),
  ];
  const cited = citability(on, citing, (record) => stated.get(record)?.rests ?? []);
  const judgements = [...stated].map(([name, { line }]) => ({
    name,
    line,
    kept: Math.max(keptLines.get(line) ?? 0, second?.approved.get(line) ?? 0, kept.get(name) ?? 0),
    keptAlone: keptAlone.get(line) ?? 0,
  }));
  const rests = [...stated].flatMap(([judgement, { line, rests: own }]) => [
    ...own.map((one): RestsOn => ({ judgement, on: one.on, how: one.how, line: one.line ?? line })),
    ...(borne.get(judgement) ?? []).map((one) => ({ ...one, line: Math.max(one.line, line) })),
  ]);
  return {
    judgements,
    rests: [...rests, ...cited.rests],
    changes: [...changes, ...segmentChanges(rests, on), ...cited.changes],
    itemsRead: itemsRead(rests),
  };
}

/** Findings cite for the event of their question, element sheets for their own. */
function citingOf(name: string, line: number, rests: readonly Resting[], { notes }: Building): Citing[] {
  const question = rests.find(({ how }) => how === "answers")?.on;
  const event = name.startsWith("es") ? rests.find(({ how }) => how === "about")?.on : notes.get(`event of ${question ?? ""}`);
  return typeof event === "string" ? [{ name, line, rests, event }] : [];
}

function read(line: CaseLine, on: Building): void {
  const reader = readers[line.body.kind] as LineReader<EntryBody["kind"]> | undefined;
  reader?.(line.body.data as never, on, line);
}

/** Segments that a ground names are changed by the versions that change one of them, and by none other. */
function segmentChanges(rests: readonly RestsOn[], { notes }: Building): Change[] {
  const named = new Set(rests.map(({ on }) => on).filter((on) => on.includes(" segments ")));
  return [...named].flatMap((name) => {
    const [tier = "", , ...ids] = name.split(" ");
    const written = (notes.get(`changes of ${tier}`) ?? []) as TierChange[];
    return written
      .filter(({ ranges }) => ranges === "all" || ids.some((id) => ranges.some(([from, to]) => Number(id) >= from && Number(id) <= to)))
      .map(({ line, how }): Change => ({ of: name, line, how }));
  });
}

export interface TierChange {
  readonly line: number;
  readonly how: Change["how"];
  readonly ranges: readonly (readonly [number, number])[] | "all";
}

function itemsRead(rests: readonly RestsOn[]): string[] {
  return [...new Set(rests.flatMap(({ on }) => /^(i[1-9][0-9]*) (?:probe$|sound-events$|reading )/.exec(on)?.[1] ?? []))];
}

/** With results that took the place of others: "i3 probe", and "i3 reading sha256:.." for the reading that a claim is quoted from. */
export function withAnalyses(graph: BuiltGraph, analyses: readonly AnalysisLine[]): StaleGraph {
  const wanted = new Set(graph.rests.map(({ on }) => on));
  const changes: Change[] = [];
  for (const lines of Map.groupBy(analyses, ({ item, analyser }) => `${item} ${analyser}`).values()) {
    const inOrder = lines.toSorted((a, b) => a.line - b.line);
    for (const [at, { item, analyser, line, result }] of inOrder.entries()) {
      const before = inOrder[at - 1];
      if (before === undefined || before.result === result) continue;
      const names = [`${item} ${analyser}`, `${item} reading ${before.result ?? ""}`];
      for (const of of names) if (wanted.has(of)) changes.push({ of, line, how: "analysed-anew" });
    }
  }
  return { ...graph, changes: [...graph.changes, ...changes] };
}

/** With what lines re-opened that moved an earliest known upload. They are judgements even where no other line is read as one. */
export function withReopened(graph: StaleGraph, reopened: readonly ReopenedLine[]): StaleGraph {
  const known = new Set(graph.judgements.map(({ name }) => name));
  const judgements = reopened.flatMap(({ record, line }) => (known.has(record) ? [] : [{ name: record, line, kept: 0 }]));
  const rests = reopened.map(({ record, line, path }): RestsOn => ({
    ...{ judgement: record, on: `first upload of ${path[0] ?? "an item"}`, line, how: "first-upload" },
    through: path.filter((step) => step !== record),
  }));
  const changes = reopened.map(({ movedBy, path }): Change => ({
    of: `first upload of ${path[0] ?? "an item"}`,
    line: movedBy,
    how: "first-upload-moved",
  }));
  return {
    judgements: [...graph.judgements, ...new Map(judgements.map((one) => [one.name, one])).values()],
    rests: [...graph.rests, ...rests],
    changes: [...graph.changes, ...new Map(changes.map((one) => [`${one.of} ${one.line}`, one])).values()],
  };
}
