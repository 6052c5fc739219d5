/** `blind-desk PACKET`: answers a packet that somebody sent on a page of this machine, with a player and a map. No case is needed. */
import { resolve } from "node:path";
import { visibleText } from "../../core/text/visible-text.ts";
import { keptWords } from "../blind-words.ts";
import { type Command, portOf, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const blindDeskCommand: Command = {
  name: "blind-desk",
  usage: "blind-desk PACKET [--port N] [--no-browser]",
  summary: "answer a blind packet on a page of this machine: item, question, map; the files to send back lie beside the packet",
  flags: { port: { type: "string" }, "no-browser": { type: "boolean" }, json: { type: "boolean" } },
  flagHelp: {
    port: "port on this machine (default: any free one)",
    "no-browser": "print the link, open no browser",
    json: "print the link as JSON",
  },
  examples: ["witnessmark blind-desk for-second.zip"],
  async run(program, given) {
    const [path] = words(blindDeskCommand, given, 1) as [string];
    const { out, signal } = program;
    const served = await program.servePacket(resolve(path), { port: portOf(given), onProgress: (detail) => out.progress(detail) });
    try {
      out.endProgress();
      const { blind, question, text } = served.document;
      out.note(`Question ${question} (${blind}): ${visibleText(text)}`);
      if (given.flags["json"] === true) printJson(out, "serving", { packet: resolve(path), link: served.link, port: served.port });
      else {
        out.line(`The desk is at  ${served.link}`);
        out.line("The link opens it once. Ctrl-C stops it; what is sealed is kept.");
      }
      out.note(`Your answer will lie in ${served.keptIn}. ${keptWords[served.protection]}`);
      if (given.flags["no-browser"] !== true) program.openBrowser(served.link);
      if (!signal.aborted) await new Promise<void>((stop) => signal.addEventListener("abort", () => stop(), { once: true }));
      return 0;
    } finally {
      await served.close();
    }
  },
};
