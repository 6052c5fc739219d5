/** View-only adjustments, always named in words while any is on. */
import { useState } from "react";
import { t } from "../words/t.ts";
import { IconButton } from "./icon.tsx";
import { isPlain, PLAIN_VIEW, type ViewRecipe, zoomed } from "./view-recipe.ts";

interface ViewControlsProps {
  readonly view: ViewRecipe;
  readonly onView: (change: (view: ViewRecipe) => ViewRecipe) => void;
  readonly onFullScreen: () => void;
}

const turns: Record<ViewRecipe["turnDeg"], ViewRecipe["turnDeg"]> = { 0: 90, 90: 180, 180: 270, 270: 0 };

export function ViewControls({ view, onView, onFullScreen }: ViewControlsProps) {
  const [light, setLight] = useState(false);
  return (
    <div className="view-controls" role="group" aria-label={t("bench.view")}>
      <span className="button-row">
        <IconButton
          icon="light"
          name={t("bench.view.light-help")}
          pressed={view.brightness !== 1 || view.contrast !== 1}
          expanded={light}
          onPress={() => setLight((open) => !open)}
        />
        <IconButton
          icon="flip-x"
          name={t("bench.view.flip-x")}
          pressed={view.flipX}
          onPress={() => onView((now) => ({ ...now, flipX: !now.flipX }))}
        />
        <IconButton
          icon="flip-y"
          name={t("bench.view.flip-y")}
          pressed={view.flipY}
          onPress={() => onView((now) => ({ ...now, flipY: !now.flipY }))}
        />
        <IconButton
          icon="turn"
          name={t("bench.view.turn")}
          pressed={view.turnDeg !== 0}
          onPress={() => onView((now) => ({ ...now, turnDeg: turns[now.turnDeg] }))}
        />
        <IconButton
          icon="zoom-out"
          name={t("bench.keys.zoom-out")}
          keys="−"
          disabled={view.zoom === 1}
          onPress={() => onView((now) => zoomed(now, 0.8))}
        />
        <IconButton icon="zoom-in" name={t("bench.keys.zoom-in")} keys="+" onPress={() => onView((now) => zoomed(now, 1.25))} />
        <IconButton icon="full" name={t("bench.keys.full-screen")} keys="F" onPress={onFullScreen} />
      </span>
      {light ? (
        <span className="view-levels">
          <Level
            label={t("bench.view.brightness")}
            value={view.brightness}
            onValue={(brightness) => onView((now) => ({ ...now, brightness }))}
          />
          <Level label={t("bench.view.contrast")} value={view.contrast} onValue={(contrast) => onView((now) => ({ ...now, contrast }))} />
        </span>
      ) : null}
      {isPlain(view) ? null : (
        <span className="view-only" role="status">
          <b>{t("bench.view.only", { recipe: recipeWords(view) })}</b>
          <button type="button" className="button" onClick={() => onView(() => PLAIN_VIEW)}>
            {t("bench.view.reset")} <kbd>0</kbd>
          </button>
        </span>
      )}
    </div>
  );
}

function recipeWords({ brightness, contrast, flipX, flipY, turnDeg, zoom }: ViewRecipe): string {
  return [
    brightness === 1 ? "" : t("bench.view.was-brightness", { value: brightness.toFixed(2) }),
    contrast === 1 ? "" : t("bench.view.was-contrast", { value: contrast.toFixed(2) }),
    flipX ? t("bench.view.was-flip-x") : "",
    flipY ? t("bench.view.was-flip-y") : "",
    turnDeg === 0 ? "" : t("bench.view.was-turn", { value: turnDeg }),
    zoom === 1 ? "" : t("bench.view.was-zoom", { value: zoom.toFixed(1) }),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function Level({ label, value, onValue }: { label: string; value: number; onValue: (value: number) => void }) {
  return (
    <label className="view-level">
      <span className="quiet">{label}</span>
      <input
        type="range"
        min={0.2}
        max={3}
        step={0.05}
        value={value}
        // The arrows move this slider, not the picture.
        onKeyDown={(event) => event.stopPropagation()}
        onPointerUp={(event) => event.currentTarget.blur()}
        onChange={(event) => onValue(Number(event.target.value))}
      />
      <span className="mono">{value.toFixed(2)}</span>
    </label>
  );
}
