/** Things in a scene under neutral labels, and a person's judgement that two frames show the same scene. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

/** Vehicles are V1 and on, other things O1 and on. */
export const SceneObjectId = z.union([recordId("V"), recordId("O")]);
export type SceneObjectId = z.infer<typeof SceneObjectId>;

export const ScenePairId = recordId("sp");
export type ScenePairId = z.infer<typeof ScenePairId>;

/** Only "same" lets a bound on time pass from one item to the other. */
export const SceneVerdict = z.enum(["same", "not-same", "cannot-tell"]);
export type SceneVerdict = z.infer<typeof SceneVerdict>;
