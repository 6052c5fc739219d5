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
/** The last wanted goes first: it is what is looked at now. */
let wanted: { readonly key: string; readonly id: LayerId; readonly at: readonly [z: number, x: number, y: number] }[] = [];

const keyOf = (id: LayerId, z: number, x: number, y: number): string => `${id}/${z}/${x}/${y}`;

export function onTiles(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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

/** Asks for a tile that is not there; listeners hear when it is. */
export function wantTile(id: LayerId, z: number, x: number, y: number): void {
  const key = keyOf(id, z, x, y);
  if (kept.has(key) || underway.has(key) || wanted.some((one) => one.key === key)) return;
  wanted.push({ key, id, at: [z, x, y] });
  // What was wanted long ago is out of sight by now.
  wanted = wanted.slice(-120);
  ask();
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
        for (const listener of listeners) listener();
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
