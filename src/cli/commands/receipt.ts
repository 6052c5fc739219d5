/** `receipt CASE ITEM...`: a proof of receipt for whoever gave the items, as one page that checks itself; and `verify-receipt`. */
import { resolve } from "node:path";
import { giveReceipt } from "../../actions/give-receipt.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const receiptCommand: Command = {
  name: "receipt",
  usage: "receipt CASE ITEM... --out FILE [--to NAME [--name-in-file]] [--text]",
  summary: "sign a proof of receipt for whoever gave the items",
  flags: {
    out: { type: "string" },
    to: { type: "string" },
    "name-in-file": { type: "boolean" },
    text: { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    out: "where to write it; nothing may be there",
    to: "to whom it is given: kept in the case, sealed, and not in the file",
    "name-in-file": "write that name into the file as well",
    text: "write the three lines of text alone, without the page that checks them",
    json: "print what was done as JSON",
  },
  examples: ["witnessmark receipt cases/market i12 i13 --out receipt.html", "witnessmark verify-receipt receipt.html clip.mp4"],
  async run(program, given) {
    const [casePath, ...named] = given.words;
    const out = text(given, "out");
    if (casePath === undefined || named.length === 0 || out === undefined) {
      throw new CaseError(
        "INPUT_INVALID",
        "receipt: expected a case, items such as i12, and --out FILE. Try `witnessmark receipt --help`.",
      );
    }
    const items = named.map((name) => {
      const item = ItemId.safeParse(name);
      if (!item.success) throw new CaseError("INPUT_INVALID", `receipt: expected an item such as i12; found ${visibleText(name)}`);
      return item.data;
    });
    const session = await program.openCase(resolve(casePath), {
      access: "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      const wrap = given.flags["text"] === true ? undefined : await session.receiptPage();
      const wanted = { items, to: text(given, "to") ?? "", nameInFile: given.flags["name-in-file"] === true };
      const signed = await giveReceipt(session.receiptPorts, session.viewer, wanted);
      await program.writeFile(resolve(out), Buffer.from(wrap === undefined ? signed.text : wrap(signed)));
      const { receipt, seq } = signed;
      if (given.flags["json"] === true) printJson(program.out, "receipt", { receipt, seq, out: resolve(out) });
      else program.out.line(`Receipt ${receipt} for ${items.join(", ")} was signed and written to ${out}; line ${seq} says so.`);
      return 0;
    } finally {
      await session.close();
    }
  },
};

export const verifyReceiptCommand: Command = {
  name: "verify-receipt",
  usage: "verify-receipt FILE [GIVEN-FILE...]",
  summary: "check a proof of receipt alone, and files against it",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print the answer as one JSON object" },
  examples: ["witnessmark verify-receipt receipt.html", "witnessmark verify-receipt receipt.html clip.mp4"],
  async run(program, given) {
    const [first] = given.words;
    if (first === undefined) words(verifyReceiptCommand, given, 1);
    const [path = "", ...files] = given.words.map((word) => resolve(word));
    const { report, files: compared, text: said } = await program.verifyReceipt(path, files);
    if (given.flags["json"] !== true) program.out.line(said);
    else if (report.verdict === "no-receipt") printJson(program.out, "receipt-checked", { verdict: report.verdict, files: [] });
    else {
      const { verdict, keyId, receipt } = report;
      printJson(program.out, "receipt-checked", {
        verdict,
        keyId,
        statement: receipt.statement,
        files: compared.map((file) => ({ ...file })),
      });
    }
    return report.verdict === "holds" && compared.every(({ inReceipt }) => inReceipt) ? 0 : 3;
  },
};
