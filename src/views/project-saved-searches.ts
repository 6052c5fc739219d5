/** Entries about saved searches become rows; a removed one goes from the list, not from the ledger. */
import { SearchQuery } from "../core/search/search-query.ts";
import { type Handler, itemNumber } from "./handler.ts";

const searchSaved: Handler<"search.saved"> = ({ at, by, data }, on) => {
  const name = on.opened(data.name);
  const query = SearchQuery.safeParse(on.opened(data.query));
  on.tookId(data.search);
  on.run(
    "insert or replace into saved_search (id, name, query_json, at, by, seq) values (?, ?, ?, ?, ?, ?)",
    itemNumber(data.search),
    typeof name === "string" ? name : null,
    query.success ? JSON.stringify(query.data) : null,
    at,
    by,
    on.line.head.seq,
  );
};

const savedSearchRemoved: Handler<"saved-search.removed"> = ({ data }, on) => {
  on.run("delete from saved_search where id = ?", itemNumber(data.search));
};

export const projectSavedSearches = { "search.saved": searchSaved, "saved-search.removed": savedSearchRemoved };
