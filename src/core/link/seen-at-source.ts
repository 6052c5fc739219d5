/** From checks and captures of one link: since when it is gone, and when to look again. An interval, never a moment. */
import type { UtcInstant } from "../time/time-claim.ts";
import type { CheckEvery, CheckOutcome } from "./capture.ts";

export interface Look {
  readonly at: UtcInstant;
  readonly outcome: CheckOutcome;
}

export interface GoneSince {
  /** Last time that it was seen there; "unknown" when nobody here ever saw it. */
  readonly after: UtcInstant | "unknown";
  /** First time that it was found gone, after which nobody saw it again. */
  readonly by: UtcInstant;
}

/** Outcomes that say nothing of the thing itself: a wall before it, or no line to it. */
const blind: ReadonlySet<CheckOutcome> = new Set(["login-needed", "unreachable", "unknown"]);

/** Undefined when the last look that told something did not find it gone. The order of `looks` does not matter. */
export function goneSince(looks: readonly Look[]): GoneSince | undefined {
  const telling = looks.filter(({ outcome }) => !blind.has(outcome)).toSorted((one, other) => compare(one.at, other.at));
  const lastSeen = telling.findLastIndex(({ outcome }) => outcome !== "gone");
  const first = telling[lastSeen + 1];
  if (first === undefined) return undefined;
  return { after: telling[lastSeen]?.at ?? "unknown", by: first.at };
}

/** When the next look is due; undefined without a plan. What is gone is still looked for: things come back. */
export function nextLook(noted: UtcInstant, looks: readonly Look[], everyDays: CheckEvery | undefined): UtcInstant | undefined {
  if (everyDays === undefined || everyDays === "never") return undefined;
  const last = looks.reduce((latest, { at }) => (compare(at, latest) > 0 ? at : latest), noted);
  return new Date(Date.parse(last) + everyDays * 86_400_000).toISOString();
}

function compare(one: UtcInstant, other: UtcInstant): number {
  return Date.parse(one) - Date.parse(other);
}
