/** `sun FILE|-`: when the sun stood where the shadows of a frame say, or at which places. */
import { answerProblem } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";

export const sunCommand: Command = {
  name: "sun",
  usage: "sun FILE.json|-",
  summary: "when shadows of a measured direction and length fall at a place, or where they fall at a moment",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark sun shadow.json", "witnessmark sun - < shadow.json"],
  async run(program, given) {
    const [path] = words(sunCommand, given, 1) as [string];
    return answerProblem(program, "sun", path);
  },
};
