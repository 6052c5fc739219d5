/** Everything pinned to the clips, in the order of the common clock. A press goes there. */
import { formatClock } from "../bench/frame-clock.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { ItemId } from "../../core/item/item.ts";
import { errorWords } from "./offset-words.ts";
import type { CasePlan } from "./wall-plan.ts";
import type { LockedWall } from "./locked-wall.ts";
import type { WallEvent } from "./wall-events.ts";

/** As many as are shown; the rest is said to be there. */
const mostListed = 300;

export function EventsTab({ wall, events, casePlan }: { wall: LockedWall; events: readonly WallEvent[]; casePlan: CasePlan | undefined }) {
  const sounds = events.filter(({ sort }) => sort === "sound").length;
  return (
    <div className="tab-stack">
      <p className="quiet small">
        {t("sync.events-how")} {sounds === 0 ? "" : t("sync.sounds-mean", { count: sounds })}
      </p>
      {sounds === 0 || casePlan === undefined ? null : (
        <SoundWays casePlan={casePlan} items={[...new Set(events.map(({ item }) => item))]} />
      )}
      {events.length === 0 ? <p className="quiet">{t("sync.events-none")}</p> : null}
      <ul className="event-list">
        {events.slice(0, mostListed).map((event) => (
          <li key={event.key}>
            <button type="button" className="button is-bare event-go" onClick={() => wall.seek(event.commonSec)}>
              <span className="mono">{formatClock(event.commonSec)}</span>
              <span>
                <span className="sign">{t(`sync.event.${event.sort}`)}</span> {t("sync.of-item", { number: event.item.slice(1) })}{" "}
                {event.id}
                {event.loudDb === null ? null : ` ${t("sync.loud", { db: event.loudDb.toFixed(0) })}`}
                {event.text === "" ? null : (
                  <>
                    {" "}
                    <IsolatedText text={event.text} />
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {events.length > mostListed ? <p className="quiet small">{t("sync.events-more", { count: events.length - mostListed })}</p> : null}
    </div>
  );
}

/** How much later a sound reaches one camera than another, where the plan knows it or bounds it. */
function SoundWays({ casePlan, items }: { casePlan: CasePlan; items: readonly ItemId[] }) {
  const { answer, itemOf } = casePlan;
  const twoOf = (id: string): readonly [ItemId, ItemId] | undefined => {
    const pair = answer.pairs.find(({ pair: of }) => of === id);
    const two = pair === undefined ? undefined : ([itemOf(pair.a), itemOf(pair.b)] as const);
    return two?.every((item) => items.includes(item)) === true ? two : undefined;
  };
  const told = answer.travel.flatMap(({ pair, delayS }) => {
    const two = twoOf(pair);
    if (two === undefined) return [];
    const [first, second] = delayS.value >= 0 ? two : [two[1], two[0]];
    const words = { a: first.slice(1), b: second.slice(1), sec: Math.abs(delayS.value).toFixed(3), pm: errorWords(delayS.plusMinus) };
    return [{ key: `travel ${pair}`, words: t("sync.sound-later", words) }];
  });
  const bounded = answer.travelBounds.flatMap(({ pair, atMostS }) => {
    const two = twoOf(pair);
    const words = two === undefined ? undefined : { a: two[0].slice(1), b: two[1].slice(1), sec: errorWords(atMostS) };
    return words === undefined ? [] : [{ key: `bound ${pair}`, words: t("sync.sound-bound", words) }];
  });
  return (
    <ul className="record-lines small">
      {[...told, ...bounded].map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  );
}
