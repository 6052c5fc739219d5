/** What stands before a reveal: how hard it may be to look at, what others noted, and the two ways to look. */
import type { ItemDetail } from "../../api/items.ts";
import { LevelMark } from "../parts/level-mark.tsx";
import { BeforeLooking } from "../shield/before-looking.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";

/** Without `reveals` there is nothing behind the cover that could be shown, and no way to look is offered. */
export function CoverCard({ detail, reveals = true }: { detail: ItemDetail; reveals?: boolean }) {
  const shield = useShield();
  const { row } = detail;
  const sound = row.kind === "sound";
  const release = (): void => shield.release();
  return (
    <div className="cover-card">
      <p>
        <b>{t(sound ? "bench.cover.sound" : "bench.cover.picture")}</b> <LevelMark level={row.graphicLevel} />
      </p>
      <BeforeLooking detail={detail} />
      {reveals ? (
        <>
          <p className="button-row">
            <button type="button" className="button is-main" onClick={() => shield.toggleReveal(row.id)}>
              {t("bench.cover.reveal")} <kbd>B</kbd>
            </button>
            <button
              type="button"
              className="button"
              onPointerDown={(event) => {
                // The button goes away under the pointer when the cover lifts: let go wherever the pointer comes up.
                window.addEventListener("pointerup", release, { once: true });
                window.addEventListener("pointercancel", release, { once: true });
                if (event.button === 0) shield.hold(row.id);
              }}
            >
              {t(sound ? "bench.cover.hold-sound" : "bench.cover.hold")} <kbd>H</kbd>
            </button>
          </p>
          <p className="quiet">{t("bench.cover.ends")}</p>
        </>
      ) : null}
    </div>
  );
}
