/** Texts and what joins them, as they are drawn: one node a text, one edge two texts, however many claims were passed on. */
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { DerivationEnd, DerivationSort } from "../../core/claim/derivation.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { DriftKind } from "../../core/claim/drift-kind.ts";
import type { Drift } from "../../reason/claims/drift/drift-types.ts";
import type { OriginEdge, OriginReport } from "../../reason/claims/origins/origin-report-types.ts";

export interface TextNode {
  readonly item: ItemId;
  /** Empty where no claim of the text says whose it is. */
  readonly label: string;
  readonly published: ClaimRow["published"];
  readonly claims: number;
  readonly inCircle: boolean;
}

export interface TextEdge {
  readonly id: string;
  readonly derived: ItemId;
  readonly from: ItemId;
  readonly sorts: readonly DerivationSort[];
  /** Drawn solid once one of its derivations is confirmed. */
  readonly isProposed: boolean;
  /** Derived earlier than what it derives from: one of the times, or the derivation, is wrong. */
  readonly timeTravel: boolean;
  readonly drifts: readonly DriftKind[];
  readonly edges: readonly OriginEdge[];
}

export interface TextGraph {
  readonly nodes: readonly TextNode[];
  readonly edges: readonly TextEdge[];
  /** Texts with claims that nothing joins to another. */
  readonly alone: readonly TextNode[];
}

export function textGraph(report: OriginReport, claims: readonly ClaimRow[]): TextGraph {
  const itemOf = new Map<DerivationEnd, ItemId>(claims.map(({ id, text }) => [id, text.item]));
  const endOf = (end: DerivationEnd): ItemId | undefined => (end.startsWith("i") ? (end as ItemId) : itemOf.get(end));
  const circles = new Set(report.circles.flatMap(({ members }) => members.map(endOf)));
  const byPair = new Map<string, { derived: ItemId; from: ItemId; edges: OriginEdge[] }>();
  for (const edge of report.edges) {
    const [derived, from] = [endOf(edge.derived), endOf(edge.from)];
    if (derived === undefined || from === undefined || derived === from) continue;
    const key = `${derived} ${from}`;
    const pair = byPair.get(key) ?? { derived, from, edges: [] };
    pair.edges.push(edge);
    byPair.set(key, pair);
  }
  const edges = [...byPair].map(([id, { derived, from, edges: some }]): TextEdge => ({
    id,
    derived,
    from,
    sorts: [...new Set(some.map(({ sort }) => sort))],
    isProposed: some.every(({ standing }) => standing === "proposed"),
    timeTravel: some.some(({ order }) => order === "before"),
    drifts: [...new Set(some.flatMap((edge) => driftsAlong(report.drifts, edge)).map(({ kind }) => kind))],
    edges: some,
  }));
  const joined = new Set(edges.flatMap(({ derived, from }) => [from, derived]));
  const texts = Map.groupBy(
    claims.filter(({ withdrawn }) => withdrawn === undefined),
    ({ text }) => text.item,
  );
  const nodeOf = (item: ItemId): TextNode => {
    const [first] = texts.get(item) ?? [];
    return {
      item,
      label: first?.publisher.label ?? "",
      published: first?.published ?? "unknown",
      claims: texts.get(item)?.length ?? 0,
      inCircle: circles.has(item),
    };
  };
  return {
    nodes: [...joined].map(nodeOf),
    edges,
    alone: [...texts.keys()].filter((item) => !joined.has(item)).map(nodeOf),
  };
}

export function driftsAlong(drifts: readonly Drift[], { derived, from }: Pick<OriginEdge, "derived" | "from">): Drift[] {
  return drifts.filter(({ along }) => along.derived === derived && along.from === from);
}

export const isClaim = (end: DerivationEnd): end is ClaimId => end.startsWith("k");
