/** What the sun reasoner answers: when the sun stood so at a place, or where it stood so at a moment. */
import type { MultiPolygon } from "../place/polygon.ts";
import type { MeasuredShadow } from "./measure-shadow.ts";

/** First and last moment. */
export type SunWindow = readonly [from: string, to: string];
type DayRun = readonly [first: string, last: string];

interface Windows {
  /** Null where it was not measured. */
  readonly bearing: readonly SunWindow[] | null;
  readonly ratio: readonly SunWindow[] | null;
  /** All measurements weighed together: 95 % of it. None when they fit at no common moment. */
  readonly joint: readonly SunWindow[];
}

/** Measurements and errors as they were used, slope and lean in them. */
export interface UsedErrors {
  readonly shadowBearingDeg: { readonly value: number; readonly error: number } | null;
  readonly lengthRatio: { readonly value: number; readonly error: number } | null;
  /** Degrees; while no length is known, lean adds more the higher the sun stands, and this is what it adds at 45 degrees. */
  readonly bearingErrorDeg: number | null;
  /** Of the sun, as seen through air. */
  readonly heightDeg: readonly [least: number, most: number] | null;
}

/** Windows in local time with its offset from UTC; the same in UTC beside them. */
export interface SunWhen extends Windows {
  readonly answers: "when";
  readonly utc: Windows;
  readonly day: string;
  readonly zone: string;
  readonly noon: { readonly utc: string; readonly local: string };
  readonly used: UsedErrors;
  /** What was worked out from marks on a frame; null where nothing was marked. */
  readonly measured: MeasuredShadow | null;
  /** Runs of days within the scan on which all measurements fit at some moment; null when no scan was asked for. */
  readonly daysThatFit: readonly DayRun[] | null;
  readonly scanned: DayRun | null;
  /** The same in the rest of the year around the day: what the scan would have missed. */
  readonly seasonalTwin: readonly DayRun[] | null;
  readonly warnings: readonly string[];
}

export interface SunBand {
  /** WGS 84, longitude first, cut at the line of 180 degrees. */
  readonly region: MultiPolygon;
  readonly areaKm2: number;
}

export interface SunWhere {
  readonly answers: "where";
  readonly instant: SunWindow;
  /** Null where it was not measured. */
  readonly bearing: SunBand | null;
  readonly ratio: SunBand | null;
  /** Places at which all measurements fit at one and the same moment. */
  readonly joint: SunBand;
  /** Places outside lie outside; those inside may lie outside of the true edge by as much as this. */
  readonly edgeKm: number;
  readonly within: "globe" | "region";
  /** Where the sun stood overhead at the first and last moment. */
  readonly overhead: readonly [SunOverhead, SunOverhead];
  /** Whether the place that was given lies in the joint region; null when none was given. */
  readonly placeFits: boolean | null;
  readonly used: UsedErrors;
  readonly measured: MeasuredShadow | null;
  readonly warnings: readonly string[];
}

export interface SunOverhead {
  readonly lat: number;
  readonly lon: number;
}

export type SunAnswer = SunWhen | SunWhere;
