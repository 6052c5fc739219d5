/** `time FILE|-`: the window of each event under all statements, or what cannot all hold. */
import { answerProblem } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";

export const timeCommand: Command = {
  name: "time",
  usage: "time FILE.json|-",
  summary: "when events can have been, by statements about them, or which statements cannot all hold",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark time statements.json", "witnessmark time - < statements.json"],
  async run(program, given) {
    const [path] = words(timeCommand, given, 1) as [string];
    return answerProblem(program, "time", path);
  },
};
