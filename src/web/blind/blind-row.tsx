/** One blind review: who is waited for, what is sealed and revealed, what comparing says, and what can be done now. */
import { useState } from "react";
import type { BlindRow } from "../../api/blind.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { answerWords, precisionWords } from "../review/finding-terms.ts";
import { t } from "../words/t.ts";
import { AgreementFigure } from "./agreement-figure.tsx";
import { type BlindAct, BlindActDialog } from "./blind-acts.tsx";
import { comparisonSentences, toneOf } from "./blind-words.ts";

export function BlindState({ row: { state, settled } }: { row: Pick<BlindRow, "state" | "settled"> }) {
  return (
    <span className={`chip tone-${toneOf[state]}`}>
      <ToneMark tone={toneOf[state]} />
      {t(`blind.state.${state}`)}
      {settled && state !== "agree" ? <span className="quiet">, {t("blind.settled")}</span> : null}
    </span>
  );
}

export function BlindRowView({ row, readOnly }: { row: BlindRow; readOnly: boolean }) {
  const [act, setAct] = useState<BlindAct>();
  return (
    <article className="blind-row" id={row.blind} aria-label={`${row.blind}: ${t(`blind.state.${row.state}`)}`}>
      <header className="blind-row-head">
        <Link to={`/blind/${row.blind}`} className="mono">
          {row.blind}
        </Link>
        <BlindState row={row} />
        <span className="quiet small">
          {t("blind.assigned", { name: row.assignedByName, line: row.line })}
          {row.packets > 0 ? ` · ${t("blind.packets", { count: row.packets })}` : ""}
        </span>
      </header>
      <h2 className="blind-question">
        <IsolatedText text={row.text} />
      </h2>
      <p className="quiet small">
        <Link to={`/review/${row.question}`}>{row.question}</Link> · {row.items.join(", ")} · {precisionWords(row.precision)}
      </p>
      <QuestionChanged row={row} />
      {row.ended === null ? null : <p className="notice">{t("blind.ended-why", { reason: row.ended })}</p>}
      <Answerers row={row} />
      {row.answerers.map((one, at) => (
        <Known key={at} answerer={one} />
      ))}
      {row.comparisons.map((pair) => (
        <PairCompared key={`${pair.a}.${pair.b}`} row={row} pair={pair} />
      ))}
      {row.resolutions.map(({ how, text, byName, line }) => (
        <p key={line} className="blind-words">
          {t(how === "resolution" ? "blind.resolution" : "blind.minority-view", { name: byName, text })}
        </p>
      ))}
      {row.uncounted.map(({ line, why }) => (
        <p key={line} className="notice">
          {t("blind.uncounted", { line, why: t(`blind.why.${why}`) })}
        </p>
      ))}
      {readOnly ? null : <Acts row={row} onAct={setAct} />}
      {act === undefined ? null : <BlindActDialog row={row} act={act} onClose={() => setAct(undefined)} />}
    </article>
  );
}

export function QuestionChanged({ row: { changed } }: { row: Pick<BlindRow, "changed"> }) {
  if (changed === null) return null;
  const what = changed.what.map((one) => t(`blind.changed.${one}`)).join(", ");
  return <p className="notice is-attention">{t("blind.changed", { line: changed.line, what })}</p>;
}

/** What who answered blind says they knew, and what the case records of it. */
function Known({ answerer: { name, blind, sealed, ways } }: { answerer: BlindRow["answerers"][number] }) {
  if (!blind || sealed === null) return null;
  const { prior, unbound } = sealed;
  return (
    <p className="small">
      <IsolatedText text={name} /> {t(prior === null ? "blind.says.not-asked" : `blind.says.${prior.knew}`)}.{" "}
      {prior?.words == null ? null : <IsolatedText text={t("blind.says-words", { words: prior.words })} />}{" "}
      {ways.map(({ how, line }) => t(`blind.way.${how}`, { line })).join(" ")} {unbound ? t("blind.unbound") : ""}
    </p>
  );
}

function Answerers({ row }: { row: BlindRow }) {
  return (
    <table className="blind-table">
      <thead>
        <tr>
          <th scope="col">{t("blind.who")}</th>
          <th scope="col">{t("blind.sealed-at")}</th>
          <th scope="col">{t("blind.revealed-answer")}</th>
        </tr>
      </thead>
      <tbody>
        {row.answerers.map(({ person, name, me, blind, sealed, revealed }, at) => (
          <tr key={at}>
            <th scope="row">
              <span className="quiet tabular">{at + 1} </span>
              <IsolatedText text={person === null && sealed === null ? t("blind.outside") : name} />
              <span className="quiet small">
                {" "}
                {me ? `${t("blind.me")}, ` : ""}
                {t(blind ? "blind.is-blind" : "blind.is-first")}
              </span>
            </th>
            <td>
              {sealed === null ? (
                <span className="quiet">{t("blind.waits")}</span>
              ) : (
                <Link to={`/custody/${sealed.line}`} title={sealed.commitment}>
                  {t("blind.line", { line: sealed.line })}
                </Link>
              )}
            </td>
            <td>
              {revealed === null ? (
                <span className="quiet">{sealed === null ? "" : t("blind.hidden")}</span>
              ) : (
                <>
                  <IsolatedText text={answerWords(revealed.answer)} />{" "}
                  <Link to={`/custody/${revealed.line}`} className="small">
                    {t("blind.line", { line: revealed.line })}
                  </Link>
                  {revealed.early === null ? null : <span className="small"> {t("blind.early", { reason: revealed.early })}</span>}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PairCompared({ row, pair }: { row: BlindRow; pair: BlindRow["comparisons"][number] }) {
  const { a, b, comparison, notIndependent } = pair;
  const verdict = comparison.verdict === "agree" && notIndependent !== null ? "not-independent" : comparison.verdict;
  const [first, second] = [row.answerers[a]?.revealed?.answer, row.answerers[b]?.revealed?.answer];
  return (
    <section className="blind-pair" aria-label={t("blind.compared", { a: a + 1, b: b + 1 })}>
      <div>
        <p>
          <span className={`chip tone-${toneOf[verdict]}`}>
            <ToneMark tone={toneOf[verdict]} />
            {t(`blind.state.${verdict}`)}
          </span>{" "}
          <span className="quiet small">{t("blind.compared", { a: a + 1, b: b + 1 })}</span>
        </p>
        {comparisonSentences(pair).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {comparison.sort === "place" && first?.sort === "place" && second?.sort === "place" ? (
        <AgreementFigure a={first} b={second} comparison={comparison} />
      ) : null}
    </section>
  );
}

function Acts({ row, onAct }: { row: BlindRow; onAct: (act: BlindAct) => void }) {
  if (row.ended !== null) return null;
  const mine = row.answerers.find(({ me }) => me);
  const all = row.answerers.every(({ sealed }) => sealed !== null);
  const compared = row.comparisons.length > 0 || row.state === "not-blind";
  return (
    <p className="button-row">
      {mine?.sealed != null && mine.revealed === null ? (
        <button type="button" className={all ? "button is-main" : "button"} onClick={() => onAct(all ? "reveal" : "reveal-early")}>
          {t(all ? "blind.reveal" : "blind.reveal-early")}
        </button>
      ) : null}
      {compared ? (
        // Also where the answers agree: a finding may say something else than they do.
        <button type="button" className={row.state === "agree" ? "button is-bare" : "button"} onClick={() => onAct("resolution")}>
          {t("blind.resolve")}
        </button>
      ) : null}
      {compared && (mine?.revealed ?? null) !== null ? (
        <button type="button" className="button" onClick={() => onAct("minority-view")}>
          {t("blind.minority")}
        </button>
      ) : null}
      {compared || row.answerers.some(({ revealed }) => revealed !== null) ? null : (
        <button type="button" className="button is-bare" onClick={() => onAct("end")}>
          {t("blind.end")}
        </button>
      )}
    </p>
  );
}
