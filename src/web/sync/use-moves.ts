/** Clips drawn along the clock by hand: a draft in the address, with a way back, until it is kept as a mark with a reason. */
import { useCallback, useRef, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { setQuery } from "../router/router.ts";
import { movesWords } from "./sync-address.ts";

type Moves = ReadonlyMap<ItemId, number>;

export interface MovesByHand {
  readonly moves: Moves;
  readonly canUndo: boolean;
  /** Adds to where the clip stands. */
  readonly nudge: (item: ItemId, bySec: number) => void;
  /** A drag under way: from where the clip stood when it began. `isDone` when it is let go. */
  readonly drag: (item: ItemId, bySec: number, isDone: boolean) => void;
  readonly undo: () => void;
  readonly clear: () => void;
}

export function useMoves(start: Moves): MovesByHand {
  const [moves, setMoves] = useState<Moves>(start);
  const [past, setPast] = useState<readonly Moves[]>([]);
  const held = useRef<Moves>(undefined);
  const write = useCallback((next: Moves) => {
    setMoves(next);
    setQuery({ moved: movesWords(next) });
  }, []);
  const nudge = useCallback(
    (item: ItemId, bySec: number) => {
      setPast((before) => [...before, moves]);
      write(withMove(moves, item, bySec));
    },
    [moves, write],
  );
  const drag = useCallback(
    (item: ItemId, bySec: number, isDone: boolean) => {
      const from = (held.current ??= moves);
      const next = withMove(from, item, bySec);
      if (!isDone) return setMoves(next);
      held.current = undefined;
      if (bySec !== 0) setPast((before) => [...before, from]);
      return write(next);
    },
    [moves, write],
  );
  const undo = useCallback(() => {
    const last = past.at(-1);
    if (last === undefined) return;
    setPast(past.slice(0, -1));
    write(last);
  }, [past, write]);
  const clear = useCallback(() => {
    setPast([]);
    write(new Map());
  }, [write]);
  return { moves, canUndo: past.length > 0, nudge, drag, undo, clear };
}

function withMove(moves: Moves, item: ItemId, bySec: number): Moves {
  const next = new Map(moves);
  const sum = Math.round(((moves.get(item) ?? 0) + bySec) * 1e6) / 1e6;
  if (sum === 0) next.delete(item);
  else next.set(item, sum);
  return next;
}
