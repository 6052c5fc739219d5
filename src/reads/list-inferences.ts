/** What the reasoners were asked in this case, newest first, with what was taken back. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { InferenceId, InferenceSort } from "../core/inference/inference.ts";
import type { ItemId } from "../core/item/item.ts";
import type { StatedOf } from "../core/place/place-statement.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CaseReader, readJson } from "./case-reader.ts";
import { peopleNames } from "./people-names.ts";
import { recordHistory } from "./record-history.ts";

export async function listInferences(reader: CaseReader, viewer: Viewer, { sort }: { sort?: InferenceSort | undefined } = {}) {
  demand(viewer, "read");
  let query = reader.views.db.selectFrom("inference").selectAll().orderBy("seq", "desc");
  if (sort !== undefined) query = query.where("sort", "=", sort);
  const nameOf = await peopleNames(reader);
  return (await query.execute()).map(({ id, title, about, items_json, problem, answer, withdrawn, ...row }) => ({
    id: `n${id}` as InferenceId,
    ...row,
    title: title ?? "withheld",
    about: about as StatedOf | null,
    items: JSON.parse(items_json) as ItemId[],
    problem: problem as Digest,
    answer: answer as Digest,
    byName: nameOf(row.by),
    ...(withdrawn === null ? {} : { withdrawn }),
  }));
}

/** With the problem and the answer as they were kept. Throws CaseError INPUT_INVALID. */
export async function getInference(reader: CaseReader, viewer: Viewer, id: InferenceId) {
  const inference = (await listInferences(reader, viewer)).find((row) => row.id === id);
  if (inference === undefined)
    throw new CaseError("INPUT_INVALID", `inference ${id}: expected one of this case; found none of that number`);
  const held = async (object: Digest): Promise<unknown> => ((await reader.vault.has(object)) ? readJson(reader.vault, object) : null);
  return {
    inference,
    /** Null where the object is not in this copy. */
    problem: await held(inference.problem),
    answer: await held(inference.answer),
    history: await recordHistory(reader, id),
  };
}
