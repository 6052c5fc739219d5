/** Takes a saved search from the list. What it was stays in the ledger. */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

/** Throws CaseError INPUT_INVALID when there is no such saved search, or it was removed before. */
export async function removeSavedSearch(
  ports: { writer: CaseWriter; standing: (id: string) => Promise<boolean> },
  viewer: Viewer,
  search: `v${string}`,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const [line] = await ports.writer.append(async () => {
    if (!(await ports.standing(search)))
      throw new CaseError("INPUT_INVALID", `saved search ${search}: expected one that stands; found none, or one removed before`);
    return [{ kind: "saved-search.removed", data: { search } }];
  });
  return { seq: line?.head.seq ?? 0 };
}
