/** Goes from frame to frame of a clip in a bench; nothing plays. */
import { type FramePlayer } from "../bench/frame-player.ts";
import { IconButton } from "../bench/icon.tsx";
import { GoToField, Readout } from "../bench/readout.tsx";
import { t } from "../words/t.ts";

export function FrameSteps({ player }: { readonly player: FramePlayer }) {
  return (
    <div className="readout-bar frame-steps">
      <span className="button-row">
        <IconButton icon="second-back" name={t("bench.keys.second-back")} onPress={() => player.stepSeconds(-1)} />
        <IconButton icon="step-back" name={t("bench.keys.step-back")} onPress={() => player.step(-1)} />
        <IconButton icon="step-on" name={t("bench.keys.step-on")} onPress={() => player.step(1)} />
        <IconButton icon="second-on" name={t("bench.keys.second-on")} onPress={() => player.stepSeconds(1)} />
      </span>
      <Readout player={player} sound={false} />
      <GoToField player={player} clock={player.clock} focusAt={0} />
    </div>
  );
}
