/** What stands against a picture's showing an event: in words, with figures, with what it does not prove, and what a person said to it. */
import type { MismatchRow } from "../../api/exhibits.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

export function MismatchList({ mismatches, title }: { readonly mismatches: readonly MismatchRow[]; readonly title: string }) {
  if (mismatches.length === 0) return null;
  return (
    <div className="mismatches">
      <h3 className="mismatches-title">{title}</h3>
      <ul className="plain-list">
        {mismatches.map((mismatch) => (
          <li key={mismatch.key} className="mismatch">
            <MismatchWords mismatch={mismatch} />
            <p className="small">
              {mismatch.answer === null ? (
                <strong>{t("claims.exhibits.unanswered")}</strong>
              ) : (
                <>
                  <span className="quiet">{t("claims.exhibits.answered")}</span> <IsolatedText text={mismatch.answer} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function MismatchWords({ mismatch: { answer, says, notProven, figures, sort } }: { readonly mismatch: MismatchRow }) {
  return (
    <>
      <p className="mismatch-says">
        <ToneMark tone={answer === null ? "conflict" : "narrower"} />
        <span>
          <strong>{t(`claims.exhibits.sort.${sort}`)}</strong> <IsolatedText text={says} />
        </span>
      </p>
      {figures.length === 0 ? null : (
        <dl className="mismatch-figures small">
          {figures.map(({ what, value }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <IsolatedText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small quiet">{notProven}</p>
    </>
  );
}
