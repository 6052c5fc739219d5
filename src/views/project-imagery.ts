/** Entries about imagery: an item is what its last line says. */
import { type Handler, itemNumber } from "./handler.ts";
import { openedText } from "./project-events.ts";

const imageryDescribed: Handler<"imagery.described"> = ({ at, by, data }, on) => {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  on.run(
    `insert or replace into imagery (item, provider, licence, taken_json, placement_json, reason, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    itemNumber(data.item),
    openedText(on, data.provider),
    openedText(on, data.licence),
    json(data.taken === "unknown" ? data.taken : on.opened(data.taken)),
    json(data.placement === null ? null : on.opened(data.placement)),
    data.reason === null ? null : openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
};

const imageryWithdrawn: Handler<"imagery.withdrawn"> = ({ data }, on) => {
  on.run("delete from imagery where item = ?", itemNumber(data.item));
};

export const projectImagery = { "imagery.described": imageryDescribed, "imagery.withdrawn": imageryWithdrawn };
