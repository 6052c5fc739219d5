/** `search CASE WORDS`: items whose names, notes, posts or articles have all the words. */
import { resolve } from "node:path";
import { type Command, words } from "../command.ts";
import { printItems } from "../list-items-out.ts";

export const searchCommand: Command = {
  name: "search",
  usage: "search CASE WORDS",
  summary: "find items by words in their names, notes, posts and articles, in any script",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print one JSON object a line" },
  examples: ["witnessmark search cases/market fountain", "witnessmark search cases/market площа"],
  async run(program, given) {
    const [casePath, ...query] = words(searchCommand, given, 2, Number.MAX_SAFE_INTEGER) as [string, ...string[]];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const json = given.flags["json"] === true;
      const found = await printItems(program, session, { q: query.join(" ") }, json);
      if (found === 0) program.out.note("No item has all of these words.");
      return 0;
    } finally {
      await session.close();
    }
  },
};
