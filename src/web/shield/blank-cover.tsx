/** Esc twice covers everything, whatever has the focus. The listener is in the capture phase, so no dialog or field can keep the key. */
import { useEffect, useRef } from "react";
import { t } from "../words/t.ts";
import { useShield } from "./shield.tsx";

/** Two presses within this time are one wish. */
const twiceWithinMs = 800;

export function useBlankOnEscapeTwice(onBlank: () => void): void {
  const { blankAll } = useShield();
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const onDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - last <= twiceWithinMs) {
        last = Number.NEGATIVE_INFINITY;
        onBlank();
        blankAll();
      } else last = event.timeStamp;
    };
    // The browser keeps the Esc that leaves full screen to itself; it counts as the first of the two all the same.
    const onFullScreen = (event: Event): void => {
      if (document.fullscreenElement === null) last = event.timeStamp;
    };
    window.addEventListener("keydown", onDown, { capture: true });
    document.addEventListener("fullscreenchange", onFullScreen);
    return () => {
      window.removeEventListener("keydown", onDown, { capture: true });
      document.removeEventListener("fullscreenchange", onFullScreen);
    };
  }, [blankAll, onBlank]);
}

export function BlankCover() {
  const { unblank } = useShield();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="blank-cover" role="alertdialog" aria-labelledby="blank-title" aria-describedby="blank-how">
      <h1 id="blank-title">{t("shield.blanked")}</h1>
      <p id="blank-how">{t("shield.blanked-how")}</p>
      <button ref={button} type="button" className="button" onClick={unblank}>
        {t("shield.go-on")}
      </button>
    </div>
  );
}
