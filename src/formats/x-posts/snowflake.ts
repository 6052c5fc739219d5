/** The moment that an id of X carries: milliseconds since the service's own epoch stand above the lowest 22 bits. */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { claimOfInstant, inReach } from "../../core/time/wall-clock.ts";

/** 2010-11-04T01:42:54.657Z. */
const epochMs = 1288834974657n;
const lowBits = 22n;
/** Ids were counted one by one before; the counter stood near 30,000,000,000 when the form changed. */
const firstWithTime = 1_000_000_000_000n;
const latestMs = Date.UTC(2100, 0, 1);

/** Undefined for ids that carry no time. */
export function instantOfId(id: string): number | undefined {
  if (!/^\d{1,20}$/.test(id)) return undefined;
  const number = BigInt(id);
  if (number < firstWithTime) return undefined;
  const ms = Number((number >> lowBits) + epochMs);
  return inReach(ms) && ms < latestMs ? ms : undefined;
}

export function timeOfId(id: string, where: string): TimeClaim | undefined {
  const ms = instantOfId(id);
  if (ms === undefined) return undefined;
  return claimOfInstant({ means: "posted", verbatim: id, basis: `${where} id, its milliseconds since 2010-11-04T01:42:54.657Z` }, ms);
}
