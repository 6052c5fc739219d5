/** `items CASE`: every item. */
import { resolve } from "node:path";
import { type Command, words } from "../command.ts";
import { printItems } from "../list-items-out.ts";

export const itemsCommand: Command = {
  name: "items",
  usage: "items CASE",
  summary: "list the items of a case",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print one JSON object a line" },
  examples: ["witnessmark items cases/market", "witnessmark items cases/market --json"],
  async run(program, given) {
    const [casePath] = words(itemsCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      await printItems(program, session, {}, given.flags["json"] === true);
      return 0;
    } finally {
      await session.close();
    }
  },
};
