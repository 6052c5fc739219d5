/** The gazetteers of this machine, each an index in the person's data folder; the bundled one is made there when it is first asked. */
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CaseError } from "../../core/case/case-error.ts";
import type { GazetteerAsked } from "../../core/gazetteer/gazetteer-place.ts";
import type { GazetteerListed, GazetteerStore } from "../../core/gazetteer/gazetteer-store.port.ts";
import { joinAnswers } from "../../core/gazetteer/join-answers.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { digestOfFile } from "../digest-of-file.ts";
import { codeOf, removeIfThere, syncFolder } from "../durable.ts";
import { bundledVersion, writeBundled } from "./bundled-gazetteer.ts";
import { fillFromGeoNames } from "./import-geonames.ts";
import { type IndexFacts, indexVersion } from "./index-tables.ts";
import { type Found, type GazetteerIndex, readIndex } from "./read-index.ts";
import { type IndexWriter, writeIndex } from "./write-index.ts";

const usualLimit = 100;
const imported = /^[0-9a-f]{64}\.sqlite$/;

/** Places that something else on this machine holds, such as a map extract: they are indexed by its id when they are first asked. */
export interface OtherPlaces {
  /** SHA-256 of what they come from. */
  readonly id: string;
  fill(writer: IndexWriter): Promise<Omit<IndexFacts, "places" | "indexVersion">>;
}

export interface StoreOptions {
  /** The data folder of the person. */
  readonly dataFolder: string;
  /** "2026-11-26". */
  readonly today: () => string;
  readonly others: () => Promise<readonly OtherPlaces[]>;
}

export function createGazetteerStore({ dataFolder, today, others }: StoreOptions): GazetteerStore {
  const folder = join(dataFolder, "gazetteers");
  const open = new Map<string, { index: GazetteerIndex; stamp: string }>();
  const making = new Map<string, Promise<GazetteerIndex>>();

  /** The index in a file, opened once and again when the file was replaced. */
  function indexIn(path: string): GazetteerIndex | undefined {
    const stats = statSync(path, { throwIfNoEntry: false });
    const known = open.get(path);
    const stamp = stats === undefined ? "" : `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
    if (known?.stamp === stamp) return known.index;
    known?.index.close();
    open.delete(path);
    if (stats === undefined) return undefined;
    const index = indexOf(path);
    if (index !== undefined) open.set(path, { index, stamp });
    return index;
  }

  /** Whoever asks while an index is made waits for that one. */
  function madeIndex(path: string, fill: OtherPlaces["fill"]): Promise<GazetteerIndex> {
    const there = indexIn(path);
    if (there !== undefined) return Promise.resolve(there);
    const begun = making.get(path) ?? makeIndex(path, fill).finally(() => making.delete(path));
    making.set(path, begun);
    return begun;
  }

  async function makeIndex(path: string, fill: OtherPlaces["fill"]): Promise<GazetteerIndex> {
    const made = await writeIndex(path, fill, { stopped: () => false, onKeys: () => undefined }).catch((error: unknown) => {
      // A disk that is full or may not be written costs the time of making it anew, not the answer.
      if (!(error instanceof CaseError) || (error.code !== "CASE_READ_ONLY" && error.code !== "DISK_FULL")) throw error;
      return writeIndex(":memory:", fill, { stopped: () => false, onKeys: () => undefined });
    });
    const index = made === undefined ? undefined : readIndex(made);
    if (index === undefined) throw new Error("an index that was just made cannot be read");
    const stats = statSync(path, { throwIfNoEntry: false });
    open.set(path, { index, stamp: stats === undefined ? "" : `${stats.ino} ${stats.mtimeMs} ${stats.size}` });
    return index;
  }

  function forget(path: string): void {
    open.get(path)?.index.close();
    open.delete(path);
    removeIfThere(path);
  }

  async function indexes(): Promise<{ index: GazetteerIndex; path: string }[]> {
    const bundled = join(folder, `bundled-${bundledVersion()}-${indexVersion}.sqlite`);
    const all = [{ index: await madeIndex(bundled, writeBundled), path: bundled }];
    for (const name of namesIn(folder)) if (name.startsWith("bundled-") && join(folder, name) !== bundled) forget(join(folder, name));
    for (const name of namesIn(folder).filter((one) => imported.test(one))) {
      const path = join(folder, name);
      const index = indexIn(path);
      if (index === undefined)
        throw new CaseError(
          "INPUT_INVALID",
          `gazetteer ${name.slice(0, 12)}: expected an index of version ${indexVersion}; found another. \`witnessmark gazetteer remove ${name.slice(0, 12)}\`, then import the file again.`,
        );
      all.push({ index, path });
    }
    const there = await others();
    const names = new Set(there.map(({ id }) => `extract-${id.replace("sha256:", "")}-${indexVersion}.sqlite`));
    // Of extracts that are gone, and of earlier versions: each is made again when it is asked for.
    for (const name of namesIn(folder)) if (name.startsWith("extract-") && !names.has(name)) forget(join(folder, name));
    for (const one of there) {
      const path = join(folder, `extract-${one.id.replace("sha256:", "")}-${indexVersion}.sqlite`);
      all.push({ index: await madeIndex(path, (writer) => one.fill(writer)), path });
    }
    return all;
  }

  return {
    async lookup({ name, near, limit = usualLimit, nearSpellings }) {
      const all = await indexes();
      const ask = (widely: boolean): Found[] => all.flatMap(({ index }) => index.find(name, { nearSpellings: widely }));
      let found = ask(nearSpellings === "always");
      if (nearSpellings === undefined && found.length === 0) found = ask(true);
      return { ...joinAnswers(found, { near, limit }), asked: all.map(({ index }) => askedOf(index.facts)) };
    },

    async list() {
      return (await indexes()).map(({ index, path }) => listed(index.facts, path));
    },

    async import(file, alternateNames, control) {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
        throw new CaseError("INPUT_INVALID", `${visibleText(basename(file))}: expected a file that can be read; found none`);
      control.onProgress(0, "hashing");
      const digest = await digestOfFile(file);
      const path = join(folder, `${digest.replace("sha256:", "")}.sqlite`);
      const made = await writeIndex(path, fillFromGeoNames({ file, digest, alternateNames, today: today() }, control), {
        stopped: () => control.signal.aborted,
        onKeys: (done, of) => control.onProgress(of === 0 ? 1 : done / of, "making keys of names"),
      });
      made?.close();
      if (made === undefined) return undefined;
      if ((await digestOfFile(file)) !== digest) {
        removeIfThere(path);
        throw new CaseError(
          "INPUT_INVALID",
          `${visibleText(basename(file))}: expected a file that stays as it is; found that it changed while it was read. Nothing was imported.`,
        );
      }
      const index = indexIn(path);
      if (index === undefined) throw new Error("an index that was just made cannot be read");
      return listed(index.facts, path);
    },

    async remove(wanted) {
      const there = namesIn(folder)
        .filter((name) => imported.test(name))
        .map((name) => ({ path: join(folder, name), index: indexIn(join(folder, name)), name }));
      const bare = wanted.replace(/^sha256:/, "");
      const meant = there.filter(({ name, index }) =>
        /^[0-9a-f]{6,64}$/.test(bare)
          ? name.startsWith(bare)
          : index?.facts.gazetteer.replace(/^GeoNames /, "") === wanted || index?.facts.gazetteer === wanted,
      );
      const [only, second] = meant;
      if (only === undefined || second !== undefined) {
        const known = there.map(({ name, index }) => `${index?.facts.gazetteer ?? "unreadable"} ${name.slice(0, 12)}`).join(", ");
        throw new CaseError(
          "INPUT_INVALID",
          `gazetteer remove: expected the name or the beginning of the SHA-256 of one imported gazetteer; found ${meant.length} of that name among: ${known === "" ? "none" : known}`,
        );
      }
      const facts = only.index === undefined ? unreadable(only.name) : listed(only.index.facts, only.path);
      only.index?.close();
      open.delete(only.path);
      removeIfThere(only.path);
      await syncFolder(folder);
      return facts;
    },
  };
}

function indexOf(path: string): GazetteerIndex | undefined {
  const database = new DatabaseSync(path, { readOnly: true });
  const index = readIndex(database);
  if (index === undefined) database.close();
  return index;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function askedOf({ gazetteer, version, date, floor, licence, places }: IndexFacts): GazetteerAsked {
  return { gazetteer, version, date, floor, licence, places };
}

function listed(facts: IndexFacts, path: string): GazetteerListed {
  const { sort, importedOn, alternateNames } = facts;
  return { ...askedOf(facts), sort, importedOn, alternateNames, indexBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 };
}

function unreadable(name: string): GazetteerListed {
  const version = `sha256:${name.slice(0, 64)}`;
  return {
    ...{ gazetteer: "unreadable", version, date: "unknown", floor: "unknown", licence: "unknown", places: 0 },
    ...{ sort: "imported", importedOn: "", alternateNames: "", indexBytes: 0 },
  };
}
