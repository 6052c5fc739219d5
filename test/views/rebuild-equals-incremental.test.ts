/** Whatever the history, and however it was cut into batches and restarts, the tables are those of a rebuild. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { hasBit } from "../../src/core/search/bits.ts";
import { findWord } from "../../src/core/search/find-word.ts";
import { type QueryWord, queryWords } from "../../src/core/search/query-words.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import type { Post } from "../../src/core/post/post.ts";
import { writePostLine } from "../../src/core/post/posts-file.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";
import { performOnClaims } from "./claim-steps.ts";
import { performOnSources } from "./source-steps.ts";
import { performOnSync } from "./sync-steps.ts";

/** How the file with an export's posts is found later. */
const postsFiles = ["whole", "whole", "whole", "missing", "cut", "one-too-few", "no-post", "not-named"] as const;
type PostsFile = (typeof postsFiles)[number];

/** What happens next, as numbers that are made to fit the history so far. */
type Step =
  | { do: "collect"; path: number; bytes: number }
  | { do: "probe"; item: number; kind: number; fails: boolean }
  | { do: "read"; item: number; posts: number[]; text: string; file: PostsFile }
  | { do: "article"; item: number; picture: number; text: string }
  | { do: "known"; item: number }
  | { do: "triage"; items: number[]; level: number }
  | { do: "note"; item: number; text: string }
  | { do: "observe"; item: number }
  | { do: "withdraw" }
  | { do: "event"; of: number; place: number }
  | { do: "link"; of: number; place: number }
  | { do: "bear"; item: number; of: number }
  | { do: "state"; item: number; of: number; place: number }
  | { do: "take-back"; of: number }
  | { do: "source"; item: number; of: number; place: number }
  | { do: "claim"; item: number; of: number; place: number }
  | { do: "sync"; of: number; place: number }
  | { do: "checkpoint" }
  | { do: "erase"; item: number };

const small = fc.nat({ max: 11 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("collect" as const), path: small, bytes: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("probe" as const), item: small, kind: small, fails: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("read" as const),
      item: small,
      posts: fc.array(small, { maxLength: 4 }),
      text: fc.string({ unit: "grapheme" }),
      file: fc.constantFrom(...postsFiles),
    }),
  },
  fc.record({ do: fc.constant("article" as const), item: small, picture: small, text: fc.string({ unit: "grapheme" }) }),
  fc.record({ do: fc.constant("known" as const), item: small }),
  fc.record({ do: fc.constant("triage" as const), items: fc.array(small, { minLength: 1, maxLength: 5 }), level: small }),
  fc.record({ do: fc.constant("note" as const), item: small, text: fc.string({ unit: "grapheme" }) }),
  fc.record({ do: fc.constant("observe" as const), item: small }),
  fc.record({ do: fc.constant("withdraw" as const) }),
  fc.record({ do: fc.constant("event" as const), of: small, place: small }),
  fc.record({ do: fc.constant("link" as const), of: small, place: small }),
  fc.record({ do: fc.constant("bear" as const), item: small, of: small }),
  fc.record({ do: fc.constant("state" as const), item: small, of: small, place: small }),
  fc.record({ do: fc.constant("take-back" as const), of: small }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant("source" as const), item: small, of: small, place: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("claim" as const), item: small, of: small, place: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sync" as const), of: small, place: small }) },
  fc.record({ do: fc.constant("checkpoint" as const) }),
  fc.record({ do: fc.constant("erase" as const), item: small }),
);

const kinds = ["video", "picture", "sound", "document", "unknown"] as const;
const levels = ["none", "mild", "strong", "severe"] as const;
const pathOf = (n: number) => (n % 3 === 0 ? `chat/media/${n}.mp4` : n % 3 === 1 ? "chat/result.json" : `chat/pictures/${n}.png`);

/** Appends what a step means, or nothing when the history does not allow it yet. */
function perform(ledger: LedgerInMemory, made: { items: number; observations: number }, wanted: Step): void {
  const item = `i${1 + ("item" in wanted ? wanted.item % Math.max(1, made.items) : 0)}` as const;
  const add = (draft: EntryDraft) => void ledger.append(draft);
  if (wanted.do === "collect") {
    const name = ledger.seal({ encoding: "utf-8", path: pathOf(wanted.path) });
    const object = ledger.keep(`bytes ${wanted.bytes}`);
    add({
      kind: "item.collected",
      data: {
        item: `i${++made.items}`,
        collection: "c1",
        name: name.sealed,
        object,
        size: wanted.bytes,
        fileWrittenAt: "unknown",
        capturedAt: "2024-09-14T13:00:00Z",
        assessment: "urgent-path-not-assessed",
      },
      opens: wanted.bytes === 0 ? [] : [name.opened],
    });
    return;
  }
  if (made.items === 0) return;
  const record = (analyser: "probe" | "telegram-export" | "article", value: Json, files: { name: string; object: Digest }[] = []) =>
    add({
      kind: "analysis.recorded",
      data: {
        item,
        ground: { analyser, version: "1", parameters: {}, inputs: [], decoder: "none" },
        outcome: { state: "done", result: ledger.keep(value), files },
      },
    });
  switch (wanted.do) {
    case "probe":
      if (wanted.fails) {
        const failure = { code: "truncated", message: "expected an end; found none" };
        add({
          kind: "analysis.recorded",
          data: {
            item,
            ground: { analyser: "probe", version: "1", parameters: {}, inputs: [], decoder: "none" },
            outcome: { state: "failed", failure },
          },
        });
      } else record("probe", probe(kinds[wanted.kind % kinds.length] as string));
      return;
    case "read":
      return record("telegram-export", readingOf(wanted.posts.length), postsFile(ledger, wanted));
    case "article":
      return record("article", article(wanted.picture, wanted.text));
    case "known": {
      const name = ledger.seal({ encoding: "utf-8", path: "photo of post 1" });
      return add({
        kind: "item.known",
        data: { item: `i${++made.items}`, name: name.sealed, statedBy: { item, where: "message 1" }, reason: "not included" },
        opens: [name.opened],
      });
    }
    case "triage": {
      const items = [...new Set(wanted.items.map((n) => `i${1 + (n % made.items)}` as const))];
      return add({ kind: "item.triaged", data: { items, graphicLevel: levels[wanted.level % 4] as "none" } });
    }
    case "note": {
      const text = ledger.seal(wanted.text.toWellFormed());
      return add({ kind: "note.written", data: { item, text: text.sealed }, opens: [text.opened] });
    }
    case "observe": {
      const text = ledger.seal("seen");
      const target = { item, object: ledger.keep("bytes 1") };
      return add({
        kind: "observation.made",
        data: { observation: `o${++made.observations}`, sort: "marker", target, text: text.sealed },
        opens: [text.opened],
      });
    }
    case "withdraw":
      if (made.observations > 0) add({ kind: "observation.withdrawn", data: { observation: `o${made.observations}`, reason: "mistaken" } });
      return;
    case "event":
    case "link":
    case "bear":
    case "state":
    case "take-back":
      return performOnRecords(ledger, item, wanted);
    case "claim":
      if (made.items > 0) performOnClaims(ledger, item, wanted);
      return;
    case "source":
      return performOnSources(ledger, item, wanted);
    case "sync":
      return performOnSync(ledger, made.items, wanted);
    case "checkpoint": {
      const last = ledger.lines.at(-1);
      if (last !== undefined) add({ kind: "checkpoint.made", data: { seq: last.head.seq, head: last.headDigest, note: "a note" } });
      return;
    }
    case "erase":
      return add({ kind: "object.erased", data: { object: ledger.keep("bytes 1"), reason: "asked for", authorisedBy: ["p1", "p2"] } });
  }
}

type RecordStep = Extract<Step, { do: "event" | "link" | "bear" | "state" | "take-back" }>;

/** Events, hypotheses, links, bearings, places and times, made, changed and taken back; `of` picks one of a few of each. */
function performOnRecords(ledger: LedgerInMemory, item: `i${string}`, wanted: RecordStep): void {
  const one = <L extends string>(letter: L): `${L}${number}` => `${letter}${1 + (wanted.of % 3)}`;
  const words = ledger.seal(`words ${wanted.of}`);
  const centre = { lat: "place" in wanted ? wanted.place : 0, lon: 30 };
  const claim = ledger.seal({
    ...{ means: "happened", verbatim: "", region: { shape: "circle", centre, radiusM: 5 }, precision: "x", basis: "x" },
  });
  // Some copies withhold them.
  const opens = wanted.of % 4 === 0 ? [] : [words.opened, claim.opened];
  const reason = words.sealed;
  const about = wanted.of % 2 === 0 ? one("e") : item;
  const statement = {
    about,
    claim: claim.sealed,
    standing: (["stated", "candidate", "rejected"] as const)[wanted.of % 3] ?? "stated",
    from: null,
    reason,
  };
  const add = (draft: EntryDraft) => void ledger.append(draft);
  switch (wanted.do) {
    case "event":
      if (wanted.place % 3 === 0)
        return add({
          kind: "hypothesis.described",
          data: { hypothesis: one("h"), question: "where", start: "own", statement: words.sealed, standing: "alive", reason: null },
          opens,
        });
      return add({
        kind: "event.described",
        data: {
          event: one("e"),
          sort: "movement",
          sortWords: null,
          title: words.sealed,
          time: "unknown",
          place: claim.sealed,
          movement: { from: "unknown", to: claim.sealed, via: [] },
          reason,
        },
        opens,
      });
    case "link":
      return add({
        kind: "events.linked",
        data: { link: `l${wanted.place + 1}`, from: one("e"), to: `e${1 + (wanted.place % 3)}`, relation: "other", basis: reason },
        opens,
      });
    case "bear":
      return add({ kind: "bearing.stated", data: { bearing: one("b"), item, on: one("h"), sort: "shows", part: null, reason }, opens });
    case "state":
      return wanted.place % 2 === 0
        ? add({ kind: "place.stated", data: { place: one("p"), ...statement }, opens })
        : add({ kind: "time.stated", data: { time: one("t"), ...statement }, opens });
    case "take-back":
      if (wanted.of % 3 === 0) return add({ kind: "event.withdrawn", data: { event: one("e"), reason }, opens });
      if (wanted.of % 3 === 1) return add({ kind: "events.unlinked", data: { link: one("l"), reason }, opens });
      return add({ kind: "bearing.withdrawn", data: { bearing: one("b"), reason }, opens });
  }
}

function probe(kind: string): Json {
  return {
    kind,
    container: "mov,mp4",
    durationSec: 2.5,
    startSec: 0,
    streams: [],
    frameTable: null,
    metadata: [],
    times: [],
    holds: [],
    holdsNot: [],
    traps: [{ code: "zone-unknown", message: "no zone", count: 1, where: [] }],
    browserPlays: true,
  };
}

function readingOf(count: number): Json {
  return {
    kind: "posts",
    format: "telegram-desktop",
    shape: "single-chat",
    channels: [{ id: "1", name: "Ostrel", platform: "telegram", type: "public_channel" }],
    postsFile: "posts.jsonl",
    counts: { posts: count, mediaNotInExport: 0 },
    cannotTell: [],
    traps: [],
    faults: [],
  };
}

function postsFile(ledger: LedgerInMemory, { posts, text, file }: { posts: number[]; text: string; file: PostsFile }) {
  if (file === "not-named") return [];
  const lines = posts.map((n, i) => writePostLine(postOf(n, i, text)));
  if (file === "one-too-few") lines.pop();
  if (file === "no-post") lines.push("{}\n");
  const object = ledger.keepText(file === "cut" ? lines.join("").slice(0, -3) : lines.join(""));
  return [{ name: "posts.jsonl", object: file === "missing" ? nowhere : object }];
}

const nowhere: Digest = `sha256:${"0".repeat(64)}`;

function postOf(media: number, place: number, text: string): Post {
  const posted: Post["posted"] =
    media === 0
      ? "unknown"
      : {
          means: "posted",
          verbatim: "x",
          earliest: `2024-09-14T13:00:${10 + media}Z`,
          latest: "2024-09-14T14:00:00Z",
          zone: { state: "utc" },
          basis: "x",
        };
  return {
    id: String(place),
    channelId: "1",
    posted,
    text: text.toWellFormed(),
    entities: [],
    media: [{ state: "in-export", role: "video", path: `media/${media}.mp4` }],
  };
}

function article(picture: number, text: string): Json {
  return {
    kind: "article",
    format: "html",
    article: {
      authors: [],
      published: "unknown",
      body: text.toWellFormed(),
      blocks: [],
      quotes: [],
      pictures: [{ path: `pictures/${picture}.png` }],
    },
    cannotTell: [],
    traps: [],
    faults: [],
  };
}

/** Every row of every table, and what the index of the texts answers. Only the token of the tables and their last row are their own. */
async function contents(views: Views): Promise<unknown> {
  const tables = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table' and name not in ('search_token', 'search_gone', 'sqlite_sequence') order by name`.execute(
    views.db,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(views.db);
    rows[name] = found.rows;
  }
  return { rows, matches: await textsWith(views, "ost") };
}

async function textsWith(views: Views, word: string): Promise<number[]> {
  const { segments } = await views.texts.texts();
  const found = segments.flatMap(({ segment, live }) => {
    const { anywhere } = findWord(segment, queryWords(word)[0] as QueryWord);
    return [...segment.ids].filter((_, at) => hasBit(anywhere, at) && hasBit(live, at));
  });
  return found.toSorted((a, b) => a - b);
}

test("incremental, restarted and rebuilt tables are the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "views-"));
  let run = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, fc.nat({ max: 9 })), { maxLength: 60, size: "max" }), async (history) => {
        const ledger = new LedgerInMemory();
        const file = join(folder, `${run++}.sqlite`);
        const open = (at: string) => openViews({ file: at, ledger, vault: ledger.vault, sha256 });
        let views = await open(file);
        const made = { items: 0, observations: 0 };
        let shown = 0;
        for (const [wanted, then] of history) {
          perform(ledger, made, wanted);
          // 0: the program ends here and another catches up; below 6: shown now; else shown with what comes next.
          if (then === 0) {
            await views.close();
            views = await open(file);
            shown = ledger.lines.length;
          } else if (then < 6) {
            await views.apply(ledger.lines.slice(shown));
            shown = ledger.lines.length;
          }
        }
        await views.apply(ledger.lines.slice(shown));
        const incremental = await contents(views);
        await views.rebuild();
        assert.deepEqual(incremental, await contents(views));
        await views.close();
      }),
      { numRuns: 40 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a ledger with another history is read from its first line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "views-"));
  try {
    const file = join(folder, "views.sqlite");
    const one = new LedgerInMemory();
    const other = new LedgerInMemory();
    for (const ledger of [one, other]) {
      const made = { items: 0, observations: 0 };
      for (let i = 0; i < 5; i++) perform(ledger, made, { do: "collect", path: ledger === one ? 0 : 3, bytes: 1 });
    }
    await (await openViews({ file, ledger: one, vault: one.vault, sha256 })).close();
    const views = await openViews({ file, ledger: other, vault: other.vault, sha256 });
    const rows = await views.db.selectFrom("item").select("path").distinct().execute();
    assert.deepEqual(
      rows.map(({ path }) => path),
      ["chat/media/3.mp4"],
    );
    await views.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("lines out of turn are refused, and nothing of them stays", async () => {
  const ledger = new LedgerInMemory();
  const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
  const made = { items: 0, observations: 0 };
  for (let i = 0; i < 3; i++) perform(ledger, made, { do: "collect", path: i, bytes: i });
  await assert.rejects(views.apply(ledger.lines.slice(1)), /expected line 1/);
  assert.equal((await views.db.selectFrom("item").selectAll().execute()).length, 0);
  await views.close();
});
