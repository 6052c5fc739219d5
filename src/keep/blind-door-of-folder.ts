/**
 * Whether the person at this machine owes a blind answer in a case folder or a pack, for commands that read its files without opening it. Reads
 * the few lines that say so and judges nothing: a folder that is no case, or a damaged one, has no door.
 */
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CaseError } from "../core/case/case-error.ts";
import { afterLine, type BlindDoor, doorsOf, noBlindReviews } from "../core/blind/blind-review.ts";
import { EntryBody } from "../core/entry/entry.ts";
import type { PersonId } from "../core/key/key.ts";

const telling = /"kind":"(?:blind\.|answer\.|key\.)/;

async function blindDoorOfFolder(caseFolder: string, configFolder: string): Promise<BlindDoor | undefined> {
  const own = await ownKey(configFolder);
  const ledger = ["ledger.jsonl", "data/ledger.jsonl"].map((name) => join(caseFolder, name)).find((path) => existsSync(path));
  if (own === undefined || ledger === undefined) return undefined;
  let reviews = noBlindReviews;
  let person: PersonId | undefined;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(ledger), crlfDelay: Infinity })) {
    line++;
    if (!telling.test(text)) continue;
    const body = bodyOf(text);
    if (body === undefined) continue;
    if ((body.kind === "key.enrolled" || body.kind === "key.replaced") && body.data.key.base64 === own) person = body.data.person;
    reviews = afterLine(reviews, line, body);
  }
  return person === undefined ? undefined : doorsOf(reviews, person)[0];
}

/** Only its public half is looked at. */
async function ownKey(configFolder: string): Promise<string | undefined> {
  try {
    const { publicKey } = JSON.parse(await readFile(join(configFolder, "person.json"), "utf8")) as { publicKey?: { base64?: unknown } };
    return typeof publicKey?.base64 === "string" ? publicKey.base64 : undefined;
  } catch {
    // Nobody yet, or a file that opening the case complains of.
    return undefined;
  }
}

function bodyOf(text: string): EntryBody | undefined {
  try {
    return EntryBody.safeParse((JSON.parse(text) as { body?: unknown }).body).data;
  } catch {
    return undefined;
  }
}

/** Throws CaseError BLIND_ANSWER_DUE. */
export async function demandNoBlindDoor(caseFolder: string, configFolder: string): Promise<void> {
  const door = await blindDoorOfFolder(caseFolder, configFolder);
  if (door === undefined) return;
  throw new CaseError(
    "BLIND_ANSWER_DUE",
    `blind review ${door.blind}: expected your answer to question ${door.question} to be sealed first; found none. Until then this program shows you its items and the question alone.`,
  );
}
