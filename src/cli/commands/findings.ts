/** `findings CASE`: what the case asks, what was found, and how far each finding is. */
import { resolve } from "node:path";
import { visibleText } from "../../core/text/visible-text.ts";
import { type FindingOfQuestion, listQuestions, type QuestionRow } from "../../reads/findings/list-questions.ts";
import { type Command, words } from "../command.ts";
import { formatTable } from "../format-values.ts";
import { printJson } from "../json-output.ts";

export const findingsCommand: Command = {
  name: "findings",
  usage: "findings CASE [--json]",
  summary: "list questions with their findings: grade, who wrote them, and whether a second person approved",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print one JSON object a line" },
  examples: ["witnessmark findings cases/market"],
  async run(program, given) {
    const [casePath] = words(findingsCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const questions = await listQuestions(session.reader, session.viewer);
      if (given.flags["json"] === true) for (const row of questions) printJson(program.out, "question", row);
      else if (questions.length === 0) program.out.line("no questions");
      else for (const line of formatTable([["", "state", "grade", "by", "words"], ...questions.flatMap(linesOf)])) program.out.line(line);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function linesOf(question: QuestionRow): string[][] {
  const { id, sort, withdrawn, blind, grade, byName, text, findings } = question;
  const state = withdrawn !== null ? "withdrawn" : blind === "none" ? `asks ${sort}` : `asks ${sort}, blind: ${blind}`;
  const graded = grade === null || withdrawn !== null ? "" : `${grade.grade} by ${grade.by}`;
  return [[id, state, graded, visibleText(byName), visibleText(text)], ...findings.map(findingLine)];
}

function findingLine({ id, version, state, grade, byName, statement }: FindingOfQuestion): string[] {
  const said = statement === null ? "withheld" : statement.trim() === "" ? "no statement yet" : visibleText(statement);
  return [`  ${id}`, `${state}, version ${version}`, grade ?? "withheld", visibleText(byName), said];
}
