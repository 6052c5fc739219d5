/** Findings that somebody signed and the person who looks may review: nobody else tells them. */
import { useQuestions } from "../api-client/findings-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function WaitingFindings() {
  const findings = (useQuestions().data?.questions ?? []).flatMap((question) => question.findings.filter(({ waitsForMe }) => waitsForMe));
  if (findings.length === 0) return null;
  return (
    <section className="work-waits" aria-label={t("work.waits")}>
      <h2>{t("work.waits")}</h2>
      <ul className="work-list">
        {findings.map(({ id, statement, byName }) => (
          <li key={id}>
            <Link to={`/review/${id}`}>
              {id} <IsolatedText text={statement ?? t("events.withheld")} />
            </Link>{" "}
            <span className="quiet">
              {t("work.waits-by")} <IsolatedText text={byName} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
