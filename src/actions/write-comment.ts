/** Says something about a record, or in answer to somebody. The words are sealed; who is mentioned is told by opaque ids. */
import { CaseError } from "../core/case/case-error.ts";
import type { PersonId } from "../core/key/key.ts";
import type { CommentId } from "../core/task/task.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFits } from "./demand-fits.ts";
import { createSealing } from "./sealing.ts";
import { type About, demandPeople, demandRecord, type WorkPorts } from "./work-ports.ts";

export interface WantedComment {
  readonly about: About;
  readonly answers: CommentId | null;
  readonly text: string;
  readonly mentions: readonly PersonId[];
}

/** Throws CaseError INPUT_INVALID. */
export async function writeComment(ports: WorkPorts, viewer: Viewer, wanted: WantedComment): Promise<{ id: CommentId; seq: number }> {
  demand(viewer, "append");
  const { about, answers } = wanted;
  const thing = `comment on ${about.record}`;
  const text = wanted.text.trim();
  if (text === "") throw new CaseError("INPUT_INVALID", `${thing}: expected words; found none`);
  demandFits(thing, "words", [text]);
  const mentions = [...new Set(wanted.mentions)];
  const { opens, seal } = createSealing(ports.writer);
  const data = { about: { ...about }, answers, text: seal(text), mentions };
  let id: CommentId = "cm1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandRecord(ports, thing, about);
    await demandPeople(ports, thing, mentions);
    const answered = answers === null ? undefined : await ports.work.comment(answers);
    if (answers !== null && answered?.about !== about.record)
      throw new CaseError("INPUT_INVALID", `${thing}: expected to answer a comment on ${about.record}; found ${answers}, which is none`);
    id = numbers.next("cm");
    return [{ kind: "comment.written", data: { comment: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
