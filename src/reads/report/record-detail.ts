/** What a report tells of one record beyond its title: frames, measurement, computation, and what it rests on in its turn. */
import type { EventId } from "../../core/event/event.ts";
import type { ReportPlace, ReportSync, ReportWindow } from "../../core/report/report-figures.ts";
import type { TimeMeaning } from "../../core/time/time-claim.ts";
import type { Computation, Measurement, RecordExhibit, RecordMark } from "../../core/report/report-record.ts";

export interface RecordDetail {
  readonly says: readonly string[];
  readonly exhibits: readonly RecordExhibit[];
  readonly marks: readonly RecordMark[];
  readonly measurements: readonly Measurement[];
  readonly computation: Computation | null;
  readonly restsOn: readonly string[];
  /** `about`: the event or item that it is stated of. */
  readonly places: readonly (Omit<ReportPlace, "id" | "of"> & { readonly about: string | null })[];
  readonly windows: readonly {
    readonly event: EventId | null;
    readonly title: string;
    readonly window: Omit<ReportWindow, "of">;
    /** Of a stated time: what it is the time of. */
    readonly means?: TimeMeaning;
  }[];
  readonly sync: ReportSync | null;
}

export const noDetail: RecordDetail = {
  ...{ says: [], exhibits: [], marks: [], measurements: [], computation: null, restsOn: [], places: [], windows: [], sync: null },
};
