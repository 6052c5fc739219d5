/** What this machine says of its own clock. */
import { existsSync } from "node:fs";

/** systemd says so here once its time service has heard from a time server. */
export function clockSource(): "system-synchronised" | "system" {
  return existsSync("/run/systemd/timesync/synchronized") ? "system-synchronised" : "system";
}
