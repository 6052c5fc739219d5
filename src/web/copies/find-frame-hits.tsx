/** Items that hold look-alikes, with the stretches as links. Posters are blurred in the file, and nothing is revealed here. */
import type { FrameHits } from "../../api/find-frames.ts";
import type { ItemId } from "../../core/item/item.ts";
import { itemAtSecond } from "../bench/second-in-address.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { shortSecond } from "./second-words.ts";

/** More of either is for the command, which prints all of it. */
const shownItems = 30;
const shownStretches = 5;

export function FindFrameHits({ item, found }: { item: ItemId; found: readonly FrameHits[] }) {
  if (found.length === 0) return null;
  const left = found.length - shownItems;
  return (
    <>
      <ul className="find-hits" aria-label={t("find.hits")}>
        {found.slice(0, shownItems).map((hits) => (
          <li key={hits.item.item}>
            <div className="find-poster">
              <Shielded item={hits.item.item} kind={hits.item.kind} poster={hits.item.poster} />
            </div>
            <div className="find-facts">
              <p>
                <Link to={`/items/${hits.item.item}?tab=copies`}>{t("copies.item", { number: hits.item.item.slice(1) })}</Link>{" "}
                {hits.item.item === item || hits.sameBytes ? <span className="sign">{t("find.itself")}</span> : null}
                <IsolatedText text={hits.item.name} />
              </p>
              {hits.alsoItems.length === 0 ? null : (
                <p className="quiet small">{t("find.same-bytes", { items: hits.alsoItems.map((one) => one.slice(1)).join(", ") })}</p>
              )}
              <ul className="find-stretches">
                {hits.stretches.slice(0, shownStretches).map((stretch) => (
                  <li key={`${stretch.fromSec} ${stretch.mirrored} ${stretch.turnedDeg}`}>
                    {hits.item.kind === "picture" ? (
                      t("find.in-picture")
                    ) : (
                      <Link to={itemAtSecond(hits.item.item, stretch.fromSec)}>{spanWords(stretch)}</Link>
                    )}{" "}
                    <span className="quiet">{formWords(stretch)}</span>
                  </li>
                ))}
              </ul>
              {hits.stretches.length > shownStretches ? (
                <p className="quiet small">{t("find.more-stretches", { count: hits.stretches.length - shownStretches })}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="quiet small">{t("find.more-items", { count: left })}</p> : null}
    </>
  );
}

type Stretch = FrameHits["stretches"][number];

function spanWords({ fromSec, toSec }: Stretch): string {
  const [from, to] = [shortSecond(fromSec), shortSecond(toSec)];
  return from === to ? t("find.moment", { sec: from }) : t("find.span", { from, to });
}

function formWords({ mirrored, turnedDeg, part, leastDistance }: Stretch): string {
  const form = [...(mirrored ? [t("find.mirrored")] : []), ...(turnedDeg === 0 ? [] : [t("find.turned", { deg: turnedDeg })])];
  return [
    ...(form.length === 0 ? [t("find.as-it-is")] : form),
    ...(part === "content" ? [t("find.content")] : []),
    t("find.distance", { distance: leastDistance }),
  ].join(", ");
}
