/** Questions and findings: written, read by a second person, signed. */
import { t } from "../words/t.ts";

export function ReviewScreen({ record }: { readonly record: string | undefined }) {
  return (
    <h1 className="page-message" data-record={record}>
      {t("review.title")}
    </h1>
  );
}
