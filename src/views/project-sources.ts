/** Entries about sources, accounts and attributions. What a restricted identity says never comes here: a line does not open it. */
import type { Sealed } from "../core/entry/entry.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

function knownText(on: Projecting, words: Sealed | "unknown"): { known: 0 | 1; text: string | null } {
  return words === "unknown" ? { known: 0, text: null } : { known: 1, text: openedText(on, words) };
}

/** Lines from before there were such notes say nothing, which is "unknown". */
function noteJson(on: Projecting, note: Sealed | "unknown" | undefined): string | null {
  const said = note === undefined || note === "unknown" ? "unknown" : on.opened(note);
  return said === undefined ? null : JSON.stringify(said);
}

function restrictedSeal(said: Sealed | "none" | "as-before", before: string | null): string | null {
  return said === "as-before" ? before : said === "none" ? null : said.sealed;
}

const sourceDescribed: Handler<"source.described"> = ({ at, by, data }, on) => {
  const { source, sort, label, about } = data;
  on.tookId(source);
  ofRecord(on, source);
  const id = itemNumber(source);
  const [before] = on.all<{ identity: string | null; restricted: string | null }>(
    "select identity, restricted from source where id = ?",
    id,
  );
  on.run(
    `insert into source (id, sort, label, about, identity, access_json, motive_json, history_json, restricted, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set sort = excluded.sort, label = excluded.label, about = excluded.about, identity = excluded.identity,
     access_json = excluded.access_json, motive_json = excluded.motive_json, history_json = excluded.history_json,
     restricted = excluded.restricted, at = excluded.at, by = excluded.by, seq = excluded.seq`,
    id,
    sort,
    openedText(on, label),
    openedText(on, about),
    restrictedSeal(data.identity, before?.identity ?? null),
    noteJson(on, data.access),
    noteJson(on, data.motive),
    noteJson(on, data.history),
    restrictedSeal(data.restricted ?? "as-before", before?.restricted ?? null),
    at,
    by,
    on.line.head.seq,
  );
};

const sourceGraded: Handler<"source.graded"> = ({ at, by, data }, on) => {
  ofRecord(on, data.source);
  on.run(
    "insert into source_grade (seq, source, reliability, as_of, reason, at, by) values (?, ?, ?, ?, ?, ?, ?)",
    on.line.head.seq,
    itemNumber(data.source),
    data.reliability,
    data.asOf,
    openedText(on, data.reason),
    at,
    by,
  );
};

const accountDescribed: Handler<"account.described"> = ({ at, by, data }, on) => {
  on.tookId(data.account);
  ofRecord(on, data.account);
  const id = knownText(on, data.platformId);
  on.run(
    `insert into account (id, platform, has_platform_id, platform_id, url, source, about, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set platform = excluded.platform, has_platform_id = excluded.has_platform_id,
     platform_id = excluded.platform_id, url = excluded.url, source = excluded.source, about = excluded.about,
     at = excluded.at, by = excluded.by, seq = excluded.seq`,
    itemNumber(data.account),
    data.platform,
    id.known,
    id.text,
    knownText(on, data.url).text,
    data.source === "unknown" ? null : itemNumber(data.source),
    openedText(on, data.about),
    at,
    by,
    on.line.head.seq,
  );
};

const handleObserved: Handler<"account.handle-observed"> = ({ at, by, data }, on) => {
  ofRecord(on, data.account);
  const [handle, name] = [knownText(on, data.handle), knownText(on, data.displayName)];
  on.run(
    `insert into account_handle (seq, account, handle_known, handle, name_known, display_name, earliest, latest, basis, at, by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    on.line.head.seq,
    itemNumber(data.account),
    handle.known,
    handle.text,
    name.known,
    name.text,
    data.seen.earliest,
    data.seen.latest,
    openedText(on, data.basis),
    at,
    by,
  );
};

const itemAttributed: Handler<"item.attributed"> = ({ at, by, data }, on) => {
  const [account, source] = [data.account, data.source].map((one) => (one === "unknown" ? 0 : itemNumber(one))) as [number, number];
  const basis = openedText(on, data.basis);
  for (const item of data.items) {
    on.run(
      `insert into attribution (item, role, account, source, basis, standing, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (item, role, account, source) do update set basis = excluded.basis, standing = excluded.standing,
       at = excluded.at, by = excluded.by, seq = excluded.seq`,
      itemNumber(item),
      data.role,
      account,
      source,
      basis,
      data.standing,
      at,
      by,
      on.line.head.seq,
    );
  }
};

export const projectSources = {
  "source.described": sourceDescribed,
  "source.graded": sourceGraded,
  "account.described": accountDescribed,
  "account.handle-observed": handleObserved,
  "item.attributed": itemAttributed,
};
