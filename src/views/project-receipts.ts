/** Entries about receipts become rows, by which an item shows who was told that it is here. */
import { type Handler, itemNumber } from "./handler.ts";
import { openedText } from "./project-events.ts";

const receiptGiven: Handler<"receipt.given"> = ({ at, by, data }, on) => {
  const id = itemNumber(data.receipt);
  on.tookId(data.receipt);
  on.run(
    "insert into receipt (id, seq, at, by, head_seq, head, object, recipient) values (?, ?, ?, ?, ?, ?, ?, ?)",
    id,
    on.line.head.seq,
    at,
    by,
    data.head.seq,
    data.head.head,
    data.object,
    data.to === null ? null : openedText(on, data.to),
  );
  for (const item of data.items) on.run("insert or ignore into receipt_item (receipt, item) values (?, ?)", id, itemNumber(item));
};

export const projectReceipts = { "receipt.given": receiptGiven };
