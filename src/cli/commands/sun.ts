/** `sun FILE|-`: when the sun stood where the shadows of a frame say. */
import { answerSun } from "../../reason/sun/answer-sun.ts";
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import { answerProblem } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";
import { readJsonInput } from "../read-json-input.ts";

export const sunCommand: Command = {
  name: "sun",
  usage: "sun FILE.json|-",
  summary: "when shadows of a measured direction and length fall at a place, on a day and over a year",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark sun shadow.json", "witnessmark sun - < shadow.json"],
  async run(program, given) {
    const [path] = words(sunCommand, given, 1) as [string];
    const answer = answerProblem(answerSun, await readJsonInput(program, path, SunProblem));
    program.out.line(JSON.stringify(answer, undefined, 2));
    return answer.joint.length > 0 ? 0 : 3;
  },
};
