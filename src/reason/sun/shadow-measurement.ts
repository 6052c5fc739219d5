/**
 * A shadow as it was marked on a frame, with all that its direction and length are worked out from: the marks, and how the ground is
 * known. Kept with the problem, so that a stranger works it out again. Every error is half the width of a 95 % interval.
 */
import { z } from "zod";
import { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import { Latitude, Longitude } from "../../core/place/region.ts";

const Angle = (least: number, most: number) =>
  z.strictObject({ value: z.number().min(least).max(most), error: z.number().min(0).max(180) });
const Length = z.strictObject({ value: z.number().positive().max(1_000_000), error: z.number().min(0).max(1_000_000) });
const Field = Angle(1, 170);
const Line = z.tuple([FramePoint, FramePoint]);

/** A line on the ground whose bearing is known from the map: a kerb, a wall's foot. From its first point to its second. */
const ReferenceLine = z.strictObject({ line: Line, bearingDeg: Angle(0, 360) });

/** Points of level ground with their places: on the map, or metres east and north of any origin. */
const GroundPoint = z.strictObject({
  frame: FramePoint,
  map: z.union([z.strictObject({ lat: Latitude, lon: Longitude }), z.strictObject({ eastM: z.number(), northM: z.number() })]),
  errorM: z.number().min(0).max(1000),
});
export type GroundPoint = z.infer<typeof GroundPoint>;

/** From at least four points of the ground: exact, also where the ground is seen aslant. */
const ByGroundPoints = z.strictObject({
  by: z.literal("ground-points"),
  points: z.array(GroundPoint).min(4).max(100),
  /** Height of what casts the shadow, where it is known; else it is read from the frame by the camera that the points imply. */
  objectHeightM: Length.optional(),
});

/** From how the camera was held: of a camera inference, or by hand. Pitch is positive when it looks up, roll when its right side is lower. */
const ByCamera = z.strictObject({
  by: z.literal("camera"),
  horizontalFieldDeg: Field,
  pitchDeg: Angle(-90, 89),
  rollDeg: Angle(-90, 90).optional(),
  /** Of the middle of the frame, from true north; or a reference line. */
  headingDeg: Angle(0, 360).optional(),
  reference: ReferenceLine.optional(),
  /** Of the inference that it is taken from, as "n4". */
  cites: z.array(z.string().max(40)).max(100).optional(),
});

/** From the horizon, and with it the field of view or two upright edges. */
const ByHorizon = z.strictObject({
  by: z.literal("horizon"),
  horizon: Line,
  horizontalFieldDeg: Field.optional(),
  /** Two edges that stand upright: where they meet is straight down, or straight up. */
  uprights: z.tuple([Line, Line]).optional(),
  reference: ReferenceLine.optional(),
});

/** Seen from above or nearly so: angles are read off the frame, and what the tilt does to them is error. Says nothing of a length. */
const FromAbove = z.strictObject({
  by: z.literal("plan-view"),
  reference: ReferenceLine,
  /** How far the view may be off from straight down; degrees. */
  tiltErrorDeg: z.number().min(0).max(60),
  /** Where the eye says it better than the marks: the shadow lies along the line (0) or crosses it at so much, clockwise from above. */
  angleToReferenceDeg: Angle(-180, 180).optional(),
  /** With both, the length of the shadow for one of height. */
  referenceLengthM: Length.optional(),
  objectHeightM: Length.optional(),
});

export const ShadowMeasurement = z.strictObject({
  frame: FrameRef,
  /** Foot of what casts the shadow, its tip, and the end of the tip's shadow. */
  base: FramePoint,
  tip: FramePoint.optional(),
  shadowEnd: FramePoint,
  /** How far a mark may be off, pixels. */
  markErrorPx: z.number().positive().max(10_000),
  ground: z.discriminatedUnion("by", [ByGroundPoints, ByCamera, ByHorizon, FromAbove]),
  /** What is used of it; both where absent. */
  uses: z
    .array(z.enum(["bearing", "ratio"]))
    .min(1)
    .max(2)
    .optional(),
  /** What it is: "lamp post, left kerb". */
  note: z.string().max(2000).optional(),
  /** Records that the marks rest on, as "o3". */
  cites: z.array(z.string().max(40)).max(100).optional(),
});
export type ShadowMeasurement = z.infer<typeof ShadowMeasurement>;
export type GroundKnown = ShadowMeasurement["ground"];
export type ReferenceLine = z.infer<typeof ReferenceLine>;
