/** `place FILE|-`: every way to read a phrase about a place, each with its region, or with what comes nearest. */
import { answerPlace } from "../../reason/place/answer-place.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import { answerProblem } from "../answer-problem.ts";
import { type Command, words } from "../command.ts";
import { readJsonInput } from "../read-json-input.ts";

export const placeCommand: Command = {
  name: "place",
  usage: "place FILE.json|-",
  summary: "which area words about a place leave, by every way to read them",
  flags: {},
  flagHelp: {},
  examples: ["witnessmark place phrase.json", "witnessmark place - < phrase.json"],
  async run(program, given) {
    const [path] = words(placeCommand, given, 1) as [string];
    const answer = answerProblem(answerPlace, await readJsonInput(program, path, PlaceProblem));
    program.out.line(JSON.stringify(answer, undefined, 2));
    // A phrase that says nothing of a place is an answer; a reading that leaves an area is one too.
    return answer.parses.length === 0 || answer.parses.some(({ areaKm2 }) => areaKm2 > 0) ? 0 : 3;
  },
};
