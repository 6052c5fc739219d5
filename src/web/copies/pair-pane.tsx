/** One item of the pair under the shield: its picture as it is, or turned to fit the other, with what was done drawn over it. */
import type { ReactNode } from "react";
import { CoverCard } from "../bench/cover-card.tsx";
import type { ShownBox } from "../bench/box-layer.tsx";
import { Stage } from "../bench/stage.tsx";
import type { MediaState } from "../bench/use-media.ts";
import type { ViewRecipe } from "../bench/view-recipe.ts";
import { useShield } from "../shield/shield.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import type { PairSide } from "./use-pair-side.ts";
import type { StillState } from "./use-still.ts";

/** What differs while one picture lies over the other. */
export interface Laid {
  /** Of the pane as a whole: how much of it is there. */
  readonly pane?: React.CSSProperties;
  /** Of the picture within its frame. */
  readonly pixels?: React.CSSProperties;
}

interface PairPaneProps {
  readonly of: PairSide;
  readonly size: { readonly width: number; readonly height: number };
  readonly view: ViewRecipe;
  readonly onView: (change: (view: ViewRecipe) => ViewRecipe) => void;
  readonly boxes: readonly ShownBox[];
  readonly onCanvas: (canvas: HTMLCanvasElement | null) => void;
  readonly media: MediaState;
  readonly still: StillState;
  readonly laid: Laid;
  /** Said over the picture while this item holds nothing of what the other one shows. */
  readonly apart: string | null;
}

const nothing = (): void => undefined;

export function PairPane({ of, size, view, onView, boxes, onCanvas, media, still, laid, apart }: PairPaneProps) {
  const shield = useShield();
  const { side, detail } = of;
  const { row } = detail;
  const number = row.id.slice(1);
  const revealed = shield.isRevealed(row.id);
  const letter = side === "a" ? "A" : "B";
  return (
    <section className="pair-pane stage" data-side={side} aria-label={t("copies.pane", { letter, number })} style={laid.pane}>
      <Shielded
        item={row.id}
        kind={row.kind}
        poster={row.poster}
        label={t("bench.poster", { number })}
        clear={({ grey, mute }) =>
          row.kind === "sound" ? (
            <p className="stage-sound">{t(mute ? "bench.sound.muted" : "bench.sound.revealed")}</p>
          ) : (
            <Stage picture={size} view={view} onView={onView} grey={grey} boxes={boxes} drawing={false} onBox={nothing}>
              <canvas
                ref={onCanvas}
                className="stage-canvas"
                data-testid={`canvas-${side}`}
                role="img"
                aria-label={t("copies.picture", { letter, number })}
                style={laid.pixels}
              />
            </Stage>
          )
        }
      />
      {revealed || shield.blanked ? null : <CoverCard detail={detail} reveals={showable(of)} />}
      <PaneNotice of={of} media={media} still={still} apart={revealed ? apart : null} />
    </section>
  );
}

function showable({ detail }: PairSide): boolean {
  if (detail.row.kind === "picture") return detail.media.picture;
  return detail.media.play === "original" || detail.media.play === "proxy";
}

function PaneNotice({ of, media, still, apart }: Pick<PairPaneProps, "of" | "media" | "still" | "apart">): ReactNode {
  const { detail, fault } = of;
  const { play } = detail.media;
  if (fault !== null) return <Notice error words={t("bench.no-clock", { reason: fault })} />;
  if (still.failed) return <Notice error words={t("bench.picture.failed")} />;
  if (media.stage === "failed") return <Notice error words={t("bench.open-failed", { reason: media.reason ?? "" })} />;
  if (detail.row.kind !== "picture" && play === "waiting") return <Notice words={t("bench.play.waiting")} />;
  if (detail.row.kind !== "picture" && play === "failed")
    return <Notice error words={t("bench.play.failed", { reason: detail.row.failure ?? t("bench.play.failed-unsaid") })} />;
  if (media.stage === "opening") return <Notice words={t("bench.opening")} />;
  // A still has nowhere else to be: it stays in sight.
  if (apart !== null) return <p className={detail.row.kind === "picture" ? "pair-apart is-beside" : "pair-apart"}>{apart}</p>;
  return null;
}

function Notice({ words, error = false }: { words: string; error?: boolean }) {
  return (
    <p className={error ? "stage-notice notice is-error" : "stage-notice notice"} role={error ? "alert" : undefined}>
      {words}
    </p>
  );
}
