/** What is marked where in a text, as runs of words that are drawn alike. */
import type { TextSpan } from "../../core/claim/text-span.ts";
import { blockAt, type TextBlock } from "./text-blocks.ts";

/** Each has a look of its own that needs no colour. `current`: the quote of the proposal that is looked at. */
export type MarkSort = "accepted" | "proposed" | "current" | "value" | "hedge" | "negation";

export interface TextMark {
  readonly part: number;
  readonly span: TextSpan;
  readonly sort: MarkSort;
  /** Stands behind the words: the claim's number. */
  readonly sign?: string;
}

export interface Run extends TextSpan {
  readonly sorts: readonly MarkSort[];
  readonly signs: readonly string[];
}

/** Marks by the block that they touch. */
export function marksByBlock(blocks: readonly TextBlock[], marks: readonly TextMark[]): ReadonlyMap<number, readonly TextMark[]> {
  const found = new Map<number, TextMark[]>();
  for (const mark of marks)
    for (let at = blockAt(blocks, mark.part, mark.span.start); ; at++) {
      const block = blocks[at];
      if (block === undefined || block.part !== mark.part || block.start >= mark.span.end) break;
      if (block.end <= mark.span.start) continue;
      const list = found.get(at);
      if (list === undefined) found.set(at, [mark]);
      else list.push(mark);
    }
  return found;
}

/** The whole of the block, cut wherever a mark begins or ends. */
export function runsOf(block: TextSpan, marks: readonly TextMark[]): Run[] {
  const cuts = new Set([block.start, block.end]);
  for (const { span } of marks) for (const cut of [span.start, span.end]) if (cut > block.start && cut < block.end) cuts.add(cut);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? block.end;
    const over = marks.filter(({ span }) => span.start < end && span.end > start);
    return {
      start,
      end,
      sorts: [...new Set(over.map(({ sort }) => sort))].sort(),
      signs: over.flatMap(({ span, sign }) => (sign !== undefined && span.end === end ? [sign] : [])),
    };
  });
}
