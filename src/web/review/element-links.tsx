/** Element sheets about the event of a question: what of a crime's elements its material shows, partly shows, or cannot show. */
import type { QuestionRow } from "../../api/findings.ts";
import { useElementSheets } from "../api-client/element-api.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function ElementLinks({ question: { event } }: { readonly question: QuestionRow }) {
  const sheets = (useElementSheets().data?.sheets ?? []).filter((sheet) => sheet.withdrawn === undefined && sheet.event === event);
  return (
    <p className="record-actions small">
      {sheets.map(({ id, elements }) => (
        <Link key={id} className="about-item" to={`/subjects/${id}`}>
          {t("review.element-sheet", { id, name: elements.name })}
        </Link>
      ))}
      <Link className="about-item" to="/subjects?list=sheets">
        {t("review.element-sheets")}
      </Link>
    </p>
  );
}
