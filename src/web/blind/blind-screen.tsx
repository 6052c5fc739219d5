/** Blind reviews: what is put to a second person, sealed answers, and what comparing them says. */
import "./blind.css";
import { useState } from "react";
import { useBlind, useBlindAgain, useBlindDesk } from "../api-client/blind-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { BlindRowView, BlindState } from "./blind-row.tsx";
import { DeskTaskView } from "./desk-task.tsx";

/** `/blind`, `/blind/z1`. */
export function BlindScreen({ blind }: { readonly blind: string | undefined }) {
  const list = useBlind();
  const desk = useBlindDesk();
  const again = useBlindAgain();
  const [assigning, setAssigning] = useState(false);
  const reviews = list.data?.reviews ?? [];
  const shown = blind === undefined ? reviews : reviews.filter((row) => row.blind === blind);
  const tasks = (desk.data?.tasks ?? []).filter((task) => blind === undefined || task.blind === blind);
  const readOnly = desk.data?.readOnly ?? true;
  return (
    <div className="blind-page" data-record={blind}>
      <header className="blind-head">
        <h1>{t("blind.title")}</h1>
        <p className="quiet">{t("blind.lead")}</p>
        <p className="button-row">
          {blind === undefined ? null : <Link to="/blind">{t("blind.title")}</Link>}
          <button
            type="button"
            className="button is-main"
            disabled={readOnly || (list.data?.questions.length ?? 0) === 0}
            onClick={() => setAssigning(true)}
          >
            {t("blind.assign")}
          </button>
          {list.data !== undefined && list.data.questions.length === 0 ? <span className="quiet">{t("blind.none-questions")}</span> : null}
        </p>
      </header>
      {list.error === null ? null : <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {tasks.length === 0 ? null : (
        <section aria-label={t("blind.desk")}>
          <h2 className="blind-part">{t("blind.desk")}</h2>
          {tasks.map((task) =>
            desk.data === undefined ? null : <DeskTaskView key={task.blind} task={task} desk={desk.data} onSealed={again} />,
          )}
        </section>
      )}
      {list.data !== undefined && reviews.length === 0 ? <p className="quiet">{t("blind.none")}</p> : null}
      {shown.map((row) => (
        <BlindRowView key={row.blind} row={row} readOnly={readOnly} />
      ))}
      {blind !== undefined && reviews.length > shown.length ? (
        <nav className="blind-others" aria-label={t("blind.title")}>
          {reviews
            .filter((row) => row.blind !== blind)
            .map((row) => (
              <Link key={row.blind} to={`/blind/${row.blind}`}>
                {row.blind} <BlindState row={row} />
              </Link>
            ))}
        </nav>
      ) : null}
      <p className="quiet small blind-disk">{t("blind.disk")}</p>
      {assigning && list.data !== undefined ? (
        <AssignDialog
          answer={list.data}
          onClose={() => setAssigning(false)}
          onAssigned={(id) => {
            setAssigning(false);
            navigate(`/blind/${id}`);
          }}
        />
      ) : null}
    </div>
  );
}
