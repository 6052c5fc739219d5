/**
 * One question about a place: the frame on the left, the map in the middle, and in the drawer the phrase, the namesakes, the camera, the
 * features and the coordinates. All of them draw on one map; a press on it goes to whichever asked for one.
 */
import { type ReactNode, useRef, useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import { ItemId } from "../../core/item/item.ts";
import { StatedOf } from "../../core/place/place-statement.ts";
import type { PlaceAnswer } from "../../reason/place/answer-place.ts";
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import { type TabEntry, Tabs } from "../bench/tabs.tsx";
import { useEvents } from "../events/event-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { BenchMap } from "../map/bench-map.tsx";
import { type SizeBounds, useKeptSize } from "../parts/use-kept-size.ts";
import { useNarrow } from "../parts/use-narrow.ts";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { useSolver } from "../solver/use-solver.ts";
import { t } from "../words/t.ts";
import { type BenchTab, benchTabs, type MapPart, type Spot } from "./bench-port.ts";
import { CandidatesTab } from "./candidates-tab.tsx";
import { candidateShapes } from "./candidate-shapes.ts";
import { CoordinatesTab } from "./coordinates-tab.tsx";
import { ItemChoice } from "./item-choice.tsx";
import { ExportPlace } from "./export-place.tsx";
import { FramePicture } from "./frame-picture.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import { PaneBar } from "./pane-bar.tsx";
import { phraseShapes } from "./phrase-shapes.ts";
import { PhraseTab } from "./phrase-tab.tsx";
import { draftOf, emptyDraft, problemOf } from "./place-draft.ts";
import { PlaceHead } from "./place-head.tsx";
import { placeKeys } from "./place-keys.ts";
import { spotShapes } from "./spot-shapes.ts";
import { useDraft } from "./use-draft.ts";
import { useMapFiles } from "./use-map-files.ts";
import { useMapView } from "./use-map-view.ts";
import { useNameLookup } from "./use-name-lookup.ts";
import { useRuler } from "./use-ruler.ts";

const drawerBounds: SizeBounds = { keptAt: "witnessmark.place.drawer", least: 320, most: 900, start: 440 };
const frameBounds: SizeBounds = { keptAt: "witnessmark.place.frame", least: 260, most: 1200, start: 420 };
/** Below this the panes stand under each other. */
const besideFrom = 1000;

const shownTabs = ["phrase", "candidates", "coordinates"] as const satisfies readonly BenchTab[];

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
  const history = useDraft(kept?.inference.id ?? "new", () => draftOf(kept?.problem) ?? emptyDraft(house));
  const { draft, change } = history;
  const problem = problemOf(draft);
  const { answer, busy } = useSolver<PlaceAnswer>("place", draft.text.trim() === "" ? undefined : problem);
  const lookup = useNameLookup(history);
  const [chosenClause, setChosenClause] = useState<number>();
  const [isPicking, setIsPicking] = useState(false);
  const [dialog, setDialog] = useState<"keep" | "export">();
  const item = ItemId.safeParse(query.get("item")).data ?? kept?.inference.items[0];
  const solved = answer?.state === "solved" ? answer.answer : undefined;
  const parses = solved?.parses ?? [];
  const namesakes = { candidates: solved?.candidates ?? [], names: solved?.names ?? [] };
  const [candidate, setCandidate] = useState<number>();
  const files = useMapFiles();
  const about = StatedOf.safeParse(query.get("about")).data ?? kept?.inference.about ?? null;
  const event = useEvents().data?.events.find(({ id }) => id === about)?.time;
  const eventTime = event === undefined || typeof event === "string" ? undefined : { earliest: event.earliest, latest: event.latest };
  const parse = parses[draft.reading ?? 0] ?? parses[0];
  const spot: Spot | undefined = draft.spot == null ? undefined : { ...draft.spot, basis: draft.spot.basis ?? "" };
  const middle: Spot | undefined =
    parse?.centroid == null || parse.radiusKm === null
      ? undefined
      : { ...parse.centroid, radiusM: parse.radiusKm * 1000, basis: t("place-bench.middle-basis") };
  const setSpot = (next: Spot | undefined): void => change((now) => ({ ...now, spot: next ?? null }), "spot");
  const chooseClause = (at: number | undefined): void => setChosenClause(at === chosenClause ? undefined : at);

  const phrase: MapPart = {
    shapes: phraseShapes(draft, parse, chosenClause),
    onPressShape: (key) => {
      const clause = /^clause (\d+)$/.exec(key)?.[1];
      if (clause !== undefined) chooseClause(Number(clause));
    },
  };
  const asked = benchTabs.find((name) => name === query.get("tab"));
  const tab = shownTabs.find((name) => name === asked) ?? "phrase";
  const shapes = [
    ...files.shapes,
    ...phrase.shapes,
    ...(tab === "candidates" ? candidateShapes(namesakes.candidates, draft, candidate) : []),
    ...spotShapes(spot),
    ...ruler.shapes,
  ];
  const map = useMapView(mapPane, shapes);
  const pressMap = isPicking
    ? (at: { lat: number; lon: number }) => {
        setSpot({ ...at, radiusM: spot?.radiusM ?? 100, basis: spot?.basis ?? t("place-bench.picked-basis") });
        setIsPicking(false);
      }
    : ruler.isOn
      ? ruler.press
      : undefined;

  const chooseCandidate = (at: number): void => {
    setCandidate(at);
    const point = namesakes.candidates[at]?.points[0];
    if (point !== undefined) map.show(point);
  };
  const stepCandidate = (by: number): void => {
    const last = namesakes.candidates.length - 1;
    if (last < 0) return;
    setQuery({ tab: "candidates" });
    chooseCandidate(candidate === undefined ? (by > 0 ? 0 : last) : Math.max(0, Math.min(last, candidate + by)));
  };

  const tabs: readonly TabEntry<BenchTab>[] = [
    {
      name: "phrase",
      label: t("place-bench.tab.phrase"),
      panel: () => (
        <PhraseTab
          {...{ draft, answer, parse, house, chosenClause }}
          isBusy={busy}
          lookup={lookup}
          onChooseClause={chooseClause}
          onChange={change}
          onShow={map.show}
          onTakeRegion={() => {
            setSpot(middle);
            setQuery({ tab: "coordinates" });
          }}
        />
      ),
    },
    {
      name: "candidates",
      label: t("place-bench.tab.candidates"),
      count: namesakes.candidates.filter(({ rejected }) => rejected === null).length,
      panel: () => (
        <CandidatesTab
          {...{ draft, about, files }}
          answer={namesakes}
          chosen={candidate}
          onChoose={chooseCandidate}
          onChange={change}
          onShow={map.show}
        />
      ),
    },
    {
      name: "coordinates",
      label: t("place-bench.tab.coordinates"),
      panel: () => (
        <CoordinatesTab
          {...{ spot, middle, isPicking, ruler }}
          onPick={() => setIsPicking(!isPicking)}
          onSpot={setSpot}
          onShow={map.show}
        />
      ),
    },
  ];
  const canKeep = draft.text.trim() !== "" && answer?.state === "solved" && !busy;
  const canExport = canKeep && ((parse?.areaKm2 ?? 0) > 0 || spot !== undefined);
  const items = [
    ...new Set(
      [...(kept?.inference.items ?? []), ...(item === undefined ? [] : [item]), ...(draft.cites ?? [])].flatMap(
        (cite) => ItemId.safeParse(cite).data ?? [],
      ),
    ),
  ];
  useKeys(placeKeys, {
    next: () => stepCandidate(1),
    previous: () => stepCandidate(-1),
    undo: () => history.undo?.(),
    redo: () => history.redo?.(),
    ruler: ruler.toggle,
    keep: () => canKeep && setDialog("keep"),
    tab: () => setQuery({ tab: shownTabs[(shownTabs.indexOf(tab) + 1) % shownTabs.length] }),
    jump: ({ key }) => map.jump(Number(key)),
  });

  const isFrameShown = query.get("frame-pane") === "shown" || (query.get("frame-pane") !== "hidden" && item !== undefined);
  const framePane: ReactNode = (
    <section className="place-frame" aria-label={t("place-bench.frame")}>
      <ItemChoice item={item} onChoose={(next) => setQuery({ item: next, "frame-pane": "shown" })} />
      {item === undefined ? (
        <p className="quiet place-wait">{t("place-bench.frame-none")}</p>
      ) : (
        <FramePicture item={item} frame={undefined} />
      )}
    </section>
  );
  const mapSection = (
    <section className="place-map" ref={mapPane} aria-label={t("place-bench.map")}>
      <BenchMap
        label={t("place-bench.map")}
        shapes={shapes}
        view={map.view}
        onView={map.set}
        onPoint={pressMap}
        event={eventTime}
        onPressShape={(key) => {
          const pressed = /^candidate (\d+)$/.exec(key)?.[1];
          if (pressed === undefined) phrase.onPressShape?.(key);
          else setCandidate(Number(pressed));
        }}
        onMovePoint={(key, at, isDone) => {
          if (key === "spot" && spot !== undefined && isDone) setSpot({ ...spot, ...at });
        }}
        tools={
          <button type="button" className="button is-small" aria-pressed={ruler.isOn} onClick={ruler.toggle}>
            {t("map.ruler")}
          </button>
        }
      />
    </section>
  );
  const side = (
    <aside className="place-side" style={narrow ? undefined : { width: `${drawer.px}px` }} aria-label={t("place-bench.drawer")}>
      <Tabs label={t("place-bench.drawer")} tabs={tabs} chosen={tab} onChoose={(name) => setQuery({ tab: name })} />
    </aside>
  );
  return (
    <div className={narrow ? "place-bench is-narrow" : "place-bench"}>
      <PlaceHead
        kept={kept}
        isChanged={history.isChanged}
        undo={history.undo}
        redo={history.redo}
        onKeep={canKeep ? () => setDialog("keep") : undefined}
        onExport={canExport ? () => setDialog("export") : undefined}
        framePane={{ isShown: isFrameShown, toggle: () => setQuery({ "frame-pane": isFrameShown ? "hidden" : "shown" }) }}
      />
      <div className="place-panes" ref={whole}>
        {isFrameShown ? (
          <div className="place-frame-slot" style={narrow ? undefined : { width: `${frame.px}px` }}>
            {framePane}
          </div>
        ) : null}
        {isFrameShown && !narrow ? (
          <PaneBar label={t("place-bench.frame-width")} bounds={frameBounds} size={frame} from="left" within={whole} />
        ) : null}
        {mapSection}
        {narrow ? null : <PaneBar label={t("place-bench.drawer-width")} bounds={drawerBounds} size={drawer} from="right" within={whole} />}
        {side}
      </div>
      {dialog === "keep" ? (
        <KeepDialog
          sort="place"
          problem={problem}
          kept={kept?.inference}
          about={about}
          title={draft.text.slice(0, 120)}
          items={items}
          onClose={() => setDialog(undefined)}
          onKept={(id) => {
            setDialog(undefined);
            history.reset(kept === undefined || id !== kept.inference.id ? (draftOf(kept?.problem) ?? emptyDraft(house)) : draft);
            navigate(`/place/${id}${window.location.search.replace(/[?&]new=[^&]*/, "").replace(/^&/, "?")}`);
          }}
        />
      ) : null}
      {dialog === "export" ? (
        <ExportPlace
          {...{ sort: "place", problem, items }}
          inference={history.isChanged ? undefined : kept?.inference.id}
          title={kept?.inference.title ?? draft.text.slice(0, 120)}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}
