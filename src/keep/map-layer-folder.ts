/**
 * Where layers lie: the person's data folder, outside every case, one folder for each, named by the SHA-256 of its file. The file is
 * copied, not pointed at: a map that was looked at for a judgement must not change or go with a stick that is pulled out, and the
 * child that reads it is given that one file. Where the file system can, the copy shares the blocks of the original and takes no room.
 */
import { constants, createReadStream } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { LayerId, MapLayer } from "../core/map-layer/map-layer.ts";
import { namedFailure, replaceFile } from "./durable.ts";

export interface LayerFolder {
  list(): Promise<readonly MapLayer[]>;
  /** Undefined when there is none of that id. */
  get(id: LayerId): Promise<MapLayer | undefined>;
  fileOf(id: LayerId): string;
  /** What `prepare` made; a layer may have none. */
  pyramidOf(id: LayerId): string;
  /** A copy under way, outside the list until it is kept. Throws CaseError INPUT_INVALID, DISK_FULL. */
  take(file: string, onProgress: (done: number) => void): Promise<Taken>;
  /** Changes what is stated of a layer. */
  restate(layer: MapLayer): Promise<void>;
  remove(id: LayerId): Promise<void>;
}

export interface Taken {
  readonly id: LayerId;
  readonly bytes: number;
  readonly file: string;
  readonly pyramid: string;
  keep(layer: MapLayer): Promise<void>;
  drop(): Promise<void>;
}

const description = "layer.json";
const underway = ".adding-";

/** `root` need not be there yet. */
export function openLayerFolder(root: string): LayerFolder {
  const folderOf = (id: LayerId): string => join(root, id);
  const get = async (id: LayerId): Promise<MapLayer | undefined> => {
    let text: string;
    try {
      text = await readFile(join(folderOf(id), description), "utf8");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw error;
    }
    const read = MapLayer.safeParse(parsed(text));
    if (!read.success || read.data.id !== id)
      throw new CaseError(
        "INPUT_INVALID",
        `map layer: expected the description of ${id} in its ${description}; found another. "witnessmark layer remove ${id}" takes it away; then add it again.`,
      );
    return read.data;
  };
  return {
    get,
    fileOf: (id) => join(folderOf(id), "file"),
    pyramidOf: (id) => join(folderOf(id), "pyramid.tif"),
    async list() {
      const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw error;
      });
      const layers = await Promise.all(names.filter((name) => LayerId.safeParse(name).success).map(get));
      return layers.filter((layer) => layer !== undefined).toSorted((a, b) => (a.stated.name < b.stated.name ? -1 : 1));
    },
    async take(file, onProgress) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      const size = await sizeOf(file);
      const { bavail, bsize } = await statfs(root);
      if (size > bavail * bsize)
        throw new CaseError("DISK_FULL", `map layer: expected room for ${size} bytes in the data folder; found ${bavail * bsize}`);
      await dropLeftovers(root);
      const folder = await mkdtemp(join(root, underway));
      const drop = () => rm(folder, { recursive: true, force: true });
      try {
        const copy = join(folder, "file");
        await copyFile(file, copy, constants.COPYFILE_FICLONE);
        await chmod(copy, 0o400);
        const id = await digestOf(copy, size, onProgress);
        return {
          ...{ id, bytes: size, file: copy, pyramid: join(folder, "pyramid.tif"), drop },
          async keep(layer) {
            await replaceFile(join(folder, description), textOf(layer), { mode: 0o600 });
            await rm(folderOf(id), { recursive: true, force: true });
            await rename(folder, folderOf(id));
          },
        };
      } catch (error) {
        await drop();
        throw namedFailure(error, `adding the map layer ${basename(file)}`);
      }
    },
    restate: (layer) => replaceFile(join(folderOf(layer.id), description), textOf(layer), { mode: 0o600 }),
    async remove(id) {
      if ((await stat(folderOf(id)).catch(() => undefined)) === undefined)
        throw new CaseError("INPUT_INVALID", `map layer ${id.slice(0, 12)}: expected one that was added; found none`);
      await rm(folderOf(id), { recursive: true, force: true });
    },
  };
}

/** Of copies that a crash cut off, older than any copy takes. */
async function dropLeftovers(root: string): Promise<void> {
  const late = Date.now() - 24 * 3_600_000;
  for (const name of await readdir(root)) {
    if (!name.startsWith(underway)) continue;
    const { mtimeMs } = await stat(join(root, name));
    if (mtimeMs < late) await rm(join(root, name), { recursive: true, force: true });
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile())
    throw new CaseError("INPUT_INVALID", `map layer: expected a file at ${file}; found ${found === undefined ? "none" : "something else"}`);
  return found.size;
}

async function digestOf(file: string, size: number, onProgress: (done: number) => void): Promise<LayerId> {
  const hash = createHash("sha256");
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    done += chunk.length;
    onProgress(size === 0 ? 1 : done / size);
  }
  return hash.digest("hex");
}

const textOf = (layer: MapLayer): Buffer => Buffer.from(`${JSON.stringify(layer, null, 1)}\n`);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
