/** Under each picture: which item it is, its whole length with what is shared, and what its player shows. */
import { Readout } from "../bench/readout.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import type { LockedPair } from "./locked-pair.ts";
import { lengthOf } from "./pair-length.ts";
import type { SharedSegment } from "./segment-map.ts";
import { TimeBar } from "./time-bar.tsx";
import type { PairSide } from "./use-pair-side.ts";

export function PairFoot({
  of: { side, detail, player },
  lock,
  segments,
  leads,
}: {
  of: PairSide;
  lock: LockedPair;
  segments: readonly SharedSegment[];
  leads: boolean;
}) {
  const { row } = detail;
  return (
    <div className={leads ? "pair-foot is-leading" : "pair-foot"} data-foot={side}>
      <p className="pair-foot-head">
        <b>{side === "a" ? "A" : "B"}</b>
        <Link to={`/items/${row.id}`} className="cut" title={row.name}>
          {t("copies.item", { number: row.id.slice(1) })} <IsolatedText text={row.name} />
        </Link>
        {row.dimensions === "unknown" ? null : (
          <span className="quiet">
            {formatNumber(row.dimensions.width)} × {formatNumber(row.dimensions.height)}
          </span>
        )}
        {leads ? <span className="sign">{t("copies.leading")}</span> : null}
      </p>
      <TimeBar side={side} lock={lock} segments={segments} lengthSec={lengthOf({ detail, player })} />
      {player === null ? <p className="quiet small">{t("copies.still")}</p> : <Readout player={player} sound={row.kind === "sound"} />}
    </div>
  );
}
