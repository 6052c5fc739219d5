/** Map layers of this machine: the folder in which they lie, and the children that read them. */
import { copyFile, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLayerReader } from "../analyse/map-layer/run-layer-reader.ts";
import type { LayerReply } from "../analyse/map-layer/layer-contract.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { LayerPicture, LayerTile, MapLayers } from "../core/map-layer/map-layer.port.ts";
import type { LayerId, MapLayer } from "../core/map-layer/map-layer.ts";
import { isTile } from "../core/map-layer/tile-place.ts";
import { dataFolder } from "../keep/data-folder.ts";
import { openLayerFolder } from "../keep/map-layer-folder.ts";
import { createTileMemory } from "../keep/tile-memory.ts";

/** Nothing is made on the disk before a layer is added or read. */
export function createMapLayers(root: string = join(dataFolder(), "map-layers")): MapLayers {
  const folder = openLayerFolder(root);
  let scratch: Promise<string> | undefined;
  const reader = createLayerReader({ scratch: () => (scratch ??= mkdtemp(join(tmpdir(), "witnessmark-layers-"))) });
  // In memory alone: where on the map somebody looked is left on no disk.
  const tiles = createTileMemory<LayerTile>();

  const known = async (id: LayerId): Promise<MapLayer> => {
    const layer = await folder.get(id);
    if (layer === undefined) throw new CaseError("INPUT_INVALID", `map layer ${id.slice(0, 12)}: expected one that was added; found none`);
    return layer;
  };
  const fileOf = ({ id, facts, stated }: MapLayer) => ({
    file: folder.fileOf(id),
    pyramid: facts.kind === "geotiff" ? folder.pyramidOf(id) : null,
    corners: stated.corners,
  });

  return {
    list: () => folder.list(),
    async add(file, stated, onProgress = () => undefined) {
      const taken = await folder.take(file, onProgress);
      try {
        const layer = { file: taken.file, pyramid: null, corners: stated.corners };
        const facts = await reader.once(layer, async (ask, room) => {
          const found = await ask({ ask: "facts" });
          if (found.state !== "facts") throw unexpected(found);
          const made = join(room, "pyramid.tif");
          const prepared = await ask({ ask: "prepare", to: made });
          if (prepared.state === "prepared" && prepared.made) await moved(made, taken.pyramid);
          return found.facts;
        });
        const whole: MapLayer = {
          ...{ id: taken.id, bytes: taken.bytes, addedAt: `${new Date().toISOString().slice(0, 19)}Z`, facts },
          stated: { ...stated, corners: facts.kind === "image" ? stated.corners : null },
        };
        await taken.keep(whole);
        tiles.forget(taken.id);
        return whole;
      } catch (error) {
        await taken.drop();
        throw error;
      }
    },
    async remove(id) {
      await folder.remove(id);
      tiles.forget(id);
    },
    async tile(id, { z, x, y }) {
      if (!isTile(z, x, y)) throw new CaseError("INPUT_INVALID", `map layer: expected a tile of the usual scheme; found ${z}/${x}/${y}`);
      const layer = await known(id);
      return tiles.get(id, `${z}/${x}/${y}`, async () => {
        const reply = await reader.ask(fileOf(layer), { ask: "tile", z, x, y });
        if (reply.state === "none") return { value: { state: "none" }, bytes: 0 };
        if (reply.state === "shapes") return { value: { state: "shapes", shapes: reply.shapes }, bytes: sizeOf(reply) };
        const picture = pictureOf(reply);
        return { value: { state: "picture", picture }, bytes: picture.bytes.length };
      });
    },
    async picture(id) {
      return pictureOf(await reader.ask(fileOf(await known(id)), { ask: "picture" }));
    },
    async close() {
      await reader.close();
      if (scratch !== undefined) await rm(await scratch, { recursive: true, force: true });
    },
  };
}

function pictureOf(reply: LayerReply): LayerPicture {
  if (reply.state !== "picture") throw unexpected(reply);
  return { mediaType: reply.picture.mediaType, bytes: Buffer.from(reply.picture.base64, "base64") };
}

/** Bytes in memory, about. */
function sizeOf(reply: Extract<LayerReply, { state: "shapes" }>): number {
  return reply.shapes.shapes.reduce((sum, { lines }) => sum + 120 + lines.reduce((all, line) => all + line.length * 8, 0), 0);
}

function unexpected({ state }: LayerReply): Error {
  return new Error(`map layer: expected the answer that was asked for; found ${state}`);
}

/** Also from one file system to another. */
async function moved(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await copyFile(from, to);
  }
}
