/** Contradictions that the reasoner over claims finds for the event of a question: offered to whoever writes a finding on it, never taken. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type CompletePlace, readContradictionReport } from "../claims/contradiction-report.ts";

export interface OfferedContradiction {
  aspect: string;
  /** Claims, links and assumptions, by their ids. */
  members: string[];
  events: EventId[];
  /** As a finding may say it. */
  words: string;
}

export async function openContradictions(
  reader: CaseReader,
  viewer: Viewer,
  question: QuestionId,
  complete: CompletePlace,
): Promise<OfferedContradiction[]> {
  demand(viewer, "read");
  const row = await reader.views.db
    .selectFrom("question")
    .select("event")
    .where("id", "=", Number(question.slice(2)))
    .executeTakeFirst();
  if (row?.event == null) return [];
  const event: EventId = `e${row.event}`;
  const { sets, events } = await readContradictionReport(reader, viewer, {}, complete);
  const joined = new Set(events.flatMap((group) => (group.events.includes(event) ? group.events : [])).concat(event));
  const pairs = events
    .filter((group) => group.events.includes(event))
    .flatMap(({ aspects }) => aspects)
    .flatMap(({ aspect, pairs: judged }) => judged.filter(({ judgement }) => judgement === "contradict").map((pair) => ({ aspect, pair })));
  const offered = sets
    .filter((set) => set.events.some((one) => joined.has(one)))
    .map(({ aspect, members, events: of, words }) =>
      said(
        aspect,
        members.map(({ id }) => id),
        [...of],
        words,
      ),
    );
  const inSets = new Set(offered.map(({ members }) => members.toSorted().join()));
  for (const { aspect, pair } of pairs) {
    const members: ClaimId[] = [pair.first, pair.second];
    if (!inSets.has(members.toSorted().join())) offered.push(said(aspect, members, [event], pair.words));
  }
  return offered;
}

function said(aspect: string, members: string[], events: EventId[], words: string): OfferedContradiction {
  return { aspect, members, events, words: `${members.join(", ")} (${aspect}): ${words}` };
}
