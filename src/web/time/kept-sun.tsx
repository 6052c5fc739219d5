/** A kept measurement of shadows: measured on as it was, with its history; taken back here. */
import { useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import { HistoryList } from "../events/history-list.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Link } from "../router/link.tsx";
import { navigate } from "../router/router.ts";
import { MeasureShadow } from "../sun/measure-shadow.tsx";
import { t } from "../words/t.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

export function KeptSun({ detail }: { detail: InferenceDetail }) {
  const [isHistory, setHistory] = useState(false);
  const { inference, history } = detail;
  return (
    <div className="time-sun-bench">
      <p className="time-head">
        <Link to="/time" className="time-back">
          {t("time-bench.to-list")}
        </Link>
        {inference.withdrawn === undefined ? null : (
          <span className="tone-narrower">{t("events.withdrawn-because", { reason: inference.withdrawn })}</span>
        )}
        <span className="time-head-tools">
          <button type="button" className="button" onClick={() => setHistory(true)}>
            {t("events.history")}
          </button>
          {inference.withdrawn === undefined ? <WithdrawButton id={inference.id} /> : null}
        </span>
      </p>
      <MeasureShadow key={inference.seq} kept={detail} onKept={(id) => navigate(`/time/${id}`, { replace: true })} />
      {isHistory ? (
        <Dialog title={t("events.history")} onClose={() => setHistory(false)}>
          <HistoryList history={history} />
        </Dialog>
      ) : null}
    </div>
  );
}
