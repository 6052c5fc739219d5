/** What a kept sun inference says as a statement about an event: the windows it leaves, citing it. */
import type { InferenceDetail } from "../../api/inferences.ts";
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import type { SunAnswer, SunWhen } from "../../reason/sun/sun-answer.ts";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import type { Offer } from "./take-from-case.ts";

/** Undefined where the answer is none of when, or is not in this copy. */
export function whenOf(answer: unknown): SunWhen | undefined {
  const read = answer as Partial<SunAnswer> | null;
  return read !== null && typeof read === "object" && read.answers === "when" ? (read as SunWhen) : undefined;
}

export function sunProblemOf(problem: unknown): SunProblem | undefined {
  return SunProblem.safeParse(problem).data;
}

/** Windows in UTC that all measurements leave together; undefined where they leave none. */
export function windowsStatement(
  when: SunWhen,
  { id, event, cites }: { readonly id: string; readonly event: string; readonly cites: readonly string[] },
): TimeStatement | undefined {
  const windows = when.utc.joint.map(([from, to]): [string, string] => [from, to]);
  if (windows.length === 0) return undefined;
  return { id, kind: "windows", event, windows, cites: [...cites], basis: `shadow on ${when.day}, ${when.zone}; 95 %` };
}

export function sunOffer({ inference, answer }: InferenceDetail, names: ReadonlyMap<string, string>): Offer | undefined {
  const when = whenOf(answer);
  const about = inference.about;
  if (when === undefined) return undefined;
  const eventName = (about === null ? undefined : names.get(about)) ?? "filming";
  const made = windowsStatement(when, { id: `${inference.id}-shadow`, event: eventName, cites: [inference.id] });
  if (made === undefined) return undefined;
  return {
    key: inference.id,
    event: about ?? inference.id,
    eventName,
    statements: [made],
    // A measurement is of one day that somebody assumed: whether it counts here is a person's choice.
    isMeant: false,
    note: "time-bench.take-sun",
  };
}
