/** A camera's position as a report tells it: the numbered pairs of frame and map, what is left of each, other solutions. */
import { metresWords, placeWords } from "../../../core/report/report-words.ts";
import type { CameraAnswer, CameraSolution } from "../../../reason/camera/camera-answer.ts";
import type { CameraProblem } from "../../../reason/camera/camera-problem.ts";
import { type Computed, figure, markedAt, nothingComputed, partsDrawn, regionsOf } from "./computed.ts";

export function computedCamera(problem: CameraProblem, answer: CameraAnswer): Computed {
  const [best, ...others] = answer.solutions;
  const item = problem.frame.item ?? null;
  return {
    ...nothingComputed,
    measurements: problem.pairs
      .filter(({ dropped }) => dropped === undefined)
      .map(({ number, name, frame, map, cites }) => ({
        name: `Pair ${number}: ${name}`,
        value: `frame (${figure(frame.x, 1)}, ${figure(frame.y, 1)}) ± ${figure(frame.errorPx, 1)} px; map ${map.lat}, ${map.lon} ± ${metresWords(map.errorM)}`,
        from: cites?.[0] ?? item,
      })),
    told: (problem.transits ?? []).map(({ number, name }) => ({
      says: `Line ${number}: ${name} stand in one line from the camera.`,
      rests: [],
    })),
    answered: [...answer.says, ...(best === undefined ? [] : [solutionWords(best)]), ...answer.warnings],
    alternatives: [
      ...others.map((one) => ({
        says: solutionWords(one),
        standing: "also-possible" as const,
        why: `fits worse by ${figure(one.worseBy, 1)}`,
      })),
      ...problem.pairs.flatMap(({ number, name, dropped }) =>
        dropped === undefined ? [] : [{ says: `Pair ${number}: ${name}`, standing: "rejected" as const, why: dropped }],
      ),
    ],
    places:
      best === undefined
        ? regionsOf(answer.region.coordinates)
            .slice(0, partsDrawn)
            .map((region) => ({
              title: "Positions that fit",
              role: "camera" as const,
              region,
              precision: "95 % of the positions that fit",
              why: "",
            }))
        : [
            {
              ...{ title: "Camera", role: "camera" as const, precision: "95 %, long axis of the ellipse", why: "" },
              region: { shape: "circle" as const, centre: { lat: best.lat, lon: best.lon }, radiusM: Math.max(0.1, best.ellipse.majorM) },
            },
            ...regionsOf(best.cone.coordinates)
              .slice(0, 2)
              .map((region) => ({
                title: "What the camera could see",
                role: "cone" as const,
                region,
                precision: "field of view",
                why: "",
              })),
          ],
    rests: [...(item === null ? [] : [item]), ...problem.pairs.flatMap(({ cites }) => cites ?? [])],
    marks: problem.pairs.flatMap(({ number, name, frame, dropped }) =>
      markedAt([frame], frame.errorPx, problem.frame, `Pair ${number}: ${name}${dropped === undefined ? "" : ` (left out: ${dropped})`}`),
    ),
    frame: item === null ? null : { item, frame: problem.frame.frame ?? null, pts: problem.frame.pts ?? null },
  };
}

function solutionWords({ lat, lon, ellipse, headingDeg, horizontalFieldDeg }: CameraSolution): string {
  return `Camera at ${placeWords(lat, lon, ellipse.majorM)}, looking towards ${figure(headingDeg.value, 1)}° ± ${figure(headingDeg.error, 1)}°, field of view ${figure(horizontalFieldDeg.value, 1)}° ± ${figure(horizontalFieldDeg.error, 1)}° (95 %).`;
}
