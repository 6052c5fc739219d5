/** Claims about one aspect of one event that cannot all hold, and what would dissolve it. */
import { t } from "../words/t.ts";

export function ContradictionsPart({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <p className="claims-empty" data-read-only={readOnly}>
      {t("claims.contradictions.empty")}
    </p>
  );
}
