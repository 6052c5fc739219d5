/** `match A B`: which seconds of one file are which seconds of another, picture and sound apart; no case is needed and nothing is kept. */
import { resolve } from "node:path";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import { matchWords } from "../match-words.ts";

export const matchCommand: Command = {
  name: "match",
  usage: "match A B",
  summary: "say which seconds of one file are which seconds of another, and what was done in between",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print the comparison as one JSON object" },
  examples: ["witnessmark match fountain.mp4 repost.mp4", "witnessmark match fountain.jpg market.mp4 --json"],
  async run(program, given) {
    const [a, b] = words(matchCommand, given, 2) as [string, string];
    const found = await program.fileMatcher.match(
      { a: resolve(a), b: resolve(b) },
      { signal: program.signal, onProgress: (done, doing) => program.out.progress(`${doing}: ${Math.floor(done * 100)} %`) },
    );
    program.out.endProgress();
    if (found === undefined) return 130;
    if (given.flags["json"] === true) printJson(program.out, "match", { files: { a, b }, ...found });
    else for (const line of matchWords(found, { a: visibleText(a), b: visibleText(b) })) program.out.line(line);
    return 0;
  },
};
