/** Buttons of the wall's clock, and how true the playing is: pictures shown of those due, how far behind the worst was, what was waited for. */
import { useRef, useSyncExternalStore } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { IconButton } from "../bench/icon.tsx";
import { SPEEDS } from "../bench/player-state.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { useShield } from "../shield/shield.tsx";
import { formatNumber, t } from "../words/t.ts";
import type { LockedWall, WallState } from "./locked-wall.ts";

export function WallTransport({ wall, chosen }: { wall: LockedWall; chosen: ItemId }) {
  const state = useSyncExternalStore(wall.subscribe, wall.state);
  const shield = useShield();
  const byPointer = useRef(false);
  const playing = state.playing !== "no";
  return (
    <div className="wall-transport" role="group" aria-label={t("bench.transport")}>
      <span className="button-row">
        <IconButton icon="second-back" name={t("bench.keys.second-back")} keys="Shift+←" onPress={() => wall.stepSeconds(-1)} />
        <IconButton icon="step-back" name={t("sync.keys.step-back")} keys="←" onPress={() => wall.step(chosen, -1)} />
        <IconButton
          icon={playing ? "pause" : "play"}
          name={t(playing ? "bench.pause" : "bench.play")}
          keys="Space, K"
          onPress={() => wall.toggle()}
        />
        <IconButton icon="step-on" name={t("sync.keys.step-on")} keys="→" onPress={() => wall.step(chosen, 1)} />
        <IconButton icon="second-on" name={t("bench.keys.second-on")} keys="Shift+→" onPress={() => wall.stepSeconds(1)} />
      </span>
      <label className="speed" title={t("bench.speed.help")}>
        <span className="quiet">{t("bench.speed")}</span>
        <select
          className="field"
          value={state.speed}
          onPointerDown={() => (byPointer.current = true)}
          onKeyDown={() => (byPointer.current = false)}
          onChange={(event) => {
            wall.setSpeed(Number(event.target.value));
            // Chosen with the pointer: the keys go back to the wall.
            if (byPointer.current) event.currentTarget.blur();
          }}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <IconButton
        icon={shield.mute ? "mute" : "sound"}
        name={t(shield.mute ? "bench.unmute" : "bench.mute")}
        keys="Shift+M"
        pressed={!shield.mute}
        onPress={() => shield.setMute(!shield.mute)}
      />
      <span className="small quiet wall-heard">{heardWords(state, shield.mute)}</span>
      <Step state={state} />
    </div>
  );
}

function heardWords({ heard, soundFault, playing }: WallState, mute: boolean): string {
  if (soundFault !== null) return t("sync.sound-fault", { reason: soundFault });
  if (heard === null) return t("sync.hears-none");
  if (mute) return t("sync.hears-muted", { number: heard.slice(1) });
  return t(playing === "backward" ? "sync.hears-backward" : "sync.hears", { number: heard.slice(1) });
}

/** What the drift probe counted since playing began. */
function Step({ state: { drift, holding, leftBehind } }: { state: WallState }) {
  if (drift.looks === 0) return null;
  const isTrue = drift.worstFrames === 0 && drift.heldSec < 0.05;
  const real = drift.clockSec + drift.heldSec;
  return (
    <span className="small wall-step" role="status">
      <ToneMark tone={leftBehind.length > 0 ? "conflict" : isTrue ? "agree" : "narrower"} />{" "}
      {drift.due === 0 ? t("sync.step-covered") : t("sync.step-shown", { shown: formatNumber(drift.shown), due: formatNumber(drift.due) })}
      {drift.worstFrames === 0
        ? ` ${t("sync.step-true")}`
        : ` ${t("sync.step-worst", { count: drift.worstFrames, number: drift.worstItem?.slice(1) ?? "" })}`}
      {drift.heldSec < 0.05
        ? null
        : ` ${t("sync.step-held", { sec: drift.heldSec.toFixed(1), percent: Math.round((drift.clockSec / Math.max(0.01, real)) * 100) })}`}
      {leftBehind.length === 0
        ? null
        : ` ${t("sync.step-left", { items: leftBehind.map((item) => item.slice(1)).join(", "), count: leftBehind.length })}`}
      {holding === "no" ? null : ` ${t(`sync.holding.${holding}`)}`}
    </span>
  );
}
