/** Entries about searches made outside the case become rows of the search log. */
import { type Handler, itemNumber } from "./handler.ts";
import { foldText } from "./fold-text.ts";
import { openedText } from "./project-events.ts";

const searchLogged: Handler<"search.logged"> = ({ at, by, data }, on) => {
  const { search, query, place, account, notKept } = data;
  on.tookId(search);
  const said = {
    query: openedText(on, query),
    place: openedText(on, place),
    account: account === "unknown" ? account : openedText(on, account),
    why: notKept.why === null ? null : openedText(on, notKept.why),
  };
  on.run(
    "insert into logged_search (id, seq, logged_at, by, searched_at, text, json) values (?, ?, ?, ?, ?, ?, ?)",
    itemNumber(search),
    on.line.head.seq,
    at,
    by,
    data.at.earliest,
    foldText(`${said.query} ${said.place} ${said.account} ${said.why ?? ""}`),
    JSON.stringify({ ...said, at: data.at, hits: data.hits, kept: data.kept, notKept: data.notKept.count }),
  );
};

export const projectInquiry = { "search.logged": searchLogged };
