/** One hash over the files a build or a generator reads, so that it runs again only when one of them changed. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inClone } from "./paths.mjs";

/** `paths` are files or folders in this clone; those that are missing count as missing. */
export function stampOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesOf(path)) hash.update(`${file}\0`).update(readFileSync(inClone(file)));
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(inClone(path))) return [];
  if (!statSync(inClone(path)).isDirectory()) return [path];
  return readdirSync(inClone(path))
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesOf(join(path, name)));
}
