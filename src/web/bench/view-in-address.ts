/**
 * How a picture is looked at, as the address says it: `?view=flip-x.turn-90.bright-1.20.zoom-2.500.pan-0.125_-0.250`, so
 * that "frame 355, mirrored, this corner" is a link. Grey is the shield's and never comes from an address.
 */
import { useCallback, useEffect, useState } from "react";
import { setQuery, useAddress } from "../router/router.ts";
import { panned, PLAIN_VIEW, type ViewRecipe } from "./view-recipe.ts";

/** Undefined for the plain view, which needs no words. */
export function viewWords(view: ViewRecipe): string | undefined {
  const parts = [
    view.flipX ? "flip-x" : "",
    view.flipY ? "flip-y" : "",
    view.turnDeg === 0 ? "" : `turn-${view.turnDeg}`,
    view.brightness === 1 ? "" : `bright-${view.brightness.toFixed(2)}`,
    view.contrast === 1 ? "" : `contrast-${view.contrast.toFixed(2)}`,
    view.zoom === 1 ? "" : `zoom-${view.zoom.toFixed(3)}`,
    view.zoom === 1 || (view.panX === 0 && view.panY === 0) ? "" : `pan-${view.panX.toFixed(3)}_${view.panY.toFixed(3)}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(".");
}

const number = String.raw`(-?\d{1,3}(?:\.\d{1,3})?)`;
const grammar = new RegExp(
  `^(flip-x)?\\.?(flip-y)?\\.?(?:turn-(90|180|270))?\\.?(?:bright-${number})?\\.?(?:contrast-${number})?\\.?(?:zoom-${number})?\\.?(?:pan-${number}_${number})?$`,
);

/** Addresses come from anywhere: what is not understood is the plain view, and numbers are kept within what the controls allow. */
export function viewOfWords(words: string | null): ViewRecipe {
  const found = words === null || words.length > 200 ? null : grammar.exec(words);
  if (found === null) return PLAIN_VIEW;
  const [, flipX, flipY, turn, bright, contrast, zoom, panX, panY] = found;
  const within = (text: string | undefined, low: number, high: number): number =>
    text === undefined ? 1 : Math.min(high, Math.max(low, Number(text)));
  const view: ViewRecipe = {
    ...PLAIN_VIEW,
    flipX: flipX !== undefined,
    flipY: flipY !== undefined,
    turnDeg: turn === "90" ? 90 : turn === "180" ? 180 : turn === "270" ? 270 : 0,
    brightness: within(bright, 0.2, 3),
    contrast: within(contrast, 0.2, 3),
    zoom: within(zoom, 1, 16),
  };
  return panX === undefined || panY === undefined ? view : panned(view, Number(panX), Number(panY));
}

/** The view of this item, from the address at first and written back once it rests. */
export function useViewInAddress(): readonly [ViewRecipe, (change: (view: ViewRecipe) => ViewRecipe) => void] {
  const { query } = useAddress();
  const [view, setView] = useState<ViewRecipe>(() => viewOfWords(query.get("view")));
  useEffect(() => {
    const words = viewWords(view);
    const timer = setTimeout(() => {
      if ((new URLSearchParams(window.location.search).get("view") ?? undefined) !== words) setQuery({ view: words });
    }, 250);
    return () => clearTimeout(timer);
  }, [view]);
  return [view, useCallback((change) => setView(change), [])];
}
