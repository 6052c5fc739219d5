/** A shadow seen from above or nearly so: angles are read off the frame; what an unknown tilt does to them is error. */
import type { Inputs, ReadPoint } from "./measure-inputs.ts";
import type { Work } from "./measure-shadow.ts";
import type { GroundKnown, ShadowMeasurement } from "./shadow-measurement.ts";

export function workFromAbove(ground: GroundKnown & { by: "plan-view" }, marks: ShadowMeasurement, inputs: Inputs): Work {
  const { reference, tiltErrorDeg, angleToReferenceDeg, referenceLengthM, objectHeightM } = ground;
  const [from, to] = reference.line.map(inputs.point) as [ReadPoint, ReadPoint];
  const bearing = inputs.figure(reference.bearingDeg);
  const told = angleToReferenceDeg && inputs.figure(angleToReferenceDeg);
  const lengths =
    referenceLengthM && objectHeightM && ([referenceLengthM, objectHeightM].map(inputs.figure) as [typeof bearing, typeof bearing]);
  const seen = angle(marks.base, marks.shadowEnd) - angle(...reference.line);
  return {
    find(read) {
      const [a, b, base, end] = [from(read), to(read), inputs.base(read), inputs.shadowEnd(read)];
      const [reach, length] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(end.x - base.x, end.y - base.y)];
      if (reach < 1 || (length < 1 && told === undefined)) return undefined;
      return {
        bearingDeg: bearing(read) + (told?.(read) ?? angle(base, end) - angle(a, b)),
        ratio: lengths && ((length / reach) * lengths[0](read)) / lengths[1](read),
      };
    },
    beside: {
      bearingDeg: told === undefined ? tiltOnAngle(tiltErrorDeg, seen) : 0,
      ratioShare: 1 / Math.cos(radians(tiltErrorDeg)) - 1,
    },
    warnings: [
      "Seen from above: a tilt of the camera is counted as error, perspective within the frame is not.",
      ...(lengths === undefined && marks.tip !== undefined
        ? ["A length needs the length of the reference line and the height of what casts the shadow: from above, heights are not seen."]
        : []),
    ],
  };
}

/** The most that looking down aslant by so much changes an angle that is seen between two lines of the ground; degrees. */
export function tiltOnAngle(tiltDeg: number, seenDeg: number): number {
  const short = Math.cos(radians(tiltDeg));
  const onGround = (turn: number) => degrees(Math.atan2(Math.sin(radians(turn)) / short, Math.cos(radians(turn))));
  let most = 0;
  for (let axis = 0; axis < 360; axis += 2) {
    const off = onGround(axis + seenDeg) - onGround(axis) - seenDeg;
    most = Math.max(most, Math.abs(((((off + 180) % 360) + 360) % 360) - 180));
  }
  return most;
}

/** Clockwise, as the frame is seen; degrees. */
function angle(from: { x: number; y: number }, to: { x: number; y: number }): number {
  return degrees(Math.atan2(to.y - from.y, to.x - from.x));
}
const radians = (turn: number) => (turn * Math.PI) / 180;
const degrees = (turn: number) => (turn * 180) / Math.PI;
