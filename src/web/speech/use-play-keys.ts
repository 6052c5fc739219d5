/** What the keys and buttons for playing do. The selection goes before the chosen segment, as in ELAN. */
import { useMemo } from "react";
import { t } from "../words/t.ts";
import type { Played, SpeechPlayer, Stretch } from "./speech-player.ts";
import type { PlayAction } from "./speech-keys.ts";
import { tell } from "./told.tsx";

/** How much before and after a stretch is played "around" it, as ELAN's default. */
const aroundMs = 500;

export type PlayHandlers = Readonly<
  Record<Exclude<PlayAction, "hold" | "zoomIn" | "zoomOut" | "pageBack" | "pageOn" | "clear">, () => void>
>;

/** Says why nothing sounded. */
export function tellPlayed(played: Played): void {
  if (played === "covered") tell(t("speech.told.covered"));
  if (played === "muted") tell(t("speech.told.muted"));
}

export function usePlayHandlers(player: SpeechPlayer, stretch: Stretch | undefined): PlayHandlers {
  return useMemo(() => {
    const play = (of: Stretch): void => void player.play(of).then(tellPlayed);
    const playOrStop = (of: Stretch | undefined): void => {
      if (player.state().playing !== null) player.pause();
      else if (of === undefined) tell(t("speech.told.nothing-selected"));
      else play(of);
    };
    return {
      toggle: () => (player.state().attached ? player.toggle() : tellPlayed("covered")),
      selection: () => playOrStop(stretch),
      around: () => playOrStop(stretch && { fromMs: stretch.fromMs - aroundMs, toMs: stretch.toMs + aroundMs }),
      lastSecond: () => {
        const { atMs } = player.state();
        play({ fromMs: atMs - 1000, toMs: atMs });
      },
      loop: () => {
        player.setLoop(!player.state().loop);
        tell(t(player.state().loop ? "speech.told.loop-on" : "speech.told.loop-off"));
      },
      slower: () => nudge(-1),
      faster: () => nudge(1),
      tenMsBack: () => player.step(-10),
      tenMsOn: () => player.step(10),
      frameBack: () => player.stepFrames(-1),
      frameOn: () => player.stepFrames(1),
      secondBack: () => player.step(-1000),
      secondOn: () => player.step(1000),
      first: () => player.seek(player.whole.fromMs),
      last: () => player.seek(player.whole.toMs),
    };

    function nudge(by: 1 | -1): void {
      player.nudgeSpeed(by);
      tell(t("speech.told.speed", { speed: String(player.state().speed) }));
    }
  }, [player, stretch]);
}
