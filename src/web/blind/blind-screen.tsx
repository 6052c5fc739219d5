/** Blind reviews: what is put to a second person, sealed answers, and what comparing them says. */
import { t } from "../words/t.ts";

export function BlindScreen({ blind }: { readonly blind: string | undefined }) {
  return (
    <h1 className="page-message" data-record={blind}>
      {t("blind.title")}
    </h1>
  );
}
