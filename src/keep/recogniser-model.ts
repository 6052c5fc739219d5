/** Which model a recogniser was given, by its bytes: names of models say nothing, and a draft must name what made it. */
import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { digestOfFile } from "./digest-of-file.ts";

/** Models have some gigabytes: hashed once while they stay as they are. */
const known = new Map<string, { readonly stamp: string; readonly digest: string }>();

/** "name sha256:...". Of a folder: the hash of the sorted lines "sha256:... name" of its files. */
export async function modelName(path: string): Promise<string> {
  const { mtimeMs, size, isFolder } = await stat(path).then((found) => ({ ...found, isFolder: found.isDirectory() }));
  const files = isFolder ? await filesIn(path) : [path];
  const stamp = isFolder ? await stampOf(files) : `${mtimeMs} ${size}`;
  const before = known.get(path);
  const digest = before?.stamp === stamp ? before.digest : await (isFolder ? digestOfFolder(path, files) : digestOfFile(path));
  known.set(path, { stamp, digest });
  return `${basename(path).slice(-100)} ${digest}`;
}

async function filesIn(folder: string): Promise<string[]> {
  // Models that are fetched by their own tools are folders of links into a store.
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(folder, entry.name))
    .toSorted();
}

async function stampOf(files: readonly string[]): Promise<string> {
  const stats = await Promise.all(files.map((file) => stat(file)));
  return stats.map(({ mtimeMs, size }, n) => `${files[n]} ${mtimeMs} ${size}`).join("\n");
}

async function digestOfFolder(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${await digestOfFile(file)} ${file.slice(folder.length + 1)}\n`);
  return `sha256:${hash.digest("hex")}`;
}
