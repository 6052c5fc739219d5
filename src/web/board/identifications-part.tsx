/** What is seen, what that meant, who is inferred. */
import { t } from "../words/t.ts";

export function IdentificationsPart({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <p className="claims-empty" data-read-only={readOnly}>
      {t("claims.identifications.empty")}
    </p>
  );
}
