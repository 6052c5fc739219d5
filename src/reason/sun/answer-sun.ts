/** The sun reasoner as a whole: measurements in; when, for a place and a day, or where, for a moment. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { answerWhen } from "./answer-when.ts";
import { answerWhere } from "./answer-where.ts";
import { measureShadow } from "./measure-shadow.ts";
import { leanTurnDeg, type Measure, shadowOf } from "./shadow-errors.ts";
import type { SunAnswer, UsedErrors } from "./sun-answer.ts";
import type { SunProblem } from "./sun-problem.ts";

/** Two errors that each hold with the root of 95 % hold together with 95 % (Sidak 1967); of a normal law, so much wider. */
const forTwo = 1.141;

/** Throws ProblemUnreadable. */
export function answerSun(problem: SunProblem): SunAnswer {
  const { place, day, zone, instant, within, scanDays, slopeErrorDeg = 0, leanErrorDeg = 0 } = problem;
  const measured = problem.measured === undefined ? null : measureShadow(problem.measured);
  const bearing = measured?.shadowBearingDeg ?? problem.shadowBearingDeg;
  const ratio = measured?.lengthRatio ?? problem.lengthRatio;
  if (bearing === undefined && ratio === undefined)
    throw new ProblemUnreadable(
      measured === null ? "shadowBearingDeg" : "measured",
      `expected a bearing or a length ratio; found neither${measured === null ? "" : `: ${measured.warnings.join(" ")}`}`,
    );
  if (bearing !== undefined && bearing.error >= 90)
    throw new ProblemUnreadable("shadowBearingDeg.error", `expected less than 90 degrees; found ${bearing.error}`);
  const shadow = shadowOf(bearing, ratio, slopeErrorDeg, leanErrorDeg);
  const wide = shadowOf(widened(bearing), widened(ratio), slopeErrorDeg * forTwo, leanErrorDeg * forTwo);
  const heightDeg = shadow.height?.rangeDeg ?? null;
  const lean = leanTurnDeg(leanErrorDeg, ratio === undefined ? 45 : (Math.atan(1 / ratio.value) * 180) / Math.PI);
  const used: UsedErrors = {
    shadowBearingDeg: bearing ?? null,
    lengthRatio: ratio ?? null,
    bearingErrorDeg: bearing === undefined ? null : Math.hypot(bearing.error, lean),
    heightDeg,
  };
  if (instant !== undefined) {
    for (const [field, given] of Object.entries({ day, zone, scanDays }))
      if (given !== undefined) throw new ProblemUnreadable(field, "expected none beside an instant; found one");
    return answerWhere({ instant, within, place, shadow, wide, used, measured });
  }
  if (within !== undefined) throw new ProblemUnreadable("within", "expected none without an instant; found one");
  if (place === undefined) throw new ProblemUnreadable("place", "expected a place, or an instant that asks for it; found neither");
  if (day === undefined) throw new ProblemUnreadable("day", "expected a day beside the place; found none");
  if (zone === undefined) throw new ProblemUnreadable("zone", "expected the zone of the day; found none");
  return answerWhen({ place, day, zone, scanDays, shadow, wide, used, measured });
}

function widened(measure: Measure | undefined): Measure | undefined {
  return measure && { value: measure.value, error: measure.error * forTwo };
}
