/**
 * The two pictures: beside each other, or B laid over A for swipe, blink and difference. Nothing is laid over anything until
 * both are revealed: the shield is each pane's own, and covering one of them puts the panes beside each other again.
 */
import { type CSSProperties, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { shownSize } from "../bench/shown-size.ts";
import { useMedia } from "../bench/use-media.ts";
import { type ViewRecipe } from "../bench/view-recipe.ts";
import type { PairMode } from "./copies-address.ts";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { cssTransform, fitBToA, sharedInset, uprightRecipe } from "./fit-b-to-a.ts";
import type { LockedPair } from "./locked-pair.ts";
import { outlinesOf } from "./outlines.ts";
import { type Laid, PairPane } from "./pair-pane.tsx";
import type { PairSide } from "./use-pair-side.ts";
import { useStill } from "./use-still.ts";

export interface Looking {
  readonly mode: PairMode;
  /** B turned and mirrored back while it stands beside A. */
  readonly fit: boolean;
  readonly outlines: boolean;
  /** While the key is down: B alone. */
  readonly blink: boolean;
  /** Where the swipe stands, percent from the left; right of it is B. */
  readonly swipe: number;
  /** Differences made easier to see. */
  readonly strong: boolean;
}

interface PairStagesProps {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly lock: LockedPair;
  readonly looking: Looking;
  readonly view: ViewRecipe;
  readonly onView: (change: (view: ViewRecipe) => ViewRecipe) => void;
  /** Told whether B lies over A at present. */
  readonly onOver: (over: boolean) => void;
}

export function PairStages({ a, b, lock, looking, view, onView, onOver }: PairStagesProps) {
  const shield = useShield();
  const { following, leader } = useSyncExternalStore(lock.subscribe, lock.state);
  const [canvasA, setCanvasA] = useState<HTMLCanvasElement | null>(null);
  const [canvasB, setCanvasB] = useState<HTMLCanvasElement | null>(null);
  const [shownA, shownB] = [shield.isRevealed(a.detail.row.id), shield.isRevealed(b.detail.row.id)];
  const mediaA = useMedia(a.player, a.detail, a.times, canvasA, shownA, false);
  const mediaB = useMedia(b.player, b.detail, b.times, canvasB, shownB, false);
  const stillA = useStill(a.detail, canvasA, shownA);
  const stillB = useStill(b.detail, canvasB, shownB);

  const match = following?.channel === "picture" ? following.match : null;
  const sizeA = stillA.size ?? shownSize(a.detail);
  const sizeB = stillB.size ?? shownSize(b.detail);
  const pictures = a.detail.row.kind !== "sound" && b.detail.row.kind !== "sound";
  const over = looking.mode !== "side" && shownA && shownB && pictures;
  useEffect(() => onOver(over), [onOver, over]);

  const aspect = sizeA.width / sizeA.height;
  const laid = useMemo((): { a: Laid; b: Laid } => {
    if (!over) return { a: {}, b: {} };
    const onto: CSSProperties = match === null ? {} : { transform: cssTransform(fitBToA(match, aspect), aspect), transformOrigin: "0 0" };
    return layers(looking, onto, match === null);
  }, [over, match, aspect, looking]);
  // What lies outside the shared part has nothing to be compared with.
  const inset = over && looking.mode === "difference" && match !== null ? sharedInset(match.partOfA) : undefined;
  const boxes = outlinesOf(looking.outlines ? match : null);
  const apart = (side: "a" | "b"): string | null =>
    following === null && side !== leader && lock.shares
      ? t("copies.apart", { letter: side === "a" ? "A" : "B", other: side === "a" ? "B" : "A" })
      : null;
  return (
    <div
      className={over ? `pair-stages is-over is-${looking.mode}` : "pair-stages"}
      data-strong={over && looking.mode === "difference" && looking.strong}
      style={{ "--shared": inset ?? "none" } as CSSProperties}
    >
      <PairPane
        of={a}
        size={sizeA}
        view={view}
        onView={onView}
        boxes={boxes.a}
        onCanvas={setCanvasA}
        media={mediaA}
        still={stillA}
        laid={laid.a}
        apart={apart("a")}
      />
      <PairPane
        of={b}
        size={over ? sizeA : sizeB}
        view={!over && looking.fit && match !== null ? uprightRecipe(view, match) : view}
        onView={onView}
        boxes={over ? [] : boxes.b}
        onCanvas={setCanvasB}
        media={mediaB}
        still={stillB}
        laid={laid.b}
        apart={apart("b")}
      />
    </div>
  );
}

function layers({ mode, blink, swipe }: Looking, onto: CSSProperties, nothingShared: boolean): { a: Laid; b: Laid } {
  const hidden: CSSProperties = { visibility: "hidden" };
  if (nothingShared) return { a: {}, b: { pane: hidden } };
  if (blink) return { a: { pane: hidden }, b: { pixels: onto } };
  if (mode === "swipe") return { a: {}, b: { pane: { clipPath: `inset(0 0 0 ${swipe}%)` }, pixels: onto } };
  if (mode === "difference") return { a: {}, b: { pane: { mixBlendMode: "difference" }, pixels: onto } };
  return { a: {}, b: { pane: hidden, pixels: onto } };
}
