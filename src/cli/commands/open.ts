/** `open FOLDER`: the whole journey. Makes or finds the case, keeps what is new, serves the workbench while the rest is read. */
import { basename, resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { collectAndReport } from "../collect-and-report.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, portOf, text, words } from "../command.ts";
import { serveUntilStopped } from "../serve-until-stopped.ts";

export const openCommand: Command = {
  name: "open",
  usage: "open FOLDER [--case CASE] [--port N] [--no-browser]",
  summary: "keep a folder of material as a case and open the workbench on it",
  flags: {
    case: { type: "string" },
    title: { type: "string" },
    port: { type: "string" },
    "no-browser": { type: "boolean" },
    rehash: { type: "boolean" },
    "accept-head": { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    case: "folder of the case; made when it is not there (default: FOLDER-case beside FOLDER)",
    title: "title of a new case (default: the folder's name)",
    port: "port on this machine (default: your own in this case, or any free one)",
    "no-browser": "print the link, open no browser",
    rehash: "hash every file again, also those that look unchanged",
    "accept-head": acceptHeadHelp,
    json: "print the link as JSON",
  },
  examples: ["witnessmark open ~/Downloads/market-square", "witnessmark open footage --case cases/market --no-browser"],
  async run(program, given) {
    const [folder] = words(openCommand, given, 1) as [string];
    const from = resolve(folder);
    const path = resolve(text(given, "case") ?? `${from}-case`);
    if (path === from) throw new CaseError("INPUT_INVALID", "--case: expected another folder than the one to open; found the same");
    if (text(given, "case") === undefined && program.isCase(from)) {
      throw new CaseError("INPUT_INVALID", `${folder}: expected a folder of material; found a case. Try \`witnessmark serve ${folder}\`.`);
    }
    const port = portOf(given);
    const session = await program.openCase(path, {
      access: "write",
      create: { title: text(given, "title") ?? basename(from) },
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      const outcome = await collectAndReport(program, session, {
        method: "folder",
        from,
        paths: [from],
        rehash: given.flags["rehash"] === true,
      });
      if (outcome.outcome === "stopped") return 130;
      return await serveUntilStopped(program, session, {
        port,
        browser: given.flags["no-browser"] !== true,
        json: given.flags["json"] === true,
      });
    } finally {
      await session.close();
    }
  },
};
