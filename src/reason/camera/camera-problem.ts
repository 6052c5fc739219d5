/**
 * What is marked on a frame and on a map, and what is known of the lens: the input of the camera reasoner. Every error is half the
 * width of the interval that holds the truth with 95 %.
 */
import { z } from "zod";
import { FrameRef } from "../../core/observation/frame-point.ts";
import { Latitude, Longitude } from "../../core/place/region.ts";

const Metres = z.number().min(0).max(1_000_000);
const Pixels = z.number().min(-100_000).max(200_000);
const ErrorPx = z.number().positive().max(100_000);
const Number1 = z.number().int().min(1).max(9999);

/** A place on the map and how far it may be off, metres. */
const MapPoint = z.strictObject({ lat: Latitude, lon: Longitude, errorM: Metres });
export type MapPoint = z.infer<typeof MapPoint>;

const Height = z.strictObject({
  /** Above the ground that the camera stands on, metres. */
  value: z.number().min(-1000).max(9000),
  error: z.number().positive().max(9000),
});

/** A thing seen on the frame and found on the map: the same number on both. */
const CameraPair = z.strictObject({
  number: Number1,
  name: z.string().max(300),
  frame: z.strictObject({ x: Pixels, y: Pixels, errorPx: ErrorPx }),
  map: MapPoint,
  /** Of the point that is marked. */
  heightM: Height.optional(),
  /** Left out of the solution, and kept on the sheet with why. */
  dropped: z.string().min(1).max(2000).optional(),
  /** Records that the mark rests on, as "o3". */
  cites: z.array(z.string().max(40)).max(100).optional(),
});
export type CameraPair = z.infer<typeof CameraPair>;

/** Two things that stand in one line as seen from the camera. */
const Transit = z.strictObject({
  number: Number1,
  name: z.string().max(300),
  near: MapPoint,
  far: MapPoint,
  /** How far apart on the frame they may stand. */
  errorPx: ErrorPx,
  dropped: z.string().min(1).max(2000).optional(),
});
export type Transit = z.infer<typeof Transit>;

/** Something that stands there and should be seen, if the answer is right. */
const ExpectedFeature = z.strictObject({
  number: Number1,
  name: z.string().max(300),
  map: MapPoint,
  heightM: Height.optional(),
  /** What a person found on the frame where it should be; absent while nobody has looked. */
  found: z.enum(["seen", "not-seen", "hidden"]).optional(),
  /** Why it is hidden, or where it is seen. */
  note: z.string().max(2000).optional(),
});
export type ExpectedFeature = z.infer<typeof ExpectedFeature>;

const Lens = z.strictObject({
  /** Across the frame as shown, from its left edge to its right one. */
  horizontalFieldDeg: z.strictObject({ value: z.number().min(1).max(150), error: z.number().min(0).max(100) }).optional(),
  /** Instead of it: as cameras write it, for a frame of 36 x 24 mm. The error is a share of it: 0.03 for 3 %. */
  equivalent35mm: z.strictObject({ value: z.number().min(4).max(2000), errorShare: z.number().min(0).max(1) }).optional(),
  /** Where neither is known: fields of view that lenses have, 95 % of them. */
  fieldRangeDeg: z.tuple([z.number().min(1).max(150), z.number().min(1).max(150)]).optional(),
  /** How far the middle of the picture may lie beside the lens's axis, as a share of the frame's longer side. */
  offsetShare: z.number().min(0).max(0.5).optional(),
  /** How far straight lines may bend: shift of a point at half the longer side from the middle, as a share of that distance. */
  distortionShare: z.number().min(0).max(0.3).optional(),
});

/** How the camera was held: pitch is positive when it looks up, roll when its right side is lower. Degrees. */
const Held = z.strictObject({
  pitchDeg: z.strictObject({ value: z.number().min(-80).max(80), error: z.number().min(0).max(80) }).optional(),
  rollDeg: z.strictObject({ value: z.number().min(-80).max(80), error: z.number().min(0).max(80) }).optional(),
  /** Instead of both: two points of the horizon as it would be over open water. */
  horizon: z
    .strictObject({
      a: z.strictObject({ x: Pixels, y: Pixels }),
      b: z.strictObject({ x: Pixels, y: Pixels }),
      errorPx: ErrorPx,
    })
    .optional(),
  /** Height of the camera above its own ground, metres. */
  heightM: z.strictObject({ value: z.number().min(0).max(9000), error: z.number().min(0).max(9000) }).optional(),
});

export const CameraProblem = z.strictObject({
  /** Without `item` and `object` where no case is behind it. */
  frame: FrameRef.partial({ item: true, object: true }),
  pairs: z.array(CameraPair).max(60),
  transits: z.array(Transit).max(30).optional(),
  lens: Lens.optional(),
  held: Held.optional(),
  /** Bearing of the middle of the frame, degrees clockwise from true north, where something else tells it (a compass in the file). */
  heading: z.strictObject({ value: z.number().min(0).max(360), error: z.number().min(0).max(180) }).optional(),
  /** Where the camera was in any case, as a phrase or a witness says: outside of it nothing is looked for. */
  within: z
    .union([
      z.strictObject({ centre: z.strictObject({ lat: Latitude, lon: Longitude }), radiusM: z.number().positive().max(500_000) }),
      z.strictObject({
        type: z.literal("MultiPolygon"),
        coordinates: z.array(z.array(z.array(z.tuple([Longitude, Latitude])).min(4)).min(1)),
      }),
    ])
    .optional(),
  /** How far from the marked things a camera is looked for. */
  maxDistanceM: z.number().positive().max(500_000).optional(),
  /** How far the imagery as a whole may lie beside the true coordinates. */
  imageryOffsetM: Metres.optional(),
  /** Share of pairs that a careful person gets wrong altogether: another building, another pole. */
  mistakeShare: z.number().min(0).max(0.3).optional(),
  expected: z.array(ExpectedFeature).max(500).optional(),
  /** How far the cone is drawn, metres. */
  coneLengthM: z.number().positive().max(500_000).optional(),
  /** What the sheet says of itself; the answer does not depend on it. */
  note: z.string().max(10_000).optional(),
});
export type CameraProblem = z.infer<typeof CameraProblem>;
