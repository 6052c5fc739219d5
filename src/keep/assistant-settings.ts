/** The file that says which language model may be asked, with its key: in the configuration folder, for its owner alone, in no case and no pack. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import {
  type AssistantEndpoint,
  AssistantKey,
  AssistantSettings,
  isEncrypted,
  isThisMachine,
  originOf,
} from "../core/claim/assistant-settings.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

export const assistantFile = "assistant.json";

const Kept = AssistantSettings.extend({ key: AssistantKey.or(z.null()) });
type Kept = z.infer<typeof Kept>;

/** Throws CaseError INPUT_INVALID for a file that is there and says something else: it is not quietly taken as "off". */
export async function readAssistant(configFolder: string): Promise<Kept> {
  const path = join(configFolder, assistantFile);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { v: 1, endpoint: null, key: null };
    throw error;
  }
  const kept = Kept.safeParse(jsonOf(text));
  // The fault is named by its place alone: what stands there may be the key.
  if (!kept.success)
    throw new CaseError(
      "INPUT_INVALID",
      `${path}: expected the settings of the assistant; found something else at ${kept.error.issues[0]?.path.join(".") || "the top"}`,
    );
  return kept.data;
}

/**
 * `key`: undefined keeps the one that is there, as long as it goes to the same place. A file that says something else is replaced, its
 * key with it: whoever switches off must not be held up by it. Throws CaseError INPUT_INVALID.
 */
export async function writeAssistant(
  configFolder: string,
  endpoint: AssistantEndpoint | null,
  key: string | null | undefined,
): Promise<void> {
  if (endpoint !== null && !URL.canParse(endpoint.url))
    throw new CaseError("INPUT_INVALID", "assistant: expected an address that can be reached; found a name that can be none");
  const before = await readOrNone(configFolder);
  const samePlace = endpoint !== null && before.endpoint !== null && originOf(endpoint.url) === originOf(before.endpoint.url);
  const next: Kept = { v: 1, endpoint, key: endpoint === null ? null : key === undefined ? (samePlace ? before.key : null) : key };
  if (endpoint !== null && next.key !== null && !isEncrypted(endpoint.url) && !isThisMachine(endpoint.url))
    throw new CaseError(
      "INPUT_INVALID",
      "assistant: expected https where a key goes to another machine; found http, which others could read",
    );
  await makeFolders(configFolder, { mode: 0o700 });
  await replaceFile(join(configFolder, assistantFile), Buffer.from(`${JSON.stringify(next, undefined, 2)}\n`), { mode: 0o600 });
}

async function readOrNone(configFolder: string): Promise<Pick<Kept, "endpoint" | "key">> {
  try {
    return await readAssistant(configFolder);
  } catch (error) {
    if (error instanceof CaseError && error.code === "INPUT_INVALID") return { endpoint: null, key: null };
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
