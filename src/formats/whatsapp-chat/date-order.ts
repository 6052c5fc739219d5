/**
 * Which figure of a date is the day. An export writes all its heads in one locale, so the whole file may show what one
 * date cannot: by a figure over 12, or because only one order lets time run forward. Where neither shows, all readings stay.
 */
import { wallClockMs } from "../../core/time/wall-clock.ts";
import type { MessageHead } from "./message-head.ts";

export type DateOrder = "dmy" | "mdy" | "ymd";

export interface OrderDecision {
  /** Orders that the file allows; one when it decides. */
  readonly orders: readonly DateOrder[];
  readonly by: "year-first" | "figures" | "sequence" | "nothing";
}

export interface OrderEvidence {
  see(head: MessageHead, where: string): void;
  decide(): OrderDecision;
  /** First places whose figures can be read in one order only. */
  deciders(order: DateOrder): { readonly count: number; readonly where: readonly string[] };
}

/** WhatsApp began in 2009; figures that mean another year are of another calendar, or no date. */
const firstYear = 2009;
const lastYear = 2099;
const dayMs = 86_400_000;
/** Messages stand in the order of arrival; a phone that was off explains hours. */
const backwardMs = dayMs;
/** Of a file whose every order has lines against it: how many times fewer they must be. */
const clearly = 20;

export function createOrderEvidence(): OrderEvidence {
  let possible: readonly DateOrder[] | undefined;
  let yearFirst = false;
  const met = new Map<DateOrder, { against: number; backward: number; last: number; only: number; where: string[] }>();
  const of = (order: DateOrder) => {
    const found = met.get(order) ?? { against: 0, backward: 0, last: Number.NEGATIVE_INFINITY, only: 0, where: [] };
    met.set(order, found);
    return found;
  };
  return {
    see(head, where) {
      possible ??= ordersOf(head);
      yearFirst ||= head.fullYear === "first";
      const readings = possible.map((order) => ({ order, ms: dayOf(head, order) }));
      const valid = readings.filter(({ ms }) => ms !== undefined);
      if (valid.length === 0) return;
      for (const { order, ms } of readings) {
        const seen = of(order);
        if (ms === undefined) {
          seen.against++;
          continue;
        }
        if (ms < seen.last - backwardMs) seen.backward++;
        seen.last = ms;
        if (valid.length > 1) continue;
        seen.only++;
        if (seen.where.length < 5) seen.where.push(where);
      }
    },
    decide() {
      const orders = possible ?? [];
      if (orders.length <= 1) return { orders, by: yearFirst ? "year-first" : "nothing" };
      const least = Math.min(...orders.map((order) => of(order).against));
      const fit = orders.filter((order) => of(order).against === least);
      if (fit.length === 1) {
        const others = Math.min(...orders.filter((order) => order !== fit[0]).map((order) => of(order).against));
        return least === 0 || others >= least * clearly ? { orders: fit, by: "figures" } : { orders, by: "nothing" };
      }
      const forward = fit.filter((order) => of(order).backward === 0);
      if (forward.length === 1) return { orders: forward, by: "sequence" };
      return { orders: forward.length > 0 ? forward : fit, by: "nothing" };
    },
    deciders: (order) => ({ count: of(order).only, where: of(order).where }),
  };
}

/** Milliseconds of the head's day read as UTC; undefined when the order makes no day of the figures. */
export function dayOf({ figures: [a, b, c] }: MessageHead, order: DateOrder): number | undefined {
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const full = year < 100 ? 2000 + year : year;
  return full < firstYear || full > lastYear ? undefined : wallClockMs(full, month, day);
}

/** A year of two digits in front is written with dashes or spaced points only (short dates of fr-CA and ko in CLDR). */
function ordersOf({ fullYear, separator }: MessageHead): readonly DateOrder[] {
  if (fullYear === "first") return ["ymd"];
  return fullYear === "last" || !/-|\. |年|년/.test(separator) ? ["dmy", "mdy"] : ["dmy", "mdy", "ymd"];
}
