/** Tiles that the maps of this page draw: asked for while they are in sight, a few at a time, and kept in memory up to a number. */
import type { LayerId } from "../../core/map-layer/map-layer.ts";
import { mapLayerApi } from "../api-client/map-layer-api.ts";
import { type PreparedShapes, prepareShapes } from "./prepare-shapes.ts";

export type StoredTile =
  | { readonly state: "picture"; readonly picture: ImageBitmap }
  | { readonly state: "shapes"; readonly shapes: PreparedShapes }
  | { readonly state: "none" | "failed" };

const mostKept = 400;
const atOnce = 6;

const kept = new Map<string, StoredTile>();
const underway = new Map<string, AbortController>();
const listeners = new Set<() => void>();
let wanted: { readonly key: string; readonly id: LayerId; readonly at: readonly [z: number, x: number, y: number] }[] = [];

const keyOf = (id: LayerId, z: number, x: number, y: number): string => `${id}/${z}/${x}/${y}`;

export function onTiles(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** What is there already. */
export function storedTile(id: LayerId, z: number, x: number, y: number): StoredTile | undefined {
  const key = keyOf(id, z, x, y);
  const found = kept.get(key);
  if (found !== undefined) {
    kept.delete(key);
    kept.set(key, found);
  }
  return found;
}

/** Within `wantOnly`: asks for a tile that is not there; listeners hear when it is. */
export function wantTile(id: LayerId, z: number, x: number, y: number): void {
  const key = keyOf(id, z, x, y);
  if (kept.has(key) || underway.has(key) || wanted.some((one) => one.key === key)) return;
  wanted.push({ key, id, at: [z, x, y] });
}

/** Draws with `draw`, which says anew which tiles are in sight: those it wants last come first, and what else waited is dropped. */
export function wantOnly(draw: () => void): void {
  const wasIdle = !areTilesUnderway();
  wanted = [];
  draw();
  ask();
  // Whoever shows that something is on its way hears when it begins.
  if (wasIdle && areTilesUnderway()) queueMicrotask(tell);
}

/** Some of what is in sight is still on its way. */
export function areTilesUnderway(): boolean {
  return underway.size > 0 || wanted.length > 0;
}

/** A layer that was removed, or changed. */
export function forgetTiles(id: LayerId): void {
  for (const [key, tile] of kept) {
    if (!key.startsWith(`${id}/`)) continue;
    if (tile.state === "picture") tile.picture.close();
    kept.delete(key);
  }
  for (const [key, stop] of underway) if (key.startsWith(`${id}/`)) stop.abort();
}

function ask(): void {
  while (underway.size < atOnce) {
    const next = wanted.pop();
    if (next === undefined) return;
    const stop = new AbortController();
    underway.set(next.key, stop);
    void fetched(next.id, next.at, stop.signal)
      .catch((): StoredTile | undefined => (stop.signal.aborted ? undefined : { state: "failed" }))
      .then((tile) => {
        underway.delete(next.key);
        if (tile !== undefined && !stop.signal.aborted) keep(next.key, tile);
        tell();
        ask();
      });
  }
}

async function fetched(id: LayerId, [z, x, y]: readonly [number, number, number], signal: AbortSignal): Promise<StoredTile> {
  const tile = await mapLayerApi.tile(id, z, x, y, signal);
  if (tile === "none" || tile === "failed") return { state: tile };
  if (tile instanceof Blob) return { state: "picture", picture: await createImageBitmap(tile) };
  return { state: "shapes", shapes: prepareShapes(tile) };
}

function keep(key: string, tile: StoredTile): void {
  kept.set(key, tile);
  for (const [oldest, { state, ...rest }] of kept) {
    if (kept.size <= mostKept) break;
    if (state === "picture" && "picture" in rest) rest.picture.close();
    kept.delete(oldest);
  }
}
