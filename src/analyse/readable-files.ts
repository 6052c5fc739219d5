/** Words that let a child read the named files beside the program's own code. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** All words of a command together must fit into what the system takes, two megabytes on Linux. */
const mostWordsLength = 1_000_000;
const sourceRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The files, or their folders where there are more of them than a command can carry. */
export function allowReading(files: readonly string[]): readonly string[] {
  const length = files.reduce((sum, path) => sum + path.length + 20, 0);
  const paths = [sourceRoot, ...(length <= mostWordsLength ? files : new Set(files.map((path) => dirname(path))))];
  return ["--permission", ...paths.map((path) => `--allow-fs-read=${path}`)];
}
