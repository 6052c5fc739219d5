/** Editions, their register, and corrections. */
import { t } from "../words/t.ts";

export function HandoverScreen({ edition }: { readonly edition: string | undefined }) {
  return (
    <h1 className="page-message" data-record={edition}>
      {t("handover.title")}
    </h1>
  );
}
