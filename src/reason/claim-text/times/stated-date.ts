/** A date as far as words state it, before it is placed in a calendar. */
import type { DayPart, Piece } from "./time-words.ts";

export type StatedDate =
  /** Figures that say the whole date, in one way or two. */
  | { readonly is: "figures"; readonly days: readonly number[]; readonly isShortYear: boolean }
  /** "3 May 2031", "3 May", "May 2031", "the 29th", "3" in "between 3 and 5 May". */
  | {
      readonly is: "date";
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly toDay?: number;
      /** "On 3 and 7 May". */
      readonly otherDay?: number;
      /** A figure alone: a day only by what stands beside it. */
      readonly isBare?: true;
      readonly piece?: Piece;
      /** Beside the date: "Tuesday, 6 May". */
      readonly weekday?: number;
    }
  | { readonly is: "weekday"; readonly weekday: number; readonly turn?: "last" | "next" | "this" }
  | { readonly is: "counted"; readonly add: number; readonly toAdd?: number; readonly part?: DayPart }
  | { readonly is: "stretch"; readonly of: "week" | "month" | "year" | "weekend"; readonly add: number };

export interface Found<T> {
  readonly value: T;
  /** The token behind it. */
  readonly end: number;
}
