/** `find CASE FILE...`: where a picture, or the frames of a clip, occur among all frames of a case; the files need not be in it and are not kept. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { mostRadius, usualRadius } from "../../core/copies/frame-search.port.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, type Given, text } from "../command.ts";
import { findWords, limitWords } from "../find-words.ts";
import { printJson } from "../json-output.ts";

export const findCommand: Command = {
  name: "find",
  usage: "find CASE FILE... [--radius 31] [--read-only] [--json]",
  summary: "say where a picture, or the frames of a clip, occur in a case: look-alikes, also mirrored and turned",
  flags: { radius: { type: "string" }, "read-only": { type: "boolean" }, "accept-head": { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    radius: `bits in which two hashes of 256 may differ, 0 to ${mostRadius}; ${usualRadius} when left out`,
    "read-only": "write nothing into the case: the index is made in a temporary folder. Also while another program writes the case",
    "accept-head": acceptHeadHelp,
    json: "print one JSON object a file",
  },
  examples: ["witnessmark find cases/market still.jpg", "witnessmark find cases/market clip.mp4 --radius 20 --json"],
  async run(program, given) {
    const [casePath, ...files] = given.words;
    if (casePath === undefined || files.length === 0)
      throw new CaseError("INPUT_INVALID", `find: expected \`witnessmark ${findCommand.usage}\`; found ${given.words.length} arguments`);
    const { out, signal } = program;
    const radius = radiusOf(given);
    const unread = files.find((file) => !program.isFile(resolve(file)));
    if (unread !== undefined) throw new CaseError("INPUT_INVALID", `${visibleText(unread)}: expected a file that can be read; found none`);
    const session = await program.openCase(resolve(casePath), {
      access: given.flags["read-only"] === true ? "read" : "write",
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => out.progress(detail),
    });
    let refused = 0;
    try {
      for (const file of files) {
        try {
          const found = await session.frameFinder.find(
            { file: resolve(file), radius },
            { signal, onProgress: (done, doing) => out.progress(`${doing}: ${Math.floor(done * 100)} %  ${visibleText(file)}`) },
          );
          out.endProgress();
          if (found === undefined) return 130;
          if (given.flags["json"] === true) printJson(out, "frames-found", { file, ...found });
          else for (const line of findWords(found, visibleText(file))) out.line(line);
        } catch (error) {
          // The other files are answered all the same.
          if (!(error instanceof CaseError) || error.code !== "INPUT_INVALID") throw error;
          out.endProgress();
          refused++;
          out.note(`${visibleText(file)}: ${error.message}`);
        }
      }
    } finally {
      await session.close();
    }
    if (given.flags["json"] !== true && refused < files.length) for (const line of limitWords(radius)) out.line(line);
    return refused === 0 ? 0 : 2;
  },
};

function radiusOf(given: Given): number {
  const value = text(given, "radius");
  if (value === undefined) return usualRadius;
  if (!/^\d{1,3}$/.test(value) || Number(value) > mostRadius)
    throw new CaseError("INPUT_INVALID", `--radius: expected a whole number from 0 to ${mostRadius}; found ${visibleText(value)}`);
  return Number(value);
}
