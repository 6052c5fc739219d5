/** `conditions CASE [ITEM]`: what may be done with an item and by whose word; or what a hand-over of everything would meet. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { unknownItems } from "../../reads/case-index.ts";
import { itemConditions } from "../../reads/item-conditions.ts";
import { packConditions } from "../../reads/pack-conditions.ts";
import { type Command, words } from "../command.ts";
import { conditionLines } from "../condition-lines.ts";
import { printJson } from "../json-output.ts";

export const conditionsCommand: Command = {
  name: "conditions",
  usage: "conditions CASE [ITEM]",
  summary: "say what may be done with an item and by which line; or what stands against handing over the case",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print JSON" },
  examples: ["witnessmark conditions cases/market", "witnessmark conditions cases/market i12"],
  async run(program, given) {
    const [casePath, named] = words(conditionsCommand, given, 1, 2) as [string, string | undefined];
    const item = named === undefined ? undefined : ItemId.safeParse(named);
    if (item?.success === false)
      throw new CaseError("INPUT_INVALID", `conditions: expected an item such as i12; found ${visibleText(named ?? "")}`);
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const { reader, viewer } = session;
      if (item === undefined) {
        const found = await packConditions(reader, viewer);
        if (given.flags["json"] === true) printJson(program.out, "pack-conditions", found);
        else for (const line of conditionLines(found)) program.out.line(line);
        return 0;
      }
      if ((await unknownItems(reader, [Number(item.data.slice(1))])).length > 0)
        throw new CaseError("ITEM_UNKNOWN", `item ${item.data}: expected an item of this case; found none of that number`);
      const found = await itemConditions(reader, viewer, item.data);
      if (given.flags["json"] === true) printJson(program.out, "conditions", { item: item.data, ...found });
      else {
        for (const { use, may } of found.uses) program.out.line(`${use}: ${may.allowed ? "allowed" : `not allowed, ${may.why}`}`);
        if (found.legalHold) program.out.line("A legal hold keeps it: nothing of it can be erased.");
        if (found.disposalDue) program.out.line("Its retention is over: it is due for disposal. Nothing is deleted by itself.");
      }
      return 0;
    } finally {
      await session.close();
    }
  },
};
