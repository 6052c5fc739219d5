/**
 * The board as a table: a row for each aspect of each event, a column for each origin, derived reports folded under it. Two events are
 * never in one row, whatever they share.
 */
import type { ClaimRow } from "../../api/claims.ts";
import type { Aspect, ClaimId } from "../../core/claim/claim.ts";
import type { EventId, EventSort } from "../../core/event/event.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { Origin, OriginCell, OriginReport, Support, WhoPart } from "../../reason/claims/origins/origin-report-types.ts";
import type { ClaimsById } from "./board-queries.ts";

export interface BoardColumn {
  /** The source's id; for one that is unknown "~" and its words. */
  readonly key: string;
  readonly source: SourceId | "unknown";
  readonly label: string;
  /** Labels of those who publish what derives from it. */
  readonly reports: readonly string[];
  readonly derivedCount: number;
}

export interface BoardCell {
  readonly origin: Origin | undefined;
  readonly claims: readonly ClaimId[];
  readonly derived: readonly ClaimId[];
}

export interface BoardRow {
  readonly key: string;
  readonly event: EventId;
  readonly aspect: Aspect;
  readonly part: WhoPart;
  readonly cell: OriginCell;
  /** By the key of a column. */
  readonly cells: ReadonlyMap<string, BoardCell>;
}

export interface BoardEvent {
  readonly id: EventId;
  readonly title: string;
  readonly sort: EventSort;
  readonly rows: readonly BoardRow[];
}

export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly events: readonly BoardEvent[];
  /** Whether any report says what its origin does not. */
  readonly hasOnlyDerived: boolean;
}

export interface BoardWish {
  readonly event?: EventId | undefined;
  readonly aspect?: Aspect | undefined;
  readonly source?: string | undefined;
}

const aspects: readonly Aspect[] = ["where", "when", "who", "what", "how-many", "identification", "speech", "verification"];
const parts: readonly WhoPart[] = ["did", "suffered", null];

export const columnKey = ({ source, label }: Pick<Origin, "source" | "label">): string => (source === "unknown" ? `~${label}` : source);

export function boardOf(
  report: OriginReport,
  events: readonly { readonly id: EventId; readonly title: string; readonly sort: EventSort }[],
  claims: ClaimsById,
  wish: BoardWish = {},
): Board {
  const cells = report.cells.filter(
    (cell) =>
      (wish.event === undefined || cell.event === wish.event) &&
      (wish.aspect === undefined || cell.aspect === wish.aspect) &&
      (wish.source === undefined || speaks(cell, wish.source, claims)),
  );
  const shown = events.flatMap(({ id, title, sort }) => {
    const rows = cells
      .filter((cell) => cell.event === id)
      .toSorted((a, b) => aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect) || parts.indexOf(a.part) - parts.indexOf(b.part))
      .map(rowOf);
    return rows.length === 0 ? [] : [{ id, title, sort, rows }];
  });
  return {
    columns: columnsOf(cells, claims),
    events: shown,
    hasOnlyDerived: cells.some(({ onlyDerived }) => onlyDerived.length > 0),
  };
}

/** Whether a source has any word in it: as an origin, or as whoever passes it on. */
function speaks(cell: OriginCell, source: string, claims: ClaimsById): boolean {
  const isIts = (id: ClaimId): boolean => claims.get(id)?.publisher.source === source;
  return (
    cell.onlyDerived.some(isIts) ||
    cell.origins.some((origin) => columnKey(origin) === source || [...origin.claims, ...origin.derived].some(isIts))
  );
}

function rowOf(cell: OriginCell): BoardRow {
  const cells = new Map<string, BoardCell>();
  for (const origin of cell.origins) {
    const key = columnKey(origin);
    const there = cells.get(key);
    cells.set(key, {
      origin,
      claims: [...(there?.claims ?? []), ...origin.claims],
      derived: [...(there?.derived ?? []), ...origin.derived],
    });
  }
  return {
    key: [cell.event, cell.aspect, cell.part ?? ""].join(" "),
    event: cell.event,
    aspect: cell.aspect,
    part: cell.part,
    cell,
    cells,
  };
}

/** Those with most to say first: a board is read from the left. */
function columnsOf(cells: readonly OriginCell[], claims: ClaimsById): BoardColumn[] {
  const found = new Map<string, { origin: Origin; said: number; derived: Set<ClaimId> }>();
  for (const { origins } of cells)
    for (const origin of origins) {
      const key = columnKey(origin);
      const column = found.get(key) ?? { origin, said: 0, derived: new Set<ClaimId>() };
      column.said += origin.claims.length;
      for (const id of origin.derived) column.derived.add(id);
      found.set(key, column);
    }
  return [...found]
    .toSorted(([, a], [, b]) => b.said - a.said || a.origin.label.localeCompare(b.origin.label))
    .map(([key, { origin, derived }]) => ({
      key,
      source: origin.source,
      label: origin.label,
      reports: [...new Set([...derived].map((id) => reportLabel(claims.get(id))))].toSorted((a, b) => a.localeCompare(b)),
      derivedCount: derived.size,
    }));
}

/** Where somebody says how they know, and that tells nothing apart, it is not said that nobody does. */
export function supportShown({ support, origins }: OriginCell): Support | "not-told-apart" {
  const saysHow = ({ says, bases, exhibits }: Origin) =>
    says.includes("affirmed") && (exhibits.length > 0 || bases.some((basis) => basis !== "unstated"));
  return support === "unstated" && origins.some(saysHow) ? "not-told-apart" : support;
}

export function reportLabel(claim: ClaimRow | undefined): string {
  return claim?.publisher.label ?? "";
}
