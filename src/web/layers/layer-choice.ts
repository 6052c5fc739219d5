/** Which layers are drawn, in which order and how strongly: one choice for all maps, remembered on this machine. */
import { useSyncExternalStore } from "react";

export interface ChosenLayer {
  /** "layer 3f2a..." or "imagery i12". */
  readonly key: string;
  readonly isShown: boolean;
  readonly opacity: number;
}

const place = "witnessmark.map.layers";
const mostRemembered = 200;
const listeners = new Set<() => void>();
let now: readonly ChosenLayer[] | undefined;

function read(): readonly ChosenLayer[] {
  if (now !== undefined) return now;
  let kept: unknown;
  try {
    kept = JSON.parse(window.localStorage.getItem(place) ?? "[]");
  } catch {
    // What is not ours to read is as good as nothing.
    kept = [];
  }
  now = Array.isArray(kept) ? kept.filter(isChosen) : [];
  return now;
}

function isChosen(value: unknown): value is ChosenLayer {
  const { key, isShown, opacity } = (value ?? {}) as Partial<ChosenLayer>;
  return typeof key === "string" && typeof isShown === "boolean" && typeof opacity === "number" && opacity >= 0 && opacity <= 1;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The lowest first. */
export function useLayerChoice(): readonly ChosenLayer[] {
  return useSyncExternalStore(subscribe, read);
}

export function chooseLayers(next: readonly ChosenLayer[]): void {
  now = next.slice(-mostRemembered);
  window.localStorage.setItem(place, JSON.stringify(now));
  for (const listener of listeners) listener();
}

/** Those that are there, in the order chosen; what was never chosen lies on top, not shown. */
export function ordered<T extends { readonly key: string }>(all: readonly T[], chosen: readonly ChosenLayer[]): (T & ChosenLayer)[] {
  const placeOf = new Map(chosen.map((one, at) => [one.key, { at, one }]));
  return all
    .map((one, at) => ({
      at: placeOf.get(one.key)?.at ?? chosen.length + at,
      whole: { isShown: false, opacity: 1, ...placeOf.get(one.key)?.one, ...one },
    }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ whole }) => whole);
}
