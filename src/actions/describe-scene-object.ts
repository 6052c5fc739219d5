/** Describes a thing in a scene under a neutral label: V for vehicles, O for anything else. */
import { CaseError } from "../core/case/case-error.ts";
import type { SceneObjectId } from "../core/scene/scene.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";
import type { ScenePorts } from "./scene-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedSceneObject {
  /** Absent for a new one; then `sort` gives the letter. */
  readonly object?: SceneObjectId | undefined;
  readonly sort: "vehicle" | "other";
  readonly description: string;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function describeSceneObject(
  ports: ScenePorts,
  viewer: Viewer,
  { object, sort, description, reason }: WantedSceneObject,
): Promise<{ id: SceneObjectId; seq: number }> {
  demand(viewer, "append");
  const thing = object ?? "new thing in a scene";
  if (object !== undefined) demandReason(thing, reason);
  if (description.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected what it looks like, in words; found none`);
  const { seal, sealOrNull, opens } = createSealing(ports.writer);
  const data = { description: seal(description.trim()), reason: sealOrNull(reason.trim() === "" ? null : reason.trim()) };
  let id: SceneObjectId = object ?? "V1";
  const [line] = await ports.writer.append(async (numbers) => {
    if (object === undefined) id = numbers.next(sort === "vehicle" ? "V" : "O");
    else demandStanding(thing, await ports.scenes.object(object));
    return [{ kind: "scene-object.described", data: { object: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
