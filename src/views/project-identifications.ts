/** Entries about identifications: one says what its last line says; withdrawn ones stay. */
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const identificationMade: Handler<"identification.made"> = ({ at, by, data }, on) => {
  on.tookId(data.identification);
  ofRecord(on, data.identification);
  if (data.event !== "unassigned") ofRecord(on, data.event);
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  on.run(
    `insert or replace into identification (id, item, event, what_json, result_json, taxonomy, reason, withdrawn, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)`,
    itemNumber(data.identification),
    itemNumber(data.item),
    data.event === "unassigned" ? null : itemNumber(data.event),
    json(on.opened(data.what)),
    json(on.opened(data.result)),
    data.taxonomy,
    openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
};

const identificationWithdrawn: Handler<"identification.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.identification);
  // The line names the identification alone: it stands among those of its item as the line that made it does.
  const [row] = on.all<{ item: number }>("select item from identification where id = ?", itemNumber(data.identification));
  if (row !== undefined) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", row.item, on.line.head.seq);
  on.run("update identification set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.identification));
};

export const projectIdentifications = { "identification.made": identificationMade, "identification.withdrawn": identificationWithdrawn };
