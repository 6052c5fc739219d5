/**
 * Answers that are sealed and not revealed: with their salts, in the person's own configuration folder, one file for each, which only
 * its owner may read. Which commitment a file opens stands in it in clear, as it does in the case; answer and salt are encrypted to the
 * person's key. Durable before the line that seals them is written, so that no commitment is ever without what opens it. Never in a
 * case, a log or a message. Files of before, in clear, are read, and encrypted when the next one is written.
 */
import { readFile, unlink } from "node:fs/promises";
import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BlindId } from "../core/blind/blind.ts";
import { KeptAnswer } from "../core/blind/answer-store.port.ts";
import type { AnswerStore, HeldAnswer } from "../core/blind/answer-store.port.ts";
import { CaseError } from "../core/case/case-error.ts";
import { CaseId } from "../core/entry/entry.ts";
import { Digest, digitsOf } from "../core/hash/digest.ts";
import { QuestionId } from "../core/question/question.ts";
import { codeOf, makeFolders, replaceFile, syncFolder } from "./durable.ts";
import type { PersonSecrets } from "./person-secrets.ts";

const inClear = { caseId: CaseId, question: QuestionId, blind: BlindId, commitment: Digest };
const ClearFile = z.strictObject({ v: z.literal(1), caseId: CaseId, ...KeptAnswer.shape });
const LockedFile = z.strictObject({ v: z.literal(2), ...inClear, age: z.string() });
const AnswerFile = z.discriminatedUnion("v", [ClearFile, LockedFile]);
type AnswerFile = z.infer<typeof AnswerFile>;

/** Of the local person in one case. */
export function blindAnswersOf(configFolder: string, caseId: CaseId, secrets: PersonSecrets): AnswerStore {
  const folder = join(configFolder, "answers", caseId);
  const pathOf = (commitment: Digest) => join(folder, `${digitsOf(commitment)}.json`);
  return {
    protection: secrets.protection,
    async keep(answer) {
      await makeFolders(folder, { mode: 0o700 });
      if (process.platform !== "win32") for (const path of [join(configFolder, "answers"), folder]) chmodSync(path, 0o700);
      await writeLocked(pathOf(answer.commitment), caseId, answer, secrets);
      await encryptClearAnswers(configFolder, secrets);
    },
    async find(commitment) {
      const path = pathOf(commitment);
      const read = await readAnswer(path);
      if (read === "none") return undefined;
      demandOwnersAlone(path);
      if (read === "unreadable" || read.caseId !== caseId || read.commitment !== commitment) throw somethingElse(path);
      if (read.v === 1) return keptIn(read);
      const opened = KeptAnswer.safeParse(jsonOf(await unlocked(path, read.age, secrets)));
      if (!opened.success || opened.data.commitment !== commitment) throw somethingElse(path);
      return opened.data;
    },
    async drop(commitment) {
      try {
        await unlink(pathOf(commitment));
      } catch (error) {
        if (codeOf(error) === "ENOENT") return;
        throw error;
      }
      await syncFolder(folder);
    },
    async held() {
      const found: HeldAnswer[] = [];
      for (const name of namesIn(folder)) {
        const read = await readAnswer(join(folder, name));
        if (typeof read !== "string") found.push({ commitment: read.commitment, blind: read.blind });
      }
      return found;
    },
  };
}

/** Encrypts what lies there in clear, in every case of the person. Stopped in between, each file is as it was or encrypted. */
export async function encryptClearAnswers(configFolder: string, secrets: PersonSecrets): Promise<void> {
  const answers = join(configFolder, "answers");
  for (const caseId of entriesOf(answers))
    for (const name of namesIn(join(answers, caseId))) {
      const path = join(answers, caseId, name);
      const read = await readAnswer(path);
      if (typeof read !== "string" && read.v === 1) await writeLocked(path, read.caseId, keptIn(read), secrets);
    }
}

async function writeLocked(path: string, caseId: CaseId, answer: KeptAnswer, secrets: PersonSecrets): Promise<void> {
  const { question, blind, commitment } = answer;
  const age = await secrets.lock(Buffer.from(JSON.stringify(answer)));
  const file: AnswerFile = { v: 2, caseId, question, blind, commitment, age };
  await replaceFile(path, Buffer.from(`${JSON.stringify(file)}\n`), { mode: 0o600 });
}

async function unlocked(path: string, age: string, secrets: PersonSecrets): Promise<string> {
  try {
    return Buffer.from(await secrets.unlock(age)).toString();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    throw new CaseError(error.code, `${path}: ${error.message}. It stays as it is.`, { cause: error });
  }
}

async function readAnswer(path: string): Promise<AnswerFile | "none" | "unreadable"> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? "none" : (AnswerFile.safeParse(jsonOf(text)).data ?? "unreadable");
}

/** Throws CaseError NOT_ALLOWED for a file that others may read. */
function demandOwnersAlone(path: string): void {
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0)
    throw new CaseError("NOT_ALLOWED", `${path}: expected an answer that only its owner may read (mode 600); found one others may read`);
}

function keptIn(file: z.infer<typeof ClearFile>): KeptAnswer {
  const { v: _, caseId: __, ...kept } = file;
  return kept;
}

function somethingElse(path: string): CaseError {
  return new CaseError("INPUT_INVALID", `${path}: expected a sealed answer of this case; found something else`);
}

function namesIn(folder: string): string[] {
  return entriesOf(folder).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
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
