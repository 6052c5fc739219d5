/** A question about shadows as a report tells it: the measurements with their errors, the windows that they leave, and the season's twin. */
import { metresWords, windowWords } from "../../../core/report/report-words.ts";
import type { Measurement } from "../../../core/report/report-record.ts";
import type { FramePoint } from "../../../core/observation/frame-point.ts";
import type { ShadowMeasurement } from "../../../reason/sun/shadow-measurement.ts";
import type { SunAnswer } from "../../../reason/sun/sun-answer.ts";
import type { SunProblem } from "../../../reason/sun/sun-problem.ts";
import { type Computed, figure, markedAt, nothingComputed, partsDrawn, regionsOf } from "./computed.ts";

export function computedSun(problem: SunProblem, answer: SunAnswer): Computed {
  const { used } = answer;
  const from = problem.measured?.frame?.item ?? null;
  const measurements: Measurement[] = [
    ...(used.shadowBearingDeg === null
      ? []
      : [
          {
            name: "Bearing of the shadow",
            value: `${figure(used.shadowBearingDeg.value)}° ± ${figure(used.shadowBearingDeg.error)}° (95 %)`,
            from,
          },
        ]),
    ...(used.lengthRatio === null
      ? []
      : [
          {
            name: "Length of the shadow for one of height",
            value: `${figure(used.lengthRatio.value)} ± ${figure(used.lengthRatio.error)} (95 %)`,
            from,
          },
        ]),
  ];
  const frame = problem.measured?.frame;
  const common = {
    ...nothingComputed,
    measurements,
    marks: problem.measured === undefined ? [] : marksOf(problem.measured),
    rests: frame?.item === undefined ? [] : [frame.item],
    frame: frame?.item === undefined ? null : { item: frame.item, frame: frame.frame ?? null, pts: frame.pts ?? null },
  };
  if (answer.answers === "where") {
    return {
      ...common,
      told: [{ says: `The frame was taken between ${answer.instant[0]} and ${answer.instant[1]} UTC.`, rests: [] }],
      answered: [
        `An area of ${figure(answer.joint.areaKm2, 1)} km² fits all measurements; its edge may be off by ${metresWords(answer.edgeKm * 1000)}.`,
        ...answer.warnings,
      ],
      places: regionsOf(answer.joint.region.coordinates)
        .slice(0, partsDrawn)
        .map((region) => ({
          title: "Where the sun stood so",
          role: "ground" as const,
          region,
          precision: "all measurements with their errors",
          why: "",
        })),
    };
  }
  const { place } = problem;
  return {
    ...common,
    told: [
      ...(place === undefined ? [] : [{ says: `The place is taken to be ${place.lat}, ${place.lon}.`, rests: [] }]),
      { says: `The day is ${answer.day} by the clocks of ${answer.zone}.`, rests: [] },
    ],
    answered: [
      answer.utc.joint.length === 0
        ? "The measurements fit at no common moment of that day: place, date or a measurement is wrong."
        : `All measurements fit at ${answer.utc.joint.map(([from, to]) => windowWords({ from: utc(from), to: utc(to), zone: answer.zone })).join(" and at ")}.`,
      ...(answer.daysThatFit === null || answer.scanned === null
        ? ["No other days were looked at."]
        : [
            `Days from ${answer.scanned.join(" to ")} on which they fit: ${answer.daysThatFit.map((run) => run.join(" to ")).join("; ") || "none"}.`,
          ]),
      ...answer.warnings,
    ],
    alternatives: (answer.seasonalTwin ?? []).map((run) => ({
      says: `They fit as well on ${run.join(" to ")}.`,
      standing: "also-possible" as const,
      why: "the sun's path of the season's twin",
    })),
    windows: answer.utc.joint.map(([start, end]) => ({
      event: null,
      title: "Frame with the shadow",
      window: {
        from: utc(start),
        to: utc(end),
        zone: answer.zone,
        role: "computed" as const,
        basis: `shadow measured, day taken to be ${answer.day}`,
      },
    })),
  };
}

function marksOf({ frame, base, tip, shadowEnd, markErrorPx, ground }: ShadowMeasurement): Computed["marks"] {
  const at = (points: readonly FramePoint[], says: string) => markedAt(points, markErrorPx, frame, says);
  const reference = ground.by === "ground-points" ? undefined : ground.reference;
  return [
    ...at([base], "Foot of what casts the shadow"),
    ...(tip === undefined ? [] : at([tip], "Its tip")),
    ...at([shadowEnd], "End of the tip's shadow"),
    ...(reference === undefined ? [] : at(reference.line, "Line on the ground whose bearing is known")),
    ...(ground.by === "ground-points"
      ? ground.points.flatMap((point, index) => at([point.frame], `Point ${index + 1} of the ground`))
      : []),
    ...(ground.by === "horizon" ? at(ground.horizon, "The horizon") : []),
  ];
}

function utc(at: string): string {
  return new Date(Date.parse(at)).toISOString();
}
