/** Claims about the same aspect of two events: told apart, never compared. */
import type { DifferentEvents } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { eventWords, type SheetTerms } from "./contradictions-terms.ts";

export function DifferentEventList({ different, terms }: { different: readonly DifferentEvents[]; terms: SheetTerms }) {
  if (different.length === 0) return null;
  return (
    <details className="contra-part">
      <summary>
        <h2>{t("claims.different.title", { count: different.length })}</h2>
      </summary>
      <p className="quiet small">{t("claims.different.how")}</p>
      <ul className="board-lines small">
        {different.map(({ aspect, first, second, words }) => (
          <li key={`${aspect} ${first.event} ${second.event}`}>
            <strong>{t(`claims.aspect.${aspect}`)}</strong>:{" "}
            <IsolatedText
              text={t("claims.different.line", {
                first: `${eventWords(terms, first.event)} (${first.claims.join(", ")})`,
                second: `${eventWords(terms, second.event)} (${second.claims.join(", ")})`,
              })}
            />
            <span className="board-line quiet">
              <IsolatedText text={words} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
