/** Members of archives and attachments of e-mails: items that are held and came out of other items. */
import { indexText } from "./index-text.ts";
import { linkToPosts } from "./link-posts.ts";
import { type Handler, itemNumber } from "./handler.ts";
import { nameOf } from "./project-item.ts";

const itemUnpacked: Handler<"item.unpacked"> = ({ at, data }, on) => {
  const number = itemNumber(data.item);
  const from = itemNumber(data.from);
  const { name, path, state } = nameOf(on.opened(data.name));
  const [outer] = on.all<{ depth: number }>("select depth from item where number = ?", from);
  on.run(
    `insert into item (number, name, path, name_state, kind, held, object, size, assessed, file_written_at, captured_at, seq,
     unpacked_from, unpacked_where, depth)
     values (?, ?, ?, ?, 'unknown', 1, ?, ?, 0, ?, ?, ?, ?, ?, ?)`,
    number,
    name,
    path,
    state,
    data.object,
    data.size,
    data.fileWrittenAt,
    at,
    on.line.head.seq,
    from,
    data.where,
    (outer?.depth ?? 0) + 1,
  );
  if (name !== null) indexText(on, number, null, name, { sort: "name" });
  if (path !== null) linkToPosts(on, number, path);
};

export const projectUnpacked = { "item.unpacked": itemUnpacked };
