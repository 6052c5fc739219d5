/** Whether anything sounds at this moment: asked once a second by what counts the person's minutes, and by nothing else. */
import { useEffect } from "react";

const now = new Set<object>();

export function isSounding(): boolean {
  return now.size > 0;
}

interface Sounds<State> {
  subscribe(listener: () => void): () => void;
  state(): State;
}

/** Follows a player without drawing anything anew. `sounds` must not change from one drawing to the next. */
export function useSounding<State>(player: Sounds<State> | null, sounds: (state: State) => boolean): void {
  useEffect(() => {
    if (player === null) return undefined;
    const follow = (): void => void (sounds(player.state()) ? now.add(player) : now.delete(player));
    const stop = player.subscribe(follow);
    follow();
    return () => {
      stop();
      now.delete(player);
    };
  }, [player, sounds]);
}
