/** A smallest set of statements that cannot all hold: its gap, who says each, and what dropping each would leave. */
import { useId, useState } from "react";
import type { ConflictAnswer } from "../../reason/time/answer-time.ts";
import type { TimeProblem, TimeStatement } from "../../reason/time/time-problem.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { lengthWords } from "./clock-words.ts";
import { standingWords, statementWords } from "./statement-words.ts";
import { eventsOf } from "./time-draft.ts";
import { WindowList, windowWords } from "./window-list.tsx";

interface ConflictCardProps {
  readonly conflict: ConflictAnswer;
  readonly problem: TimeProblem;
  readonly zone: string;
  readonly onDrop: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

export function ConflictCard({ conflict, problem, zone, onDrop, onChoose }: ConflictCardProps) {
  const title = useId();
  const { members, gapSeconds, networkGapSeconds, widenedBy } = conflict;
  const statements = members.flatMap((id) => problem.statements.find((one) => one.id === id) ?? []);
  const events = [...new Set(statements.flatMap(eventsOf))];
  return (
    <article className="conflict-card" aria-labelledby={title}>
      <h3 id={title}>{t("time-bench.cannot-all", { count: members.length })}</h3>
      <p>
        <strong className="tone-conflict time-figures">{t("time-bench.gap", { length: lengthWords(gapSeconds) })}</strong>
      </p>
      {gapSeconds === 0 ? <p className="small tone-narrower">{t("time-bench.gap-touching")}</p> : null}
      {networkGapSeconds !== null && networkGapSeconds > gapSeconds ? (
        <p className="quiet small">
          {t("time-bench.network-gap", { length: lengthWords(networkGapSeconds), names: widenedBy.join(", ") })}
        </p>
      ) : null}
      <ul className="conflict-members">
        {statements.map((statement) => (
          <Member
            key={statement.id}
            statement={statement}
            events={events}
            conflict={conflict}
            zone={zone}
            onDrop={onDrop}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </article>
  );
}

interface MemberProps {
  readonly statement: TimeStatement;
  readonly events: readonly string[];
  readonly conflict: ConflictAnswer;
  readonly zone: string;
  readonly onDrop: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

function Member({ statement, events, conflict, zone, onDrop, onChoose }: MemberProps) {
  const [isOpen, setOpen] = useState(false);
  const { id } = statement;
  const without = conflict.without[id];
  const gives = conflict.givesSeconds[id];
  const isFragile = conflict.touchingWithout.includes(id);
  const standing = standingWords(statement);
  // The events it is about are those that dropping it frees first.
  const shown = isOpen ? events : eventsOf(statement).slice(-1);
  return (
    <li>
      <div className="conflict-member-head">
        <button type="button" className="button is-bare is-small conflict-name" onClick={() => onChoose(id)}>
          <IsolatedText text={id} />
        </button>
        <button type="button" className="button is-small" aria-label={t("time-bench.drop-it", { name: id })} onClick={() => onDrop(id)}>
          {t("time-bench.drop")}
        </button>
      </div>
      <p className="small">
        <IsolatedText text={statementWords(statement)} />
      </p>
      <p className="quiet small">
        <IsolatedText text={standing === "" ? t("time-bench.no-source") : standing} />
      </p>
      {typeof gives === "number" ? <p className="quiet small">{t("time-bench.gives", { length: lengthWords(gives) })}</p> : null}
      {isFragile ? <p className="small tone-narrower">{t("time-bench.touching-without")}</p> : null}
      {without === undefined ? null : (
        <div className="conflict-without">
          <p className="small">
            <span className="quiet">{t("time-bench.without")}</span>{" "}
            {without.consistent ? (
              <button type="button" className="button is-bare is-small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                {t(isOpen ? "time-bench.fewer" : "time-bench.all-events")}
              </button>
            ) : (
              <span className="tone-conflict">{t("time-bench.still-impossible")}</span>
            )}
          </p>
          {without.consistent && isOpen ? <WindowList answer={without} events={events} zone={zone} withCuts={false} /> : null}
          {without.consistent && !isOpen
            ? shown.map((event) => (
                <p key={event} className="small time-figures">
                  <span className="quiet">
                    <IsolatedText text={event} />:
                  </span>{" "}
                  {windowWords(without, event, zone)}
                </p>
              ))
            : null}
        </div>
      )}
    </li>
  );
}
