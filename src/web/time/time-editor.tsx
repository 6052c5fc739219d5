/** A problem of times being worked on: asks the reasoner for what the address and the draft say, and hands both to the bench. */
import { useMemo, useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import { useAddress } from "../router/router.ts";
import { useSolver } from "../solver/use-solver.ts";
import { chartRows, drawnZones } from "./chart-rows.ts";
import { EditorBench } from "./editor-bench.tsx";
import { type PerZone, shownAnswer } from "./shown-answer.ts";
import { askable, type TimeDraft } from "./time-draft.ts";
import { useAloneRows } from "./use-alone-rows.ts";
import { useDraft } from "./use-draft.ts";
import { useMeasured } from "./use-measured.ts";
import { viewOf } from "./view-in-address.ts";

/** What a sheet of paper holds of a long problem. */
const eventsOnPaper = 200;

interface TimeEditorProps {
  /** The inference, or "new". */
  readonly name: string;
  readonly begin: TimeDraft;
  readonly kept: InferenceDetail | undefined;
}

const nothing: PerZone = [];

export function TimeEditor({ name, begin, kept }: TimeEditorProps) {
  const { query } = useAddress();
  const said = query.toString();
  const view = useMemo(() => viewOf(new URLSearchParams(said)), [said]);
  const steps = useDraft(name, begin, kept?.inference.seq ?? 0);
  const { draft } = steps;
  const { problem } = draft;
  useMeasured(draft, steps.change);
  const [inSight, setInSight] = useState("[]");

  const droppedNames = JSON.stringify([...view.dropped]);
  const dropped = useMemo(() => new Set(JSON.parse(droppedNames) as string[]), [droppedNames]);
  const asked = useMemo(() => askable(draft, dropped), [draft, dropped]);
  const { answer: solved, busy } = useSolver<TimeAnswer>("time", asked);
  const answer = solved?.state === "solved" ? solved.answer : undefined;
  const shown = useMemo(() => (answer === undefined ? undefined : shownAnswer(answer, view.zones)), [answer, view.zones]);
  const question = useMemo(() => {
    const events = view.paper ? problem.events.slice(0, eventsOnPaper) : (JSON.parse(inSight) as string[]);
    // While an answer is of the problem before, its zones may be none of this one's.
    if (busy || shown === undefined || events.length === 0) return undefined;
    return { problem, zones: drawnZones(shown.drawn), dropped: [...dropped], events };
  }, [problem, shown, dropped, busy, inSight, view.paper]);
  const alone = useAloneRows(question);
  const rows = useMemo(() => chartRows({ problem, drawn: shown?.drawn ?? nothing, alone, dropped }), [problem, shown, alone, dropped]);
  return <EditorBench {...{ name, view, steps, begin, kept, asked, solved, busy, shown, rows }} onSee={setInSight} />;
}
