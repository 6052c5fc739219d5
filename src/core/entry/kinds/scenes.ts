/** Entries about things in a scene and about frames that show the same scene. */
import { z } from "zod";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { SceneObjectId, ScenePairId, SceneVerdict } from "../../scene/scene.ts";
import { Sealed } from "../sealed.ts";

export const sceneKinds = {
  "scene-object.described": z.strictObject({ object: SceneObjectId, description: Sealed, reason: Sealed.or(z.null()) }),
  "scene-object.withdrawn": z.strictObject({ object: SceneObjectId, reason: Sealed }),
  /** A pair sheet: what was compared in two items and what a person makes of it. */
  "scene-pair.judged": z.strictObject({
    pair: ScenePairId,
    a: ItemId,
    b: ItemId,
    /** Object: ScenePairSheet, canonical JSON: numbered pairs of frame points. */
    sheet: Digest,
    verdict: SceneVerdict,
    reason: Sealed,
  }),
  "scene-pair.withdrawn": z.strictObject({ pair: ScenePairId, reason: Sealed }),
} as const;
