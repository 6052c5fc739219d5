/** Texts of the case, read for claims; proposals that a person accepts, edits or rejects. */
import { t } from "../words/t.ts";

export function TextsPart({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <p className="claims-empty" data-read-only={readOnly}>
      {t("claims.texts.empty")}
    </p>
  );
}
