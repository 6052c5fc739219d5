/** A folder beside the pack in which an edition's files are made. It is removed however making ends, so that no half of one is ever found. */
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EditionStaging } from "../core/edition/staging.port.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { makeFolders, namedFailure } from "./durable.ts";

/** `out`: where the pack will lie; what is staged is then moved on the same disk. */
export async function stageEdition(out: string): Promise<EditionStaging> {
  await makeFolders(dirname(out));
  const folder = await mkdtemp(join(dirname(out), ".edition-")).catch((error: unknown) => {
    throw namedFailure(error, "the folder in which the edition is made");
  });
  const pathOf = (path: string): string => join(folder, ...path.split("/"));
  return {
    folder,
    async room(path) {
      await mkdir(dirname(pathOf(path)), { recursive: true });
      return pathOf(path);
    },
    async write(path, bytes) {
      await mkdir(dirname(pathOf(path)), { recursive: true });
      await writeFile(pathOf(path), bytes).catch((error: unknown) => {
        throw namedFailure(error, "writing a file of the edition");
      });
    },
    async facts(path) {
      return { digest: await digestOfFile(pathOf(path)), bytes: (await stat(pathOf(path))).size };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
