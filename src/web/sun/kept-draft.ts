/** The draft that a kept problem came from, so that it can be looked at and changed. */
import type { ShadowMeasurement } from "../../reason/sun/shadow-measurement.ts";
import type { SunProblem } from "../../reason/sun/sun-problem.ts";
import { emptyDraft, type FieldName, type SunDraft } from "./sun-draft.ts";

/** The fields that a kept problem came from. */
export function draftOf(problem: SunProblem): SunDraft {
  const {
    place,
    day,
    zone,
    instant,
    within,
    scanDays,
    shadowBearingDeg,
    lengthRatio,
    slopeErrorDeg,
    leanErrorDeg,
    measured: kept,
  } = problem;
  const box = within !== undefined && !("type" in within) ? within : undefined;
  const fields: Partial<Record<FieldName, string>> = {
    ...emptyDraft.fields,
    ...(place && { place: `${place.lat}, ${place.lon}` }),
    ...{ day: day ?? "", zone: zone ?? "UTC", from: instant?.[0] ?? "", to: instant?.[1] ?? "" },
    ...(box && { south: `${box.south}`, north: `${box.north}`, west: `${box.west}`, east: `${box.east}` }),
    ...{ scanFrom: scanDays?.[0] ?? "", scanTo: scanDays?.[1] ?? "", slope: wordsOf(slopeErrorDeg), lean: wordsOf(leanErrorDeg) },
    ...pair("bearing", shadowBearingDeg),
    ...pair("ratio", lengthRatio),
  };
  const asks = instant === undefined ? "when" : "where";
  const area = box === undefined ? within : undefined;
  if (kept === undefined) return { ...emptyDraft, asks, area, by: "by-hand", fields };
  const uses = kept.uses?.length === 1 ? (kept.uses[0] ?? "both") : "both";
  const marked = marksOf(kept);
  return {
    ...{
      ...{ asks, area, marksCite: kept.cites },
      cites: ("cites" in kept.ground ? kept.ground.cites : undefined) ?? [],
      by: kept.ground.by,
      frame: kept.frame,
      uses,
      ...marked,
    },
    fields: { ...fields, ...marked.fields, markError: `${kept.markErrorPx}`, note: kept.note ?? "" },
  };
}

function marksOf({ base, tip, shadowEnd, ground }: ShadowMeasurement): Pick<SunDraft, "marks" | "points" | "inMetres" | "fields"> {
  const reference = "reference" in ground ? ground.reference : undefined;
  const [line1, line2] = reference?.line ?? [];
  const line = { ...(line1 && { line1 }), ...(line2 && { line2 }) };
  const marks = { base, ...(tip && { tip }), end: shadowEnd, ...line };
  const plain = { marks, points: emptyDraft.points, inMetres: false, fields: pair("lineBearing", reference?.bearingDeg) };
  switch (ground.by) {
    case "ground-points":
      return {
        ...plain,
        inMetres: ground.points.some(({ map }) => "eastM" in map),
        points: ground.points.map(({ frame, map, errorM }) => ({
          ...{ frame, error: `${errorM}` },
          place: "lat" in map ? `${map.lat}, ${map.lon}` : `${map.eastM}, ${map.northM}`,
        })),
        fields: pair("height", ground.objectHeightM),
      };
    case "camera":
      return {
        ...plain,
        fields: {
          ...plain.fields,
          ...pair("field", ground.horizontalFieldDeg),
          ...pair("pitch", ground.pitchDeg),
          ...pair("roll", ground.rollDeg),
          ...pair("heading", ground.headingDeg),
        },
      };
    case "horizon": {
      const [horizon1, horizon2] = ground.horizon;
      const [first, second] = ground.uprights ?? [];
      const edges = first && second ? { edge1: first[0], edge2: first[1], edge3: second[0], edge4: second[1] } : {};
      return {
        ...plain,
        marks: { ...marks, horizon1, horizon2, ...edges },
        fields: { ...plain.fields, ...pair("field", ground.horizontalFieldDeg) },
      };
    }
    case "plan-view":
      return {
        ...plain,
        fields: {
          ...plain.fields,
          tilt: `${ground.tiltErrorDeg}`,
          ...pair("angle", ground.angleToReferenceDeg),
          ...pair("lineLength", ground.referenceLengthM),
          ...pair("height", ground.objectHeightM),
        },
      };
  }
}

type Paired = "bearing" | "ratio" | "lineBearing" | "lineLength" | "height" | "field" | "pitch" | "roll" | "heading" | "angle";

function pair(name: Paired, measure: { readonly value: number; readonly error: number } | undefined): Partial<Record<FieldName, string>> {
  return measure === undefined ? {} : { [name]: `${measure.value}`, [`${name}Error`]: `${measure.error}` };
}

function wordsOf(value: number | undefined): string {
  return value === undefined ? "" : `${value}`;
}
