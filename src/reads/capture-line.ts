/** One capture as it is shown: everything the line says, with its seals opened where this copy has what opens them. */
import type { Selectable } from "kysely";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AccountUsed, CaptureMinimum, CaptureOutcome, ClockOffset, NetworkRoute } from "../core/link/capture.ts";
import type { LinkTables } from "../views/tables/links.ts";

export interface CaptureLine {
  seq: number;
  byName: string;
  items: ItemId[];
  how: "own-program" | "by-hand";
  outcome: CaptureOutcome;
  did: string | null;
  startedAt: string;
  endedAt: string;
  program: { name: string; version: string } | null;
  arguments: string[] | "withheld" | null;
  exitCode: number | "killed" | "none";
  log: Digest | null;
  clockCheck: (ClockOffset & { reference: string | null }) | "not-done";
  account: AccountUsed | "unknown" | "withheld";
  network: NetworkRoute;
  minimum: CaptureMinimum;
}

/** A capture as a held item shows where it came from. */
export interface Captured {
  seq: number;
  link: ItemId;
  shown: string;
  how: CaptureLine["how"];
  startedAt: string;
  endedAt: string;
  outcome: CaptureOutcome;
}

export function captureLine({ seq, json }: Selectable<LinkTables["capture"]>, byName: string): CaptureLine {
  const { item: _item, ...said } = JSON.parse(json) as Omit<CaptureLine, "seq" | "byName"> & { item: ItemId };
  return { seq, byName, ...said };
}
