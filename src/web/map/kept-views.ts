/** Nine numbered views of the map, kept on this machine for this case. */
import { useState } from "react";
import { type Viewport, viewInWords, viewOfWords } from "./viewport.ts";

export const mostKept = 9;

export interface KeptViews {
  /** By number, from 1. */
  readonly views: ReadonlyMap<number, Viewport>;
  /** The number it got; undefined when all nine are taken. */
  keep(view: Viewport): number | undefined;
  remove(number: number): void;
}

export function useKeptViews(caseId: string | undefined): KeptViews {
  const name = nameOf(caseId);
  const [turn, setTurn] = useState(0);
  const views = read(name, turn);
  const write = (changed: ReadonlyMap<number, Viewport>): void => {
    window.localStorage.setItem(name, JSON.stringify([...changed].map(([number, view]) => [number, viewInWords(view)])));
    setTurn(turn + 1);
  };
  return {
    views,
    keep(view) {
      const number = Array.from({ length: mostKept }, (_, at) => at + 1).find((free) => !views.has(free));
      if (number !== undefined) write(new Map([...views, [number, view]]));
      return number;
    },
    remove(number) {
      write(new Map([...views].filter(([other]) => other !== number)));
    },
  };
}

/** As they are now, whoever kept them. */
export function keptViews(caseId: string | undefined): ReadonlyMap<number, Viewport> {
  return read(nameOf(caseId), 0);
}

function nameOf(caseId: string | undefined): string {
  return `witnessmark.map.views.${caseId ?? ""}`;
}

function read(name: string, _turn: number): Map<number, Viewport> {
  try {
    const kept = JSON.parse(window.localStorage.getItem(name) ?? "[]") as [number, string][];
    return new Map(
      kept.flatMap(([number, words]): [number, Viewport][] => {
        const view = viewOfWords(words);
        return view === undefined ? [] : [[number, view]];
      }),
    );
  } catch {
    // What is not ours to read is as good as nothing.
    return new Map();
  }
}
