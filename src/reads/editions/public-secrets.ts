/**
 * What a public edition must not say, gathered from the case: who worked on it, who gave and posted the material, what files are
 * called, hashes, sizes and lengths of originals. When in doubt it is a secret: what may be said stands in the plan's own words.
 */
import type { EditionPlan } from "../../core/edition/edition.ts";
import type { LeakSecrets } from "../../core/edition/leak-test.port.ts";
import { dayS } from "../../core/edition/posting-time.ts";
import { isLongEnough } from "../../core/edition/sought-name.ts";
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";
import { carryingPosts } from "./carrying-posts.ts";
import { postingBases, postingInstants } from "./posting-instants.ts";
import type { RestrictedSecret } from "./restricted-secrets.ts";
import { secretNames } from "./secret-names.ts";

export type SecretSort = "name" | "account" | "file" | "source" | "analyst" | "machine";

export interface PublicSecrets {
  readonly texts: readonly { readonly text: string; readonly as: SecretSort; readonly own?: true; readonly of?: string }[];
  readonly digests: LeakSecrets["digests"];
  readonly sizes: LeakSecrets["sizes"];
  readonly durations: LeakSecrets["durations"];
  readonly anchors: LeakSecrets["anchors"];
  /** When things were posted, milliseconds since 1970. */
  readonly instants: readonly number[];
}

/** `shownWhole`: items whose length is that of a file of the edition. `restricted`: what `private.age` says, where it could be opened. */
export async function publicSecrets(
  reader: CaseReader,
  { items }: ReportModel,
  shownWhole: ReadonlySet<string> = new Set(),
  postingStepS: number = dayS,
  restricted: readonly RestrictedSecret[] = [],
): Promise<PublicSecrets> {
  const numbers = items.map(({ item }) => Number(item.slice(1)));
  const { db } = reader.views;
  const rows =
    numbers.length === 0
      ? []
      : await db.selectFrom("item").select(["number", "size", "duration_sec"]).where("number", "in", numbers).execute();
  // Of every item, in the edition or not: an analyst's note may name another copy.
  const held = await db.selectFrom("item").select(["number", "object"]).where("object", "is not", null).execute();
  const named = (number: number, what: string): string => `${what} of i${number}`;
  return {
    texts: withoutRepeats([
      ...(await secretNames(reader)),
      ...restricted,
      ...(await fileNames(reader)),
      ...(await accounts(reader)),
      ...(await machines(reader)),
      ...(await receivers(reader)),
      ...(await posts(reader)),
      ...(await hosts(reader)),
      ...(await postingBases(reader)).map((text) => ({ text, as: "file" as const })),
    ]),
    digests: held.map(({ number, object }) => ({ label: named(number, "hash"), digest: object as Digest })),
    sizes: rows.flatMap(({ number, size }) => (size === null ? [] : [{ label: named(number, "size"), bytes: size }])),
    durations: rows.flatMap(({ number, duration_sec: seconds }) =>
      seconds === null || shownWhole.has(`i${number}`) ? [] : [{ label: named(number, "length"), seconds }],
    ),
    anchors: await anchors(reader),
    instants: await postingInstants(reader, postingStepS),
  };
}

type Texts = { text: string; as: SecretSort; own?: true; of?: string }[];

/** A whole name before a word of one: what stands inside other words counts for more. */
function withoutRepeats(texts: Texts): Texts {
  const seen = new Set<string>();
  const whole = [...texts.filter(({ own }) => own !== true), ...texts.filter(({ own }) => own === true)];
  return whole.filter(({ text, as }) => isSought(text, as) && !seen.has(text) && seen.add(text));
}

/** A name of two Latin letters is taken out of texts, and not looked for in files: it stands in every one. */
function isSought(text: string, as: SecretSort): boolean {
  return isLongEnough(text) || ((as === "analyst" || as === "source") && text.trim().length >= 2);
}

/** The whole path and the name at its end, without its ending only where that is no plain word. */
async function fileNames({ views: { db } }: CaseReader): Promise<Texts> {
  const rows = await db.selectFrom("item").select("name").where("object", "is not", null).execute();
  return rows.flatMap(({ name }) => {
    const last = name?.split(/[/\\]/u).at(-1) ?? "";
    const stem = last.replace(/\.[A-Za-z0-9]{1,5}$/u, "");
    return [name ?? "", last, ...(/[0-9_]/u.test(stem) && stem.length >= 6 ? [stem] : [])].map((text) => ({ text, as: "file" as const }));
  });
}

async function accounts({ views: { db } }: CaseReader): Promise<Texts> {
  const own = await db.selectFrom("account").select(["platform_id", "url"]).execute();
  const called = await db.selectFrom("account_handle").select(["handle", "display_name"]).execute();
  const links = await db.selectFrom("link").select("json").where("json", "is not", null).execute();
  const words = [
    ...own.flatMap(({ platform_id, url }) => [platform_id, url]),
    ...called.flatMap(({ handle, display_name }) => [handle, display_name]),
    ...links.map(({ json }) => (JSON.parse(json ?? "null") as { given?: string } | null)?.given ?? null),
  ];
  return words.flatMap((text) => (text === null ? [] : [{ text, as: "account" as const }]));
}

/** To whom editions went, and how: nobody else is to learn of them. */
async function receivers(reader: CaseReader): Promise<Texts> {
  const lines = await linesOfKinds(reader, ["edition.disclosed"]);
  return lines.flatMap((line) =>
    [line.data.to, line.data.how].flatMap((one) => {
      const text = line.opened(one);
      return typeof text === "string" ? [{ text, as: "source" as const }] : [];
    }),
  );
}

async function machines(reader: CaseReader): Promise<Texts> {
  const lines = await linesOfKinds(reader, ["collection.started", "copy.made"]);
  return lines.flatMap((line) => {
    const sealed = line.kind === "copy.made" ? [line.data.to] : [line.data.from, line.data.machine];
    return sealed.flatMap((one) => {
      const text = line.opened(one);
      return typeof text === "string" ? [{ text, as: "machine" as const }] : [];
    });
  });
}

/** Who posted and forwarded, and where; of exports of any size the channels, and the authors of posts that carry an item. */
async function posts(reader: CaseReader): Promise<Texts> {
  const channels = await reader.views.db.selectFrom("channel").select(["id", "name"]).execute();
  const said = new Set<string | undefined>(channels.flatMap(({ id, name }) => [id, name]));
  for await (const { author, url, forwardedFrom } of carryingPosts(reader))
    for (const text of [author, url, forwardedFrom?.displayName]) said.add(text);
  return [...said].flatMap((text) => (text === undefined ? [] : [{ text, as: "account" as const }]));
}

/** Where posts and links lie: "t.me" tells a reader where to look for the account. */
async function hosts({ views: { db } }: CaseReader): Promise<Texts> {
  const links = await db.selectFrom("link").select("host").where("host", "is not", null).execute();
  const accountUrls = await db.selectFrom("account").select("url").where("url", "is not", null).execute();
  const named = [...links.map(({ host }) => host ?? ""), ...accountUrls.map(({ url }) => hostOf(url ?? ""))];
  return [...new Set(named.map((host) => host.replace(/^www\./u, "")))].flatMap((text) =>
    text === "" ? [] : [{ text, as: "account" as const, own: true as const }],
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? "";
}

async function anchors(reader: CaseReader): Promise<LeakSecrets["anchors"]> {
  const rows = await reader.views.db
    .selectFrom("inference")
    .select("problem")
    .where("sort", "=", "place")
    .where("withdrawn", "is", null)
    .execute();
  const found: LeakSecrets["anchors"][number][] = [];
  for (const { problem } of rows) {
    if (!(await reader.vault.has(problem as Digest))) continue;
    const read = PlaceProblem.safeParse(await readJson(reader.vault, problem as Digest)).data;
    for (const [name, points] of Object.entries(read?.anchors ?? {}))
      for (const { lat, lon } of points) found.push({ names: [name], lat, lon });
  }
  return found;
}

/** Lines that keep their bodies by a rule. */
export async function linesKept({ views: { db } }: CaseReader, keeps: (body: EntryBody) => boolean): Promise<number[]> {
  const rows = await db.selectFrom("entry").select(["seq", "body"]).where("body", "is not", null).orderBy("seq").execute();
  return rows.flatMap(({ seq, body }) => (keeps(JSON.parse(body as string) as EntryBody) ? [seq] : []));
}

/** Items whose bytes stay behind although the edition shows or describes them: commitments stand in for those. */
export async function restrictedOriginals(reader: CaseReader, plan: EditionPlan): Promise<{ item: ItemId; object: Digest }[]> {
  const shown = plan.items.filter(({ as }) => as === "redacted" || as === "described");
  const found: { item: ItemId; object: Digest }[] = [];
  for (const { item } of shown) {
    const row = await reader.views.db
      .selectFrom("item")
      .select("object")
      .where("number", "=", Number(item.slice(1)))
      .executeTakeFirst();
    if (row !== undefined && row.object !== null) found.push({ item, object: row.object as Digest });
  }
  return found;
}
