/** What the figures of a report are drawn from: places, events with their windows, one clock, and who says what. */
import type { Aspect } from "../claim/claim.ts";
import type { EventId, EventSort } from "../event/event.ts";
import type { ItemId } from "../item/item.ts";
import type { Region } from "../place/region.ts";
import type { UtcInstant } from "../time/time-claim.ts";

export interface ReportPlace {
  /** "pl1": unique in the report. */
  readonly id: string;
  readonly title: string;
  /** What states it: a finding, a record, an event. */
  readonly of: string;
  readonly role: "answer" | "ground" | "camera" | "cone" | "rejected" | "candidate";
  /** Never a bare point. */
  readonly region: Region;
  /** What the radius rests on. */
  readonly precision: string;
  /** Why it was rejected; empty else. */
  readonly why: string;
}

/** An end that is "open" is not known. `zone`: whose clock it is said by. */
export interface ReportWindow {
  readonly from: UtcInstant | "open";
  readonly to: UtcInstant | "open";
  readonly zone: string;
  /** What states it. */
  readonly of: string;
  readonly role: "answer" | "computed" | "stated" | "bound";
  readonly basis: string;
}

export interface ReportEvent {
  readonly event: EventId | null;
  readonly title: string;
  readonly sort: EventSort | null;
  readonly windows: readonly ReportWindow[];
  /** Items that show it. A stretch of an event that none shows is a gap. */
  readonly shownBy: readonly { readonly item: ItemId; readonly fromS: number | null; readonly toS: number | null }[];
  /** Where nothing was filmed, or nothing is known, in words. */
  readonly gaps: readonly string[];
}

export interface ReportSync {
  /** Record that it is taken from. */
  readonly of: string;
  readonly reference: ItemId;
  readonly clips: readonly {
    readonly item: ItemId;
    /** Seconds on the common clock at which it begins and ends; null where it could not be joined. */
    readonly fromS: number | null;
    readonly toS: number | null;
    readonly plusMinusS: number | null;
  }[];
  readonly says: readonly string[];
}

/** Rows are aspects of events, columns are first tellers. The report does not say which is right. */
export interface ReportClaims {
  readonly columns: readonly { readonly source: string; readonly title: string }[];
  readonly rows: readonly {
    readonly event: string;
    readonly aspect: Aspect;
    readonly title: string;
    readonly cells: readonly {
      readonly source: string;
      readonly claim: string;
      readonly words: string;
      readonly hedges: readonly string[];
      readonly basis: string;
    }[];
    /** Sets of claims of this row that cannot all hold, in words. */
    readonly conflicts: readonly string[];
  }[];
  /** Independent first tellers by aspect, in words. */
  readonly origins: readonly string[];
}
