/** View-only adjustments, always marked as such while any is on. */
import { t } from "../words/t.ts";
import { IconButton } from "./icon.tsx";
import { isPlain, PLAIN_VIEW, type ViewRecipe, zoomed } from "./view-recipe.ts";

interface ViewControlsProps {
  readonly view: ViewRecipe;
  readonly onView: (change: (view: ViewRecipe) => ViewRecipe) => void;
  readonly onFullScreen: () => void;
}

export function ViewControls({ view, onView, onFullScreen }: ViewControlsProps) {
  const turns: Record<ViewRecipe["turnDeg"], ViewRecipe["turnDeg"]> = { 0: 90, 90: 180, 180: 270, 270: 0 };
  return (
    <div className="view-controls" role="group" aria-label={t("bench.view")}>
      <Level
        label={t("bench.view.brightness")}
        value={view.brightness}
        most={3}
        onValue={(brightness) => onView((now) => ({ ...now, brightness }))}
      />
      <Level
        label={t("bench.view.contrast")}
        value={view.contrast}
        most={3}
        onValue={(contrast) => onView((now) => ({ ...now, contrast }))}
      />
      <span className="button-row">
        <Toggle
          pressed={view.flipX}
          name={t("bench.view.flip-x")}
          sign="⇋"
          onPress={() => onView((now) => ({ ...now, flipX: !now.flipX }))}
        />
        <Toggle
          pressed={view.flipY}
          name={t("bench.view.flip-y")}
          sign="⥯"
          onPress={() => onView((now) => ({ ...now, flipY: !now.flipY }))}
        />
        <Toggle
          pressed={view.turnDeg !== 0}
          name={t("bench.view.turn")}
          sign="↻"
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
      {isPlain(view) ? null : (
        <span className="view-only" role="status">
          <b>{t("bench.view.only")}</b>
          <button type="button" className="button" onClick={() => onView(() => PLAIN_VIEW)}>
            {t("bench.view.reset")}
          </button>
        </span>
      )}
    </div>
  );
}

function Level({ label, value, most, onValue }: { label: string; value: number; most: number; onValue: (value: number) => void }) {
  return (
    <label className="level">
      <span className="quiet">{label}</span>
      <input
        type="range"
        min={0.2}
        max={most}
        step={0.05}
        value={value}
        onKeyDown={(event) => event.stopPropagation()}
        onChange={(event) => onValue(Number(event.target.value))}
      />
      <span className="mono">{value.toFixed(2)}</span>
    </label>
  );
}

function Toggle({ pressed, name, sign, onPress }: { pressed: boolean; name: string; sign: string; onPress: () => void }) {
  return (
    <button type="button" className="button is-icon" aria-pressed={pressed} aria-label={name} title={name} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
