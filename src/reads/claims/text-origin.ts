/**
 * Whose text a part of an item is, and when it was published: what a person stated first, then what the reading says. A channel is
 * a source only where somebody made an account of it and said who is behind it; an outlet's name in a page makes nobody a source, and
 * whoever posted an export of several channels posted none of theirs.
 */
import type { ClaimText } from "../../core/claim/claim-text.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { ArticleReading } from "../../core/analysis/reading-result.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { TimeClaim, UtcInstant } from "../../core/time/time-claim.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

export interface TextOrigin {
  readonly publisher: { readonly source: SourceId | "unknown"; readonly label: string };
  readonly published: { readonly earliest: UtcInstant; readonly latest: UtcInstant } | "unknown";
}

interface Found {
  readonly source: number | null;
  readonly label: string | null;
}

/** What is asked is remembered as long as the function is: for the answer to one request. */
export function textOrigins(reader: CaseReader): (text: ClaimText) => Promise<TextOrigin> {
  const known = new Map<string, Promise<TextOrigin>>();
  return (text) => {
    const key = `${text.item} ${text.reading ?? ""} ${text.part.sort === "post" ? text.part.post : ""}`;
    const before = known.get(key) ?? originOf(reader, text);
    known.set(key, before);
    return before;
  };
}

async function originOf(reader: CaseReader, { item, part, reading }: ClaimText): Promise<TextOrigin> {
  const { db } = reader.views;
  const number = Number(item.slice(1));
  const row = await db.selectFrom("item").select(["name", "source", "posted_json"]).where("number", "=", number).executeTakeFirst();
  const post = part.sort === "post" ? await postOf(reader, number, part.post) : undefined;
  const article = part.sort === "post" || reading === null ? undefined : await articleOf(reader, reading);
  const stated = post === undefined || post.alone ? await statedTime(reader, item) : undefined;
  const posted = row?.posted_json == null ? undefined : (JSON.parse(row.posted_json) as TimeClaim);
  const time = stated ?? post?.posted ?? article?.published ?? posted ?? "unknown";
  const who = await postedBy(reader, number, post);
  const label = who?.label ?? post?.channel ?? article?.outlet ?? row?.source ?? row?.name ?? "name withheld";
  return {
    publisher: { source: who?.source == null ? "unknown" : `s${who.source}`, label },
    published: time === "unknown" ? "unknown" : { earliest: time.earliest, latest: time.latest },
  };
}

/** The newest time of publishing that a person states of the item. */
async function statedTime({ views }: CaseReader, item: string): Promise<TimeClaim | undefined> {
  const rows = await views.db
    .selectFrom("time_statement")
    .select("claim_json")
    .where("about", "=", item)
    .where("standing", "=", "stated")
    .orderBy("seq", "desc")
    .execute();
  return rows
    .flatMap(({ claim_json }) => (claim_json === null ? [] : [JSON.parse(claim_json) as TimeClaim]))
    .find(({ means }) => means === "published" || means === "posted");
}

interface FoundPost {
  readonly posted: TimeClaim | "unknown";
  /** Name in lists; the account is found by platform and id. */
  readonly channel: string | undefined;
  readonly platform: string | undefined;
  readonly channelId: string;
  /** Whether its item holds no other: then what is said of the item is said of it. */
  readonly alone: boolean;
}

async function postOf({ views: { db } }: CaseReader, item: number, ord: number): Promise<FoundPost | undefined> {
  const posts = await db
    .selectFrom("post")
    .select(["ord", "json", "channel_id"])
    .where("export_item", "=", item)
    .where("ord", "in", [ord, 0, 1])
    .execute();
  const post = posts.find((one) => one.ord === ord);
  if (post === undefined) return undefined;
  const channel = await db
    .selectFrom("channel")
    .select(["name", "json"])
    .where("export_item", "=", item)
    .where("id", "=", post.channel_id)
    .executeTakeFirst();
  return {
    posted: (JSON.parse(post.json) as { posted: TimeClaim | "unknown" }).posted,
    channel: channel?.name,
    platform: channel === undefined ? undefined : (JSON.parse(channel.json) as { platform: string }).platform.toLowerCase(),
    channelId: post.channel_id,
    alone: posts.length === 1,
  };
}

/** Undefined where this copy does not hold the reading. */
async function articleOf(
  { vault }: CaseReader,
  reading: Digest,
): Promise<{ published: TimeClaim | undefined; outlet: string | undefined } | undefined> {
  if (!(await vault.has(reading))) return undefined;
  const read = ArticleReading.safeParse(await readJson(vault, reading));
  if (!read.success) return undefined;
  const { published, outlet } = read.data.article;
  return { published: published === "unknown" ? undefined : published, outlet };
}

/** What is said of an export is said of a post in it only where all of it is one channel's; whose account posted it goes first. */
async function postedBy(reader: CaseReader, item: number, post: FoundPost | undefined): Promise<Found | undefined> {
  const account = await accountOfPost(reader, post);
  if (post?.alone === false && account?.source != null) return account;
  const isOnes = post === undefined || post.alone || (await isOfOneChannel(reader, item));
  return (isOnes ? await attributedTo(reader, item) : undefined) ?? account;
}

async function isOfOneChannel({ views: { db } }: CaseReader, item: number): Promise<boolean> {
  const channels = await db.selectFrom("channel").select("id").where("export_item", "=", item).limit(2).execute();
  return channels.length === 1;
}

/** Who a person says posted the item: the last that was stated. */
async function attributedTo({ views: { db } }: CaseReader, item: number): Promise<Found | undefined> {
  const row = await db
    .selectFrom("attribution")
    .select(["source", "account"])
    .where("item", "=", item)
    .where("role", "in", ["posted-by", "re-posted-by"])
    .where("standing", "=", "stated")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return row.source > 0 ? sourceNamed(db, row.source, undefined) : accountNamed(db, row.account);
}

async function accountOfPost({ views: { db } }: CaseReader, post: FoundPost | undefined): Promise<Found | undefined> {
  if (post?.platform === undefined) return undefined;
  const account = await db
    .selectFrom("account")
    .select("id")
    .where("platform", "=", post.platform)
    .where("platform_id", "=", post.channelId)
    .orderBy("id")
    .executeTakeFirst();
  return account === undefined ? undefined : accountNamed(db, account.id);
}

type Tables = CaseReader["views"]["db"];

async function accountNamed(db: Tables, account: number): Promise<Found | undefined> {
  const row = await db.selectFrom("account").select(["platform", "source"]).where("id", "=", account).executeTakeFirst();
  if (row === undefined) return undefined;
  const seen = await db
    .selectFrom("account_handle")
    .select(["display_name", "handle"])
    .where("account", "=", account)
    .orderBy("latest", "desc")
    .executeTakeFirst();
  const label = seen?.display_name ?? seen?.handle ?? `${row.platform} a${account}`;
  return row.source === null ? { source: null, label } : sourceNamed(db, row.source, label);
}

async function sourceNamed(db: Tables, source: number, otherwise: string | undefined): Promise<Found> {
  const row = await db.selectFrom("source").select("label").where("id", "=", source).executeTakeFirst();
  return { source, label: row?.label ?? otherwise ?? "withheld" };
}
