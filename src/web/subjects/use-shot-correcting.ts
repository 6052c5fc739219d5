/**
 * What is being corrected among the shots of an item: which one, where it was moved to and not written yet, and what a written
 * correction would be undone by. Undoing is an entry like any other; how it is undone is remembered until the item is left.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CorrectShotsRequest, CountShotRequest, ShotRow } from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { frameLengthAt, type ShotSpan, shotOfSpan, spanOfShot } from "./shot-span.ts";

type Counted = CorrectShotsRequest["counted"][number];

export interface Correction {
  readonly counted: CorrectShotsRequest["counted"];
  readonly withdrawn: CorrectShotsRequest["withdrawn"];
  readonly reason: string;
}

interface Undo {
  readonly line: number;
  readonly counted: readonly Counted[];
  readonly withdrawn: CorrectShotsRequest["withdrawn"];
}

export interface ShotCorrecting {
  readonly chosen: ShotRow | undefined;
  readonly choose: (id: ShotRow["id"]) => void;
  /** Where the chosen one was moved to; undefined while it stands as it is written. */
  readonly draft: ShotSpan | undefined;
  /** Whether it is known how long a frame lasts: before that nothing is moved. */
  readonly canMove: boolean;
  readonly change: (change: (span: ShotSpan, stepS: number) => ShotSpan) => void;
  readonly discard: () => void;
  /** Writes, and remembers how it is undone. */
  readonly correct: (correction: Correction) => Promise<unknown>;
  /** Of one that was changed whole, as it stood before. */
  readonly changedWhole: (before: ShotRow, line: number) => void;
  readonly canUndo: boolean;
  readonly undo: () => void;
  readonly undoing: { readonly isPending: boolean; readonly error: Error | null };
}

export function useShotCorrecting(item: ItemId, shots: readonly ShotRow[]): ShotCorrecting {
  const standing = shots.filter(({ number }) => number !== null);
  const [asked, setAsked] = useState<ShotRow["id"]>();
  const [moves, setMoves] = useState<{ readonly of: ShotRow["id"]; readonly span: ShotSpan }>();
  const [undos, setUndos] = useState<readonly Undo[]>([]);
  const frames = useQuery({
    queryKey: [...queryKeys.derived(item), "frames"],
    queryFn: ({ signal }) => api.frames(item, signal),
    enabled: standing.length > 0,
    // Sounds have none: they go by ten milliseconds.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const chosen = standing.find(({ id }) => id === asked) ?? standing[0];
  const draft = moves !== undefined && moves.of === chosen?.id ? moves.span : undefined;
  const undoing = useWriting(
    ({ line, counted, withdrawn }: Undo) =>
      subjectApi.correctShots({ item, counted: [...counted], withdrawn, reason: t("shots.undo-reason", { line: String(line) }) }),
    ({ seq }) => t("shots.undone", { line: String(seq) }),
    ({ ids }) => setUndos(renamed(undos.slice(0, -1), undos.at(-1)?.counted ?? [], ids)),
  );
  const last = undos.at(-1);
  return {
    ...{ chosen, draft, undoing, canMove: !frames.isPending },
    choose(id) {
      if (id !== chosen?.id) setMoves(undefined);
      setAsked(id);
    },
    change(by) {
      if (chosen === undefined || frames.isPending) return;
      const span = draft ?? spanOfShot(chosen);
      setMoves({ of: chosen.id, span: by(span, frameLengthAt(frames.data?.edited ?? [], shotOfSpan(span).atS)) });
    },
    discard: () => setMoves(undefined),
    async correct({ counted, withdrawn, reason }) {
      const { ids, seq } = await subjectApi.correctShots({ item, counted, withdrawn, reason });
      const before = new Map(standing.map((shot) => [shot.id, shot]));
      const fresh = ids.filter((_, at) => counted[at]?.shot === undefined) as ShotRow["id"][];
      setUndos([
        ...undos,
        {
          line: seq,
          counted: [
            ...counted.flatMap(({ shot }) => (shot === undefined ? [] : timeOf(before.get(shot), { shot }))),
            ...withdrawn.flatMap((shot) => timeOf(before.get(shot), {})),
          ],
          withdrawn: fresh,
        },
      ]);
      setMoves(undefined);
      return seq;
    },
    changedWhole(before, line) {
      const { id, atS, plusMinusS, channel, words } = before;
      const counted = [{ shot: id, like: id, ...{ atS, plusMinusS, channel, words, basis: basisOf(before) } }];
      setUndos([...undos, { line, counted, withdrawn: [] }]);
      setMoves(undefined);
    },
    canUndo: draft !== undefined || (last !== undefined && !undoing.isPending),
    undo() {
      if (draft !== undefined) {
        setMoves(undefined);
        announce(t("shots.discarded"));
      } else if (last !== undefined && !undoing.isPending) undoing.mutate(last);
    },
  };
}

/** One that was taken back is counted anew, under another id and in the same place. */
function timeOf(shot: ShotRow | undefined, stands: { readonly shot?: ShotRow["id"] }): Counted[] {
  return shot === undefined ? [] : [{ ...stands, like: shot.id, atS: shot.atS, plusMinusS: shot.plusMinusS }];
}

/** What is still to be undone of a shot that has another id since. */
function renamed(undos: readonly Undo[], counted: readonly Counted[], ids: readonly string[]): readonly Undo[] {
  const names = new Map(counted.flatMap(({ shot, like }, at) => (shot === undefined ? [[like as string, ids[at] as ShotRow["id"]]] : [])));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return undos.map(({ line, counted: own, withdrawn }) => ({
    line,
    counted: own.map(
      (one) => ({ ...one, like: nameOf(one.like), ...(one.shot === undefined ? {} : { shot: nameOf(one.shot) }) }) as Counted,
    ),
    withdrawn: withdrawn.map(nameOf) as Undo["withdrawn"],
  }));
}

export function basisOf({ basis }: ShotRow): CountShotRequest["basis"] {
  return basis.by === "observation" ? basis : { by: "sudden-sound", atS: basis.atS };
}
