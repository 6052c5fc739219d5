/** Inferences of time and sun that the case keeps, newest first, and the ways to a new one. */
import type { InferenceRow } from "../../api/inferences.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { navigate } from "../router/router.ts";
import { useInferences } from "../solver/inference-queries.ts";
import { useEvents } from "../events/event-queries.ts";
import { t } from "../words/t.ts";
import { timeListKeys } from "./time-keys.ts";

export const newAddress = "/time?new=1";

export function TimeList() {
  const times = useInferences("time");
  const suns = useInferences("sun");
  useKeys(timeListKeys, { make: () => navigate(newAddress) });
  return (
    <div className="time-list">
      <div className="time-list-head">
        <h1>{t("time.title")}</h1>
        <span className="time-chips">
          <Link to="/time?new=shadow" className="button">
            {t("time-bench.measure")}
          </Link>
          <Link to={newAddress} className="button is-main">
            {t("time-bench.new")}
          </Link>
        </span>
      </div>
      <p className="quiet time-lead">{t("time-bench.lead")}</p>
      {times.error === null ? null : <ErrorNotice error={times.error} onRetry={() => void times.refetch()} />}
      {times.data?.inferences.length === 0 && suns.data?.inferences.length === 0 ? (
        <div className="time-empty">
          <p>{t("time-bench.none")}</p>
          <p className="quiet">{t("time-bench.none-how")}</p>
        </div>
      ) : null}
      <Inferences title={t("time-bench.list-time")} rows={times.data?.inferences ?? []} />
      <Inferences title={t("time-bench.list-sun")} rows={suns.data?.inferences ?? []} />
    </div>
  );
}

function Inferences({ title, rows }: { title: string; rows: readonly InferenceRow[] }) {
  const events = useEvents().data?.events;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="time-kept">
        {rows.map(({ id, title: words, about, state, at, byName, withdrawn, solver }) => (
          <li key={id} className={withdrawn === undefined ? undefined : "is-withdrawn"}>
            <Link to={`/time/${id}`}>
              <IsolatedText text={`${id} · ${words}`} />
            </Link>
            <span className="chip">
              <ToneMark tone={state === "answered" ? "agree" : "conflict"} />
              {t(`time-bench.state.${state}`)}
            </span>
            <span className="quiet small">
              <IsolatedText
                text={[
                  about === null ? undefined : t("time-bench.about", { name: events?.find((event) => event.id === about)?.title ?? about }),
                  t("time-bench.kept-by", { by: byName, at: `${formatInstant(at) ?? at} UTC`, solver }),
                  withdrawn === undefined ? undefined : t("events.withdrawn-because", { reason: withdrawn }),
                ]
                  .filter((part) => part !== undefined)
                  .join(" · ")}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
