/**
 * The map of a bench: what a reasoner found is drawn on it, places are read off it, marks and cones are moved on it. Its keys act
 * while it has the focus, so that those of the bench stay free.
 */
import "./map.css";
import "./bench-map.css";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useId, useMemo, useRef, useState } from "react";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Span } from "../../core/place/map-feature.ts";
import type { Position } from "../../core/place/region.ts";
import { useCase } from "../api-client/case-queries.ts";
import { formatPosition } from "../claims/place-words.ts";
import { announce } from "../parts/live-region.tsx";
import type { DrawnLayer } from "../layers/drawn-layer.ts";
import { ImageryBanner } from "../layers/imagery-banner.tsx";
import { LayerPanel } from "../layers/layer-panel.tsx";
import { MapCredits } from "../layers/map-credits.tsx";
import { useMapLayers } from "../layers/use-map-layers.ts";
import { t } from "../words/t.ts";
import { BenchMapPatterns } from "./bench-map-patterns.tsx";
import { ShapeView } from "./bench-shape-view.tsx";
import { type BenchShape, type ConeShape, extentOf, type PointShape } from "./bench-shapes.ts";
import { useKeptViews } from "./kept-views.ts";
import { MapGround } from "./map-ground.tsx";
import { ScaleBar } from "./map-ruler.tsx";
import { aroundAll, onScreen } from "./on-screen.ts";
import { useMapFrame } from "./use-map-frame.ts";
import { fitted, panned, type Size, toPosition, type Viewport, zoomedAt } from "./viewport.ts";

export interface BenchMapProps {
  /** Accessible name of the map. */
  readonly label: string;
  readonly shapes: readonly BenchShape[];
  /** What is looked at, when the bench keeps it; without it the map does, and shows all shapes at first. */
  readonly view?: Viewport | undefined;
  readonly onView?: ((view: Viewport) => void) | undefined;
  /** Where to look while there are no shapes. */
  readonly start?: Position | undefined;
  /** A press on the ground, and Enter at the cross in the middle. */
  readonly onPoint?: ((position: Position) => void) | undefined;
  /** A press on a shape. */
  readonly onPressShape?: ((key: string) => void) | undefined;
  /** Called all along while a mark is moved; `isDone` when it is let go. */
  readonly onMovePoint?: ((key: string, position: Position, isDone: boolean) => void) | undefined;
  /** Called all along while a cone is turned, degrees from true north. */
  readonly onTurnCone?: ((key: string, headingDeg: number, isDone: boolean) => void) | undefined;
  /** Delete on a mark. */
  readonly onRemovePoint?: ((key: string) => void) | undefined;
  /** Buttons of the bench, beside those of the map. */
  readonly tools?: ReactNode;
  /** Stands in the upper left corner. */
  readonly banner?: ReactNode;
  /** Drawn over the layers, without being one yet. */
  readonly preview?: readonly DrawnLayer[];
  /** Time of what is looked for: imagery says how long before or after it was taken. */
  readonly event?: Span | undefined;
  /** Only what this machine has: nothing of the case is asked for or shown, not even the views that somebody kept. */
  readonly ofMachine?: boolean;
}

const world: Viewport = { centre: { lat: 25, lon: 15 }, zoom: 1.6 };

export function BenchMap(props: BenchMapProps) {
  const { label, shapes, start, onPoint, onPressShape, onMovePoint, onTurnCone, onRemovePoint, tools, banner, preview, event } = props;
  const { ofMachine = false } = props;
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [own, setOwn] = useState<Viewport>();
  const ground = useMapLayers({ ofMachine });
  const layers = useMemo(() => (preview === undefined ? ground.drawn : [...ground.drawn, ...preview]), [ground.drawn, preview]);
  const kept = useKeptViews(useCase({ enabled: !ofMachine }).data?.caseId);
  const keptViews = ofMachine ? new Map<number, Viewport>() : kept.views;
  const patterns = useId();
  const held = useRef<{ readonly shape: PointShape | ConeShape; readonly dx: number; readonly dy: number }>(undefined);
  const extent = aroundAll(shapes.flatMap(extentOf));
  const whole = extent !== undefined && size.width > 0 ? fitted(extent, size) : undefined;
  const unlooked = start === undefined ? world : { centre: start, zoom: 12 };
  const view = props.view ?? own ?? whole ?? unlooked;
  const setView = (next: Viewport): void => (props.onView ?? setOwn)(next);
  const onSize = useCallback((next: Size) => setSize((now) => (now.width === next.width && now.height === next.height ? now : next)), []);
  // The first shapes decide what is looked at; later ones must not move the ground under the hand.
  if (own === undefined && props.view === undefined && whole !== undefined) setOwn(whole);
  const copy = (position: Position): void => {
    const place = formatPosition(position);
    navigator.clipboard.writeText(place).then(
      () => announce(t("map.copied", { place })),
      () => announce(t("map.copy-failed", { place })),
    );
  };
  const { frame, pointer, at, handlers } = useMapFrame({
    ...{ view, size, onView: setView, onSize, onContext: copy },
    onPress(position, targets) {
      // Whoever presses on the ground has chosen what to look at: a first mark must not move it under the hand.
      if (own === undefined && props.view === undefined) setOwn(view);
      const key = targets.map((element) => element.closest<SVGElement>("[data-shape]")?.dataset["shape"]).find((one) => one !== undefined);
      if (key !== undefined && onPressShape !== undefined) onPressShape(key);
      else onPoint?.(position);
    },
  });

  const moveTo = (shape: PointShape | ConeShape, position: Position, isDone: boolean): void => {
    if (shape.kind === "point") onMovePoint?.(shape.key, position, isDone);
    else onTurnCone?.(shape.key, wayBetween(shape.from, position).bearingDeg, isDone);
  };
  const anchorOf = (shape: PointShape | ConeShape) => onScreen([shape.kind === "point" ? shape.at : shape.from], view, size)[0];
  const drag = (event: PointerEvent<Element>, isDone: boolean): boolean => {
    const now = held.current;
    if (now === undefined) return false;
    const { x, y } = at(event);
    moveTo(now.shape, toPosition(view, size, { x: x + now.dx, y: y + now.dy }), isDone);
    if (isDone) held.current = undefined;
    return true;
  };
  const hands = {
    ...{ onPressShape, onRemove: onRemovePoint },
    onHold(shape: PointShape | ConeShape, event: PointerEvent<SVGElement>): void {
      if (event.button !== 0) return;
      event.stopPropagation();
      frame.current?.setPointerCapture(event.pointerId);
      const here = at(event);
      const anchor = shape.kind === "point" ? anchorOf(shape) : here;
      // A mark keeps its distance from the cursor that took hold of it, so that it does not jump.
      held.current = { shape, dx: (anchor?.x ?? here.x) - here.x, dy: (anchor?.y ?? here.y) - here.y };
      if (event.currentTarget instanceof SVGElement) event.currentTarget.focus();
    },
    onNudge(shape: PointShape | ConeShape, dx: number, dy: number): void {
      if (shape.kind === "cone") return onTurnCone?.(shape.key, (((shape.headingDeg + dx) % 360) + 360) % 360, true);
      const anchor = anchorOf(shape);
      if (anchor !== undefined) moveTo(shape, toPosition(view, size, { x: anchor.x + dx, y: anchor.y + dy }), true);
    },
  };
  const middle = { x: size.width / 2, y: size.height / 2 };
  const nearer = (by: number): void => setView(zoomedAt(view, size, middle, by));
  const fit = (): void => setView(whole ?? unlooked);
  const keep = (): void => {
    if (ofMachine) return;
    const number = kept.keep(view);
    announce(number === undefined ? t("map.mark-full") : t("map.mark-set", { number }));
  };
  const jump = (number: number): void => {
    const there = keptViews.get(number);
    if (there === undefined) announce(t("map.mark-none", { number }));
    else setView(there);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const act = actOf(event.key, {
      pan: (dx, dy) => setView(panned(view, size, dx * 80, dy * 80)),
      ...{ nearer, fit, keep, jump },
      copy: () => copy(view.centre),
      point: () => onPoint?.(view.centre),
    });
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="bench-map">
      <div
        ref={frame}
        className={onPoint === undefined ? "map-frame" : "map-frame is-measuring"}
        data-testid="bench-map"
        tabIndex={0}
        role="application"
        aria-label={label}
        aria-description={t(ofMachine ? "bench-map.keys-of-machine" : "bench-map.keys")}
        onKeyDown={onKeyDown}
        {...handlers}
        onPointerMove={(event) => {
          if (!drag(event, false)) handlers.onPointerMove(event);
        }}
        onPointerUp={(event) => {
          if (!drag(event, true)) handlers.onPointerUp(event);
        }}
        onPointerCancel={(event) => {
          held.current = undefined;
          handlers.onPointerCancel(event);
        }}
      >
        <MapGround view={view} size={size} layers={layers} turn={ground.turn} />
        <svg className="map-signs" width={size.width} height={size.height}>
          <BenchMapPatterns id={patterns} />
          {shapes.map((shape) => (
            <ShapeView key={shape.key} {...{ shape, view, size, patterns, hands }} />
          ))}
          <path className="map-cross" d={`M${middle.x - 7} ${middle.y}h14M${middle.x} ${middle.y - 7}v14`} aria-hidden="true" />
        </svg>
        <div className="map-foot">
          <ScaleBar view={view} />
          <MapCredits drawn={ground.drawn} />
        </div>
        <p className="map-where mono">{formatPosition(pointer === undefined ? view.centre : toPosition(view, size, pointer))}</p>
      </div>
      <div className="bench-map-banner">
        <ImageryBanner drawn={ground.drawn} view={view} event={event} />
        {banner}
      </div>
      <div className="bench-map-tools">
        <button type="button" className="button is-small" aria-label={t("map.key-nearer")} onClick={() => nearer(1)}>
          +
        </button>
        <button type="button" className="button is-small" aria-label={t("map.key-farther")} onClick={() => nearer(-1)}>
          −
        </button>
        <button type="button" className="button is-small" onClick={fit}>
          {t("map.all")}
        </button>
        {[...keptViews.keys()].toSorted().map((number) => (
          <button
            key={number}
            type="button"
            className="button is-small"
            aria-label={t("map.mark-go", { number })}
            onClick={() => jump(number)}
          >
            {number}
          </button>
        ))}
        {ofMachine ? null : (
          <button type="button" className="button is-small" onClick={keep}>
            {t("map.mark")}
          </button>
        )}
        <LayerPanel layers={ground} onShow={(bounds) => setView(fitted(bounds, size))} canChange={!ofMachine} />
        {tools}
      </div>
    </div>
  );
}

interface Acts {
  readonly pan: (dx: number, dy: number) => void;
  readonly nearer: (by: number) => void;
  readonly fit: () => void;
  readonly keep: () => void;
  readonly jump: (number: number) => void;
  readonly copy: () => void;
  readonly point: () => void;
}

/** What a key does to the map (METHOD 3: numbered places to jump to, and everything that the mouse can do). */
function actOf(key: string, acts: Acts): (() => void) | undefined {
  switch (key) {
    case "ArrowLeft":
      return () => acts.pan(-1, 0);
    case "ArrowRight":
      return () => acts.pan(1, 0);
    case "ArrowUp":
      return () => acts.pan(0, -1);
    case "ArrowDown":
      return () => acts.pan(0, 1);
    case "+":
    case "=":
      return () => acts.nearer(0.5);
    case "-":
      return () => acts.nearer(-0.5);
    case "0":
      return acts.fit;
    case "c":
      return acts.copy;
    case "m":
      return acts.keep;
    case "Enter":
      return acts.point;
    default:
      return /^[1-9]$/.test(key) ? () => acts.jump(Number(key)) : undefined;
  }
}
