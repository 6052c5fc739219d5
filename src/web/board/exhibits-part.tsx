/** Pictures shown with texts, and what they show. */
import { t } from "../words/t.ts";

export function ExhibitsPart({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <p className="claims-empty" data-read-only={readOnly}>
      {t("claims.exhibits.empty")}
    </p>
  );
}
