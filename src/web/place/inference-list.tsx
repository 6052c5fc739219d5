/** What was asked about places in this case and what came of it, and the way to a new question. */
import type { InferenceRow } from "../../api/inferences.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatSecond } from "../custody/format-second.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { useInferences } from "../solver/inference-queries.ts";
import { t } from "../words/t.ts";

export function InferenceList() {
  const place = useInferences("place");
  const camera = useInferences("camera");
  const error = place.error ?? camera.error;
  const isHere = place.data !== undefined && camera.data !== undefined;
  const rows = [...(place.data?.inferences ?? []), ...(camera.data?.inferences ?? [])].sort((a, b) => b.seq - a.seq);
  return (
    <div className="place-start">
      <div className="place-start-head">
        <h1>{t("place.title")}</h1>
        <p className="record-actions">
          <Link className="button is-main" to="/place?new=phrase">
            {t("place-bench.new-phrase")}
          </Link>
          <Link className="button" to="/place?new=camera">
            {t("place-bench.new-camera")}
          </Link>
        </p>
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void Promise.all([place.refetch(), camera.refetch()])} />}
      {isHere && rows.length === 0 ? (
        <div className="place-empty">
          <p>{t("place-bench.none")}</p>
          <p className="quiet">{t("place-bench.none-how")}</p>
        </div>
      ) : null}
      <ul className="record-list" aria-label={t("place-bench.kept")}>
        {rows.map((row) => (
          <InferenceLine key={row.id} row={row} />
        ))}
      </ul>
    </div>
  );
}

function InferenceLine({ row }: { readonly row: InferenceRow }) {
  return (
    <li>
      <Link to={`/place/${row.id}`} className={row.withdrawn === undefined ? "record-row" : "record-row is-withdrawn"}>
        <span className="record-row-head">
          <span className="mono quiet">{row.id}</span>
          <span className="quiet">{t(row.sort === "camera" ? "place-bench.sort-camera" : "place-bench.sort-place")}</span>
          <StateMark row={row} />
          {row.withdrawn === undefined ? null : <span className="sign">{t("events.withdrawn")}</span>}
        </span>
        <strong className="record-row-title">
          <IsolatedText text={row.title} />
        </strong>
        <span className="record-row-facts small quiet">
          {row.about === null ? null : <span>{t("place-bench.about-record", { record: row.about })}</span>}
          {row.items.length === 0 ? null : <span>{t("place-bench.from-items", { items: row.items.join(", ") })}</span>}
          <span>
            <IsolatedText text={row.byName} />, {formatSecond(row.at)}
          </span>
        </span>
      </Link>
    </li>
  );
}

const stateWords = {
  place: { answered: "place-bench.answered", unanswered: "place-bench.unanswered" },
  camera: { answered: "place-bench.camera-answered", unanswered: "place-bench.camera-unanswered" },
} as const;

export function StateMark({ row: { sort, state } }: { readonly row: Pick<InferenceRow, "sort" | "state"> }) {
  return (
    <span className="chip">
      <ToneMark tone={state === "answered" ? "agree" : "conflict"} />
      {t(stateWords[sort === "camera" ? "camera" : "place"][state])}
    </span>
  );
}
