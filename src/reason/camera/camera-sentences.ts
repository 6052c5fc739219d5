/** What a camera answer means, in sentences: how many measurements stand against how many unknowns, and what that leaves open. */
import type { CameraAnswer } from "./camera-answer.ts";
import type { CameraProblem } from "./camera-problem.ts";
import type { Scene } from "./scene.ts";

type Answered = Omit<CameraAnswer, "says" | "warnings">;

export function cameraSentences(problem: CameraProblem, scene: Scene, answer: Answered): string[] {
  const { sightings, transits, fieldKnown } = scene;
  const pairs = counted(sightings.length, "pair");
  const lines = transits.length === 0 ? "" : ` and ${counted(transits.length, "line of position", "lines of position")}`;
  const field = fieldKnown ? "a known field of view" : "an unknown field of view";
  const given = `${pairs}${lines} with ${field}`;
  const says: string[] = [];
  if (answer.state === "nothing")
    says.push(
      `${given}: no position fits${problem.within === undefined ? "" : " within the area it is kept to"}, as far as ${scene.maxDistanceM} m from what is marked.`,
    );
  else if (answer.redundancy < 0) says.push(lineSentence(scene, given));
  else if (answer.redundancy === 0)
    says.push(
      `${given}: exactly determined. As many measurements as unknowns: the pairs fit by construction, so that a mistake in one of them would not show, and the region holds only where none is mistaken. One pair more would tell.`,
    );
  else
    says.push(`${given}: ${counted(answer.redundancy, "measurement")} more than the unknowns need, against which the others are checked.`);
  if (answer.state === "several")
    says.push(
      `${answer.solutions.length} positions fit nearly equally well. Nothing told decides between them; another pair, or a look at what should be seen from each, may.`,
    );
  if (answer.misfits.length === 1)
    says.push(`Pair ${answer.misfits[0]} does not fit the others and hardly counts: a mistaken mark, or another thing on the map.`);
  else if (answer.misfits.length > 1 && answer.state !== "line")
    says.push(`One or more of the pairs ${answer.misfits.join(", ")} do not fit; there are too few to tell which.`);
  if (answer.errorScale > 1)
    says.push(`The residuals are larger than the stated errors: all errors are taken ${answer.errorScale.toFixed(2)} times as large.`);
  return says;
}

function lineSentence({ sightings, transits, fieldKnown, priors }: Scene, given: string): string {
  const headingTold = (priors[0] as { sigma: number }).sigma !== Infinity;
  if (sightings.length === 0) return `${given}: the camera is on the line through the two things, on the side from which they are in line.`;
  if (sightings.length === 1 && transits.length === 0 && headingTold)
    return `${given} and a known heading: the camera is on a line that leads to the thing.`;
  if (sightings.length === 1 && transits.length === 0)
    return `${given}: without a heading one pair tells no direction; only how far the thing may be seen limits the area.`;
  if (sightings.length === 2 && fieldKnown)
    return `${given}: the camera is on an arc of a circle through the two things; a third pair tells where.`;
  if (sightings.length === 3 && !fieldKnown)
    return `${given}: three angles for four unknowns. Every field of view has a position of its own; together they are a curve. A fourth pair, or the field of view, tells where on it.`;
  return `${given}: fewer measurements than unknowns. The camera is on a line or in an area.`;
}

export function cameraWarnings(problem: CameraProblem, scene: Scene, answer: Answered): string[] {
  const warnings: string[] = [];
  const { dangerCircle: circle, axisRatio, spreadDeg } = answer.condition;
  if (circle !== null)
    warnings.push(
      `Danger circle: the camera and the things lie near one circle (radius ${Math.round(circle.radiusM)} m, camera ${Math.round(circle.cameraBesideM)} m beside it). On it the angles tell no place. A thing inside or outside of the circle helps.`,
    );
  if (axisRatio !== null && axisRatio > 5)
    warnings.push(`The position is ${axisRatio.toFixed(1)} times as uncertain along one direction as across it: see the ellipse.`);
  if (spreadDeg !== null && spreadDeg < 15)
    warnings.push(`All things lie within ${spreadDeg.toFixed(1)} degrees: how far away the camera stood is told weakly.`);
  if (answer.mirrored.says !== null) warnings.push(answer.mirrored.says);
  if (answer.cut)
    warnings.push(
      `The set of positions goes on beyond where was looked${problem.within === undefined ? ` (${scene.maxDistanceM} m from a marked thing)` : ""}.`,
    );
  if ((problem.imageryOffsetM ?? 0) > 0)
    warnings.push(
      `The region is on the imagery that the things were found on, which may lie ${problem.imageryOffsetM} m beside the true coordinates; the ellipses have that in them.`,
    );
  const { frame, lens } = problem;
  const shape = Math.max(frame.width, frame.height) / Math.min(frame.width, frame.height);
  if (lens?.equivalent35mm !== undefined && Math.abs(shape - 1.5) > 0.05)
    warnings.push(
      "An equivalent focal length is for a frame of 3 to 2; by the diagonal, and for film that is cut for steadiness, the field of view is another by 4 % and more.",
    );
  const hidden = answer.expected.filter(({ where, found }) => where === "inside" && found === "not-seen");
  if (hidden.length > 0)
    warnings.push(
      `${hidden.map(({ number, name }) => `${number} (${name})`).join(", ")} should be seen and ${hidden.length === 1 ? "is" : "are"} not: that speaks against this position, unless something hides ${hidden.length === 1 ? "it" : "them"} or the imagery is of another time.`,
    );
  return warnings;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
