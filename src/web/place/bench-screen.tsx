/**
 * One question about a place: the frame on the left, the map in the middle, and in the drawer the phrase, the namesakes, the camera, the
 * features and the coordinates. All of them draw on one map; a press on it goes to whichever asked for one.
 */
import { useRef, useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import { ItemId } from "../../core/item/item.ts";
import { StatedOf } from "../../core/place/place-statement.ts";
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import { type TabEntry, Tabs } from "../bench/tabs.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { BenchMap } from "../map/bench-map.tsx";
import { extentOf } from "../map/bench-shapes.ts";
import { type SizeBounds, useKeptSize } from "../parts/use-kept-size.ts";
import { useNarrow } from "../parts/use-narrow.ts";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { anchorsOf, itemsOf, readingsLeft, useEventTime } from "./bench-facts.ts";
import { type BenchPort, type BenchTab, benchTabs, type MapPart } from "./bench-port.ts";
import { useCameraBench } from "./camera-bench.tsx";
import { CameraFrame } from "./camera-frame.tsx";
import { CameraTab } from "./camera-tab.tsx";
import { CandidatesTab } from "./candidates-tab.tsx";
import { candidateShapes } from "./candidate-shapes.ts";
import { CoordinatesTab } from "./coordinates-tab.tsx";
import { ExportPlace } from "./export-place.tsx";
import { FeaturesTab, useFeaturesBench } from "./features-bench.tsx";
import { ItemChoice } from "./item-choice.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import { KeptNotice } from "./kept-notice.tsx";
import { PaneBar } from "./pane-bar.tsx";
import { PhraseTab } from "./phrase-tab.tsx";
import { draftOf, emptyDraft, judge, samePoint } from "./place-draft.ts";
import { PlaceHead } from "./place-head.tsx";
import { placeKeys } from "./place-keys.ts";
import { spotShapes } from "./spot-shapes.ts";
import { useMapFiles } from "./use-map-files.ts";
import { useMapView } from "./use-map-view.ts";
import { spotOf, usePhrase } from "./use-phrase.ts";
import { useRuler } from "./use-ruler.ts";

const drawerBounds: SizeBounds = { keptAt: "witnessmark.place.drawer", least: 320, most: 900, start: 440 };
const frameBounds: SizeBounds = { keptAt: "witnessmark.place.frame", least: 260, most: 1200, start: 420 };
/** Below this the panes stand under each other. */
const besideFrom = 1000;

interface BenchScreenProps {
  readonly kept: InferenceDetail | undefined;
  readonly house: PlaceRules;
}

export function BenchScreen({ kept, house }: BenchScreenProps) {
  const { query } = useAddress();
  const narrow = useNarrow(besideFrom);
  const whole = useRef<HTMLDivElement>(null);
  const mapPane = useRef<HTMLDivElement>(null);
  const drawer = useKeptSize(drawerBounds);
  const frame = useKeptSize(frameBounds);
  const ruler = useRuler();
  const files = useMapFiles();
  const isCamera = kept?.inference.sort === "camera";
  const phrase = usePhrase(
    isCamera ? `beside ${kept.inference.id}` : (kept?.inference.id ?? "new"),
    isCamera ? undefined : kept?.problem,
    house,
  );
  const { problem, solved, spot } = phrase;
  const { draft, change } = phrase.history;
  const [candidate, setCandidate] = useState<number>();
  const [isPicking, setIsPicking] = useState(false);
  const [dialog, setDialog] = useState<"keep" | "export">();
  const map = useMapView(mapPane);
  const item = ItemId.safeParse(query.get("item")).data ?? kept?.inference.items[0];
  const about = StatedOf.safeParse(query.get("about")).data ?? kept?.inference.about ?? null;
  const eventTime = useEventTime(about);
  const candidates = solved?.candidates ?? [];
  const asked = benchTabs.find((name) => name === query.get("tab"));
  const tab = asked ?? (isCamera || query.get("new") === "camera" ? "camera" : "phrase");
  const openTab = (name: BenchTab): void => setQuery({ tab: name });
  const chooseItem = (next: ItemId | undefined): void => setQuery({ item: next, "frame-pane": "shown" });
  const port: BenchPort = {
    ...{ item, chooseItem, openTab, inference: kept?.inference.id },
    region: phrase.parse !== undefined && phrase.parse.areaKm2 > 0 ? phrase.parse.region : null,
    box: map.box,
    show: map.show,
    takeSpot: phrase.setSpot,
  };
  const camera = useCameraBench(port, isCamera ? kept : undefined);
  const features = useFeaturesBench(port);
  const atCamera = tab === "camera" || isCamera;
  const history = atCamera ? camera.history : phrase.history;

  const parts: readonly MapPart[] = [
    { shapes: files.shapes },
    phrase,
    features,
    camera,
    {
      shapes: spotShapes(spot),
      onMovePoint: (key, at, isDone) => {
        if (key === "spot" && spot !== undefined && isDone) phrase.setSpot({ ...spot, ...at });
      },
    },
  ];
  const drawn = parts.flatMap((part) => part.shapes);
  const beside = parts.flatMap((part) => (part === phrase ? [] : part.shapes));
  map.fit(`${phrase.extent.of} ${beside.map(({ key }) => key).join(" ")}`, [...phrase.extent.places, ...beside.flatMap(extentOf)]);
  const shapes = [...drawn, ...(tab === "candidates" ? candidateShapes(candidates, draft, candidate) : []), ...ruler.shapes];
  const pick = (at: { readonly lat: number; readonly lon: number }): void => {
    phrase.setSpot({ ...at, radiusM: spot?.radiusM ?? 100, basis: spot?.basis ?? t("place-bench.picked-basis") });
    setIsPicking(false);
  };
  const onPoint = isPicking ? pick : ruler.isOn ? ruler.press : parts.find((part) => part.onPoint !== undefined)?.onPoint;
  const pressShape = (key: string): void => {
    const pressed = /^candidate (\d+)$/.exec(key)?.[1];
    if (pressed !== undefined) setCandidate(Number(pressed));
    else for (const part of parts) part.onPressShape?.(key);
  };
  const chooseCandidate = (at: number): void => {
    setCandidate(at);
    const point = candidates[at]?.points[0];
    if (point !== undefined) map.show(point);
  };
  const stepCandidate = (by: number): void => {
    const last = candidates.length - 1;
    if (last < 0) return;
    setQuery({ tab: "candidates" });
    chooseCandidate(candidate === undefined ? (by > 0 ? 0 : last) : Math.max(0, Math.min(last, candidate + by)));
  };

  const tabs: Readonly<Record<BenchTab, TabEntry<BenchTab>>> = {
    phrase: {
      name: "phrase",
      label: t("place-bench.tab.phrase"),
      panel: () => (
        <PhraseTab
          {...{ phrase, house }}
          onShow={map.show}
          onTake={(part) => {
            phrase.setSpot(spotOf(part, phrase.parts.length));
            openTab("coordinates");
          }}
        />
      ),
    },
    candidates: {
      name: "candidates",
      label: t("place-bench.tab.candidates"),
      count: candidates.filter(({ rejected }) => rejected === null).length,
      panel: () => (
        <CandidatesTab
          {...{ draft, about, files, candidates, names: solved?.names ?? [] }}
          chosen={candidate}
          onChoose={chooseCandidate}
          onChange={change}
          onShow={map.show}
        />
      ),
    },
    camera: {
      name: "camera",
      label: t("place-bench.tab.camera"),
      panel: () => <CameraTab camera={camera} onKept={(id) => navigate(`/place/${id}?tab=camera`)} />,
    },
    features: {
      name: "features",
      label: t("place-bench.tab.features"),
      panel: () => (
        <FeaturesTab
          {...{ features, about }}
          anchors={anchorsOf(draft)}
          judgedAs={(at) => draft.judged?.find((one) => samePoint(one, at))}
          onJudge={(judged) => change((now) => judge(now, judged, judged))}
          onLines={(lines) => change((now) => ({ ...now, lines: [...lines] }))}
        />
      ),
    },
    coordinates: {
      name: "coordinates",
      label: t("place-bench.tab.coordinates"),
      panel: () => (
        <CoordinatesTab
          {...{ spot, middle: phrase.middle, about, isPicking, ruler }}
          onPick={() => setIsPicking(!isPicking)}
          onSpot={phrase.setSpot}
          onShow={map.show}
        />
      ),
    },
  };
  const canKeep = !atCamera && draft.text.trim() !== "" && solved !== undefined && !phrase.isBusy;
  const canExport = atCamera ? camera.solved !== undefined : canKeep && ((phrase.parse?.areaKm2 ?? 0) > 0 || spot !== undefined);
  const items = itemsOf([...(kept?.inference.items ?? []), item, ...(draft.cites ?? [])]);
  useKeys(placeKeys, {
    next: () => stepCandidate(1),
    previous: () => stepCandidate(-1),
    undo: () => history.undo?.(),
    redo: () => history.redo?.(),
    ruler: ruler.toggle,
    keep: () => canKeep && setDialog("keep"),
    tab: () => openTab(benchTabs[(benchTabs.indexOf(tab) + 1) % benchTabs.length] ?? "phrase"),
    jump: ({ key }) => map.jump(Number(key)),
  });

  const hasFrame = item !== undefined || tab === "camera" || camera.history.draft.frame !== undefined;
  const isFrameShown = query.get("frame-pane") === "shown" || (query.get("frame-pane") !== "hidden" && hasFrame);
  return (
    <div className={narrow ? "place-bench is-narrow" : "place-bench"}>
      <PlaceHead
        kept={kept}
        readings={isCamera ? undefined : readingsLeft(solved)}
        isChanged={history.isChanged}
        undo={history.undo}
        redo={history.redo}
        onKeep={canKeep ? () => setDialog("keep") : undefined}
        onExport={canExport ? () => setDialog("export") : undefined}
        framePane={{ isShown: isFrameShown, toggle: () => setQuery({ "frame-pane": isFrameShown ? "hidden" : "shown" }) }}
      />
      {kept === undefined || isCamera ? null : <KeptNotice kept={kept} now={history.isChanged || phrase.isBusy ? undefined : solved} />}
      <div className="place-panes" ref={whole}>
        {isFrameShown ? (
          <div className="place-frame-slot" style={narrow ? undefined : { width: `${frame.px}px` }}>
            <section className="place-frame" aria-label={t("place-bench.frame")}>
              <ItemChoice item={item ?? camera.history.draft.frame?.item} onChoose={chooseItem} />
              <CameraFrame camera={camera} />
            </section>
          </div>
        ) : null}
        {isFrameShown && !narrow ? (
          <PaneBar label={t("place-bench.frame-width")} bounds={frameBounds} size={frame} from="left" within={whole} />
        ) : null}
        <section className="place-map" ref={mapPane} aria-label={t("place-bench.map")}>
          <BenchMap
            label={t("place-bench.map")}
            shapes={shapes}
            view={map.view}
            onView={map.set}
            event={eventTime}
            onPoint={onPoint}
            onPressShape={pressShape}
            onMovePoint={(key, at, isDone) => {
              for (const part of parts) part.onMovePoint?.(key, at, isDone);
            }}
            onTurnCone={(key, deg, isDone) => {
              for (const part of parts) part.onTurnCone?.(key, deg, isDone);
            }}
            onRemovePoint={(key) => {
              for (const part of parts) part.onRemovePoint?.(key);
            }}
            tools={
              <button type="button" className="button is-small" aria-pressed={ruler.isOn} onClick={ruler.toggle}>
                {t("map.ruler")}
              </button>
            }
          />
        </section>
        {narrow ? null : <PaneBar label={t("place-bench.drawer-width")} bounds={drawerBounds} size={drawer} from="right" within={whole} />}
        <aside className="place-side" style={narrow ? undefined : { width: `${drawer.px}px` }} aria-label={t("place-bench.drawer")}>
          <Tabs label={t("place-bench.drawer")} tabs={benchTabs.map((name) => tabs[name])} chosen={tab} onChoose={openTab} />
        </aside>
      </div>
      {dialog === "keep" ? (
        <KeepDialog
          sort="place"
          {...{ problem, about, items }}
          kept={kept?.inference.withdrawn === undefined ? kept?.inference : undefined}
          title={draft.text.slice(0, 120)}
          onClose={() => setDialog(undefined)}
          onKept={(id) => {
            setDialog(undefined);
            phrase.history.reset(id === kept?.inference.id ? draft : (draftOf(kept?.problem) ?? emptyDraft(house)));
            const rest = new URLSearchParams(window.location.search);
            rest.delete("new");
            navigate(`/place/${id}${rest.size === 0 ? "" : `?${rest}`}`);
          }}
        />
      ) : null}
      {dialog === "export" ? (
        <ExportPlace
          {...(atCamera ? ({ sort: "camera", problem: camera.made.problem } as const) : ({ sort: "place", problem } as const))}
          items={items}
          inference={history.isChanged ? undefined : kept?.inference.id}
          title={kept?.inference.title ?? (draft.text.slice(0, 120) || t("place-bench.sort-camera"))}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}
