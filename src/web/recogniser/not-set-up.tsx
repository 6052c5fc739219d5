/** A program of one's own that nobody has set up yet, and the way to where that is done. */
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function NotSetUp({ says }: { readonly says: string }) {
  return (
    <p className="quiet small">
      {says} <Link to="/inquiry?part=programs">{t("recognise.set-up")}</Link>
    </p>
  );
}
