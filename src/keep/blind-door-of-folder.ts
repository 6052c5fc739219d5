/**
 * Whether the person at this machine owes a blind answer in a case folder or a pack, for commands that read its files without opening
 * it. Reads the few lines that say so. A folder that is no case has no door. Where a line that may say so cannot be read, and the
 * person is of that case, the door is shut: what nobody could read may be what asks them.
 */
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CaseError } from "../core/case/case-error.ts";
import { afterLine, type BlindDoor, doorsOf, noBlindReviews } from "../core/blind/blind-review.ts";
import { EntryBody } from "../core/entry/entry.ts";
import type { PersonId } from "../core/key/key.ts";
import { codeOf } from "./durable.ts";

const telling = /"kind":"(?:blind\.|answer\.|key\.)/;
const anyKind = /"kind":"[a-z-]+\.[a-z-]+"/;

interface Looked {
  readonly door: BlindDoor | undefined;
  /** The first line that may be about a blind review and cannot be read; undefined where all can, or none concerns this person. */
  readonly unreadable: number | undefined;
}

async function lookAtFolder(caseFolder: string, configFolder: string): Promise<Looked> {
  const ledger = ["ledger.jsonl", "data/ledger.jsonl"].map((name) => join(caseFolder, name)).find((path) => existsSync(path));
  const own = ledger === undefined ? [] : await ownKeys(configFolder);
  if (ledger === undefined || own.length === 0) return { door: undefined, unreadable: undefined };
  let reviews = noBlindReviews;
  let person: PersonId | undefined;
  let line = 0;
  let named = false;
  let blindThere = false;
  /** Of a blind review by its words, and of whatever kind: damage that hid the kind may have hidden that too. */
  const unreadable: { blind?: number; any?: number } = {};
  for await (const text of createInterface({ input: createReadStream(ledger), crlfDelay: Infinity })) {
    line++;
    const tells = telling.test(text);
    blindThere ||= tells && !/"kind":"key\./.test(text);
    if (!tells && (anyKind.test(text) || isBare(text))) continue;
    const body = bodyOf(text);
    if (body === undefined) {
      unreadable.any ??= line;
      if (tells) unreadable.blind ??= line;
      named ||= own.some((key) => text.includes(key));
      continue;
    }
    if ((body.kind === "key.enrolled" || body.kind === "key.replaced") && own.includes(body.data.key.base64)) person = body.data.person;
    reviews = afterLine(reviews, line, body);
  }
  const concerned = person !== undefined || named;
  return {
    door: person === undefined ? undefined : doorsOf(reviews, person)[0],
    unreadable: concerned ? (unreadable.blind ?? (blindThere ? unreadable.any : undefined)) : undefined,
  };
}

/** Only public halves are looked at: of the key in force, and of those before it, which a case may still know. */
async function ownKeys(configFolder: string): Promise<readonly string[]> {
  const path = join(configFolder, "person.json");
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return [];
  const pairs = pairsIn(text);
  if (pairs.length > 0) return pairs;
  throw new CaseError(
    "INPUT_INVALID",
    `${path}: expected a person's name and key; found something else. Whether you owe a blind answer hangs on it.`,
  );
}

function pairsIn(text: string): string[] {
  try {
    const file = JSON.parse(text) as { publicKey?: unknown; former?: readonly { publicKey?: unknown }[] };
    return [file, ...(file.former ?? [])].flatMap(({ publicKey }) => {
      const { base64 } = publicKey as { base64?: unknown };
      return typeof base64 === "string" && base64 !== "" ? [base64] : [];
    });
  } catch {
    return [];
  }
}

/** A line whose body is withheld says nothing of anybody. */
function isBare(text: string): boolean {
  try {
    return (JSON.parse(text) as { body?: unknown }).body === undefined;
  } catch {
    return text === "";
  }
}

function bodyOf(text: string): EntryBody | undefined {
  try {
    return EntryBody.safeParse((JSON.parse(text) as { body?: unknown }).body).data;
  } catch {
    return undefined;
  }
}

/** Throws CaseError BLIND_ANSWER_DUE: with the review that waits, or with the line that cannot be read. */
export async function demandNoBlindDoor(caseFolder: string, configFolder: string): Promise<void> {
  const { door, unreadable } = await lookAtFolder(caseFolder, configFolder);
  if (door !== undefined)
    throw new CaseError(
      "BLIND_ANSWER_DUE",
      `blind review ${door.blind}: expected your answer to question ${door.question} to be sealed first; found none. Until then this program shows you its items and the question alone.`,
    );
  if (unreadable !== undefined)
    throw new CaseError(
      "BLIND_ANSWER_DUE",
      `ledger line ${unreadable}: expected a line that says whether you owe a blind answer; found one that cannot be read. Nothing more is shown to you until it can. Somebody who is not of this case can verify it, on a machine of their own.`,
    );
}
