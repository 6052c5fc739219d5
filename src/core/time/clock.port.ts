/** What this machine's clock says. A claim, never proof. */
import type { UtcInstant } from "./time-claim.ts";

export interface Clock {
  now(): UtcInstant;
}
