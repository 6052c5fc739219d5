/**
 * Map extracts of this machine, a folder for each, named by the SHA-256 of the file it was made of: the index and what it says of
 * itself. An extract is there whole or not at all: it is made under another name, made durable, then renamed. What a killed program
 * left is taken away by the next one that changes something here.
 */
import { mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import { ExtractFacts } from "../core/map-extract/extract-facts.ts";
import type { MapExtracts } from "../core/map-extract/map-extract.port.ts";
import { codeOf, makeFolders, namedFailure, replaceFile, syncFile, syncFolder } from "./durable.ts";
import { openExtractIndex } from "./map-extract-index.ts";
import { lockExtracts } from "./map-extract-lock.ts";

export interface ExtractStore extends MapExtracts {
  /**
   * `make` writes index.sqlite into the folder it is given and tells what it is of; undefined when it was stopped. Nothing is kept
   * of what throws or is stopped. Throws CaseError INPUT_INVALID for a name that is taken, CASE_IN_USE.
   */
  add(
    name: string,
    make: (folder: string) => Promise<Omit<ExtractFacts, "name" | "indexBytes"> | undefined>,
  ): Promise<ExtractFacts | undefined>;
  /** By name or id. Throws CaseError INPUT_INVALID, CASE_IN_USE. */
  remove(wanted: string): Promise<ExtractFacts>;
}

const indexFile = "index.sqlite";
const factsFile = "extract.json";
const folderName = /^[0-9a-f]{64}$/;

export function createExtractStore(dataFolder: string): ExtractStore {
  const root = join(dataFolder, "extracts");
  const folderOf = (id: Digest) => join(root, id.slice("sha256:".length));

  async function list(): Promise<readonly ExtractFacts[]> {
    const names = await readdir(root).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    });
    const facts = await Promise.all(names.filter((name) => folderName.test(name)).map((name) => factsIn(join(root, name))));
    return facts.filter((one) => one !== undefined).sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async function find(wanted: string | undefined): Promise<ExtractFacts> {
    const all = await list();
    const named = all.map(({ name }) => name).join(", ");
    if (all.length === 0)
      throw new CaseError(
        "INPUT_INVALID",
        "map extract: expected one on this machine; found none. `witnessmark extract import FILE` adds one.",
      );
    if (wanted === undefined) {
      const [only] = all;
      if (all.length > 1 || only === undefined)
        throw new CaseError("INPUT_INVALID", `map extract: expected which of them is meant; found ${all.length} (${named})`);
      return only;
    }
    const found = all.find(({ name, id }) => name === wanted || id === wanted);
    if (found === undefined) throw new CaseError("INPUT_INVALID", `map extract: expected one of ${named}; found another name`);
    return found;
  }

  /** Runs with the lock held, leftovers of others removed. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    await makeFolders(root, { mode: 0o700 }).catch((error: unknown) => {
      throw namedFailure(error, "making the folder of map extracts");
    });
    const lock = lockExtracts(root);
    try {
      for (const name of await readdir(root))
        if (name.startsWith("importing-") || name.startsWith("removing-")) await rm(join(root, name), { recursive: true, force: true });
      return await work();
    } finally {
      lock.release();
    }
  }

  return {
    list,
    async open(wanted) {
      const facts = await find(wanted);
      return openExtractIndex(join(folderOf(facts.id), indexFile), facts);
    },
    async add(name, make) {
      return alone(async () => {
        if ((await list()).some((one) => one.name === name))
          throw new CaseError("INPUT_INVALID", `map extract: expected a name that is not in use; found ${name}. --name gives it another.`);
        const folder = await mkdtemp(join(root, "importing-"));
        try {
          const made = await make(folder);
          if (made === undefined) return undefined;
          for (const file of await readdir(folder)) if (file !== indexFile) await rm(join(folder, file), { recursive: true, force: true });
          const { size } = await stat(join(folder, indexFile));
          const facts: ExtractFacts = { ...made, name, indexBytes: size };
          await replaceFile(join(folder, factsFile), Buffer.from(`${JSON.stringify(facts, undefined, 2)}\n`));
          await syncFile(join(folder, indexFile), "the index of a map extract");
          await syncFolder(folder);
          const home = folderOf(facts.id);
          // An index of another version, or one whose facts are gone, gives way.
          await rm(home, { recursive: true, force: true });
          await rename(folder, home);
          await syncFolder(root);
          return facts;
        } catch (error) {
          throw namedFailure(error, "importing a map extract");
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      });
    },
    async remove(wanted) {
      return alone(async () => {
        const facts = await find(wanted);
        const away = join(root, `removing-${facts.id.slice(7)}`);
        await rename(folderOf(facts.id), away);
        await syncFolder(root);
        await rm(away, { recursive: true, force: true });
        return facts;
      });
    },
  };
}

/** Undefined where there is nothing that can be read as an extract: it is imported again then. */
async function factsIn(folder: string): Promise<ExtractFacts | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, factsFile), "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
  try {
    const read = ExtractFacts.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
