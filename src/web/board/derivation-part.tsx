/** Which statement comes from which. */
import { t } from "../words/t.ts";

export function DerivationPart({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <p className="claims-empty" data-read-only={readOnly}>
      {t("claims.derivation.empty")}
    </p>
  );
}
