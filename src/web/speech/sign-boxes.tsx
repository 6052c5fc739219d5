/** Where words that are seen stand on the picture, while the picture shows their time: as the case holds them. */
import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { TierAnswer } from "../../api/tiers.ts";
import { BoxLayer, type ShownBox } from "../bench/box-layer.tsx";
import { shownSize } from "../bench/shown-size.ts";
import { fitted } from "../bench/view-recipe.ts";
import { t } from "../words/t.ts";
import type { SpeechPlayer } from "./speech-player.ts";
import { segmentsOf } from "./tier-segments.ts";

interface SignBoxesProps {
  readonly answer: TierAnswer;
  readonly detail: ItemDetail;
  readonly player: SpeechPlayer;
  /** Holds the picture, which is fitted into it. */
  readonly within: RefObject<HTMLElement | null>;
}

const nothing = (): void => undefined;

export function SignBoxes({ answer, detail, player, within }: SignBoxesProps) {
  const { atMs } = useSyncExternalStore(player.subscribe, player.state);
  const [room, setRoom] = useState({ width: 280, height: 180 });
  useEffect(() => {
    const element = within.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(
      ([entry]) => entry && setRoom({ width: entry.contentRect.width, height: entry.contentRect.height }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [within]);
  const boxes = (segmentsOf(answer) ?? []).flatMap(({ id, box, startMs, endMs, machine }): ShownBox[] =>
    box === null || atMs < startMs || atMs >= endMs
      ? []
      : [{ key: String(id), label: `#${id}`, box, tone: machine === null ? "observed" : "drafted" }],
  );
  return (
    <div className="sign-boxes" style={fitted(shownSize(detail), room, 0)}>
      <BoxLayer boxes={boxes} drawing={false} onBox={nothing} label={t("speech.sign-boxes")} upright="none" />
    </div>
  );
}
