/** Map extracts of this machine: files are read by a child, indexes are kept in the person's data folder, outside every case. */
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { runExtractImport } from "../analyse/map-extract/run-import.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ExtractFacts } from "../core/map-extract/extract-facts.ts";
import type { ExtractImports } from "../core/map-extract/map-extract.port.ts";
import { indexVersion } from "../formats/extract-index/index-tables.ts";
import { dataFolder } from "../keep/data-folder.ts";
import { digestOfFile } from "../keep/digest-of-file.ts";
import { createExtractStore } from "../keep/map-extract-store.ts";

const mostName = 100;

export function mapExtractsOf(folder: string = dataFolder()): ExtractImports {
  const store = createExtractStore(folder);
  return {
    list: store.list,
    open: store.open,
    remove: store.remove,
    async importFile({ path, name }, { signal, onProgress }) {
      const { size, format } = await looked(path);
      const wanted = (name ?? basename(path).replace(/(\.osm)?\.pbf$|\.(geo)?json$/i, "")).trim();
      if (wanted === "" || wanted.length > mostName || /[\p{Cc}\p{Cf}]/u.test(wanted))
        throw new CaseError("INPUT_INVALID", `--name: expected 1 to ${mostName} characters that can be seen; found others`);
      onProgress(0, "hashing");
      const id = await digestOfFile(path);
      if (signal.aborted) return undefined;
      const before = (await store.list()).find((one) => one.id === id);
      if (before?.reader === indexVersion) return { facts: before, before: true };
      // An index of another version answers nothing any more.
      if (before !== undefined) await store.remove(before.id);
      const facts = await store.add(wanted, async (own) => {
        const read = await runExtractImport({ file: path, format, folder: own }, { signal, onProgress });
        if (read === undefined) return undefined;
        if (read.id !== id)
          throw new CaseError(
            "SOURCE_CHANGED_WHILE_READ",
            "map extract: expected the same bytes while it was read; found others. Nothing of it was kept.",
          );
        const imported = `${new Date().toISOString().slice(0, 19)}Z`;
        return { ...read, format, bytes: size, imported, reader: indexVersion };
      });
      return facts === undefined ? undefined : { facts, before: false };
    },
  };
}

/** By its first bytes: a name may say anything. */
async function looked(path: string): Promise<{ readonly size: number; readonly format: ExtractFacts["format"] }> {
  try {
    const { size } = await stat(path);
    const handle = await open(path);
    try {
      const head = Buffer.alloc(64);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      const json = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*\{/.test(head.subarray(0, bytesRead).toString("latin1"));
      return { size, format: json ? "geojson" : "osm-pbf" };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new CaseError(
      "INPUT_INVALID",
      `${basename(path)}: expected a file that can be read; found ${(error as NodeJS.ErrnoException).code ?? "none"}`,
      { cause: error },
    );
  }
}
