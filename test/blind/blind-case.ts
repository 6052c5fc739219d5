/** A case with a question on a clip, and people who open it one after the other with configurations of their own. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { sealAnswer } from "../../src/actions/seal-answer.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import type { PriorDeclared } from "../../src/core/blind/prior-knowledge.ts";
import type { BlindId } from "../../src/core/blind/blind.ts";
import type { PersonId } from "../../src/core/key/key.ts";
import type { QuestionId } from "../../src/core/question/question.ts";
import type { Answer, AskedPrecision } from "../../src/core/review/answer.ts";
import type { CaseSession, OpenOptions } from "../../src/jobs/case-session.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { collectItems } from "../../src/actions/collect-items.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

/** S11: points invented. */
export const firstAnswer: Answer = { sort: "place", lat: 50.465, lon: 30.185, radiusM: 50 };
export const secondAnswer: Answer = { sort: "place", lat: 50.4652, lon: 30.1854, radiusM: 100 };
export const farAnswer: Answer = { sort: "place", lat: 50.471, lon: 30.185, radiusM: 100 };
export const vagueAnswer: Answer = { sort: "place", lat: 50.4652, lon: 30.1854, radiusM: 10_000 };
export const askedWhere: AskedPrecision = { sort: "place", radiusM: 200 };

export interface BlindCase {
  readonly desk: Desk;
  readonly path: string;
  /** The case as this person has it open; whoever had it before is ended. */
  as(who: string, options?: Partial<OpenOptions>): Promise<CaseSession>;
  configOf(who: string): string;
  leave(): Promise<void>;
  close(): Promise<void>;
}

const nothing = () => Promise.reject(new Error("expected not to be asked for"));

/** `material`: makes the items in the folder it is given; a still of one colour where it is not. */
export async function openBlindCase({
  material = aPicture,
  title = "case",
}: { material?: (folder: string) => string[]; title?: string } = {}): Promise<BlindCase> {
  const desk = createDesk();
  const path = join(desk.folder, "case");
  const before = process.env["WITNESSMARK_CONFIG"];
  let open: { who: string; session: CaseSession } | undefined;
  const leave = async (): Promise<void> => {
    await open?.session.close();
    open = undefined;
    if (before === undefined) delete process.env["WITNESSMARK_CONFIG"];
    else process.env["WITNESSMARK_CONFIG"] = before;
  };
  const configOf = (who: string): string => join(desk.folder, who === "first" ? "config" : `config-of-${who}`);
  const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
  const opened: BlindCase = {
    ...{ desk, path, configOf, leave },
    async as(who, options = {}) {
      if (open?.who === who) return open.session;
      await leave();
      process.env["WITNESSMARK_CONFIG"] = configOf(who);
      const given: OpenOptions = { access: "write", create: { title }, keepsBlindDoor: true, onProgress: () => undefined };
      const session = await openCase(around, path, { ...given, ...options });
      session.board.setPaused(true);
      open = { who, session };
      return session;
    },
    async close() {
      await leave();
      desk.close();
    },
  };
  const session = await opened.as("first");
  const signal = new AbortController().signal;
  const sources = walkSources(material(desk.folder), { signal });
  const { collectorPorts, viewer, collecting } = session;
  await collectItems(collectorPorts, viewer, { method: "folder", from: desk.folder, rehash: false, ...collecting }, sources, {
    signal,
    onProgress: () => undefined,
  });
  return opened;
}

export function aPicture(folder: string): string[] {
  const path = join(folder, "Dmytrivka-crossroads.png");
  execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "color=c=gray:s=64x36", "-frames:v", "1", path]);
  return [path];
}

export async function askQuestion(
  { writer }: CaseSession,
  { text = "Where was the camera?", precision = askedWhere }: { text?: string; precision?: AskedPrecision } = {},
): Promise<QuestionId> {
  const { seal, opens } = createSealing(writer);
  const words = seal(text);
  let question: QuestionId = "qn1";
  await writer.append((numbers) => {
    question = numbers.next("qn");
    const data = { question, sort: "where" as const, text: words, event: null, items: ["i1" as const], precision, reason: null };
    return [{ kind: "question.asked", data, opens }];
  });
  return question;
}

/** p1 answers first and knows the case; p2 answers blind. Both have opened the case. */
export async function assigned(kept: BlindCase, to: { person: PersonId | null; blind: boolean }[] = firstAndSecond): Promise<BlindId> {
  for (const { person } of to) if (person !== null && person !== "p1") await kept.as(nameOf(person));
  const session = await kept.as("first");
  const question = await askQuestion(session);
  return (await assignBlind(session.blindPorts, session.viewer, { question, items: [], to, reason: "" })).id;
}

export const firstAndSecond: { person: PersonId | null; blind: boolean }[] = [
  { person: "p1", blind: false },
  { person: "p2", blind: true },
];

export function nameOf(person: PersonId): string {
  return person === "p1" ? "first" : person === "p2" ? "second" : `person ${person}`;
}

/** Who answers blind says that they knew nothing. */
export async function seal(
  kept: BlindCase,
  who: string,
  blind: BlindId,
  answer: Answer,
  prior: PriorDeclared = { knew: "none", words: "" },
): Promise<{ seq: number }> {
  const { blindPorts, viewer } = await kept.as(who);
  return sealAnswer(blindPorts, viewer, { blind, answer, prior });
}
