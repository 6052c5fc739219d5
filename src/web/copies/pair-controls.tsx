/** How the two are looked at: beside each other or laid over, who leads and is heard, and what is drawn over them. */
import { useSyncExternalStore } from "react";
import { Transport } from "../bench/transport.tsx";
import { t } from "../words/t.ts";
import { pairModes } from "./copies-address.ts";
import type { LockedPair } from "./locked-pair.ts";
import type { Looking } from "./pair-stages.tsx";
import type { PairSide } from "./use-pair-side.ts";

interface PairControlsProps {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly lock: LockedPair;
  readonly looking: Looking;
  readonly over: boolean;
  readonly onLooking: (change: Partial<Looking>) => void;
}

/** A click with the pointer leaves the focus where it was, so that Space and the arrows stay the player's. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault();

export function PairControls({ a, b, lock, looking, over, onLooking }: PairControlsProps) {
  const { leader, locked } = useSyncExternalStore(lock.subscribe, lock.state);
  const leading = leader === "a" ? a : b;
  const player = lock.players[leader];
  const sounds = (side: PairSide): boolean => side.detail.probe?.streams.some((stream) => stream.type === "audio") ?? false;
  const toggle = (name: "fit" | "outlines" | "strong", key?: string) => (
    <button
      type="button"
      className="button is-small"
      aria-pressed={looking[name]}
      title={t(`copies.look.${name}-help`)}
      onMouseDown={keepFocus}
      onClick={() => onLooking({ [name]: !looking[name] })}
    >
      {t(`copies.look.${name}`)} {key === undefined ? null : <kbd>{key}</kbd>}
    </button>
  );
  return (
    <div className="pair-controls">
      <div className="pair-choice" role="group" aria-label={t("copies.modes")}>
        {pairModes.map((mode) => (
          <button
            key={mode}
            type="button"
            className="button is-small"
            aria-pressed={looking.mode === mode}
            onMouseDown={keepFocus}
            onClick={() => onLooking({ mode })}
          >
            {t(`copies.mode.${mode}`)}
          </button>
        ))}
        <kbd>V</kbd>
      </div>
      <div className="pair-choice" role="group" aria-label={t("copies.leads")}>
        <span className="quiet">{t("copies.leads")}</span>
        {[a, b].map((side) => (
          <button
            key={side.side}
            type="button"
            className="button is-small"
            aria-pressed={leader === side.side}
            disabled={side.player === null}
            title={t("copies.leads-help")}
            onMouseDown={keepFocus}
            onClick={() => lock.lead(side.side)}
          >
            {side.side === "a" ? "A" : "B"}
          </button>
        ))}
        <kbd>S</kbd>
        <button
          type="button"
          className="button is-small"
          aria-pressed={locked}
          title={t("copies.locked-help")}
          onMouseDown={keepFocus}
          onClick={() => lock.setLocked(!locked)}
        >
          {t("copies.locked")} <kbd>U</kbd>
        </button>
      </div>
      <div className="pair-choice" role="group" aria-label={t("copies.look")}>
        {toggle("fit", "F")}
        {toggle("outlines", "O")}
        {over && looking.mode === "difference" ? toggle("strong") : null}
        {over ? (
          <button
            type="button"
            className="button is-small"
            aria-pressed={looking.blink}
            onPointerDown={() => {
              window.addEventListener("pointerup", () => onLooking({ blink: false }), { once: true });
              onLooking({ blink: true });
            }}
          >
            {t("copies.blink")} <kbd>X</kbd>
          </button>
        ) : null}
        {over && looking.mode === "swipe" ? (
          <label className="swipe-at">
            <span className="quiet">{t("copies.swipe-at")}</span>
            <input
              type="range"
              min={0}
              max={100}
              value={looking.swipe}
              // The arrows move this slider, not the picture.
              onKeyDown={(event) => event.stopPropagation()}
              onPointerUp={(event) => event.currentTarget.blur()}
              onChange={(event) => onLooking({ swipe: Number(event.target.value) })}
            />
          </label>
        ) : null}
      </div>
      {looking.mode !== "side" && !over ? <p className="quiet small pair-remark">{t("copies.over-needs")}</p> : null}
      {player === null ? null : <Transport player={player} sound={leading.detail.row.kind === "sound"} hasSound={sounds(leading)} />}
    </div>
  );
}
