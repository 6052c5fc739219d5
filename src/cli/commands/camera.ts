/** `camera FILE|-`: where a camera stood, and where it looked, by what is marked on its frame and on a map. */
import { answerProblem } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";

export const cameraCommand: Command = {
  name: "camera",
  usage: "camera FILE.json|-",
  summary: "where a camera stood and looked, by things marked on its frame and on a map, with what is left of every pair",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark camera pairs.json", "witnessmark camera - < pairs.json"],
  async run(program, given) {
    const [path] = words(cameraCommand, given, 1) as [string];
    return answerProblem(program, "camera", path);
  },
};
