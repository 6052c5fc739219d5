/** The problem that a draft makes, and what is still missing for it. */
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import type { WordKey } from "../words/t.ts";
import { type FieldName, groundPlace, numberOf, positionOf, type SunDraft } from "./sun-draft.ts";

export interface Made {
  readonly problem: SunProblem | undefined;
  /** What is still to be filled in, or cannot be read. */
  readonly missing: readonly WordKey[];
}

export function problemOf(draft: SunDraft): Made {
  const missing: WordKey[] = [];
  const { fields } = draft;
  const need = <T>(value: T | undefined, words: WordKey): T | undefined => {
    if (value === undefined) missing.push(words);
    return value;
  };
  const number = (name: FieldName): number | undefined => numberOf(fields[name]);
  const measure = (name: FieldName & ("bearing" | "ratio"), error: FieldName) => measured(number(name), number(error));
  const place = positionOf(fields.place ?? "");
  const where = draft.asks === "where";
  const made: Record<string, unknown> = {};
  if (!where) {
    made["place"] = need(place, "sun.need.place");
    made["day"] = need(fields.day === "" ? undefined : fields.day, "sun.need.day");
    made["zone"] = need(fields.zone === "" ? undefined : fields.zone, "sun.need.zone");
    if (fields.scanFrom && fields.scanTo) made["scanDays"] = [fields.scanFrom, fields.scanTo];
  } else {
    const [from, to] = [momentOf(fields.from), momentOf(fields.to === "" ? fields.from : (fields.to ?? fields.from))];
    made["instant"] = need(from === undefined || to === undefined ? undefined : [from, to], "sun.need.instant");
    made["place"] = place;
    const [south, north, west, east] = (["south", "north", "west", "east"] as const).map(number);
    if (draft.area !== undefined) made["within"] = draft.area;
    else if (south !== undefined && north !== undefined && west !== undefined && east !== undefined)
      made["within"] = { south, north, west, east };
  }
  if (draft.by === "by-hand") {
    made["shadowBearingDeg"] = measure("bearing", "bearingError");
    made["lengthRatio"] = measure("ratio", "ratioError");
    if (made["shadowBearingDeg"] === undefined && made["lengthRatio"] === undefined) missing.push("sun.need.measure");
  } else made["measured"] = measurementOf(draft, missing);
  for (const [field, name] of [
    ["slopeErrorDeg", "slope"],
    ["leanErrorDeg", "lean"],
  ] as const)
    made[field] = number(name);
  if (missing.length > 0) return { problem: undefined, missing };
  const read = SunProblem.safeParse(withoutUndefined(made));
  return read.success ? { problem: read.data, missing } : { problem: undefined, missing: ["sun.need.range"] };
}

function measurementOf(draft: SunDraft, missing: WordKey[]): unknown {
  const { marks, frame, fields, uses, by } = draft;
  const { base, tip, end } = marks;
  const ground = groundOf(draft);
  const markErrorPx = numberOf(fields.markError);
  if (frame === undefined || base === undefined || end === undefined) missing.push("sun.need.marks");
  if (ground === undefined && by !== "by-hand") missing.push(`sun.need.${by}`);
  if (markErrorPx === undefined) missing.push("sun.need.mark-error");
  return withoutUndefined({
    ...{ frame, base, tip: by === "plan-view" ? undefined : tip, shadowEnd: end, markErrorPx, ground },
    uses: uses === "both" ? undefined : [uses],
    cites: draft.marksCite,
    note: fields.note === "" ? undefined : fields.note,
  });
}

function groundOf({ by, marks, points, inMetres, fields, cites }: SunDraft): unknown {
  const number = (name: FieldName) => numberOf(fields[name]);
  const measure = (name: FieldName, error: FieldName) => measured(number(name), number(error));
  const bearing = measure("lineBearing", "lineBearingError");
  const reference = marks.line1 && marks.line2 && bearing && { line: [marks.line1, marks.line2], bearingDeg: bearing };
  const [field, height, length] = [
    measure("field", "fieldError"),
    measure("height", "heightError"),
    measure("lineLength", "lineLengthError"),
  ];
  switch (by) {
    case "by-hand":
      return undefined;
    case "ground-points": {
      const rows = points.flatMap((row) => {
        const [map, errorM] = [groundPlace(row.place, inMetres), numberOf(row.error)];
        return row.frame === undefined || map === undefined || errorM === undefined ? [] : [{ frame: row.frame, map, errorM }];
      });
      return rows.length < 4 ? undefined : withoutUndefined({ by, points: rows, objectHeightM: height });
    }
    case "camera": {
      const pitch = measure("pitch", "pitchError");
      if (field === undefined || pitch === undefined) return undefined;
      const turned = { rollDeg: measure("roll", "rollError"), headingDeg: measure("heading", "headingError") };
      return withoutUndefined({
        by,
        horizontalFieldDeg: field,
        pitchDeg: pitch,
        ...turned,
        reference,
        cites: cites.length === 0 ? undefined : cites,
      });
    }
    case "horizon": {
      const { horizon1, horizon2, edge1, edge2, edge3, edge4 } = marks;
      if (horizon1 === undefined || horizon2 === undefined) return undefined;
      const uprights =
        edge1 && edge2 && edge3 && edge4
          ? [
              [edge1, edge2],
              [edge3, edge4],
            ]
          : undefined;
      if (field === undefined && uprights === undefined) return undefined;
      return withoutUndefined({ by, horizon: [horizon1, horizon2], horizontalFieldDeg: field, uprights, reference });
    }
    case "plan-view": {
      const tiltErrorDeg = number("tilt");
      if (reference === undefined || tiltErrorDeg === undefined) return undefined;
      const lengths = { referenceLengthM: length, objectHeightM: height };
      return withoutUndefined({ by, reference, tiltErrorDeg, angleToReferenceDeg: measure("angle", "angleError"), ...lengths });
    }
  }
}

function measured(value: number | undefined, error: number | undefined): { value: number; error: number } | undefined {
  return value === undefined || error === undefined ? undefined : { value, error };
}

/** UTC, with or without its Z, seconds may be left out. */
function momentOf(words: string | undefined): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?Z?$/.exec((words ?? "").trim());
  return found === null ? undefined : `${found[1]}T${found[2]}${found[3] ?? ":00"}Z`;
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
