/** Pins an observation, or a marker, to a place of the original. */
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ObservationId, ObservationTarget } from "../core/observation/observation.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface NewObservation {
  readonly item: ItemId;
  /** The original's bytes, which the place is on. */
  readonly object: Digest;
  readonly sort: "observation" | "marker";
  readonly range?: ObservationTarget["range"];
  readonly box?: ObservationTarget["box"];
  readonly text: string;
}

export async function makeObservation(
  ports: { writer: CaseWriter },
  viewer: Viewer,
  { item, object, sort, range, box, text }: NewObservation,
): Promise<{ id: ObservationId; seq: number }> {
  demand(viewer, "append");
  const words = ports.writer.seal(text);
  const target = { item, object, ...(range === undefined ? {} : { range }), ...(box === undefined ? {} : { box }) };
  let id: ObservationId = "o1";
  const [line] = await ports.writer.append((numbers) => {
    id = numbers.observation();
    return [{ kind: "observation.made", data: { observation: id, sort, target, text: words.sealed }, opens: [words.opened] }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
