/** One statement of conditions, field by field. */
import type { Conditions } from "../../core/conditions/conditions.ts";
import { Use } from "../../core/conditions/conditions.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { wordsOf } from "./words-of.ts";

/** `ofSource`: then who gave it is not asked. */
export function StatementSummary({ conditions, ofSource }: { conditions: Conditions; ofSource: boolean }) {
  const { scope, givenBy, terms, legalHold } = conditions;
  return (
    <dl className="condition-list">
      {ofSource ? null : (
        <div className="condition-pair">
          <dt>{t("conditions.field.given-by")}</dt>
          <dd>{wordsOf.givenBy(givenBy)}</dd>
        </div>
      )}
      <dt>{t("conditions.field.scope")}</dt>
      <dd>{Use.options.map((use) => `${t(`use.${use}`)}: ${t(`consent.${scope[use]}`)}`).join(" · ")}</dd>
      <dt>{t("conditions.field.terms")}</dt>
      <dd>
        <IsolatedText text={wordsOf.terms(terms)} />
      </dd>
      <dt>{t("conditions.field.embargo")}</dt>
      <dd>{wordsOf.embargoUntil(conditions.embargoUntil)}</dd>
      <dt>{t("conditions.field.withdrawn")}</dt>
      <dd>{wordsOf.withdrawnAt(conditions.withdrawnAt)}</dd>
      <dt>{t("conditions.field.contact")}</dt>
      <dd>{wordsOf.mayContact(conditions.mayContact)}</dd>
      <dt>{t("conditions.field.basis")}</dt>
      <dd>{t(`legal-basis.${conditions.legalBasis}`)}</dd>
      <dt>{t("conditions.field.access")}</dt>
      <dd>{t(`access.${conditions.accessMethod}`)}</dd>
      <dt>{t("conditions.field.retention")}</dt>
      <dd>{wordsOf.retention(conditions.retention)}</dd>
      <dt>{t("conditions.field.hold")}</dt>
      <dd>
        <IsolatedText text={wordsOf.legalHold(legalHold)} />
      </dd>
    </dl>
  );
}
