/** Entries about links: each is an item that is known and not held; checks and captures are brought to what stands now. */
import { z } from "zod";
import { ItemName, shownName } from "../core/item/item.ts";
import { CheckOutcome, type CheckEvery } from "../core/link/capture.ts";
import type { NormalisedLink } from "../core/link/link.ts";
import { normaliseUrl } from "../core/link/normalise-url.ts";
import { publicAddress } from "../core/link/public-address.ts";
import { goneSince, type Look } from "../core/link/seen-at-source.ts";
import { hidesMarks } from "../core/text/visible-text.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { indexText } from "./index-text.ts";
import { openedText } from "./project-events.ts";

const Url = z.looseObject({ given: z.string(), normalised: z.string() });

const linkNoted: Handler<"link.noted"> = ({ at, by, data }, on) => {
  const number = itemNumber(data.item);
  const { seq } = on.line.head;
  const name = ItemName.safeParse(on.opened(data.name));
  const shown = name.success ? publicAddress(shownName(name.data)).address : null;
  const from = data.from === "typed" ? null : data.from;
  on.run(
    `insert into item (number, name, path, name_state, kind, held, assessed, seq, stated_by, stated_where, stated_reason)
     values (?, ?, null, ?, 'not-held', 0, 0, ?, ?, ?, ?)`,
    number,
    shown,
    shown !== null && hidesMarks(shown) ? "has-control-or-direction-marks" : "plain",
    seq,
    from === null ? null : itemNumber(from.item),
    from === null ? null : `row ${from.row}`,
    from === null ? null : "a link in a sheet; nothing was fetched",
  );
  const url = Url.safeParse(on.opened(data.url)).data;
  const link = url === undefined ? undefined : readLink(url);
  on.run(
    `insert into link (item, given, normalised, shown, host, platform, post, json, risk, noted_at, by, seq, from_item, from_row)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    url === undefined ? null : publicAddress(url.given).address,
    url?.normalised ?? null,
    link?.shown ?? (url === undefined ? null : publicAddress(url.normalised).address),
    link?.host.unicode ?? null,
    link?.platform ?? "unknown",
    link === undefined || link.post === "none" ? null : postKey(link.post),
    link === undefined ? null : JSON.stringify({ ...link, verbatim: publicAddress(link.verbatim).address }),
    data.riskOfRemoval,
    at,
    by,
    seq,
    from === null ? null : itemNumber(from.item),
    from?.row ?? null,
  );
  // Found by the link as given, as compared, and as read; never by a key in it, which would then stand in what was found.
  if (url !== undefined) {
    const spellings = [url.given, url.normalised].map((words) => publicAddress(words).address);
    indexText(on, number, null, [...new Set([...spellings, shown ?? ""])].join(" "));
  }
};

/** The rules may have grown since the line was written; what it says of sameness stays. */
function readLink(url: z.infer<typeof Url>): NormalisedLink | undefined {
  const read = normaliseUrl(url.given);
  return read.state === "link" ? { ...read.link, normalised: url.normalised } : undefined;
}

/** Equal for every address of one post. */
export function postKey({ platform, account, id }: { platform: string; account: string; id: string }): string {
  // Telegram counts within a channel; the others count over all.
  return platform === "telegram" ? `${platform} ${account} ${id}` : `${platform} ${id}`;
}

const linkRiskStated: Handler<"link.risk-stated"> = ({ data }, on) => {
  for (const item of data.items) on.run("update link set risk = ? where item = ?", data.riskOfRemoval, itemNumber(item));
};

const linkCheckPlanned: Handler<"link.check-planned"> = ({ data }, on) => {
  const { about, everyDays } = data;
  if (about === "high-risk") {
    on.run("insert or replace into link_plan (id, every_days, seq) values (1, ?, ?)", daysOf(everyDays), on.line.head.seq);
    return;
  }
  for (const item of about) on.run("update link set every_days = ? where item = ?", daysOf(everyDays), itemNumber(item));
};

function daysOf(everyDays: CheckEvery): number {
  return everyDays === "never" ? 0 : everyDays;
}

const linkChecked: Handler<"link.checked"> = ({ by, data }, on) => {
  const number = itemNumber(data.item);
  on.run(
    "insert into link_check (seq, item, at, outcome, how, statement, by, evidence_json) values (?, ?, ?, ?, ?, ?, ?, ?)",
    on.line.head.seq,
    number,
    data.at,
    data.outcome,
    data.how,
    data.statement === null ? null : openedText(on, data.statement),
    by,
    JSON.stringify(data.evidence),
  );
  lookAgain(on, number);
};

const captureRecorded: Handler<"capture.recorded"> = ({ at, by, data }, on) => {
  const number = itemNumber(data.item);
  const { seq } = on.line.head;
  const { clockCheck, account, did, arguments: given } = data;
  const said = {
    ...data,
    did: did === null ? null : openedText(on, did),
    arguments: given === null ? null : publicArguments(on.opened(given)),
    account: account === "unknown" ? account : (on.opened(account) ?? "withheld"),
    clockCheck: clockCheck === "not-done" ? clockCheck : { ...clockCheck, reference: openedText(on, clockCheck.reference) },
  };
  on.run("insert into capture (seq, item, at, by, json) values (?, ?, ?, ?, ?)", seq, number, at, by, JSON.stringify(said));
  for (const item of data.items) on.run("insert or ignore into capture_item (item, seq) values (?, ?)", itemNumber(item), seq);
  if (data.items.length > 0) on.run("update link set captured = 1 where item = ?", number);
  lookAgain(on, number);
};

/** What a program was told holds the link that it was to fetch. */
function publicArguments(given: unknown): unknown {
  if (!Array.isArray(given)) return given ?? "withheld";
  return given.map((one: unknown) => (typeof one === "string" && /^https?:/i.test(one) ? publicAddress(one).address : one));
}

/** A capture that kept something saw the thing there. */
function lookAgain(on: Projecting, number: number): void {
  const checks = on.all<{ at: string; outcome: string }>("select at, outcome from link_check where item = ? order by at, seq", number);
  const captures = on.all<{ at: string }>(
    "select json_extract(json, '$.endedAt') as at from capture where item = ? and json_array_length(json, '$.items') > 0",
    number,
  );
  const looks: Look[] = [
    ...checks.map(({ at, outcome }) => ({ at, outcome: CheckOutcome.parse(outcome) })),
    ...captures.map(({ at }) => ({ at, outcome: "there" as const })),
  ];
  const gone = goneSince(looks);
  const last = checks.at(-1);
  on.run(
    "update link set last_outcome = ?, last_at = ?, gone_after = ?, gone_by = ? where item = ?",
    last?.outcome ?? null,
    last?.at ?? null,
    gone?.after ?? null,
    gone?.by ?? null,
    number,
  );
}

export const projectLinks = {
  "link.noted": linkNoted,
  "link.risk-stated": linkRiskStated,
  "link.check-planned": linkCheckPlanned,
  "link.checked": linkChecked,
  "capture.recorded": captureRecorded,
};
