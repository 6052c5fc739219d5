/** Every time that the material states, each with what it is the time of, its zone state and its basis. */
import type { ItemDetail } from "../../api/items.ts";
import { t } from "../words/t.ts";
import { TimeClaimView } from "./time-claim-view.tsx";

export function TimesTab({ detail }: { detail: ItemDetail }) {
  return (
    <div className="tab-stack">
      <p className="quiet">{t("bench.times.note")}</p>
      {detail.times.length === 0 ? <p>{t("bench.times.none")}</p> : null}
      <ul className="plain-list times">
        {detail.times.map((claim, index) => (
          <li key={index}>
            <TimeClaimView claim={claim} withMeaning />
          </li>
        ))}
      </ul>
    </div>
  );
}
