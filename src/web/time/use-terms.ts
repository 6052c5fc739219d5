/** What stands under every chart that leaves the page: whose clock, the horizon, the reasoner's version, the head of the case, what is dropped. */
import { useQuery } from "@tanstack/react-query";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { useCase } from "../api-client/case-queries.ts";
import { t } from "../words/t.ts";
import { zonesWords } from "./bar-words.ts";
import { zoneWords } from "./clock-words.ts";
import type { PaperTerms } from "./paper-chart.tsx";
import { rulesOf } from "./time-draft.ts";

interface TermsOf {
  readonly title: string;
  readonly problem: TimeProblem;
  readonly zone: string;
  /** The zone that an open one is taken to be. */
  readonly zones: string | undefined;
  readonly dropped: ReadonlySet<string>;
  readonly inference: string | undefined;
}

export function useTerms({ title, problem, zone, zones, dropped, inference }: TermsOf): PaperTerms {
  const head = useCase().data?.head;
  // The registry holds every reasoner: it is fetched when it is needed, and not with the page.
  const version = useQuery({
    queryKey: ["solver-version", "time"],
    queryFn: async () => (await import("../../reason/solver/solver.ts")).solvers.time.version,
  }).data;
  const [first, last] = problem.horizon;
  return {
    title: title === "" ? t("time-bench.untitled") : title,
    lines: [
      t("time-bench.term.clock", { zone: zoneWords(zone, Date.parse(`${last}T00:00:00Z`)) }),
      ...(zones === undefined ? [] : [t("time-bench.term.taken", { zones: zonesWords(zones) })]),
      t("time-bench.term.horizon", { first, last }),
      t("time-bench.term.rules", {
        rules: Object.entries(rulesOf(problem))
          .map(([name, [from, to]]) => t("time-bench.rule", { name, from, to }))
          .join("; "),
      }),
      ...(dropped.size === 0 ? [] : [t("time-bench.term.dropped", { names: [...dropped].join(", ") })]),
      t("time-bench.term.version", { version: version ?? "…", inference: inference ?? t("time-bench.not-kept") }),
      ...(head === undefined ? [] : [t("time-bench.term.head", { code: head.shortCode, seq: String(head.seq) })]),
    ],
  };
}
