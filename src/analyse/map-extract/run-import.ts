/** Reads a map extract in a child that may read that file and write one folder, and nothing else: no network where the system grants that, limits on memory and on silence. */
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { allowReading } from "../readable-files.ts";
import { startChild } from "../start-child.ts";
import { ImportLine, type ImportRequest, type ReadExtract } from "./import-contract.ts";

export interface ImportControl {
  readonly signal: Cancellation;
  readonly onProgress: (done: number, doing: "reading" | "sorting") => void;
}

const childScript = fileURLToPath(new URL("import-child.ts", import.meta.url));
/** Sorting the tags of a country is one statement of minutes. */
const silenceMs = 3_600_000;

/** Undefined when it was stopped. Throws CaseError INPUT_INVALID for a file that cannot be read, DISK_FULL. */
export async function runExtractImport(
  { file, format, folder }: Omit<ImportRequest, "parent">,
  { signal, onProgress }: ImportControl,
): Promise<ReadExtract | undefined> {
  const request: ImportRequest = { file, format, folder, parent: process.pid };
  const flags = [...allowReading([file]), `--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`];
  const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, flags, request });
  let read: ReadExtract | undefined;
  await listenToChild(child, { name: "map extract", signal, silenceMs }, (said) => {
    const line = lineOf(said);
    if (line.type === "progress") onProgress(line.done, line.doing);
    else if (line.type === "refused") throw new CaseError("INPUT_INVALID", line.message);
    else if (line.type === "no-room")
      throw new CaseError(
        "DISK_FULL",
        "importing a map extract: expected room in the data folder; found a full disk. Nothing of it was kept.",
      );
    else read = line.read;
    return line.type === "end";
  });
  return read;
}

/** Throws for what is no line of this contract: the child is not trusted to keep to it. */
function lineOf(said: unknown): ImportLine {
  const parsed = ImportLine.safeParse(said);
  if (!parsed.success) throw new Error("map extract: expected a line of the child that reads it; found something else");
  return parsed.data;
}
