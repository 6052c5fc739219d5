/** "18.0 s of A are not in B", both ways, with the stretches to go to: by picture, and by sound where no picture was compared. */
import type { CopyPairDetail } from "../../api/copies.ts";
import { totalOf, without } from "../../reason/copies/spans.ts";
import { t } from "../words/t.ts";
import type { LockedPair } from "./locked-pair.ts";
import { lengthOf } from "./pair-length.ts";
import { NotInOther } from "./segment-list.tsx";
import type { SharedSegment } from "./segment-map.ts";
import type { PairSide } from "./use-pair-side.ts";

export function PairGaps({
  a,
  b,
  lock,
  pair,
  segments,
}: {
  a: PairSide;
  b: PairSide;
  lock: LockedPair;
  pair: CopyPairDetail;
  segments: readonly SharedSegment[];
}) {
  const picture = pair.comparison.picture.state === "compared";
  const channel = picture ? "picture" : "sound";
  const of = segments.filter((segment) => segment.channel === channel);
  const parts = ([a, b] as const).map((side) => {
    const whole = { fromSec: 0, toSec: lengthOf(side) };
    const least = Math.max(0.1, ...of.map(({ match }) => 2 * match.boundsErrorSec));
    const spans = without(
      whole,
      of.map(({ match }) => match[side.side]),
      least,
    );
    return { side: side.side, spans, total: totalOf(spans), timed: whole.toSec > 0 };
  });
  return (
    <section className="pair-part" aria-label={t("copies.gaps")}>
      <h3>{t(picture ? "copies.gaps-picture" : "copies.gaps-sound")}</h3>
      {parts.map(({ side, spans, total, timed }) =>
        timed ? (
          <NotInOther
            key={side}
            letter={side === "a" ? "A" : "B"}
            other={side === "a" ? "B" : "A"}
            spans={spans}
            total={total}
            onGo={(sec) => lock.goTo(side, sec)}
          />
        ) : null,
      )}
    </section>
  );
}
