/** Every line that made or changed a record; each a link into the custody log. */
import type { HistoryLine } from "../../api/events.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function HistoryList({ history }: { history: readonly HistoryLine[] }) {
  return (
    <section className="record-part" aria-label={t("events.history")}>
      <h3>{t("events.history")}</h3>
      <ol className="record-lines">
        {history.map(({ seq, at, byName, summary }) => (
          <li key={seq}>
            <p>
              <IsolatedText text={summary} />
            </p>
            <p className="quiet small">
              <IsolatedText text={byName} />, {at}, <Link to={`/custody/${seq}`}>{t("events.history-line", { seq: String(seq) })}</Link>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
