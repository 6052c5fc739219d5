/**
 * `place FILE|-`: every way to read a phrase about a place, each with its region, or with what comes nearest. Names that come without
 * points are looked up in the gazetteers of this machine, and the problem that was then solved is printed with the answer.
 */
import { completePlaceProblem } from "../../actions/complete-place-problem.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import { printAnswer } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";
import { askedLines } from "../gazetteer-out.ts";
import { readJsonInput } from "../read-json-input.ts";

export const placeCommand: Command = {
  name: "place",
  usage: "place FILE.json|-",
  summary: "which area words about a place leave, by every way to read them, and which of its namesakes each name may mean",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark place phrase.json", "witnessmark place - < phrase.json"],
  async run(program, given) {
    const [path] = words(placeCommand, given, 1) as [string];
    const asked = await readJsonInput(program, path, PlaceProblem);
    const { problem } = await completePlaceProblem(program.gazetteers, asked);
    if (problem === asked) return printAnswer(program, "place", problem);
    for (const line of askedLines(problem.gazetteers ?? [])) program.out.note(line);
    return printAnswer(program, "place", problem, { problem });
  },
};
