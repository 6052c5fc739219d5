/** The window of each event, with every statement that either side rests on. */
import type { WindowsAnswer } from "../../reason/time/answer-time.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { piecesWords } from "./bar-words.ts";

/** More events than this are read in the chart. */
const eventsListed = 60;

interface WindowListProps {
  readonly answer: WindowsAnswer;
  readonly events: readonly string[];
  readonly zone: string;
  readonly withCuts?: boolean;
}

export function WindowList({ answer, events, zone, withCuts = true }: WindowListProps) {
  return (
    <>
      <dl className="time-windows">
        {events.slice(0, eventsListed).map((event) => (
          <div key={event}>
            <dt>
              <IsolatedText text={event} />
            </dt>
            <dd>
              <p className="time-figures">{windowWords(answer, event, zone)}</p>
              {withCuts ? <Cuts answer={answer} event={event} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      {events.length > eventsListed ? (
        <p className="quiet small">{t("time-bench.more-events", { count: events.length - eventsListed })}</p>
      ) : null}
    </>
  );
}

export function windowWords(answer: WindowsAnswer, event: string, zone: string): string {
  const spans = (answer.windows[event] ?? []).map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);
  return piecesWords(spans, zone, answer.open[event] ?? []);
}

function Cuts({ answer, event }: { answer: WindowsAnswer; event: string }) {
  const cut = answer.cutBy[event];
  if (cut === undefined) return null;
  return (
    <>
      {cut.earliest.length === 0 ? null : <p className="quiet small">{t("time-bench.earliest-by", { names: cut.earliest.join(", ") })}</p>}
      {cut.latest.length === 0 ? null : <p className="quiet small">{t("time-bench.latest-by", { names: cut.latest.join(", ") })}</p>}
    </>
  );
}
