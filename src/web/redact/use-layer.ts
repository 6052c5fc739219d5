/** The draft of an item's redaction layer on the page: what is chosen, where the player stands, and what can be done there. */
import { useCallback, useEffect, useMemo, useReducer, useState, useSyncExternalStore } from "react";
import type { RedactionAnswer } from "../../api/redactions.ts";
import { boxAt } from "../../core/redaction/box-at.ts";
import type { RedactionMark, ShareBox } from "../../core/redaction/redaction.ts";
import { endOfFrame } from "../bench/frame-clock.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import { shiftOf } from "../bench/redaction-lane.tsx";
import { keepLayer, readKept, withKept } from "./kept-layer.ts";
import {
  type DraftMark,
  emptyDraft,
  hasKeyAt,
  isChanged,
  type LayerDraft,
  stepLayer,
  withEnd,
  withKey,
  withoutKey,
} from "./layer-draft.ts";
import type { LayerBox } from "./mark-layer.tsx";

export interface Layer {
  readonly draft: LayerDraft;
  readonly keeping: Keeping;
  readonly step: ReturnType<typeof useReducer<LayerDraft, [Parameters<typeof stepLayer>[1]]>>[1];
  readonly chosen: DraftMark | undefined;
  readonly choose: (key: string | undefined) => void;
  /** Item second of the frame on the screen; null on one that players do not show. */
  readonly atS: number | null;
  /** Boxes on this frame. */
  readonly boxes: readonly LayerBox[];
  readonly setBox: (key: string, box: ShareBox) => void;
  readonly addBox: (box: ShareBox) => void;
  /** A mark that was not drawn here; it is chosen. */
  readonly addMark: (mark: RedactionMark) => void;
  readonly addSound: (how: "mute" | "tone") => void;
  readonly keyHere: () => void;
  readonly unkeyHere: () => void;
  readonly endHere: (end: "fromS" | "toS") => void;
  readonly goToKey: (way: -1 | 1) => void;
  readonly goTo: (itemS: number) => void;
}

/** How it stands with what is drawn and not kept in the case. */
export interface Keeping {
  /** Something from before was found in this browser, and is not kept in the case yet. */
  readonly restored: boolean;
  /** What was found could not be brought back. */
  readonly setAside: boolean;
  /** Marks that somebody withdrew while they were being changed here. */
  readonly takenBack: LayerDraft["takenBack"];
  /** The browser keeps nothing: a reload would lose it. */
  readonly failed: boolean;
}

/** `player` null: a picture, whose one second is 0. `name`: of what this browser keeps for this person and item. */
export function useLayer(answer: RedactionAnswer, player: FramePlayer | null, name: string): Layer {
  const [kept] = useState(() => readKept(name, answer.object));
  const [draft, step] = useReducer(stepLayer, undefined, () =>
    withKept(stepLayer(emptyDraft, { do: "open", rows: answer.marks }), answer.marks, kept.marks),
  );
  const unkept = draft.marks.some(isChanged);
  const [found] = useState(unkept);
  const failed = useKeeping(draft, answer.object, name);
  const [key, choose] = useState<string | undefined>(undefined);
  useEffect(() => step({ do: "open", rows: answer.marks }), [answer]);
  const shown = useShownFrame(player);
  const shiftS = player === null ? 0 : shiftOf(player.clock, answer.kind);
  const { atS, stay } = useMemo(() => {
    if (player === null) return { atS: 0, stay: { startS: 0, endS: Number.POSITIVE_INFINITY } };
    const clockS = player.clock.table.edited[shown ?? -1];
    if (shown === null || typeof clockS !== "number") return { atS: null, stay: null };
    const startS = clockS + shiftS;
    return { atS: startS, stay: { startS, endS: endOfFrame(player.clock, shown) + shiftS } };
  }, [player, shown, shiftS]);
  const chosen = draft.marks.find((one) => one.key === key);
  const boxOf = useCallback(
    ({ sort }: RedactionMark): ShareBox | undefined => (sort.what === "box" && stay !== null ? boxAt(sort, stay) : undefined),
    [stay],
  );
  const boxes = useMemo(
    () =>
      draft.marks.flatMap((one): LayerBox[] => {
        const box = boxOf(one.mark);
        const { sort } = one.mark;
        if (box === undefined || sort.what !== "box") return [];
        const there = atS === null ? undefined : sort.keys.find((held) => Math.abs(held.atS - atS) < 0.0005);
        return [{ key: one.key, label: nameOf(one), box, at: there?.by ?? "between" }];
      }),
    [draft.marks, boxOf, atS],
  );
  const change = (mark: RedactionMark | undefined): void => {
    if (chosen !== undefined && mark !== undefined) step({ do: "change", key: chosen.key, mark });
  };
  const goTo = (itemS: number): void => {
    if (player === null) return;
    const order = player.clock.shownOrder;
    const frame = order.find((n) => (player.clock.table.edited[n] as number) + shiftS >= itemS - 0.0005) ?? order.at(-1);
    if (frame !== undefined) player.seek(frame);
  };
  return {
    ...{ draft, step, chosen, choose, atS, boxes, goTo },
    keeping: { restored: found && unkept, setAside: kept.setAside, takenBack: draft.takenBack, failed },
    setBox(of, box) {
      const one = draft.marks.find((mark) => mark.key === of);
      if (one !== undefined && atS !== null) step({ do: "change", key: of, mark: withKey(one.mark, atS, box) });
    },
    addBox(box) {
      if (atS === null) return;
      const keys = [{ atS, box, by: "person" as const }];
      step({ do: "add", mark: { sort: { what: "box", fromS: atS, toS: atS, keys }, reason: "person", subject: null } });
      choose(`new-${draft.named + 1}`);
    },
    addMark(mark) {
      step({ do: "add", mark });
      choose(`new-${draft.named + 1}`);
    },
    addSound(how) {
      if (player === null) return;
      const { markIn, markOut } = player.state();
      const secOf = (frame: number | null) => (frame === null ? undefined : player.clock.table.edited[frame]);
      const fromS = (secOf(markIn) ?? secOf(player.position) ?? 0) + shiftS;
      const past = markOut === null ? undefined : endOfFrame(player.clock, markOut) + shiftS;
      step({ do: "add", mark: { sort: { what: "sound", fromS, toS: past ?? fromS + 1, how }, reason: "voice", subject: null } });
      choose(`new-${draft.named + 1}`);
    },
    keyHere() {
      const { sort } = chosen?.mark ?? {};
      if (chosen === undefined || sort?.what !== "box" || atS === null) return;
      const nearest = atS < sort.fromS ? sort.keys[0] : sort.keys.at(-1);
      const box = boxOf(chosen.mark) ?? nearest?.box;
      if (box !== undefined) change(withKey(chosen.mark, atS, box));
    },
    unkeyHere: () => change(chosen !== undefined && atS !== null && hasKeyAt(chosen.mark, atS) ? withoutKey(chosen.mark, atS) : undefined),
    endHere: (end) => change(chosen !== undefined && atS !== null ? withEnd(chosen.mark, end, atS, boxOf(chosen.mark)) : undefined),
    goToKey(way) {
      const { sort } = chosen?.mark ?? {};
      if (sort?.what !== "box" || atS === null) return;
      const next = way === 1 ? sort.keys.find((held) => held.atS > atS + 0.0005) : sort.keys.findLast((held) => held.atS < atS - 0.0005);
      if (next !== undefined) goTo(next.atS);
    },
  };
}

/** Every change at once; whether that failed. */
function useKeeping({ marks }: LayerDraft, object: RedactionAnswer["object"], name: string): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (object !== null) setFailed(!keepLayer(name, { object, marks, at: new Date().toISOString() }));
  }, [marks, object, name]);
  return failed;
}

export function nameOf({ key, held }: DraftMark): string {
  return held === null ? key.replace("new-", "+") : held.redaction;
}

function useShownFrame(player: FramePlayer | null): number | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => player?.subscribe(listener) ?? (() => undefined), [player]),
    () => player?.state().shown ?? null,
  );
}
