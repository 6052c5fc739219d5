/**
 * What a history says was computed, in the order of its lines, with what each result was computed from: everything that can be asked
 * for again. Lines without a body are counted; results that people made are none.
 */
import type { AnalyserName, AnalysisGround } from "../../core/analysis/analysis.ts";
import { framePrintsFileName, soundPrintsFileName } from "../../core/copies/print-result.ts";
import type { EntryBody, EntryData } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { ItemName, shownName } from "../../core/item/item.ts";
import type { LedgerLine } from "../../core/ledger/ledger-line.ts";
import type { NotRepeated } from "../../core/recompute/recompute-report.ts";

export interface RecordedAnalysis {
  readonly line: number;
  readonly items: readonly string[];
  readonly ground: AnalysisGround;
  readonly outcome: EntryData<"analysis.recorded">["outcome"];
  /** The name of the item it was made for; undefined where it is withheld. */
  readonly nameHint: string | undefined;
}

export interface RecordedComparison {
  readonly line: number;
  readonly data: EntryData<"copies.compared">;
  /** In order: compared before by the same versions, then those of this line. Prints as they stood at this line. */
  readonly known: readonly PrintedObject[];
  readonly fresh: readonly PrintedObject[];
  /** Items of the line whose bytes or prints no line names any more. */
  readonly unknown: readonly string[];
}

export interface PrintedObject {
  readonly object: Digest;
  readonly framePrints: Digest | null;
  readonly soundPrints: Digest | null;
}

export interface RecordedMeasuring {
  readonly line: number;
  readonly data: EntryData<"sync.measured">;
  /** Null where the line that brought an item is withheld. */
  readonly objects: readonly { readonly item: string; readonly object: Digest | null }[];
}

export interface RecordedResults {
  readonly analyses: readonly RecordedAnalysis[];
  readonly inferences: readonly { readonly line: number; readonly data: EntryData<"inference.kept"> }[];
  readonly comparisons: readonly RecordedComparison[];
  readonly measurings: readonly RecordedMeasuring[];
  readonly notRepeated: readonly NotRepeated[];
  /** Objects that lines say were erased and that none brought again. */
  readonly erased: ReadonlySet<Digest>;
}

export async function recordedResults(lines: AsyncIterable<LedgerLine>): Promise<RecordedResults> {
  const items = new Map<string, { object: Digest; name: string | undefined }>();
  const analyses = new Map<string, RecordedAnalysis & { readonly items: string[] }>();
  const prints = new Map<string, Digest>();
  const comparedBefore = new Map<string, Set<string>>();
  const inferences: { line: number; data: EntryData<"inference.kept"> }[] = [];
  const comparisons: RecordedComparison[] = [];
  const measurings: RecordedMeasuring[] = [];
  const erased = new Set<Digest>();
  const left = { withheld: 0, drafts: 0, imports: 0, moved: 0 };

  function takeAnalysis(line: number, { item, ground, outcome }: EntryData<"analysis.recorded">): void {
    const key = JSON.stringify([ground, outcome]);
    const earlier = analyses.get(key);
    // The same bytes again, answered without running anything.
    if (earlier !== undefined) earlier.items.push(item);
    else analyses.set(key, { line, items: [item], ground, outcome, nameHint: items.get(item)?.name });
    for (const name of ["frame-print", "sound-print"] as const) {
      if (ground.analyser !== name) continue;
      const wanted = name === "frame-print" ? framePrintsFileName : soundPrintsFileName;
      const file = outcome.state === "done" ? outcome.files.find((one) => one.name === wanted)?.object : undefined;
      if (file === undefined) prints.delete(printKey(item, name, ground.version));
      else prints.set(printKey(item, name, ground.version), file);
    }
  }

  function takeComparison(line: number, data: EntryData<"copies.compared">): void {
    const { framePrint, soundPrint, matcher } = data.versions;
    const versions = JSON.stringify([framePrint, soundPrint, matcher]);
    const before = comparedBefore.get(versions) ?? new Set<string>();
    const printedOf = (names: Iterable<string>, without: ReadonlySet<Digest>): PrintedObject[] => {
      const found = new Map<Digest, PrintedObject>();
      for (const item of names) {
        const object = items.get(item)?.object;
        if (object === undefined || without.has(object) || erased.has(object)) continue;
        const framePrints = prints.get(printKey(item, "frame-print", framePrint)) ?? null;
        const soundPrints = prints.get(printKey(item, "sound-print", soundPrint)) ?? null;
        if ((framePrints !== null || soundPrints !== null) && !found.has(object)) found.set(object, { object, framePrints, soundPrints });
      }
      return [...found.values()];
    };
    const fresh = printedOf(data.items, new Set());
    const known = printedOf([...before].sort(byNumber), new Set(fresh.map(({ object }) => object)));
    const there = new Set(fresh.map(({ object }) => object));
    const unknown = data.items.filter((item) => !there.has(items.get(item)?.object ?? ("" as Digest)));
    comparisons.push({ line, data, known, fresh, unknown });
    for (const item of data.items) before.add(item);
    comparedBefore.set(versions, before);
  }

  function take(line: LedgerLine, body: EntryBody): void {
    const { seq } = line.head;
    switch (body.kind) {
      case "item.collected":
      case "item.unpacked": {
        const name = ItemName.safeParse(line.open.get(body.data.name.sealed)?.value);
        erased.delete(body.data.object);
        items.set(body.data.item, { object: body.data.object, name: name.success ? shownName(name.data) : undefined });
        return;
      }
      case "object.erased":
        erased.add(body.data.object);
        return;
      case "analysis.recorded":
        return takeAnalysis(seq, body.data);
      case "copies.compared":
        return takeComparison(seq, body.data);
      case "sync.measured":
        measurings.push({
          ...{ line: seq, data: body.data },
          objects: body.data.items.map((item) => ({ item, object: items.get(item)?.object ?? null })),
        });
        return;
      case "inference.kept":
        inferences.push({ line: seq, data: body.data });
        return;
      case "tier.written":
        if (body.data.made.by === "program") left.drafts++;
        return;
      case "sheet.imported":
        left.imports++;
        return;
      case "first-upload.moved":
        left.moved++;
        return;
      default:
        return;
    }
  }

  for await (const line of lines) {
    if (line.body === undefined) left.withheld++;
    else take(line, line.body);
  }
  return { analyses: [...analyses.values()], inferences, comparisons, measurings, erased, notRepeated: notRepeated(left) };
}

function notRepeated(left: { withheld: number; drafts: number; imports: number; moved: number }): NotRepeated[] {
  const all: NotRepeated[] = [
    { what: "lines without a body", count: left.withheld, why: "withheld or erased: whether a result stood there is not known" },
    { what: "draft tiers", count: left.drafts, why: "written by a recogniser or reader of text that somebody set up on their own machine" },
    { what: "rows of sheets taken in", count: left.imports, why: "what was done with each row rests on what people chose" },
    { what: "earliest known uploads", count: left.moved, why: "they follow from posts and judgements whenever the case is opened" },
  ];
  return all.filter(({ count }) => count > 0);
}

const printKey = (item: string, analyser: AnalyserName, version: string): string => `${item} ${analyser} ${version}`;

/** i2 before i10. */
function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}
