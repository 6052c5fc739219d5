/** `features FILE|-`: things of one kind near things of others, in a map extract of this machine. */
import { FeatureProblem } from "../../core/map-extract/feature-problem.ts";
import { findNearFeatures } from "../../reads/find-near-features.ts";
import { type Command, text, words } from "../command.ts";
import { readJsonInput } from "../read-json-input.ts";

export const featuresCommand: Command = {
  name: "features",
  usage: "features FILE.json|- [--extract NAME]",
  summary: "find things near each other on a map extract: a church within 200 m of a rail crossing and 50 m of water",
  flags: { extract: { type: "string" } },
  flagHelp: { extract: "which map extract is asked, by name or id; left out where there is only one, or where the file names it" },
  examples: [
    "witnessmark features search.json --extract bucha",
    `echo '{"text": "church within 200 m of a rail crossing"}' | witnessmark features -`,
  ],
  async run(program, given) {
    const [path] = words(featuresCommand, given, 1) as [string];
    const problem = await readJsonInput(program, path, FeatureProblem);
    const extract = text(given, "extract") ?? problem.extract;
    const answer = await findNearFeatures(
      program.mapExtracts,
      { ...problem, ...(extract === undefined ? {} : { extract }) },
      { signal: program.signal, onProgress: (things) => program.out.progress(`looked at ${things}`) },
    );
    program.out.endProgress();
    if (answer === undefined) return 130;
    program.out.line(JSON.stringify(answer, undefined, 2));
    return answer.candidates.length > 0 ? 0 : 3;
  },
};
