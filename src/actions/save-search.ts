/** Keeps a search with its filters, under a name. Name and query can be withheld: both tell what somebody is after. */
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { SearchQuery } from "../core/search/search-query.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

/** Throws CaseError INPUT_INVALID for a name without a letter. */
export async function saveSearch(
  ports: { writer: CaseWriter },
  viewer: Viewer,
  { name, query }: { name: string; query: SearchQuery },
): Promise<{ id: `v${string}`; seq: number }> {
  demand(viewer, "append");
  if (name.trim() === "") throw new CaseError("INPUT_INVALID", "saved search: expected a name; found none");
  const [named, asked] = [ports.writer.seal(name.trim()), ports.writer.seal(query as unknown as Json)];
  let id: `v${string}` = "v1";
  const [line] = await ports.writer.append((numbers) => {
    id = numbers.next("v");
    return [{ kind: "search.saved", data: { search: id, name: named.sealed, query: asked.sealed }, opens: [named.opened, asked.opened] }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
