/** `serve CASE`: the workbench on a case that is there. */
import { resolve } from "node:path";
import { acceptHeadHelp, acceptHeadOf, type Command, portOf, words } from "../command.ts";
import { serveUntilStopped } from "../serve-until-stopped.ts";

export const serveCommand: Command = {
  name: "serve",
  usage: "serve CASE [--port N] [--no-browser] [--read-only]",
  summary: "open the workbench on a case",
  flags: {
    port: { type: "string" },
    "no-browser": { type: "boolean" },
    "read-only": { type: "boolean" },
    "accept-head": { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    port: "port on this machine (default: your own in this case, or any free one)",
    "no-browser": "print the link, open no browser",
    "read-only": "look only; also while another program writes the case",
    "accept-head": acceptHeadHelp,
    json: "print the link as JSON",
  },
  examples: ["witnessmark serve cases/market --port 4000"],
  async run(program, given) {
    const [casePath] = words(serveCommand, given, 1) as [string];
    const port = portOf(given);
    const session = await program.openCase(resolve(casePath), {
      access: given.flags["read-only"] === true ? "read" : "write",
      acceptHead: acceptHeadOf(given),
      keepsBlindDoor: true,
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
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
