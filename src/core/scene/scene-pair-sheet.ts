/**
 * A pair sheet: what a person compared in frames of two items, numbered so that another person can go through it again, and which
 * states of things both items show. It is the object that the entry names; docs/method/subjects.md says what follows from it.
 */
import { z } from "zod";
import { EventId } from "../event/event.ts";
import { FramePoint, FrameRef } from "../observation/frame-point.ts";
import { SceneObjectId, SceneVerdict } from "./scene.ts";

/** What a mark of a frame lies on. */
export const ComparedFeature = z.enum(["burn-pattern", "wheel-loss", "debris", "trees", "road", "building", "other"]);
export type ComparedFeature = z.infer<typeof ComparedFeature>;

/** `atS`: item time of the frame, seconds; null in a picture. */
const FrameMark = z.strictObject({ frame: FrameRef, atS: z.number().or(z.null()), point: FramePoint });
export type FrameMark = z.infer<typeof FrameMark>;

export const ComparedPair = z.strictObject({
  number: z.number().int().min(1).max(99),
  /** Null: part of the ground, a building, a tree. */
  object: SceneObjectId.or(z.null()),
  feature: ComparedFeature,
  a: FrameMark,
  b: FrameMark,
  verdict: SceneVerdict,
  words: z.string().max(2000),
});
export type ComparedPair = z.infer<typeof ComparedPair>;

/**
 * A state of a thing that both items show, such as "burnt out". `beganOnce`: it cannot have come about twice, so that one beginning
 * lies before both filmings; `endsOnce` likewise. A vehicle that is parked may have left and come back: then nothing passes.
 */
export const SharedState = z.strictObject({
  object: SceneObjectId,
  words: z.string().min(1).max(500),
  beganOnce: z.boolean(),
  /** The event of the case in which it began, where there is one. */
  beganWith: EventId.or(z.null()),
  endsOnce: z.boolean(),
  /** The event by which it was over: towed away, cleared. */
  endedWith: EventId.or(z.null()),
});
export type SharedState = z.infer<typeof SharedState>;

export const ScenePairSheet = z.strictObject({
  format: z.literal("witnessmark-scene-pair-v1"),
  pairs: z.array(ComparedPair).max(99),
  states: z.array(SharedState).max(20),
});
export type ScenePairSheet = z.infer<typeof ScenePairSheet>;
