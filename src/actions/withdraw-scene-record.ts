/** Takes a thing in a scene or a pair sheet back, with the reason. Of a pair sheet nothing passes between its items any more. */
import type { SceneObjectId, ScenePairId } from "../core/scene/scene.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";
import type { ScenePorts } from "./scene-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such record, or it was taken back before. */
export async function withdrawSceneRecord(
  ports: ScenePorts,
  viewer: Viewer,
  { record, reason }: { readonly record: SceneObjectId | ScenePairId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(record, reason);
  const words = ports.writer.seal(reason.trim());
  const opens = [words.opened];
  const [line] = await ports.writer.append(async () => {
    if (isPair(record)) {
      demandStanding(`pair sheet ${record}`, (await ports.scenes.pair(record))?.state ?? "unknown");
      return [{ kind: "scene-pair.withdrawn", data: { pair: record, reason: words.sealed }, opens }];
    }
    demandStanding(record, await ports.scenes.object(record));
    return [{ kind: "scene-object.withdrawn", data: { object: record, reason: words.sealed }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}

function isPair(record: SceneObjectId | ScenePairId): record is ScenePairId {
  return record.startsWith("sp");
}
