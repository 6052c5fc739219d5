/** The answer in words beside the chart: by zone while one is open, else the windows, or what cannot all hold. It says which is true of nothing. */
import type { TimeAnswer, ZoneAnswer } from "../../reason/time/answer-time.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { zonesWords } from "./bar-words.ts";
import { ConflictCard } from "./conflict-card.tsx";
import { shownAnswer } from "./shown-answer.ts";
import { WindowList } from "./window-list.tsx";
import { ZoneTable } from "./zone-table.tsx";

interface AnswerPanelProps {
  readonly answer: TimeAnswer;
  readonly problem: TimeProblem;
  readonly zones: string | undefined;
  readonly zone: string;
  readonly dropped: ReadonlySet<string>;
  readonly onDrop: (id: string) => void;
  readonly onDropNone: () => void;
  readonly onZones: (zones: string | undefined) => void;
  readonly onStateZone: (() => void) | undefined;
  readonly onChoose: (id: string) => void;
}

export function AnswerPanel(props: AnswerPanelProps) {
  const { answer, zones, problem, zone, dropped, onDrop, onDropNone } = props;
  const { table, drawn, chosen } = shownAnswer(answer, zones);
  return (
    <>
      {dropped.size === 0 ? null : (
        <section className="notice is-attention time-dropped" aria-label={t("time-bench.dropped")}>
          <div>
            <p>{t("time-bench.dropped-how")}</p>
            <p className="time-chips">
              {[...dropped].map((id) => (
                <button key={id} type="button" className="button is-small" title={t("time-bench.take-back-in")} onClick={() => onDrop(id)}>
                  <IsolatedText text={id} /> <span aria-hidden="true">×</span>
                </button>
              ))}
              <button type="button" className="button is-small is-bare" onClick={onDropNone}>
                {t("time-bench.drop-none")}
              </button>
            </p>
          </div>
        </section>
      )}
      {table.length === 0 ? null : (
        <ZoneTable
          table={table}
          chosen={chosen}
          events={problem.events}
          zone={zone}
          onZones={props.onZones}
          onStateZone={chosen === undefined ? undefined : props.onStateZone}
        />
      )}
      {drawn.length === 1
        ? drawn.map(([key, one]) => <OneAnswer key={key} {...props} zones={key} one={one} />)
        : drawn.some(([, one]) => !one.consistent) && <p className="quiet">{t("time-bench.choose-for-conflicts")}</p>}
    </>
  );
}

function OneAnswer({ zones, one, problem, zone, onDrop, onChoose }: AnswerPanelProps & { zones: string; one: ZoneAnswer }) {
  const title = zones === "" ? "" : t("time-bench.taken-as", { zones: zonesWords(zones) });
  if (!one.consistent)
    return (
      <section className="time-part" aria-label={t("time-bench.conflicts")}>
        <h2>
          <ToneMark tone="conflict" /> {t("time-bench.conflict-count", { count: one.conflicts.length })}
        </h2>
        {title === "" ? null : <p className="quiet small">{title}</p>}
        <p className="quiet small">{t("time-bench.not-which")}</p>
        {one.allConflictsFound ? null : <p className="small tone-narrower">{t("time-bench.not-all-found")}</p>}
        {one.conflicts.map((conflict) => (
          <ConflictCard
            key={conflict.members.join("\n")}
            conflict={conflict}
            problem={problem}
            zone={zone}
            onDrop={onDrop}
            onChoose={onChoose}
          />
        ))}
        {one.conflicts.length === 0 ? <p className="tone-conflict">{t("time-bench.certain-conflict")}</p> : null}
      </section>
    );
  return (
    <section className="time-part" aria-label={t("time-bench.windows")}>
      <h2>
        <ToneMark tone={one.touching ? "narrower" : "agree"} /> {t("time-bench.holds")}
      </h2>
      {title === "" ? null : <p className="quiet small">{title}</p>}
      {one.touching ? (
        <p className="notice is-attention">
          <span>{t("time-bench.touching")}</span>
        </p>
      ) : null}
      <WindowList answer={one} events={problem.events} zone={zone} />
    </section>
  );
}
