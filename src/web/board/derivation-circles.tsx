/** Reports that lead back to themselves. */
import type { Circle } from "../../reason/claims/origins/origin-report-types.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

export function CircleList({ circles }: { circles: readonly Circle[] }) {
  if (circles.length === 0) return null;
  return (
    <section className="notice is-attention" aria-label={t("claims.derivation.circles")}>
      <ul className="board-lines">
        {circles.map(({ members, labels, standing }) => (
          <li key={members.join(" ")}>
            <span aria-hidden="true">↻ </span>
            <IsolatedText text={t("claims.derivation.circle-of", { labels: [...labels, labels[0] ?? ""].join(" → ") })} />{" "}
            {standing === "proposed" ? <span className="quiet">({t("claims.proposed")})</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
