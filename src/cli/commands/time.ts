/** `time FILE|-`: the window of each event under all statements, or what cannot all hold. */
import { answerTime } from "../../reason/time/answer-time.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import { answerProblem } from "../answer-problem.ts";
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
    const answer = answerProblem(answerTime, await readJsonInput(program, path, TimeProblem));
    program.out.line(JSON.stringify(answer, undefined, 2));
    const answers = "perZone" in answer ? Object.values(answer.perZone) : [answer];
    // While a zone is open there is an answer as long as one zone leaves one.
    return answers.some(({ consistent }) => consistent) ? 0 : 3;
  },
};
