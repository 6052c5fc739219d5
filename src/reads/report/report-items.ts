/** Items of an edition: what each is, how it goes, what is held of it, and its custody. */
import type { EditionItem, EditionPlan } from "../../core/edition/edition.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { ItemTable } from "../../views/schema.ts";
import type { CaseReader } from "../case-reader.ts";
import { fileSortOf } from "../editions/item-media.ts";
import { getItem } from "../get-item.ts";
import { itemCustody } from "./item-custody.ts";

const kinds: { readonly [kind in ItemTable["kind"]]: ReportItem["kind"] } = {
  ...{ video: "video", picture: "picture", sound: "audio", posts: "post", article: "page", sheet: "document", document: "document" },
  ...{ unknown: "other", "not-held": "other" },
};
const kindWords: { readonly [kind in ReportItem["kind"]]: string } = {
  ...{ video: "Video", audio: "Sound", picture: "Picture", page: "Page", post: "Posts", document: "Document", other: "Item" },
};

/** "Video i3": says what it is and nothing of what somebody called the file. */
export function itemLabel(item: string, kind: ReportItem["kind"]): string {
  return `${kindWords[kind]} ${item}`;
}

export async function itemKinds(reader: CaseReader): Promise<Map<string, ReportItem["kind"]>> {
  const rows = await reader.views.db.selectFrom("item").select(["number", "kind"]).execute();
  return new Map(rows.map(({ number, kind }) => [`i${number}`, kinds[kind]]));
}

/** Those of the plan first, as it has them; what the grounds rest on besides is named and not handed over. */
export async function reportItems(
  reader: CaseReader,
  viewer: Viewer,
  plan: EditionPlan,
  grounds: readonly ItemId[],
  labelOf: (person: string) => string,
): Promise<ReportItem[]> {
  const planned = new Set(plan.items.map(({ item }) => item));
  const besides = grounds
    .filter((item) => !planned.has(item))
    .map((item): EditionItem => ({ item, as: "left-out", excerpts: [], stills: [], why: "Nobody chose it for this edition." }));
  const found: ReportItem[] = [];
  for (const asked of [...plan.items, ...besides]) found.push(await reportItem(reader, viewer, asked, labelOf));
  return found;
}

async function reportItem(
  reader: CaseReader,
  viewer: Viewer,
  { item, as, why }: EditionItem,
  labelOf: (person: string) => string,
): Promise<ReportItem> {
  const { row, holds, holdsNot, posts, probe } = await getItem(reader, viewer, item);
  const kind = kinds[row.kind];
  const carrying = posts[0];
  const table = await reader.views.db
    .selectFrom("item")
    .select(["object", "size"])
    .where("number", "=", Number(item.slice(1)))
    .executeTakeFirst();
  return {
    ...{ item, kind, as, why, graphic: row.graphicLevel },
    label: itemLabel(item, kind),
    mediaType: row.held ? fileSortOf(probe?.container ?? null).mediaType : null,
    object: (table?.object ?? null) as Digest | null,
    commitment: null,
    bytes: table?.size ?? null,
    durationS: row.durationSec === "unknown" ? null : row.durationSec,
    link: carrying?.post.url ?? null,
    postedBy: carrying === undefined ? null : `${carrying.channel.name} (${carrying.channel.platform})`,
    held: [...holds, ...holdsNot.map((words) => `Not held: ${words}`)],
    custody: await itemCustody(reader, item, labelOf),
    files: [],
  };
}
