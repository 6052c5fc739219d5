/** Buttons of the player: the same things as the keys, for the pointer and for touch. */
import { useRef, useSyncExternalStore } from "react";
import { t } from "../words/t.ts";
import { useShield } from "../shield/shield.tsx";
import type { FramePlayer } from "./frame-player.ts";
import { SPEEDS } from "./player-state.ts";
import { IconButton } from "./icon.tsx";

interface TransportProps {
  readonly player: FramePlayer;
  readonly sound: boolean;
  readonly hasSound: boolean;
  /** Absent where nothing is marked: then there are no marks either. */
  readonly onMarker?: () => void;
}

export function Transport({ player, sound, hasSound, onMarker }: TransportProps) {
  const state = useSyncExternalStore(player.subscribe, player.state);
  const playing = state.playing !== "no";
  const byPointer = useRef(false);
  return (
    <div className="transport" role="group" aria-label={t("bench.transport")}>
      <span className="button-row">
        <IconButton icon="second-back" name={t("bench.keys.second-back")} keys="Shift+←" onPress={() => player.stepSeconds(-1)} />
        <IconButton
          icon="step-back"
          name={t(sound ? "bench.step-back.sound" : "bench.keys.step-back")}
          keys="← ,"
          onPress={() => player.step(-1)}
        />
        <IconButton
          icon="backward"
          name={t("bench.keys.backward")}
          keys="J"
          pressed={state.playing === "backward"}
          onPress={() => player.shuttle("backward")}
        />
        <IconButton
          icon={playing ? "pause" : "play"}
          name={t(playing ? "bench.pause" : "bench.play")}
          keys="Space, K"
          onPress={() => player.toggle()}
        />
        <IconButton
          icon="step-on"
          name={t(sound ? "bench.step-on.sound" : "bench.keys.step-on")}
          keys="→ ."
          onPress={() => player.step(1)}
        />
        <IconButton icon="second-on" name={t("bench.keys.second-on")} keys="Shift+→" onPress={() => player.stepSeconds(1)} />
      </span>
      {onMarker === undefined ? null : <Marks player={player} onMarker={onMarker} />}
      <label className="speed" title={t("bench.speed.help")}>
        <span className="quiet">{t("bench.speed")}</span>
        <select
          className="field"
          value={state.speed}
          onPointerDown={() => (byPointer.current = true)}
          onKeyDown={() => (byPointer.current = false)}
          onChange={(event) => {
            player.setSpeed(Number(event.target.value));
            // Chosen with the pointer: the keys go back to the player.
            if (byPointer.current) event.currentTarget.blur();
          }}
        >
          {(SPEEDS as readonly number[]).includes(state.speed) ? null : <option value={state.speed}>{state.speed}×</option>}
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      {hasSound ? <Volume player={player} /> : <span className="quiet no-sound">{t("bench.no-sound")}</span>}
    </div>
  );
}

function Marks({ player, onMarker }: { player: FramePlayer; onMarker: () => void }) {
  const state = useSyncExternalStore(player.subscribe, player.state);
  return (
    <span className="button-row">
      <IconButton icon="in" name={t("bench.keys.mark-in")} keys="I" pressed={state.markIn !== null} onPress={() => player.markIn()} />
      <IconButton icon="out" name={t("bench.keys.mark-out")} keys="O" pressed={state.markOut !== null} onPress={() => player.markOut()} />
      <IconButton
        icon="clear"
        name={t("bench.keys.clear-marks")}
        keys="X"
        disabled={state.markIn === null && state.markOut === null}
        onPress={() => player.clearMarks()}
      />
      <IconButton icon="loop" name={t("bench.keys.loop")} keys="R" pressed={state.loop} onPress={() => player.setLoop(!state.loop)} />
      <IconButton icon="marker" name={t("bench.keys.marker")} keys="M" onPress={onMarker} />
    </span>
  );
}

function Volume({ player }: { player: FramePlayer }) {
  const shield = useShield();
  const state = useSyncExternalStore(player.subscribe, player.state);
  const note = state.playing === "backward" ? "bench.sound.backward" : state.speed < 0.5 && !state.muted ? "bench.sound.slow" : null;
  return (
    <span className="volume">
      <IconButton
        icon={shield.mute ? "mute" : "sound"}
        name={t(shield.mute ? "bench.unmute" : "bench.mute")}
        keys="Shift+M"
        pressed={!shield.mute}
        onPress={() => shield.setMute(!shield.mute)}
      />
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={state.volume}
        disabled={shield.mute}
        aria-label={t("bench.volume")}
        // The arrows move this slider, not the picture.
        onKeyDown={(event) => event.stopPropagation()}
        onPointerUp={(event) => event.currentTarget.blur()}
        onChange={(event) => player.setVolume(Number(event.target.value))}
      />
      {note ? <span className="quiet">{t(note)}</span> : null}
    </span>
  );
}
