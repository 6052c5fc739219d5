/** What the log is narrowed to, kept in the address. What cannot be one is left out, never sent. */
import { ItemId } from "../../core/item/item.ts";
import { entryKinds } from "../../core/entry/entry.ts";

export interface LogQuery {
  readonly q: string;
  readonly kind: string;
  readonly item: string;
  readonly oldestFirst: boolean;
}

const kinds: ReadonlySet<string> = new Set([...entryKinds, "withheld"]);

export function logQueryOf(query: URLSearchParams): LogQuery {
  const kind = query.get("kind") ?? "";
  return {
    q: (query.get("q") ?? "").slice(0, 200),
    kind: kinds.has(kind) ? kind : "",
    item: ItemId.safeParse(query.get("item")).data ?? "",
    oldestFirst: query.get("order") === "oldest",
  };
}

/** Parameters for `/api/custody`, page apart. */
export function askedOfLog({ q, kind, item, oldestFirst }: LogQuery): Readonly<Record<string, string>> {
  return {
    ...(q === "" ? {} : { q }),
    ...(kind === "" ? {} : { kind }),
    ...(item === "" ? {} : { item }),
    newestFirst: String(!oldestFirst),
  };
}

export function isNarrowed({ q, kind, item }: LogQuery): boolean {
  return q !== "" || kind !== "" || item !== "";
}
