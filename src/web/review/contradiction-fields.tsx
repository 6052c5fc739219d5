/** Contradictions that stay open: those that the claims of the event make are offered; whoever writes takes each, in words, or leaves it. */
import type { QuestionRow } from "../../api/findings.ts";
import { isContradictionNamed } from "../../core/finding/contradiction-named.ts";
import type { FieldLint } from "../../reason/lint/lint-document.ts";
import { useOfferedContradictions } from "../api-client/findings-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { TextListFields } from "./text-list-fields.tsx";

interface ContradictionFieldsProps {
  readonly question: QuestionRow;
  readonly texts: readonly string[];
  readonly marksOf: (field: string) => readonly FieldLint[];
  readonly onTexts: (texts: string[]) => void;
}

export function ContradictionFields({ question, texts, marksOf, onTexts }: ContradictionFieldsProps) {
  const offered = useOfferedContradictions(question.event === null ? undefined : question.id);
  const left = (offered.data?.contradictions ?? []).filter(({ members }) => !isContradictionNamed(texts, members));
  return (
    <>
      <TextListFields
        {...{ field: "openContradictions", texts, marksOf, onTexts }}
        label={t("finding.contradiction-one")}
        add={t("finding.add-contradiction")}
      />
      {left.length === 0 ? null : (
        <div className="offered">
          <p className="small quiet">
            {t("finding.offered", { count: left.length })} <Link to="/claims?part=contradictions">{t("finding.to-contradictions")}</Link>
          </p>
          <ul className="text-list">
            {left.map(({ members, words }) => (
              <li key={members.join()} className="offered-row small">
                <IsolatedText text={words} />
                <button type="button" className="button is-small" onClick={() => onTexts([...texts, words.slice(0, 20_000)])}>
                  {t("finding.take-contradiction")}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
