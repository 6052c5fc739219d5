/** A question about times as a report tells it: each statement with who says it, the window of each event, conflicts. */
import { windowWords } from "../../../core/report/report-words.ts";
import type { TimeAnswer, ZoneAnswer } from "../../../reason/time/answer-time.ts";
import type { TimeProblem, TimeStatement } from "../../../reason/time/time-problem.ts";
import { type Computed, nothingComputed } from "./computed.ts";

export function computedTime(problem: TimeProblem, answer: TimeAnswer): Computed {
  const zone = problem.displayZone ?? "UTC";
  const answers: [string, ZoneAnswer][] = "perZone" in answer ? Object.entries(answer.perZone) : [["", answer]];
  return {
    ...nothingComputed,
    told: problem.statements.map((one) => ({ says: statementWords(one, zone), rests: one.cites ?? [] })),
    answered: answers.flatMap(([zones, one]) => answeredOf(zones, one, zone)),
    windows: answers.flatMap(([zones, one]) => windowsOf(zones, one, problem, zone)),
    rests: problem.statements.flatMap(({ cites }) => cites ?? []).concat(Object.values(problem.eventRecords ?? {})),
  };
}

function statementWords(one: TimeStatement, zone: string): string {
  const who = [one.source, one.grade].filter((part) => part !== undefined).join(", ");
  const kind = one.assumption === true ? "assumed" : who === "" ? "stated" : `stated by ${who}`;
  const words = one.words === undefined ? "" : ` Words: "${one.words}".`;
  const basis = one.basis === undefined ? "" : ` Basis: ${one.basis}.`;
  return `${one.id} (${kind}): ${saidOf(one, zone)}.${basis}${words}`;
}

function saidOf(one: TimeStatement, zone: string): string {
  switch (one.kind) {
    case "sun":
      return `${one.event} lies in ${one.sun} by the sun at ${one.place.lat}, ${one.place.lon}${one.day === undefined ? "" : ` on ${one.day}`}`;
    case "within": {
      const days = one.toDay === undefined ? one.day : `${one.day} to ${one.toDay}`;
      const part = one.part === undefined ? "" : ` in the ${one.part}`;
      const between = one.between === undefined ? "" : ` between ${one.between[0]} and ${one.between[1]}`;
      const around = one.plusMinusDays === undefined ? "" : `, give or take ${one.plusMinusDays} days`;
      return `${one.event} lies on ${days}${part}${between}${around} by the clocks of ${one.zone ?? "a zone that nobody states"}`;
    }
    case "order":
      return `${one.before} lies before ${one.after}${one.atLeastHours === undefined ? "" : `, by at least ${one.atLeastHours} hours`}`;
    case "offset":
      return `${one.to} lies ${one.hours} hours after ${one.from}${one.plusMinusHours === undefined ? "" : `, give or take ${one.plusMinusHours}`}`;
    case "bound":
      return `${one.event}: ${windowWords({ from: one.notBefore ?? "open", to: one.notAfter ?? "open", zone })}`;
    case "windows":
      return `${one.event} lies in one of ${one.windows.length} windows, the first ${windowWords({ from: one.windows[0]?.[0] ?? "open", to: one.windows[0]?.[1] ?? "open", zone })}`;
  }
}

function answeredOf(zones: string, answer: ZoneAnswer, zone: string): string[] {
  const under = zones === "" ? "" : `Taken zone ${zones}: `;
  if (!answer.consistent) {
    return answer.conflicts.map(
      ({ members, gapSeconds }) => `${under}${members.join(", ")} cannot all hold: ${Math.round(gapSeconds / 60)} minutes are missing.`,
    );
  }
  return Object.entries(answer.windows).map(([event, windows]) => {
    const open = answer.open[event] ?? [];
    const cut = answer.cutBy[event];
    const by = cut === undefined ? "" : ` Cut by ${[...cut.earliest, ...cut.latest].join(", ") || "nothing"}.`;
    const said = windows.slice(0, 5).map((one, at) => windowWords(openEnds(one, open, at === 0, at === windows.length - 1, zone)));
    const more = windows.length > 5 ? ` and ${windows.length - 5} more windows` : "";
    return `${under}${event}: ${said.join("; ")}${more}.${by}`;
  });
}

function openEnds(
  [from, to]: readonly [string, string],
  open: readonly string[],
  isFirst: boolean,
  isLast: boolean,
  zone: string,
): { from: string | "open"; to: string | "open"; zone: string } {
  return { from: isFirst && open.includes("earlier") ? "open" : from, to: isLast && open.includes("later") ? "open" : to, zone };
}

function windowsOf(zones: string, answer: ZoneAnswer, problem: TimeProblem, zone: string): Computed["windows"] {
  if (!answer.consistent) return [];
  return Object.entries(answer.windows).flatMap(([event, windows]) =>
    windows.slice(0, 5).map((one, at) => ({
      event: problem.eventRecords?.[event] ?? null,
      title: event,
      window: {
        ...openEnds(one, answer.open[event] ?? [], at === 0, at === windows.length - 1, zone),
        role: "computed" as const,
        basis: `${zones === "" ? "" : `zone taken: ${zones}; `}cut by ${[...(answer.cutBy[event]?.earliest ?? []), ...(answer.cutBy[event]?.latest ?? [])].join(", ") || "nothing"}`,
      },
    })),
  );
}
