/** `time FILE|-`: the window of each event under all statements, or what cannot all hold. */
import { CaseError } from "../../core/case/case-error.ts";
import { answerTime, type TimeAnswer } from "../../reason/time/answer-time.ts";
import { ProblemUnreadable } from "../../reason/time/read-problem.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import { type Command, words } from "../command.ts";
import { readJsonInput } from "../read-json-input.ts";

export const timeCommand: Command = {
  name: "time",
  usage: "time FILE.json|-",
  summary: "when events can have been, by statements about them, or which statements cannot all hold",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark time statements.json", "witnessmark time - < statements.json"],
  async run(program, given) {
    const [path] = words(timeCommand, given, 1) as [string];
    const problem = await readJsonInput(program, path, TimeProblem);
    let answer: TimeAnswer;
    try {
      answer = answerTime(problem);
    } catch (error) {
      if (!(error instanceof ProblemUnreadable)) throw error;
      throw new CaseError("INPUT_INVALID", error.message, { cause: error });
    }
    program.out.line(JSON.stringify(answer, undefined, 2));
    const answers = "perZone" in answer ? Object.values(answer.perZone) : [answer];
    // While a zone is open there is an answer as long as one zone leaves one.
    return answers.some(({ consistent }) => consistent) ? 0 : 3;
  },
};
