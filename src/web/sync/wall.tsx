/** The wall: players above, the clock's transport, lanes below, and beside them what the plan rests on. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { setQuery } from "../router/router.ts";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { AlignDialog } from "./align-dialog.tsx";
import { covered, moved } from "./clip-timing.ts";
import { DraftBar } from "./draft-bar.tsx";
import type { LockedWall } from "./locked-wall.ts";
import { offsetWords } from "./offset-words.ts";
import type { SyncAddress } from "./sync-address.ts";
import { useSyncMarks } from "./sync-queries.ts";
import { useDraftMark } from "./use-draft-mark.ts";
import { useHeardSounds } from "./use-heard-sounds.ts";
import { useLaneSpan } from "./use-lane-span.ts";
import { useMoves } from "./use-moves.ts";
import { useMomentInAddress } from "./use-wall.ts";
import { useWallKeys } from "./use-wall-keys.ts";
import { nextEvent, wallEvents } from "./wall-events.ts";
import { WallHead } from "./wall-head.tsx";
import { wallAlignKeys, wallPlayKeys } from "./wall-keys.ts";
import { type LaneOf, WallLanes } from "./wall-lanes.tsx";
import { WallPane } from "./wall-pane.tsx";
import type { CasePlan, WallPlan } from "./wall-plan.ts";
import { WallSide } from "./wall-side.tsx";
import { WallTransport } from "./wall-transport.tsx";

interface WallProps {
  readonly wall: LockedWall;
  readonly details: readonly ItemDetail[];
  readonly plan: WallPlan;
  readonly casePlan: CasePlan | undefined;
  readonly planError: Error | null;
  readonly address: SyncAddress;
}

export function Wall({ wall, details, plan, casePlan, planError, address }: WallProps) {
  const shield = useShield();
  const readOnly = useCase().data?.readOnly === true;
  // Only what lays the wall out: the rest changes four times a second while it plays.
  const whole = useSyncExternalStore(wall.subscribe, () => wall.state().whole);
  const joined = useSyncExternalStore(wall.subscribe, () => wall.state().joined);
  const leftBehind = useSyncExternalStore(wall.subscribe, () => wall.state().leftBehind);
  const byHand = useMoves(address.moves);
  const { moves } = byHand;
  const [keeping, setKeeping] = useState(false);
  const marks = useSyncMarks();
  const sounds = useHeardSounds(details);
  const first = details[0]?.row.id as ItemId;
  const chosen = address.chosen ?? first;
  const heard = address.heard ?? null;
  useEffect(() => wall.setMuted(shield.mute), [wall, shield.mute]);
  useEffect(() => wall.hear(heard), [wall, heard]);
  useEffect(() => {
    if (shield.blanked) wall.pause();
  }, [wall, shield.blanked]);

  const lanes = useLanes(wall, joined, details, plan, moves);
  const ready = useStartMoment(wall, lanes, address.at !== undefined);
  useMomentInAddress(wall, ready);
  const lane = useLaneSpan(wall, whole, address.span);
  const events = useMemo(
    () =>
      wallEvents(
        lanes.map(({ detail, timing }) => ({
          ...{ detail, timing },
          sounds: sounds.get(detail.row.id) ?? [],
          frameSec: (frame) => wall.clip(detail.row.id)?.clock.table.edited[frame] ?? undefined,
        })),
        marks.data?.marks ?? [],
      ),
    [wall, lanes, marks.data, sounds],
  );
  const draft = useDraftMark(wall, details);

  const choose = useCallback((item: ItemId) => setQuery({ chosen: item }), []);
  const hear = (item: ItemId): void => setQuery({ hear: item === heard ? undefined : item });
  const nudge = (bySec: number): void => {
    byHand.nudge(chosen, bySec);
    announce(t("sync.nudged", { number: chosen.slice(1), by: offsetWords((moves.get(chosen) ?? 0) + bySec, null) }));
  };
  const frameSec = lanes.find(({ detail }) => detail.row.id === chosen)?.frameSec ?? 0.04;
  const goToEvent = (step: 1 | -1): void => {
    const next = nextEvent(events, wall.clockSec, step);
    if (next === undefined) return announce(t("sync.no-event"));
    wall.seek(next.commonSec);
    announce(t("sync.at-event", { sort: t(`sync.event.${next.sort}`), id: next.id, number: next.item.slice(1) }));
  };
  const goTo = useRef<HTMLInputElement>(null);
  const items = details.map(({ row }) => row.id);
  useKeys(wallPlayKeys, useWallKeys(wall, chosen, items, { hear: () => hear(chosen), goTo: () => goTo.current?.focus() }));
  useKeys(wallAlignKeys, {
    choose: ({ key }) => {
      const item = items[Number(key) - 1];
      if (item !== undefined) choose(item);
    },
    earlierFrame: () => nudge(-frameSec),
    laterFrame: () => nudge(frameSec),
    earlierMs: () => nudge(-0.001),
    laterMs: () => nudge(0.001),
    undo: byHand.undo,
    point: () => {
      if (readOnly) return;
      draft.set(chosen);
      setQuery({ tab: "marks" });
    },
    nextEvent: () => goToEvent(1),
    previousEvent: () => goToEvent(-1),
    zoomIn: () => lane.zoom(0.8),
    zoomOut: () => lane.zoom(1.25),
    whole: lane.showAll,
  });

  return (
    <div className="wall">
      <WallHead {...{ wall, plan, items, casePlan, goTo }} />
      <div className="wall-body">
        <section className="wall-main" aria-label={t("sync.players")}>
          {planError === null ? null : <ErrorNotice error={planError} />}
          <div className={`wall-grid is-${details.length}`}>
            {lanes.map((of) => (
              <WallPane
                key={of.detail.row.id}
                {...{ of, wall }}
                clips={details.length}
                isChosen={of.detail.row.id === chosen}
                isHeard={of.detail.row.id === heard}
                leftBehind={leftBehind.includes(of.detail.row.id)}
                onChoose={choose}
                onHear={hear}
              />
            ))}
          </div>
          <WallTransport wall={wall} chosen={chosen} />
          {moves.size === 0 ? null : <DraftBar byHand={byHand} readOnly={readOnly} onKeep={() => setKeeping(true)} />}
          <WallLanes {...{ wall, lanes, plan, lane, chosen, events }} onChoose={choose} onMove={byHand.drag} />
        </section>
        <WallSide {...{ wall, lanes, plan, casePlan, draft, events, readOnly, chosen }} marks={marks.data?.marks ?? []} tab={address.tab} />
      </div>
      {keeping ? <AlignDialog {...{ wall, lanes, plan, moves }} onClose={() => setKeeping(false)} onWritten={byHand.clear} /> : null}
    </div>
  );
}

/** Where each clip stands now, hand and all. Anew when a clock arrives, a plan changes or a hand moves. */
function useLanes(
  wall: LockedWall,
  joined: number,
  details: readonly ItemDetail[],
  plan: WallPlan,
  moves: ReadonlyMap<ItemId, number>,
): LaneOf[] {
  return useMemo(
    () =>
      details.map((detail, index): LaneOf => {
        const item = detail.row.id;
        const movedSec = moves.get(item) ?? 0;
        const clip = wall.clip(item);
        const shiftSec = clip?.shiftSec ?? 0;
        const start = (clip?.startSec ?? 0) + shiftSec;
        const end = clip === undefined ? (detail.row.durationSec === "unknown" ? 0 : detail.row.durationSec) : clip.clock.endSec + shiftSec;
        const place = plan.places.get(item);
        // Without a place it begins where the others do.
        const timing = moved(place?.timing ?? { at: { item: start, common: plan.beginSec }, ratePpm: 0 }, movedSec);
        return {
          ...{ detail, timing, movedSec, shiftSec, position: index + 1, isPlaced: place !== undefined },
          covered: covered(timing, start, end),
          frameSec: clip === undefined || clip.clock.shownOrder.length === 0 ? 0.04 : (end - start) / clip.clock.shownOrder.length,
        };
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- the clips of the wall are others when one joined
    [wall, details, plan, moves, joined],
  );
}

/** Without a moment in the address the clock starts where most can be seen together: where the last of them begins, if the first still runs. */
function useStartMoment(wall: LockedWall, lanes: readonly LaneOf[], isGiven: boolean): boolean {
  const [ready, setReady] = useState(isGiven);
  const joined = lanes.every(({ detail }) => wall.clip(detail.row.id) !== undefined);
  useEffect(() => {
    if (ready || !joined || lanes.length === 0) return;
    const last = Math.max(...lanes.map(({ covered: { from } }) => from));
    const ends = Math.min(...lanes.map(({ covered: { to } }) => to));
    wall.seek(last < ends ? last : Math.min(...lanes.map(({ covered: { from } }) => from)));
    setReady(true);
  }, [wall, lanes, ready, joined]);
  return ready;
}
