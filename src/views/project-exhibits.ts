/** Entries about exhibits: one says what its last line says; withdrawn ones stay. */
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const exhibitDescribed: Handler<"exhibit.described"> = ({ at, by, data }, on) => {
  on.tookId(data.exhibit);
  ofRecord(on, data.exhibit);
  if (data.shows.is === "event") for (const event of data.shows.events) ofRecord(on, event);
  const answers = data.answers === null ? [] : on.opened(data.answers);
  on.run(
    `insert or replace into exhibit (id, beside, picture, item, shows_json, caption, answers_json, reason, withdrawn, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)`,
    itemNumber(data.exhibit),
    itemNumber(data.beside),
    data.shown.is === "picture" ? data.shown.picture : null,
    data.shown.is === "item" ? itemNumber(data.shown.item) : null,
    JSON.stringify(data.shows),
    openedText(on, data.caption),
    answers === undefined ? null : JSON.stringify(answers),
    openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
};

const exhibitWithdrawn: Handler<"exhibit.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.exhibit);
  // The line names the exhibit alone: it stands among those of its items as the line that described it does.
  const [row] = on.all<{ beside: number; item: number | null }>("select beside, item from exhibit where id = ?", itemNumber(data.exhibit));
  for (const item of [row?.beside, row?.item])
    if (item != null) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
  on.run("update exhibit set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.exhibit));
};

export const projectExhibits = { "exhibit.described": exhibitDescribed, "exhibit.withdrawn": exhibitWithdrawn };
