/** What the answers of a program of the person's own rest on beside what it is given: the program's bytes, its model, the words of its command line. */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Digest } from "../core/hash/digest.ts";
import type { RecogniserIdentity } from "../core/recogniser/recogniser.port.ts";
import type { Recogniser } from "../core/recogniser/recogniser-settings.ts";
import { modelName } from "./recogniser-model.ts";

export interface OwnCommand {
  readonly path: string;
  readonly arguments: readonly string[];
}

/** In no sort but "command" are the words a person's choice. Files that they name count by their bytes: models and scripts. */
export async function commandDigest({ path, arguments: words }: OwnCommand): Promise<Digest> {
  const hash = createHash("sha256").update(`${await modelName(path)}\n`);
  for (const word of words) hash.update(`${JSON.stringify([word, await namedFile(word)])}\n`);
  return `sha256:${hash.digest("hex")}`;
}

export async function recogniserRests(recogniser: Recogniser, { name, version, model }: RecogniserIdentity): Promise<string> {
  return [recogniser.sort, name, version, model, await modelName(recogniser.path)].join("\n");
}

async function namedFile(word: string): Promise<string | null> {
  const path = [word, word.slice(word.indexOf("=") + 1)].find((one) => isAbsolute(one));
  if (path === undefined) return null;
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? modelName(path) : null;
}
