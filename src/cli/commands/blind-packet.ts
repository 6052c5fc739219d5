/** `blind-packet CASE QUESTION --out FILE`: one file with the items and the question, for somebody who answers blind elsewhere. */
import { resolve } from "node:path";
import { makeBlindPacket } from "../../actions/make-blind-packet.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { QuestionId } from "../../core/question/question.ts";
import { counted } from "../../core/text/counted.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, text, words } from "../command.ts";
import { formatBytes } from "../format-values.ts";
import { printJson } from "../json-output.ts";
import { parsedAs, parsedList } from "../parsed-as.ts";

/** Entries of metadata shown; all of them are in the packet. */
const shownRows = 12;

export const blindPacketCommand: Command = {
  name: "blind-packet",
  usage: "blind-packet CASE QUESTION --out FILE [--items ITEMS]",
  summary:
    "write items and question, and nothing else of the case, into one file for somebody who answers blind elsewhere; seal your own answer first",
  flags: { out: { type: "string" }, items: { type: "string" }, confirmed: { type: "boolean" }, json: { type: "boolean" } },
  flagHelp: {
    out: "the new file, a ZIP archive; send it by any messenger",
    items: "what goes into it, such as i1,i4 (default: the items of the question)",
    confirmed: "you know what conditions say of these items, and send their bytes all the same",
    json: "print what was done as JSON",
  },
  examples: ["witnessmark blind-packet cases/market qn1 --out for-second.zip"],
  async run(program, given) {
    const [casePath, named] = words(blindPacketCommand, given, 2) as [string, string];
    const question = parsedAs(QuestionId, named, "blind-packet: expected a question such as qn1");
    const out = text(given, "out");
    if (out === undefined) throw new CaseError("INPUT_INVALID", "blind-packet: expected --out with a place for the packet; found none");
    const items = parsedList(ItemId, text(given, "items"), "blind-packet --items: expected items such as i1,i4");
    program.demandPlaceForFile(resolve(out));
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const made = await makeBlindPacket(session.blindPorts, session.viewer, {
        ...{ question, items, out: resolve(out), confirmed: given.flags["confirmed"] === true },
      });
      if (given.flags["json"] === true) {
        printJson(program.out, "blind-packet", { case: session.path, out: resolve(out), ...made });
        return 0;
      }
      const { blind, bytes, document } = made;
      program.out.line(
        `${out}: ${formatBytes(bytes)}, question ${question}, ${counted(document.items.length, "item")}. Blind review ${blind}.`,
      );
      program.out.line(
        "No file name, caption, post, note, place or claim of the case is in it. The bytes of the items are, and with them:",
      );
      for (const { item, metadata } of document.items) {
        program.out.line(`  ${item}: ${counted(metadata.length, "entry", "entries")} of metadata`);
        for (const { group, tag, value } of metadata.slice(0, shownRows))
          program.out.line(`    ${visibleText(group)} ${visibleText(tag)}: ${visibleText(value)}`);
        if (metadata.length > shownRows) program.out.line(`    and ${metadata.length - shownRows} more`);
      }
      program.out.line("Send it by any messenger. What comes back: `witnessmark blind-import CASE FILE`.");
      return 0;
    } finally {
      await session.close();
    }
  },
};
