/** What the keys for looking do: hold to look, zoom, boxes, notes of what is seen. */
import type { ItemId } from "../../core/item/item.ts";
import type { KeyHandlers } from "../keys/key-table.ts";
import { useShield } from "../shield/shield.tsx";
import type { viewKeys } from "./bench-keys.ts";
import type { Drawing } from "./use-drawing.ts";
import { panned, PLAIN_VIEW, type ViewRecipe, zoomed } from "./view-recipe.ts";

export function useViewKeys(
  item: ItemId,
  setView: (change: (view: ViewRecipe) => ViewRecipe) => void,
  draw: Drawing,
  fullScreen: () => void,
): KeyHandlers<keyof typeof viewKeys.actions> {
  const shield = useShield();
  return {
    hold: { press: ({ repeat }) => (repeat ? undefined : shield.hold(item)), release: () => shield.release() },
    observe: draw.observe,
    box: draw.toggleDrawing,
    zoomIn: () => setView((view) => zoomed(view, 1.25)),
    zoomOut: () => setView((view) => zoomed(view, 0.8)),
    // Looking further left moves the picture right.
    panLeft: () => setView((view) => panned(view, 0.125, 0)),
    panRight: () => setView((view) => panned(view, -0.125, 0)),
    panUp: () => setView((view) => panned(view, 0, 0.125)),
    panDown: () => setView((view) => panned(view, 0, -0.125)),
    resetView: () => setView(() => PLAIN_VIEW),
    fullScreen,
  };
}
