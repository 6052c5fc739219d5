/** Which reading of an item its text is taken from: the newest of an article or of posts, reviewed tiers of speech, or why there is none. */
import { isReader } from "../../core/analysis/analysis.ts";
import { ArticleReading } from "../../core/analysis/reading-result.ts";
import type { Article } from "../../core/article/article.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { hasSpeech, type SpeechTexts, speechTexts } from "./speech-texts.ts";

export type ItemReading =
  | { readonly kind: "article"; readonly name: string; readonly reading: Digest; readonly article: Article; readonly isPage: boolean }
  | { readonly kind: "posts"; readonly name: string; readonly reading: Digest }
  | ({ readonly kind: "speech"; readonly name: string; readonly reading: Digest } & SpeechTexts)
  /** `waits`: a text that no reader has come to yet. */
  | { readonly kind: "none"; readonly why: string; readonly waits: boolean };

/** Throws CaseError ITEM_UNKNOWN. */
export async function itemReading(reader: CaseReader, id: ItemId): Promise<ItemReading> {
  const {
    views: { db },
    vault,
  } = reader;
  const number = Number(id.slice(1));
  const item = await db.selectFrom("item").select(["name", "kind", "held"]).where("number", "=", number).executeTakeFirst();
  if (item === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${id}: expected an item of this case; found none of that number`);
  const analyses = await db
    .selectFrom("analysis")
    .select(["analyser", "state", "result"])
    .where("item", "=", number)
    .orderBy("seq", "desc")
    .execute();
  const name = item.name ?? "name withheld";
  const readings = analyses.filter(({ analyser }) => isReader(analyser));
  const done = readings.find(({ analyser, state, result }) => state === "done" && result !== null && analyser !== "unpack");
  if (done?.result != null) {
    const reading = done.result as Digest;
    if (item.kind === "posts") return { kind: "posts", name, reading };
    if (item.kind === "article") {
      if (!(await vault.has(reading))) return none("the reading of its text is not in this copy of the case");
      const read = ArticleReading.safeParse(await readJson(vault, reading));
      if (read.success) return { kind: "article", name, reading, article: read.data.article, isPage: read.data.format === "html" };
    }
  }
  const speech = await speechTexts(reader, number);
  const [first] = speech.tiers;
  if (first !== undefined) return { kind: "speech", name, reading: first.reading, ...speech };
  if (await hasSpeech(reader, number))
    return none(
      "what is said or written in it is in a tier, a draft or one that was taken back too, and no segment of that carries a quote: a person has to write it down or take it over, and a second person has to review it first",
    );
  if (item.held === 0) return none("the file itself is not in this case: it is known to exist, and no more");
  if (item.kind === "sheet") return none("a sheet has rows and no running text: its rows are read beside the item");
  if (readings.some(({ state }) => state === "failed") && done === undefined)
    return none("its text could not be read: see what the item says of that");
  if (item.kind === "video" || item.kind === "sound" || item.kind === "picture")
    return none(
      `a ${item.kind === "sound" ? "sound" : item.kind} has no text of its own: what is said in it can be written down as a tier and quoted once a second person reviewed it, what is shown in it can be typed in, and posts that carry it are texts of theirs`,
    );
  const waits = (item.kind === "article" || item.kind === "posts") && readings.length === 0;
  if (waits || analyses.length === 0) return { ...none("it waits to be read: ask again in a moment"), waits };
  return none("no reader here finds a text in it: what it says can be typed in");
}

function none(why: string): Extract<ItemReading, { kind: "none" }> {
  return { kind: "none", why, waits: false };
}
