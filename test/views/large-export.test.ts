/** The posts of an export reach the tables whole or not at all, and others are answered in the meantime. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { Post } from "../../src/core/post/post.ts";
import { countBits, keepBits } from "../../src/core/search/bits.ts";
import { findWord } from "../../src/core/search/find-word.ts";
import { type QueryWord, queryWords } from "../../src/core/search/query-words.ts";
import { writePostLine } from "../../src/core/post/posts-file.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

const posts = 6000;

/** A case with an export whose posts stand in a file with these lines. */
function caseWithExport(lines: readonly string[], count = lines.length): LedgerInMemory {
  const ledger = new LedgerInMemory();
  const name = ledger.seal({ encoding: "utf-8", path: "chat/result.json" });
  ledger.append({
    kind: "item.collected",
    data: {
      item: "i1",
      collection: "c1",
      name: name.sealed,
      object: ledger.keepText("an export"),
      size: 1,
      fileWrittenAt: "unknown",
      capturedAt: "2024-09-14T13:00:00Z",
      assessment: "urgent-path-not-assessed",
    },
    opens: [name.opened],
  });
  recordReading(ledger, lines, count);
  return ledger;
}

function recordReading(ledger: LedgerInMemory, lines: readonly string[], count: number): Digest {
  const result = ledger.keep({
    kind: "posts",
    format: "telegram-desktop",
    shape: "single-chat",
    channels: [{ id: "1", name: "Ostrel", platform: "telegram", type: "public_channel" }],
    postsFile: "posts.jsonl",
    counts: { posts: count, mediaNotInExport: 0 },
    cannotTell: [],
    traps: [],
    faults: [],
  });
  const object = ledger.keepText(lines.join(""));
  ledger.append({
    kind: "analysis.recorded",
    data: {
      item: "i1",
      ground: { analyser: "telegram-export", version: "2", parameters: {}, inputs: [], decoder: "none" },
      outcome: { state: "done", result, files: [{ name: "posts.jsonl", object }] },
    },
  });
  return object;
}

const lineOf = (id: number, text: string): string => {
  const post: Post = { id: String(id), channelId: "1", posted: "unknown", text, entities: [], media: [] };
  return writePostLine(post);
};
const linesOf = (count: number, text: string) => Array.from({ length: count }, (_, i) => lineOf(i, `${text} number ${i}`));

/** Posts and texts that a reader of the tables finds. */
async function seen({ db, texts }: Views, word: string): Promise<{ posts: number; found: number; failure: string | null }> {
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db)).rows[0]?.n ?? -1;
  const row = await db.selectFrom("item").select("failure").where("number", "=", 1).executeTakeFirst();
  return {
    posts: await count(sql`select count(*) as n from post`),
    found: await textsWith(texts, word),
    failure: row?.failure ?? null,
  };
}

async function textsWith(texts: Views["texts"], word: string): Promise<number> {
  await texts.settle();
  const { segments } = await texts.texts();
  let found = 0;
  for (const { segment, live } of segments) {
    const { anywhere } = findWord(segment, queryWords(word)[0] as QueryWord);
    keepBits(anywhere, live);
    found += countBits(anywhere);
  }
  return found;
}

describe("a large export on its way into the tables", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "views-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("is seen whole or not at all, by who asks meanwhile and after a crash at any moment", async () => {
    const ledger = caseWithExport(linesOf(posts, "fountain"));
    const file = join(folder, "derived", "views.sqlite");
    const empty = new LedgerInMemory();
    const views = await openViews({ file, ledger: empty, vault: ledger.vault, sha256 });
    let ended = false;
    const taking = views.apply(ledger.lines).finally(() => (ended = true));
    const answers: number[] = [];
    const crashes: string[] = [];
    while (!ended) {
      await setImmediate();
      if (ended) break;
      const now = await seen(views, "fou");
      answers.push(now.posts);
      assert.equal(now.found, now.posts);
      if (answers.length % 8 !== 4 || crashes.length >= 3) continue;
      const crash = join(folder, `crash-${crashes.length}`);
      mkdirSync(crash);
      for (const end of ["", "-wal"]) if (existsSync(file + end)) cpSync(file + end, join(crash, `views.sqlite${end}`));
      crashes.push(crash);
    }
    await taking;
    assert.ok(answers.length >= 10, `${answers.length} answers while it was taken in`);
    assert.deepEqual([...new Set(answers)], [0]);
    assert.deepEqual(await seen(views, "fou"), { posts, found: posts, failure: null });
    await views.close();
    assert.equal(crashes.length, 3);
    for (const crash of crashes) {
      const left = await openViews({ file: join(crash, "views.sqlite"), ledger: empty, vault: ledger.vault, sha256 });
      assert.deepEqual([left.head(), (await seen(left, "fou")).posts], [undefined, 0]);
      await left.close();
      const again = await openViews({ file: join(crash, "views.sqlite"), ledger, vault: ledger.vault, sha256 });
      assert.deepEqual(await seen(again, "fou"), { posts, found: posts, failure: null });
      await again.close();
    }
  });

  it("takes the place of its earlier reading, in the tables and in search", async () => {
    const ledger = caseWithExport(linesOf(posts, "fountain"));
    recordReading(ledger, linesOf(700, "bridge"), 700);
    const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
    assert.deepEqual(await seen(views, "bri"), { posts: 700, found: 700, failure: null });
    assert.equal((await seen(views, "fou")).found, 0);
    await views.close();
  });

  it("that is not what its reading promises shows as a failure, and the earlier reading stays", async () => {
    const cases: [string, (ledger: LedgerInMemory) => void, RegExp][] = [
      ["gone", (ledger) => void ledger.objects.delete(recordReading(ledger, linesOf(900, "bridge"), 900)), /not in the vault/],
      ["short", (ledger) => void recordReading(ledger, linesOf(900, "bridge"), 901), /expected 901 posts; found 900/],
      ["no post", (ledger) => void recordReading(ledger, [...linesOf(899, "bridge"), "{}\n"], 900), /line 900: expected a post/],
    ];
    for (const [name, spoil, message] of cases) {
      const ledger = caseWithExport(linesOf(800, "fountain"));
      spoil(ledger);
      const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
      const { failure, ...rest } = await seen(views, "fou");
      assert.deepEqual(rest, { posts: 800, found: 800 }, name);
      assert.match(failure ?? "", message);
      assert.equal((await seen(views, "bri")).found, 0, name);
      await views.close();
    }
  });
});
