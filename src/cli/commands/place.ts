/** `place FILE|-`: every way to read a phrase about a place, each with its region, or with what comes nearest. */
import { answerProblem } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";

export const placeCommand: Command = {
  name: "place",
  usage: "place FILE.json|-",
  summary: "which area words about a place leave, by every way to read them",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark place phrase.json", "witnessmark place - < phrase.json"],
  async run(program, given) {
    const [path] = words(placeCommand, given, 1) as [string];
    return answerProblem(program, "place", path);
  },
};
