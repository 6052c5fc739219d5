/** `add CASE PATHS...`: keeps files and folders in a case and reads them, without serving anything. */
import { basename, resolve } from "node:path";
import { analyseAndReport, collectAndReport } from "../collect-and-report.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const addCommand: Command = {
  name: "add",
  usage: "add CASE PATHS...",
  summary: "keep files and folders in a case, and read them",
  flags: { title: { type: "string" }, rehash: { type: "boolean" }, "accept-head": { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    title: "title of a new case (default: the case folder's name)",
    rehash: "hash every file again, also those that look unchanged",
    "accept-head": acceptHeadHelp,
    json: "print what was done as JSON",
  },
  examples: ["witnessmark add cases/market clip.mp4 ~/Downloads/export"],
  async run(program, given) {
    const [casePath, ...paths] = words(addCommand, given, 2, Number.MAX_SAFE_INTEGER) as [string, ...string[]];
    const path = resolve(casePath);
    const session = await program.openCase(path, {
      access: "write",
      create: { title: text(given, "title") ?? basename(path) },
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      const resolved = paths.map((one) => resolve(one));
      const outcome = await collectAndReport(program, session, {
        method: "files",
        from: resolved.join("\n"),
        paths: resolved,
        rehash: given.flags["rehash"] === true,
      });
      if (!program.signal.aborted) await analyseAndReport(program, session);
      const { done, failed } = session.board.summary();
      if (given.flags["json"] === true) {
        const { collected, alreadyHeld, refused } = outcome;
        printJson(program.out, "added", {
          case: path,
          collected,
          alreadyHeld,
          refused,
          analysed: done,
          failed,
          complete: !program.signal.aborted,
        });
      }
      if (!program.signal.aborted) return 0;
      if (outcome.outcome === "complete") program.out.note("Stopped. Everything is kept; run the same command again to go on reading it.");
      return 130;
    } finally {
      await session.close();
    }
  },
};
