/** What the camera reasoner answers. Errors are half-widths of 95 % intervals; regions hold the truth with 95 % if what was told holds. */
/** As GeoJSON has it: longitude first, rings closed. */
export interface MultiPolygon {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly (readonly (readonly [lon: number, lat: number])[])[])[];
}

export interface Value {
  readonly value: number;
  readonly error: number;
}

/** 95 % ellipse around a position. */
export interface Ellipse {
  readonly majorM: number;
  readonly minorM: number;
  /** Of the long axis, degrees clockwise from true north, 0 to 180. */
  readonly bearingDeg: number;
}

export interface PairResidual {
  readonly number: number;
  readonly name: string;
  /** Measured minus expected, pixels to the right. */
  readonly px: number;
  /** The same across the line of sight at the thing, metres to the right. */
  readonly metres: number;
  /** The same, as a share of what mark and map together may be off (95 %). */
  readonly share: number;
  /** How much it counts: 1 for a pair that fits, near 0 for one that is taken for a mistake. */
  readonly weight: number;
  readonly bearingDeg: number;
  readonly distanceM: number;
  /** Measured minus expected upwards, pixels; null without a height. */
  readonly upPx: number | null;
}

export interface CameraSolution {
  readonly lat: number;
  readonly lon: number;
  readonly ellipse: Ellipse;
  readonly headingDeg: Value;
  readonly horizontalFieldDeg: Value;
  /** Null unless heights or a horizon tell. */
  readonly pitchDeg: Value | null;
  readonly cameraHeightM: Value | null;
  readonly residuals: readonly PairResidual[];
  /** How much worse than the best one it fits; 0 for that one. Above 6 a position is usually given up. */
  readonly worseBy: number;
  /** A polygon as wide as the field of view, and the two strips by which its edges may be off. */
  readonly cone: MultiPolygon;
  readonly coneEdges: MultiPolygon;
}

export interface LeftOut {
  readonly number: number;
  readonly name: string;
  /** How far the position moves without this pair, metres; null when the rest tell no position. */
  readonly movesM: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Root mean square of what is left of the others, as shares of their errors. */
  readonly restShare: number | null;
}

export interface Expected {
  readonly number: number;
  readonly name: string;
  /** "edge": whether it is inside depends on the errors. */
  readonly where: "inside" | "edge" | "outside";
  readonly bearingDeg: number;
  readonly distanceM: number;
  /** Null for what is behind the camera. */
  readonly x: Value | null;
  /** Null without a height. */
  readonly y: Value | null;
  readonly found: "seen" | "not-seen" | "hidden" | "not-looked-for";
}

export interface CameraAnswer {
  /** "position": one, or one of several; "line": only a line or an area that it lies on; "nothing": no position fits. */
  readonly state: "position" | "several" | "line" | "nothing";
  /** What the answer means, in sentences: how many measurements stand for how many unknowns, and what that leaves open. */
  readonly says: readonly string[];
  readonly warnings: readonly string[];
  /** False when some of what was told does not fit the rest, or nothing fits. */
  readonly consistent: boolean;
  /** Best first. Empty where only a line or nothing is left. */
  readonly solutions: readonly CameraSolution[];
  /** 95 %: all positions that fit. `cut`: it goes on beyond where was looked. */
  readonly region: MultiPolygon;
  readonly regionAreaM2: number;
  readonly cut: boolean;
  /** Measurements beyond what the unknowns need. */
  readonly redundancy: number;
  /** How many times larger than stated the residuals make the errors; 1 when they bear them out. */
  readonly errorScale: number;
  readonly leaveOneOut: readonly LeftOut[];
  /** Pairs of which one does not fit: one where the redundancy tells which, several where it does not; empty when all fit. */
  readonly misfits: readonly number[];
  readonly condition: {
    /** A circle through camera and things: on it the angles tell no place. */
    readonly dangerCircle: { readonly lat: number; readonly lon: number; readonly radiusM: number; readonly cameraBesideM: number } | null;
    readonly axisRatio: number | null;
    /** Between the outermost bearings. */
    readonly spreadDeg: number | null;
  };
  readonly mirrored: { readonly suspected: boolean; readonly says: string | null };
  readonly expected: readonly Expected[];
  /** Everything that was taken for known where the problem says nothing, and the rest as used. */
  readonly used: {
    readonly horizontalFieldDeg: Value | null;
    /** Null where the field of view is known. */
    readonly fieldRangeDeg: readonly [number, number] | null;
    readonly pitchDeg: Value;
    readonly rollDeg: Value;
    readonly cameraHeightM: Value;
    readonly offsetShare: number;
    readonly distortionShare: number;
    readonly imageryOffsetM: number;
    readonly mistakeShare: number;
    readonly maxDistanceM: number;
    readonly pairs: number;
    readonly transits: number;
    readonly errors: "half-widths of 95 % intervals";
  };
}
