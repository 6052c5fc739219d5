/** What was odd about a message's JSON, as faults and traps that name message and field. */
import type { ValueBuilder, ValueFlaw } from "../json-stream/json-value.ts";
import type { TelegramLog } from "./telegram-log.ts";

const faults: Readonly<Record<Exclude<ValueFlaw, "escape" | "replaced">, { expected: string; found: string }>> = {
  surrogate: { expected: "whole characters", found: "half of a surrogate pair, shown as U+FFFD" },
  control: { expected: "control characters as escapes", found: "one as it is" },
  cut: { expected: "a text of at most 1048576 units", found: "a longer one; the rest is left out" },
  duplicate: { expected: "each member once", found: "a member twice; the last one counts" },
  "too-deep": { expected: "shallow nesting", found: "deep nesting; left out" },
  "too-much": { expected: "a message of a few thousand characters", found: "millions; the rest is left out" },
};

export function noteFlaws(flaws: ValueBuilder["flaws"], where: string, log: TelegramLog): void {
  for (const { field, flaw } of flaws) {
    const place = `${where} ${field}`;
    if (flaw === "escape") log.trap("escape-not-json", place);
    else if (flaw === "replaced") log.trap("bytes-not-in-encoding", place);
    else log.fault({ where: place, ...faults[flaw] });
  }
}
