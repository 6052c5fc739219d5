/** `blind CASE`: blind reviews: put to people, sealed, revealed, compared; and all that somebody who owes an answer may see. */
import { resolve } from "node:path";
import { assignBlind } from "../../actions/assign-blind.ts";
import { endBlind } from "../../actions/end-blind.ts";
import { resolveBlind } from "../../actions/resolve-blind.ts";
import { revealAnswer } from "../../actions/reveal-answer.ts";
import { sealAnswer } from "../../actions/seal-answer.ts";
import { BlindId } from "../../core/blind/blind.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { PersonId } from "../../core/key/key.ts";
import { QuestionId } from "../../core/question/question.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { blindDesk } from "../../reads/blind/blind-desk.ts";
import { blindRows } from "../../reads/blind/list-blind.ts";
import { deskLines, rowLines } from "../blind-out.ts";
import { keptWords, somebodyWithTheDisk } from "../blind-words.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import { parsedAs, parsedList } from "../parsed-as.ts";
import type { Program } from "../program.ts";
import { answerFlagHelp, answerFlags, answerOf } from "../typed-answer-of.ts";
import { priorFlagHelp, priorFlags, priorOf } from "../typed-prior-of.ts";

const acts = ["assign", "seal", "reveal", "resolve", "minority-view", "end"] as const;

export const blindCommand: Command = {
  name: "blind",
  usage: "blind CASE [--assign QUESTION --second PEOPLE | --seal Z | --reveal Z | --resolve Z | --minority-view Z | --end Z]",
  summary: "put a question to people who do not see each other's answers; seal, reveal and compare them",
  flags: {
    ...{ assign: { type: "string" }, second: { type: "string" }, first: { type: "string" }, items: { type: "string" } },
    ...{ seal: { type: "string" }, reveal: { type: "string" }, resolve: { type: "string" }, "minority-view": { type: "string" } },
    ...{ end: { type: "string" }, reason: { type: "string" }, json: { type: "boolean" } },
    ...answerFlags,
    ...priorFlags,
  },
  flagHelp: {
    assign: "put this question to people, such as qn1",
    second: "who answers blind: people of the case and `outside` for whoever opens a packet, such as p2,outside",
    first: "who answers first and knows the case (default: you)",
    items: "what they look at, such as i1,i4 (default: the items of the question)",
    seal: "fix your answer; it stays in your own configuration folder until you reveal it",
    reveal: "reveal your answer, once everybody has sealed; with --reason before that",
    resolve: "write what was made of answers that do not agree, read from standard input",
    "minority-view": "write the view of whoever keeps to their answer, read from standard input",
    end: "end a blind review, with --reason",
    reason: "why; it stands in the case",
    json: "print one JSON object a line",
    ...answerFlagHelp,
    ...priorFlagHelp,
  },
  examples: [
    "witnessmark blind cases/market",
    "witnessmark blind cases/market --assign qn1 --second p2",
    "witnessmark blind cases/market --seal z1",
    "witnessmark blind cases/market --reveal z1",
  ],
  async run(program, given) {
    const [casePath] = words(blindCommand, given, 1) as [string];
    const wanted = acts.filter((act) => text(given, act) !== undefined);
    if (wanted.length > 1) throw new CaseError("INPUT_INVALID", `blind: expected one of ${acts.join(", ")}; found ${wanted.join(" and ")}`);
    const session = await program.openCase(resolve(casePath), {
      access: wanted.length === 0 ? "read" : "write",
      keepsBlindDoor: true,
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      const [act] = wanted;
      if (act === undefined) await show(program, session, given);
      else await doIt(program, session, given, act);
      return 0;
    } finally {
      await session.close();
    }
  },
};

async function show(program: Program, session: CaseSession, given: Given): Promise<void> {
  const { out } = program;
  const desk = await deskOf(session);
  const rows = desk.shut ? [] : await blindRows(session.reader, session.viewer);
  if (given.flags["json"] === true) {
    for (const task of desk.tasks) printJson(out, "blind-task", task);
    for (const row of rows) printJson(out, "blind-review", row);
    return;
  }
  for (const line of deskLines(desk)) out.line(line);
  for (const line of rows.flatMap(rowLines)) out.line(line);
  if (desk.tasks.length === 0 && rows.length === 0) out.note("No blind reviews.");
  out.note(somebodyWithTheDisk);
}

function deskOf({ reader, viewer, blindPorts }: CaseSession) {
  return blindDesk(reader, viewer, blindPorts.answers.protection);
}

async function doIt(program: Program, session: CaseSession, given: Given, act: (typeof acts)[number]): Promise<void> {
  const done = await appended(program, session, given, act);
  if (given.flags["json"] === true) printJson(program.out, "blind-done", { case: session.path, act, ...done });
  else program.out.line(`${done.blind}: ${said[act]} (line ${done.seq}).`);
  if (act === "seal") program.out.note(keptWords[session.blindPorts.answers.protection]);
}

const said: { readonly [act in (typeof acts)[number]]: string } = {
  assign: "asked",
  seal: "your answer is sealed; what it says lies in your own configuration folder alone",
  reveal: "your answer is revealed",
  resolve: "the resolution is written",
  "minority-view": "the minority view is written",
  end: "ended",
};

async function appended(
  program: Program,
  session: CaseSession,
  given: Given,
  act: (typeof acts)[number],
): Promise<{ blind: BlindId; seq: number }> {
  const { blindPorts: ports, viewer } = session;
  const reason = text(given, "reason") ?? "";
  if (act === "assign") {
    const { id, seq } = await assignBlind(ports, viewer, { ...assignment(session, given), reason });
    return { blind: id, seq };
  }
  const blind = parsedAs(BlindId, text(given, act) ?? "", "blind: expected a blind review such as z1");
  switch (act) {
    case "seal": {
      const task = (await deskOf(session)).tasks.find((one) => one.blind === blind);
      if (task === undefined)
        throw new CaseError("INPUT_INVALID", `blind review ${blind}: expected one that waits for your answer; found none`);
      const prior = task.asksPrior ? await priorOf(program, given) : null;
      const { seq } = await sealAnswer(ports, viewer, { blind, answer: await answerOf(program, given, task.precision), prior });
      return { blind, seq };
    }
    case "reveal":
      return { blind, ...(await revealAnswer(ports, viewer, { blind, reason })) };
    case "end":
      return { blind, ...(await endBlind(ports, viewer, { blind, reason })) };
    case "resolve":
    case "minority-view": {
      const words = await program.readInput("What was made of it; Ctrl-D ends it:");
      return { blind, ...(await resolveBlind(ports, viewer, { blind, how: act === "resolve" ? "resolution" : act, text: words })) };
    }
  }
}

function assignment({ viewer }: CaseSession, given: Given) {
  const first = text(given, "first");
  const blind = (text(given, "second") ?? "").split(",").filter((one) => one !== "");
  return {
    question: parsedAs(QuestionId, text(given, "assign") ?? "", "blind --assign: expected a question such as qn1"),
    items: parsedList(ItemId, text(given, "items"), "blind --items: expected items such as i1,i4"),
    to: [
      {
        person: first === undefined ? viewer.person : parsedAs(PersonId, first, "blind --first: expected a person such as p1"),
        blind: false,
      },
      ...blind.map((one) => ({
        person: one === "outside" ? null : parsedAs(PersonId, one, "blind --second: expected people such as p2, or outside"),
        blind: true,
      })),
    ],
  };
}
