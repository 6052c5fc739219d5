/** Map layers of a folder of a test's own, and pictures of their tiles as pixels. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { LayerTile, MapLayers } from "../../src/core/map-layer/map-layer.port.ts";
import type { StatedOfLayer } from "../../src/core/map-layer/map-layer.ts";
import { createMapLayers } from "../../src/wiring/map-layers.ts";

export const stated: StatedOfLayer = { name: "Synthetic", provider: "", licence: "", taken: "unknown", corners: null };

export interface LayerBench {
  readonly layers: MapLayers;
  readonly folder: string;
  /** Writes a file of that name; its path. */
  file(name: string, bytes: Uint8Array | string): string;
  close(): Promise<void>;
}

export function layerBench(): LayerBench {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-test-layers-"));
  const layers = createMapLayers(join(folder, "data"));
  return {
    ...{ layers, folder },
    file(name, bytes) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    async close() {
      await layers.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Red, green, blue and opacity of a pixel of a tile's picture. */
export async function pixelsOf(tile: LayerTile): Promise<(x: number, y: number) => readonly number[]> {
  assert.equal(tile.state, "picture");
  const picture = (tile as Extract<LayerTile, { state: "picture" }>).picture;
  const { data, info } = await sharp(picture.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return (x, y) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}
