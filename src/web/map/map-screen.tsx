/** Map and timeline of the case, linked: what is chosen in one is chosen in both, and a stretch of time narrows the map. */
import "../events/events.css";
import "./map.css";
import "./timeline.css";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { MapFeature } from "../../core/place/map-feature.ts";
import { boundsOf, type Bounds } from "../../core/place/region-geometry.ts";
import type { Position } from "../../core/place/region.ts";
import { useCase } from "../api-client/case-queries.ts";
import { mapApi } from "../api-client/map-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { formatPosition } from "../claims/place-words.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { ExportDialog } from "./export-dialog.tsx";
import { FilesDialog } from "./files-dialog.tsx";
import { useKeptViews } from "./kept-views.ts";
import { MapCanvas } from "./map-canvas.tsx";
import { mapKeys } from "./map-keys.ts";
import { rulerWords } from "./map-ruler.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import { PlaceList } from "./place-list.tsx";
import { TimeHeight, useTimeHeight } from "./time-height.tsx";
import { overlaps, type TimeSpan } from "./time-scale.ts";
import { Timeline } from "./timeline.tsx";
import { useGrid } from "./use-grid.ts";
import { useLayers } from "./use-layers.ts";
import { fitted, panned, type Size, viewInWords, viewOfWords, type Viewport, zoomedAt } from "./viewport.ts";

const zoneKept = "witnessmark.map.zone";
const panes = ["both", "map", "time"] as const;
const world: Viewport = { centre: { lat: 25, lon: 15 }, zoom: 1.6 };

export function MapScreen() {
  const { query } = useAddress();
  const narrow = useNarrow(761);
  const { data, error, refetch } = useQuery({ queryKey: [...queryKeys.records, "map"], queryFn: ({ signal }) => mapApi.map(signal) });
  const caseQuery = useCase();
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [brush, setBrush] = useState<TimeSpan>();
  const [zone, setZone] = useState(() => window.localStorage.getItem(zoneKept) ?? "UTC");
  const [measuring, setMeasuring] = useState(false);
  const [points, setPoints] = useState<readonly Position[]>([]);
  const [dialog, setDialog] = useState<"export" | "files" | undefined>(query.has("files") ? "files" : undefined);
  const [said, setSaid] = useState("");
  const kept = useKeptViews(caseQuery.data?.caseId);
  const layers = useLayers();
  const time = useTimeHeight();
  const whole = useRef<HTMLDivElement>(null);
  const chosen = query.get("chosen") ?? undefined;
  const asked = panes.find((pane) => pane === query.get("view"));
  const pane = asked ?? (narrow ? "map" : "both");

  const all = data?.features ?? [];
  const many = data?.leftOut.placed ?? 0;
  const byChoice = all.filter(({ standing, sort }) => !hidden.has(standing) && !hidden.has(sort));
  const shown = brush === undefined ? byChoice : byChoice.filter(({ span }) => span !== undefined && overlaps(span, brush));
  const untimed = brush === undefined ? 0 : byChoice.filter(({ span }) => span === undefined).length;
  const fitAll = (): Viewport => {
    const ofChosen = all.filter(({ record }) => record === chosen);
    const bounds = boundsOfAll(ofChosen.length > 0 ? ofChosen : shown.length > 0 ? shown : all) ?? data?.leftOut.bounds ?? undefined;
    return bounds === undefined || size.width === 0 ? world : fitted(bounds, size);
  };
  const view = viewOfWords(query.get("at")) ?? fitAll();
  const grid = useGrid(many > 0 && !hidden.has("seen") && !hidden.has("post"), view, size);
  const setView = (next: Viewport): void => setQuery({ at: viewInWords(next) });
  const onSize = useCallback((next: Size) => setSize((now) => (now.width === next.width && now.height === next.height ? now : next)), []);
  const choose = (record: string): void => setQuery({ chosen: record === chosen ? undefined : record });
  const copy = (position: Position): void => {
    const place = formatPosition(position);
    navigator.clipboard.writeText(place).then(
      () => announce(t("map.copied", { place })),
      () => announce(t("map.copy-failed", { place })),
    );
    setSaid(t("map.copied", { place }));
  };
  const addPoint = (position: Position): void => {
    const next = points.length >= 2 ? [position] : [...points, position];
    setPoints(next);
    const [from, to] = next;
    if (from !== undefined && to !== undefined) announce(rulerWords(from, to));
  };
  const measure = (): void => {
    setMeasuring(!measuring);
    setPoints([]);
  };
  const jump = (number: number): void => {
    const there = kept.views.get(number);
    if (there === undefined) announce(t("map.mark-none", { number }));
    else setView(there);
  };
  const keep = (): void => {
    const number = kept.keep(view);
    announce(number === undefined ? t("map.mark-full") : t("map.mark-set", { number }));
  };
  const step = (by: number): void => {
    const records = [...new Set(shown.map(({ record }) => record))];
    if (records.length === 0) return;
    const at = chosen === undefined ? -1 : records.indexOf(chosen);
    const next = records[at === -1 ? (by > 0 ? 0 : records.length - 1) : Math.max(0, Math.min(records.length - 1, at + by))];
    if (next !== undefined) setQuery({ chosen: next });
  };
  const middle = { x: size.width / 2, y: size.height / 2 };
  const pan = (dx: number, dy: number): void => setView(panned(view, size, dx * 80, dy * 80));
  useKeys(mapKeys, {
    west: () => pan(-1, 0),
    east: () => pan(1, 0),
    north: () => pan(0, -1),
    south: () => pan(0, 1),
    nearer: () => setView(zoomedAt(view, size, middle, 0.5)),
    farther: () => setView(zoomedAt(view, size, middle, -0.5)),
    all: () => setView(fitAll()),
    next: () => step(1),
    previous: () => step(-1),
    open: () => chosen !== undefined && navigate(recordAddress(chosen)),
    copy: () => copy(view.centre),
    ruler: measure,
    point: () => measuring && addPoint(view.centre),
    mark: keep,
    jump: ({ key }) => jump(Number(key)),
    view: () => setQuery({ view: panes[(panes.indexOf(pane) + 1) % panes.length] }),
  });

  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const showsMap = pane !== "time";
  const showsTime = pane !== "map";
  return (
    <div ref={whole} className={narrow ? "map-screen is-narrow" : "map-screen"}>
      <h1 className="visually-hidden">{t("map.title")}</h1>
      <MapToolbar
        features={all}
        hidden={hidden}
        onHide={(name) => setHidden(hidden.has(name) ? new Set([...hidden].filter((other) => other !== name)) : new Set([...hidden, name]))}
        measuring={measuring}
        onMeasure={measure}
        onAll={() => setView(fitAll())}
        kept={kept}
        onKeep={keep}
        onJump={jump}
        onExport={() => setDialog("export")}
        onFiles={() => setDialog("files")}
      />
      <div className="map-notes">
        <div className="map-choice" role="group" aria-label={t("map.views")}>
          {panes.map((name) => (
            <button
              key={name}
              type="button"
              className="button is-small"
              aria-pressed={name === pane}
              onClick={() => setQuery({ view: name })}
            >
              {t(`map.view.${name}`)}
            </button>
          ))}
        </div>
        {chosen === undefined ? null : <Link to={recordAddress(chosen)}>{`${t("map.open")} ${chosen}`}</Link>}
        {measuring ? <span className="small">{t("map.ruler-how")}</span> : null}
        {untimed === 0 ? null : <span className="small tone-narrower">{t("map.untimed", { count: untimed })}</span>}
        {grid === undefined ? null : <span className="small tone-narrower">{t("map.left-out", { all: many, count: grid.inSight })}</span>}
        {data === undefined || data.leftOut.rows === 0 ? null : (
          <span className="small tone-narrower">{t("timeline.left-out", { count: data.leftOut.rows })}</span>
        )}
        <span className="small quiet map-said">{said}</span>
      </div>
      {showsMap ? (
        <div className="map-main">
          <div className="map-side">
            {data === undefined ? <p className="quiet">{t("map.waiting")}</p> : null}
            {data !== undefined && all.length + many === 0 ? (
              <div className="events-empty">
                <p>{t("map.none")}</p>
                <p className="quiet">{t("map.none-how")}</p>
              </div>
            ) : null}
            {all.length > 0 && shown.length === 0 ? <p className="quiet events-empty">{t("map.none-shown")}</p> : null}
            <PlaceList features={shown} chosen={chosen} onChoose={choose} />
          </div>
          <MapCanvas
            features={shown}
            layers={layers.shapes}
            grid={grid}
            view={view}
            size={size}
            onView={setView}
            onSize={onSize}
            chosen={chosen}
            onChoose={choose}
            onCopy={copy}
            ruler={{ on: measuring, points }}
            onRulerPoint={addPoint}
          />
        </div>
      ) : null}
      {showsMap && showsTime ? <TimeHeight height={time} within={whole} /> : null}
      {showsTime ? (
        <div className={showsMap ? "time-main" : "time-main is-alone"} style={showsMap ? { height: `${time.px}px` } : undefined}>
          {data !== undefined && data.rows.length + data.posts.length === 0 ? (
            <p className="quiet events-empty">{t("timeline.none")}</p>
          ) : null}
          <Timeline
            rows={data?.rows ?? []}
            posts={data?.posts ?? []}
            zone={zone}
            onZone={(name) => {
              setZone(name);
              window.localStorage.setItem(zoneKept, name);
            }}
            chosen={chosen}
            onChoose={choose}
            brush={brush}
            onBrush={setBrush}
          />
        </div>
      ) : null}
      {dialog === "export" ? <ExportDialog all={all} shown={shown} chosen={chosen} onClose={() => setDialog(undefined)} /> : null}
      {dialog === "files" ? (
        <FilesDialog
          layers={layers}
          features={all}
          onClose={() => {
            setDialog(undefined);
            setQuery({ files: undefined });
          }}
        />
      ) : null}
    </div>
  );
}

function recordAddress(record: string): string {
  return record.startsWith("e") ? `/events/${record}` : `/items/${record}`;
}

/** Around all of them; over the date line the whole earth is shown rather than the wrong half. */
function boundsOfAll(features: readonly MapFeature[]): Bounds | undefined {
  let all: Bounds | undefined;
  for (const { claim } of features) {
    if (claim.region === "unknown") continue;
    const one = boundsOf(claim.region);
    all =
      all === undefined
        ? one
        : {
            south: Math.min(all.south, one.south),
            north: Math.max(all.north, one.north),
            west: Math.min(all.west, one.west),
            east: Math.max(all.east, one.east),
          };
  }
  return all;
}
