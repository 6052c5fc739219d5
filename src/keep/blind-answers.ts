/**
 * Answers that are sealed and not revealed: with their salts, in the person's own configuration folder, one file for each, which only
 * its owner may read. Durable before the line that seals them is written, so that no commitment is ever without what opens it. Never
 * in a case, a log or a message.
 */
import { readFile, unlink } from "node:fs/promises";
import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BlindId } from "../core/blind/blind.ts";
import type { AnswerStore, KeptAnswer } from "../core/blind/answer-store.port.ts";
import { CaseError } from "../core/case/case-error.ts";
import { CaseId } from "../core/entry/entry.ts";
import { Digest, digitsOf } from "../core/hash/digest.ts";
import { QuestionId } from "../core/question/question.ts";
import { Answer } from "../core/review/answer.ts";
import { codeOf, makeFolders, replaceFile, syncFolder } from "./durable.ts";

const AnswerFile = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  question: QuestionId,
  blind: BlindId,
  commitment: Digest,
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  answer: Answer,
});

/** Of the local person in one case. */
export function blindAnswersOf(configFolder: string, caseId: CaseId): AnswerStore {
  const folder = join(configFolder, "answers", caseId);
  const pathOf = (commitment: Digest) => join(folder, `${digitsOf(commitment)}.json`);
  return {
    async keep(answer: KeptAnswer) {
      await makeFolders(folder, { mode: 0o700 });
      if (process.platform !== "win32") for (const path of [join(configFolder, "answers"), folder]) chmodSync(path, 0o700);
      await replaceFile(pathOf(answer.commitment), Buffer.from(`${JSON.stringify({ v: 1, caseId, ...answer })}\n`), { mode: 0o600 });
    },
    async find(commitment) {
      const path = pathOf(commitment);
      const text = await readFile(path, "utf8").catch((error: unknown) => {
        if (codeOf(error) === "ENOENT") return undefined;
        throw error;
      });
      if (text === undefined) return undefined;
      if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0)
        throw new CaseError(
          "NOT_ALLOWED",
          `${path}: expected an answer that only its owner may read (mode 600); found one others may read`,
        );
      const read = AnswerFile.safeParse(jsonOf(text));
      if (!read.success || read.data.caseId !== caseId || read.data.commitment !== commitment)
        throw new CaseError("INPUT_INVALID", `${path}: expected a sealed answer of this case; found something else`);
      const { v: _, caseId: __, ...kept } = read.data;
      return kept;
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
    held() {
      try {
        return readdirSync(folder).flatMap((name) => {
          const digits = /^([0-9a-f]{64})\.json$/.exec(name)?.[1];
          return digits === undefined ? [] : [`sha256:${digits}` as Digest];
        });
      } catch (error) {
        if (codeOf(error) === "ENOENT") return [];
        throw error;
      }
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
