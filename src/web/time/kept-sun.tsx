/** A kept measurement of shadows: its dial, what it says, and its history. */
import type { InferenceDetail } from "../../api/inferences.ts";
import { HistoryList } from "../events/history-list.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { SunDial } from "../sun/sun-dial.tsx";
import { t } from "../words/t.ts";
import { sunProblemOf, whenOf } from "./sun-statements.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

export function KeptSun({ detail }: { detail: InferenceDetail }) {
  const { inference, problem, answer, history } = detail;
  const [asked, when] = [sunProblemOf(problem), whenOf(answer)];
  return (
    <div className="time-list">
      <p>
        <Link to="/time">{t("time-bench.to-list")}</Link>
      </p>
      <div className="time-list-head">
        <h1>
          <IsolatedText text={`${inference.id} · ${inference.title}`} />
        </h1>
        {inference.withdrawn === undefined ? <WithdrawButton id={inference.id} /> : null}
      </div>
      {inference.withdrawn === undefined ? null : (
        <p className="tone-narrower">{t("events.withdrawn-because", { reason: inference.withdrawn })}</p>
      )}
      {asked === undefined || when === undefined ? (
        <p className="quiet">{t(answer === null ? "time-bench.not-held" : "time-bench.sun-where")}</p>
      ) : (
        <SunDial problem={asked} answer={when} />
      )}
      {when?.warnings.map((words) => (
        <p key={words} className="tone-narrower">
          {words}
        </p>
      ))}
      <HistoryList history={history} />
    </div>
  );
}
