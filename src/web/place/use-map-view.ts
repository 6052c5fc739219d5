/** What the map of the bench shows, as the address says, and the ways to move it there. */
import { type RefObject, useEffect, useState } from "react";
import type { Bounds } from "../../core/place/region-geometry.ts";
import type { Position } from "../../core/place/region.ts";
import { useCase } from "../api-client/case-queries.ts";
import { keptViews } from "../map/kept-views.ts";
import { aroundAll } from "../map/on-screen.ts";
import { fitted, type Size, toPosition, type Viewport, viewInWords, viewOfWords } from "../map/viewport.ts";
import { announce } from "../parts/live-region.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";

export interface MapView {
  /** Undefined while nothing is drawn and it was not moved. */
  readonly view: Viewport | undefined;
  set(view: Viewport): void;
  /** While rendering: until it was moved the map shows these places; anew when they are `of` something else, and not while one moves under a slider. */
  fit(of: string, places: readonly Position[]): void;
  show(what: Position | Bounds): void;
  box(): Bounds | undefined;
  /** One of the nine kept views. */
  jump(number: number): void;
}

/** Close enough to see a village, for a place that is shown by itself. */
const near = 13;

export function useMapView(pane: RefObject<HTMLElement | null>): MapView {
  const { query } = useAddress();
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [fit, setFit] = useState<{ readonly of: string; readonly view: Viewport | undefined }>({ of: "", view: undefined });
  const asked = viewOfWords(query.get("at"));
  useEffect(() => {
    const box = pane.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }));
    observer.observe(box);
    return () => observer.disconnect();
  }, [pane]);
  const view = asked ?? fit.view;
  const caseId = useCase().data?.caseId;
  const set = (next: Viewport): void => setQuery({ at: viewInWords(next) });
  return {
    ...{ view, set },
    fit(wanted, places) {
      const of = size.width === 0 ? "" : wanted;
      if (of === fit.of) return;
      const extent = aroundAll(places);
      setFit({ of, view: extent === undefined ? undefined : fitted(extent, size) });
    },
    show(what) {
      if ("south" in what) set(fitted(what, size));
      else set({ centre: { lat: what.lat, lon: what.lon }, zoom: Math.max(view?.zoom ?? 0, near) });
    },
    box() {
      if (view === undefined || size.width === 0) return undefined;
      const [a, b] = [toPosition(view, size, { x: 0, y: 0 }), toPosition(view, size, { x: size.width, y: size.height })];
      return { south: b.lat, north: a.lat, west: a.lon, east: b.lon };
    },
    jump(number) {
      const there = keptViews(caseId).get(number);
      if (there === undefined) announce(t("map.mark-none", { number }));
      else set(there);
    },
  };
}
