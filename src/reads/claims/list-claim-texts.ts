/** Items that have a text, with how many claims were taken from each. */
import { articleParts } from "../../core/article/article-parts.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { itemReading } from "./item-reading.ts";
import { type TextOrigin, textOrigins } from "./text-origin.ts";

export interface ClaimTextRow {
  item: ItemId;
  name: string;
  kind: "article" | "posts" | "speech";
  title?: string;
  parts: number;
  characters: number | "unknown";
  publisher: TextOrigin["publisher"];
  published: TextOrigin["published"];
  claims: number;
  rejected: number;
}

export async function listClaimTexts(
  reader: CaseReader,
  viewer: Viewer,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; offset: number; texts: ClaimTextRow[] }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const items = db
    .selectFrom("item")
    .where((eb) =>
      eb.or([
        eb("kind", "in", ["article", "posts"]),
        eb("number", "in", eb.selectFrom("tier").select("item").where("withdrawn", "is", null)),
      ]),
    );
  const { total } = await items.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await items.select("number").orderBy("number").limit(limit).offset(offset).execute();
  const origins = textOrigins(reader);
  const texts: ClaimTextRow[] = [];
  for (const { number } of rows) {
    const item = itemId(number);
    const found = await itemReading(reader, item);
    if (found.kind === "none") continue;
    const counts = await countsOf(reader, number);
    const common = { item, name: found.name, ...counts };
    if (found.kind === "posts") {
      const { posts } = await db
        .selectFrom("post")
        .select((eb) => eb.fn.countAll<number>().as("posts"))
        .where("export_item", "=", number)
        .executeTakeFirstOrThrow();
      const origin = await origins({ item, part: { sort: "post", post: 0 }, reading: found.reading });
      texts.push({ ...common, kind: "posts", parts: posts, characters: "unknown", ...origin });
      continue;
    }
    if (found.kind === "speech") {
      const [first] = found.parts;
      const origin = await origins({ item, part: first?.part ?? { sort: "typed" }, reading: null });
      const characters = found.parts.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
      texts.push({ ...common, kind: "speech", parts: found.parts.length, characters, ...origin });
      continue;
    }
    const parts = articleParts(found.article).filter(({ part }) => found.isPage || part.sort !== "article-title");
    const origin = await origins({ item, part: { sort: "article-body" }, reading: found.reading });
    const { title } = found.article;
    const characters = parts.reduce((sum, { text }) => sum + text.length, 0);
    texts.push({ ...common, kind: "article", ...(title === undefined ? {} : { title }), parts: parts.length, characters, ...origin });
  }
  return { total, offset, texts };
}

async function countsOf({ views: { db } }: CaseReader, item: number): Promise<{ claims: number; rejected: number }> {
  const claims = await db
    .selectFrom("claim")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("item", "=", item)
    .where("withdrawn", "is", null)
    .executeTakeFirstOrThrow();
  const rejected = await db
    .selectFrom("claim_rejection")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("item", "=", item)
    .where("restored", "is", null)
    .executeTakeFirstOrThrow();
  return { claims: claims.count, rejected: rejected.count };
}
