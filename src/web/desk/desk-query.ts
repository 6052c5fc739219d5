/** What the desk asks for, kept in the address so that a filtered list is a link. Values that are not known are left out, never sent. */
import type { z } from "zod";
import { ItemKind, ItemSort, ItemTrait } from "../../api/items.ts";
import { GraphicLevel, TriageState } from "../../core/item/item.ts";

export type DeskFilter = "kind" | "level" | "triage" | "source" | "has";
export type SortName = z.infer<typeof ItemSort>;

export interface DeskQuery {
  readonly q: string;
  readonly kind: string;
  readonly level: string;
  readonly triage: string;
  readonly source: string;
  readonly has: string;
  readonly sort: SortName;
  readonly descending: boolean;
  readonly view: "table" | "tiles";
}

const known = (schema: z.ZodType<string>, value: string | null): string => schema.safeParse(value).data ?? "";

export function deskQueryOf(query: URLSearchParams): DeskQuery {
  return {
    q: (query.get("q") ?? "").slice(0, 500),
    kind: known(ItemKind, query.get("kind")),
    level: known(GraphicLevel, query.get("level")),
    triage: known(TriageState, query.get("triage")),
    source: query.get("source") ?? "",
    has: known(ItemTrait, query.get("has")),
    sort: ItemSort.safeParse(query.get("sort")).data ?? "number",
    descending: query.get("descending") === "true",
    view: query.get("view") === "tiles" ? "tiles" : "table",
  };
}

/** Parameters for `/api/items`, page apart; also the name under which pages are remembered. */
export function askedOf(query: DeskQuery): Readonly<Record<string, string>> {
  const { view: _view, descending, sort, ...filters } = query;
  const asked: Record<string, string> = {};
  for (const [name, value] of Object.entries(filters)) if (value !== "") asked[name] = value;
  if (sort !== "number") asked["sort"] = sort;
  if (descending) asked["descending"] = "true";
  return asked;
}

export function isFiltered(query: DeskQuery): boolean {
  return query.q !== "" || filtersSet(query) > 0;
}

/** How many of the choices beside the words narrow the list. */
export function filtersSet({ kind, level, triage, source, has }: DeskQuery): number {
  return [kind, level, triage, source, has].filter((value) => value !== "").length;
}
