/** Channels that readers found and that could be accounts: with the items their posts carry, held or only known, and why one cannot be. */
import { sql } from "kysely";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { Channel } from "../core/post/post.ts";
import type { AccountId } from "../core/source/account.ts";
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
  /** In a chat of many its members post, not the chat. */
  isChat: boolean;
}

export async function offeredChannels(reader: CaseReader, viewer: Viewer): Promise<OfferedChannel[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const { rows } = await sql<{ export_item: number; json: string; account: number | null }>`
    select c.export_item, c.json,
      (select a.id from account a where a.platform = lower(json_extract(c.json, '$.platform')) and a.platform_id = c.id limit 1) as account
    from channel c order by c.export_item, c.name limit ${offeredAtMost}`.execute(db);
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
  return rows.map(({ export_item, json, account }) => {
    const channel = Channel.parse(JSON.parse(json));
    const of = carriedBy.get(`${export_item} ${channel.id}`);
    return {
      exportItem: itemId(export_item),
      channel,
      items: of?.items ?? 0,
      account: account === null ? null : `a${account}`,
      unattributed: of?.open ?? 0,
      isChat: !/channel|account|profile|user|page|feed/i.test(channel.type),
    };
  });
}

export interface ChannelWithItems {
  readonly exportItem: ItemId;
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly seen: { readonly earliest: string; readonly latest: string };
  readonly posted: readonly ItemId[];
  readonly rePosted: readonly ItemId[];
}

/** Throws CaseError INPUT_INVALID for a channel that no export holds, one without a post whose time is known, and a chat. */
export async function channelWithItems(reader: CaseReader, viewer: Viewer, exportItem: ItemId, id: string): Promise<ChannelWithItems> {
  const offered = (await offeredChannels(reader, viewer)).find((one) => one.exportItem === exportItem && one.channel.id === id);
  if (offered === undefined) throw new CaseError("INPUT_INVALID", `export ${exportItem}: expected a channel of that id; found none`);
  if (offered.isChat)
    throw new CaseError("INPUT_INVALID", `export ${exportItem}: expected a channel, which posts; found a chat, whose members do`);
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
  const { name, platform } = offered.channel;
  return { exportItem, id, name, platform: platform.toLowerCase(), seen: { earliest, latest }, posted: of(0), rePosted: of(1) };
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
