/**
 * What stands before a reveal: how hard it may be to look at, what others noted, and the two ways to look. A small stage has one line
 * of it, and the rest when it is asked for: a card that covers the whole picture and scrolls is read by nobody.
 */
import { useLayoutEffect, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { graphicStretches } from "../../core/wellbeing/graphic-stretch.ts";
import { Dialog } from "../parts/dialog.tsx";
import { LevelMark } from "../parts/level-mark.tsx";
import { BeforeLooking } from "../shield/before-looking.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";

/** CSS pixels that the whole card needs, so that most of it stands there without scrolling. */
const leastWidth = 400;
const leastHeight = 340;
/** Below it the second way to look is by its key alone, and by the dialog's words. */
const leastForHold = 320;

/** Without `reveals` there is nothing behind the cover that could be shown, and no way to look is offered. */
export function CoverCard({ detail, reveals = true }: { detail: ItemDetail; reveals?: boolean }) {
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const [asked, setAsked] = useState(false);
  const { row, notes, observations } = detail;
  const whole = size !== undefined && size.width >= leastWidth && size.height >= leastHeight;
  const toRead = notes.length + graphicStretches(observations).length;
  return (
    <div className={whole ? "cover-room" : "cover-room is-small"} ref={room}>
      {size === undefined ? null : (
        <div className="cover-card">
          <p className="cover-head">
            <b>{t(row.kind === "sound" ? "bench.cover.sound" : "bench.cover.picture")}</b> <LevelMark level={row.graphicLevel} />
          </p>
          {whole ? <BeforeLooking detail={detail} /> : null}
          {whole && !reveals ? null : (
            <p className="button-row">
              {reveals ? <Ways detail={detail} holds={size.width >= leastForHold} /> : null}
              {whole ? null : (
                <button type="button" className="button cover-more" title={t("shield.more-help")} onClick={() => setAsked(true)}>
                  {toRead === 0 ? t("shield.more") : t("shield.more-count", { count: toRead })}
                </button>
              )}
            </p>
          )}
          {whole && reveals ? <p className="quiet">{t("bench.cover.ends")}</p> : null}
        </div>
      )}
      {asked ? <BeforeDialog detail={detail} reveals={reveals} onClose={() => setAsked(false)} /> : null}
    </div>
  );
}

function Ways({ detail: { row }, holds }: { detail: ItemDetail; holds: boolean }) {
  const shield = useShield();
  const release = (): void => shield.release();
  return (
    <>
      <button type="button" className="button is-main" onClick={() => shield.toggleReveal(row.id)}>
        {t("bench.cover.reveal")} <kbd>B</kbd>
      </button>
      {holds ? (
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
          {t(row.kind === "sound" ? "bench.cover.hold-sound" : "bench.cover.hold")} <kbd>H</kbd>
        </button>
      ) : null}
    </>
  );
}

/** All that the card of a large stage says. Opening and closing it reveals nothing. */
function BeforeDialog({ detail, reveals, onClose }: { detail: ItemDetail; reveals: boolean; onClose: () => void }) {
  const shield = useShield();
  const { row } = detail;
  return (
    <Dialog
      title={t("shield.more-title", { number: row.id.slice(1) })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t("shield.more-close")}
          </button>
          {reveals ? (
            <button
              type="button"
              className="button is-main"
              onClick={() => {
                onClose();
                shield.toggleReveal(row.id);
              }}
            >
              {t("bench.cover.reveal")}
            </button>
          ) : null}
        </>
      }
    >
      <p className="cover-head">
        <b>{t(row.kind === "sound" ? "bench.cover.sound" : "bench.cover.picture")}</b> <LevelMark level={row.graphicLevel} />
      </p>
      <BeforeLooking detail={detail} />
      {reveals ? <p className="quiet small">{t("shield.more-ends")}</p> : null}
    </Dialog>
  );
}

/** Measured before anything is painted, so that no card changes its form before a person's eyes. */
function useSize(of: React.RefObject<HTMLDivElement | null>): { readonly width: number; readonly height: number } | undefined {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return size;
}
