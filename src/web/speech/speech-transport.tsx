/** Buttons for playing: the same as the keys, for the pointer and for touch, with the time beside them. */
import { Fragment, useSyncExternalStore } from "react";
import { IconButton } from "../bench/icon.tsx";
import { formatNumber, t } from "../words/t.ts";
import { clockOfMs } from "./segment-words.ts";
import { frameOfItem } from "./item-time.ts";
import { Told } from "./told.tsx";
import type { PlayHandlers } from "./use-play-keys.ts";
import { type SpeechPlayer, speechSpeeds } from "./speech-player.ts";

interface SpeechTransportProps {
  readonly player: SpeechPlayer;
  readonly frames: boolean;
  readonly act: PlayHandlers;
}

export function SpeechTransport({ player, frames, act }: SpeechTransportProps) {
  const state = useSyncExternalStore(player.subscribe, player.state);
  const playing = state.playing !== null;
  return (
    <div className="speech-transport" role="group" aria-label={t("bench.transport")}>
      <p className="speech-clock">
        <b className="mono" data-testid="speech-clock" data-at={state.atMs}>
          {clockOfMs(state.atMs)}
        </b>{" "}
        {frames ? <FrameNumber player={player} atMs={state.atMs} /> : null}
      </p>
      <Told />
      <span className="button-row">
        <IconButton icon="second-back" name={t("speech.keys.second-back")} keys="Shift+←" onPress={act.secondBack} />
        <IconButton icon="step-back" name={t("speech.keys.frame-back")} keys="←" onPress={act.frameBack} />
        <IconButton
          icon={playing ? "pause" : "play"}
          name={t(playing ? "bench.pause" : "bench.play")}
          keys="Ctrl+Space"
          onPress={act.toggle}
        />
        <IconButton icon="step-on" name={t("speech.keys.frame-on")} keys="→" onPress={act.frameOn} />
        <IconButton icon="second-on" name={t("speech.keys.second-on")} keys="Shift+→" onPress={act.secondOn} />
        <IconButton icon="loop" name={t("speech.keys.loop")} keys="Alt+L" pressed={state.loop} onPress={act.loop} />
      </span>
      <span className="button-row">
        <button type="button" className="button is-small" onClick={act.selection}>
          {t("speech.play-selection")}
        </button>
        <button type="button" className="button is-small" onClick={act.lastSecond}>
          {t("speech.play-last-second")}
        </button>
        <label className="speed" title={t("speech.speed-how")}>
          <span className="quiet">{t("bench.speed")}</span>
          <select className="field is-small" value={state.speed} onChange={(event) => player.setSpeed(Number(event.target.value))}>
            {speechSpeeds.map((speed) => (
              <option key={speed} value={speed}>
                {speed}×
              </option>
            ))}
          </select>
        </label>
      </span>
      <Hints />
      {state.fault === null ? null : (
        <p className="notice is-error small" role="alert">
          {t("bench.fault", { reason: state.fault })}
        </p>
      )}
    </div>
  );
}

function FrameNumber({ player, atMs }: { player: SpeechPlayer; atMs: number }) {
  return <span className="quiet small">{t("speech.frame", { frame: formatNumber(frameOfItem(player.clock, atMs)) })}</span>;
}

/** What a hand needs first; the key sheet has them all. */
function Hints() {
  const keys = [
    ["Alt N", t("speech.keys.add")],
    ["Enter", t("speech.keys.commit-next")],
    ["Tab", t("speech.keys.play-segment")],
    ["Alt B", t("speech.keys.last-second")],
    ["Alt U", t("speech.keys.unintelligible")],
    ["Alt 1", t("speech.keys.speaker")],
    ["Alt T", t("speech.keys.take-over")],
    ["Ctrl S", t("speech.keys.write")],
  ] as const;
  return (
    <section className="speech-hints small quiet" aria-label={t("speech.hints")}>
      <dl>
        {keys.map(([key, says]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </Fragment>
        ))}
      </dl>
      <p>{t("speech.hints-all")}</p>
    </section>
  );
}
