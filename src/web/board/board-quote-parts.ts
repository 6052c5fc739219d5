/** A quote cut at its value and at the words that limit it. The words stay as they are, in their order, none left out. */
import type { ClaimRow } from "../../api/claims.ts";
import type { HedgeSort } from "../../core/claim/claim.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";

export interface QuotePart {
  readonly text: string;
  readonly hedge: HedgeSort | null;
  readonly isValue: boolean;
}

export function quoteParts({ quote, span, statement }: Pick<ClaimRow, "quote" | "span" | "statement">): QuotePart[] {
  if (statement === "withheld") return [{ text: quote, hedge: null, isValue: false }];
  const inside = ({ start, end }: TextSpan): TextSpan => ({
    start: Math.min(Math.max(start - span.start, 0), quote.length),
    end: Math.min(Math.max(end - span.start, 0), quote.length),
  });
  const value = inside(statement.valueSpan);
  const hedges = statement.hedges.map((hedge) => ({ sort: hedge.sort, ...inside(hedge.span) }));
  const cuts = [0, quote.length, value.start, value.end, ...hedges.flatMap(({ start, end }) => [start, end])];
  const sorted = [...new Set(cuts)].toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, at) => {
    const start = sorted[at] ?? 0;
    return {
      text: quote.slice(start, end),
      hedge: hedges.find((hedge) => hedge.start <= start && end <= hedge.end)?.sort ?? null,
      isValue: value.start <= start && end <= value.end,
    };
  });
}
