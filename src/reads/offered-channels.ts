/** Channels that readers found and that could be accounts: with the items their posts carry, held or only known, and why one cannot be. */
import { sql } from "kysely";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { Channel } from "../core/post/post.ts";
import type { AccountId } from "../core/source/account.ts";
import { type MailSender, mailSender } from "../core/source/mail-sender.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

/** An export of a whole account may hold hundreds; those past this are made by hand. */
const offeredAtMost = 500;

export interface OfferedChannel {
  exportItem: ItemId;
  channel: Channel;
  /** Items of the case that its posts carry. */
  items: number;
  /** The account that has the channel's id already. */
  account: AccountId | null;
  /** Items of its posts that are attributed to nobody as their poster. */
  unattributed: number;
  sort: ChannelSort;
}

/**
 * Who posts: the channel itself; many members of a chat; the sender of an e-mail, if it names one; the owner of an archive,
 * whom it need not name; or nobody can tell.
 */
export type ChannelSort = "account" | "chat" | "message" | "message-unsigned" | "archive" | "unknown";

function sortOf({ type }: Channel, sender: MailSender | undefined): ChannelSort {
  if (type === "message") return sender === undefined ? "message-unsigned" : "message";
  if (type === "archive" || type === "unknown") return type;
  return /channel|account|profile|user|page|feed/i.test(type) ? "account" : "chat";
}

interface Offered extends OfferedChannel {
  /** By which the account is known again: of the channel, of the sender; "unknown" where the material has none. */
  platformId: string | "unknown";
  displayName: string;
  basis: string;
}

export async function offeredChannels(reader: CaseReader, viewer: Viewer): Promise<OfferedChannel[]> {
  // Who sent an e-mail is told on its bench, and here only once somebody made an account of it.
  return (await offered(reader, viewer)).map(({ platformId: _id, displayName: _name, basis: _basis, ...shown }) => shown);
}

async function offered(reader: CaseReader, viewer: Viewer): Promise<Offered[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const { rows } = await sql<{ export_item: number; json: string; author: string | null }>`
    select c.export_item, c.json, case when json_extract(c.json, '$.type') = 'message' then
        (select json_extract(p.json, '$.author') from post p where p.export_item = c.export_item and p.channel_id = c.id limit 1)
      end as author
    from channel c order by c.export_item, c.name limit ${offeredAtMost}`.execute(db);
  const accounts = await db.selectFrom("account").select(["id", "platform", "platform_id"]).where("platform_id", "is not", null).execute();
  const byId = new Map(accounts.map(({ id, platform, platform_id }) => [`${platform} ${platform_id}`, id]));
  const handles = await db.selectFrom("account_handle").select(["account", "basis"]).where("basis", "is not", null).execute();
  const byBasis = new Map(handles.map(({ account, basis }) => [basis, account]));
  const carried = await sql<{ export_item: number; channel_id: string; items: number; open: number }>`
    with carried(export_item, channel_id, item) as (
      select p.export_item, p.channel_id, m.item from post_media m join post p on p.id = m.post where m.item is not null
      union
      select c.export_item, c.id, i.number from item i join channel c on c.export_item = i.stated_by
        where i.stated_by is not null and instr(i.stated_where, c.id || ' message ') = 1
    )
    select export_item, channel_id, count(*) as items, sum(not exists (
      select 1 from attribution a where a.item = carried.item and a.role in ('posted-by', 're-posted-by') and a.standing = 'stated'
    )) as open from carried group by export_item, channel_id`.execute(db);
  const carriedBy = new Map(carried.rows.map((row) => [`${row.export_item} ${row.channel_id}`, row]));
  return rows.map(({ export_item, json, author }) => {
    const channel = Channel.parse(JSON.parse(json));
    const of = carriedBy.get(`${export_item} ${channel.id}`);
    const sender = author === null ? undefined : mailSender(author);
    const sort = sortOf(channel, sender);
    const who = accountIn(itemId(export_item), channel, sort, sender);
    const account = who.platformId === "unknown" ? byBasis.get(who.basis) : byId.get(`${channel.platform.toLowerCase()} ${who.platformId}`);
    return {
      exportItem: itemId(export_item),
      channel,
      items: of?.items ?? 0,
      account: account === undefined ? null : `a${account}`,
      unattributed: of?.open ?? 0,
      sort,
      ...who,
    };
  });
}

function accountIn(
  exportItem: ItemId,
  channel: Channel,
  sort: ChannelSort,
  sender: MailSender | undefined,
): Pick<Offered, "platformId" | "displayName" | "basis"> {
  if (sort === "message" && sender !== undefined) {
    const displayName = sender.name === "unknown" ? sender.address : sender.name;
    return { platformId: sender.address, displayName, basis: `e-mail ${exportItem}, its From, which its sender writes` };
  }
  const basis = `export ${exportItem}, its record of channel ${channel.id}`;
  if (sort === "archive") return { platformId: "unknown", displayName: `Owner of the archive ${exportItem}`, basis };
  return { platformId: channel.id, displayName: channel.name, basis };
}

const refusals: Readonly<Partial<Record<ChannelSort, string>>> = {
  chat: "expected a channel, which posts; found a chat, whose members do",
  "message-unsigned": "expected an e-mail that names its sender; found none in its From",
  unknown: "expected a channel, which posts; found one of which the export does not say whether it is a chat",
};

export interface ChannelWithItems {
  readonly platform: string;
  readonly platformId: string | "unknown";
  readonly account: AccountId | null;
  readonly displayName: string;
  readonly basis: string;
  readonly seen: { readonly earliest: string; readonly latest: string };
  readonly posted: readonly ItemId[];
  readonly rePosted: readonly ItemId[];
}

/** Throws CaseError INPUT_INVALID for a channel that no export holds, one without a post whose time is known, and one that is no account. */
export async function channelWithItems(reader: CaseReader, viewer: Viewer, exportItem: ItemId, id: string): Promise<ChannelWithItems> {
  const found = (await offered(reader, viewer)).find((one) => one.exportItem === exportItem && one.channel.id === id);
  if (found === undefined) throw new CaseError("INPUT_INVALID", `export ${exportItem}: expected a channel of that id; found none`);
  const refusal = refusals[found.sort];
  if (refusal !== undefined) throw new CaseError("INPUT_INVALID", `export ${exportItem}: ${refusal}`);
  const { db } = reader.views;
  const number = Number(exportItem.slice(1));
  const { earliest, latest } = await db
    .selectFrom("post")
    .select([sql<string | null>`min(posted_at)`.as("earliest"), sql<string | null>`max(posted_at)`.as("latest")])
    .where("export_item", "=", number)
    .where("channel_id", "=", id)
    .executeTakeFirstOrThrow();
  if (earliest === null || latest === null)
    throw new CaseError("INPUT_INVALID", `export ${exportItem}: expected a post of that channel with a known time; found none`);
  const rows = await db
    .selectFrom("post")
    .innerJoin("post_media", "post_media.post", "post.id")
    .select(["post_media.item", sql<number>`min(json_extract(post.json, '$.forwardedFrom') is not null)`.as("forwarded")])
    .where("post.export_item", "=", number)
    .where("post.channel_id", "=", id)
    .where("post_media.item", "is not", null)
    .groupBy("post_media.item")
    .orderBy("post_media.item")
    .execute();
  const known = await knownOfChannel(reader, number, id);
  const of = (forwarded: number) => [
    ...rows.flatMap((row) => (row.item !== null && row.forwarded === forwarded ? [itemId(row.item)] : [])),
    ...known.filter((one) => one.forwarded === (forwarded === 1)).map((one) => itemId(one.item)),
  ];
  const { channel, platformId, account, displayName, basis } = found;
  const platform = channel.platform.toLowerCase();
  return { platform, platformId, account, displayName, basis, seen: { earliest, latest }, posted: of(0), rePosted: of(1) };
}

/** Items that the channel's posts carry and the export does not hold. Their place names the post: "<channel> message <post> media 1". */
async function knownOfChannel({ views }: CaseReader, exportItem: number, channel: string): Promise<{ item: number; forwarded: boolean }[]> {
  const prefix = `${channel} message `;
  const known = await views.db
    .selectFrom("item")
    .select(["number", "stated_where"])
    .where("stated_by", "=", exportItem)
    .where(sql<boolean>`instr(stated_where, ${prefix}) = 1`)
    .orderBy("number")
    .execute();
  if (known.length === 0) return [];
  const forwards = await views.db
    .selectFrom("post")
    .select(sql<string>`json_extract(json, '$.id')`.as("id"))
    .where("export_item", "=", exportItem)
    .where("channel_id", "=", channel)
    .where(sql<boolean>`json_extract(json, '$.forwardedFrom') is not null`)
    .execute();
  const forwarded = new Set(forwards.map(({ id }) => id));
  return known.map(({ number, stated_where }) => {
    const [post = ""] = (stated_where ?? "").slice(prefix.length).split(" media ");
    return { item: number, forwarded: forwarded.has(post) };
  });
}
