/** Who was asked for a reply, until when, and what came back. */
import { t } from "../words/t.ts";

export function RepliesPart({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <p className="claims-empty" data-read-only={readOnly}>
      {t("claims.replies.empty")}
    </p>
  );
}
