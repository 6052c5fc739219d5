/** `?add=n5&event=filming`: a measurement that was just kept becomes a statement of the problem on the screen, once. */
import { useEffect, useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { InferenceId } from "../../core/inference/inference.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { announce } from "../parts/live-region.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { whenOf, windowsStatement } from "./sun-statements.ts";
import { freeName, type TimeDraft, withStatement } from "./time-draft.ts";

export function useMeasured(draft: TimeDraft, change: (next: TimeDraft) => void): void {
  const { query } = useAddress();
  const id = InferenceId.safeParse(query.get("add")).data;
  const event = query.get("event") ?? "";
  const found = useQuery({
    queryKey: [...queryKeys.records, "inferences", "one", id],
    queryFn: ({ signal }) => inferenceApi.get(id as InferenceId, signal),
    enabled: id !== undefined,
  }).data;
  const done = useRef<InferenceId>(undefined);
  useEffect(() => {
    if (id === undefined || found === undefined || done.current === id) return;
    done.current = id;
    const when = whenOf(found.answer);
    const named = event === "" ? (draft.problem.events[0] ?? "filming") : event;
    const made =
      when === undefined
        ? undefined
        : windowsStatement(when, { id: freeName(draft.problem, `shadow-${id}`), event: named, cites: [id, ...found.inference.items] });
    if (made !== undefined) change(withStatement(draft, made));
    announce(t(made === undefined ? "time-bench.measured-nothing" : "time-bench.measured", { id }));
    setQuery({ add: undefined, event: undefined });
  }, [id, found, event, draft, change]);
}
