/** Media that an export names and does not hold, recorded in groups on a real case: a stop half-way costs and doubles nothing. */
import assert from "node:assert/strict";
import { noUnpacking } from "../support/no-unpacking.ts";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CaseWriter, createCaseWriter } from "../../src/actions/case-writer.ts";
import { recordAnalysis } from "../../src/actions/record-analysis.ts";
import type { AnalysisAnswer } from "../../src/core/analysis/analysis.ts";
import type { PostsReading } from "../../src/core/analysis/reading-result.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import type { Post } from "../../src/core/post/post.ts";
import { writePostLine } from "../../src/core/post/posts-file.ts";
import { createCaseFolder, type CaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";
import { knownPlaces, nextNumbers } from "../../src/reads/case-index.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";

const posts = 1300;
const long = "ж".repeat(500_000);

describe("media that an export does not hold", () => {
  let folder: string;
  let kept: CaseFolder;
  let views: Views;
  let writer: CaseWriter;
  let appends: number[];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-known-"));
    const config = join(folder, "config");
    const identity = await loadOrCreateIdentity(config, { name: "Test Person" });
    const clock = { now: () => new Date().toISOString() };
    kept = await createCaseFolder({
      path: join(folder, "case"),
      identity,
      clock,
      configFolder: config,
      program: "witnessmark test",
      title: "Synthetic case",
    });
    const { ledger, vault } = kept;
    views = await openViews({ file: join(folder, "case", "derived", "views.sqlite"), ledger, vault, sha256 });
    appends = [];
    writer = createCaseWriter({
      ledger,
      project: (lines) => views.apply(lines),
      next: await nextNumbers({ views } as CaseReader),
      sha256,
      random,
      onAppended: (lines) => void appends.push(lines.length),
    });
  });
  after(async () => {
    await views.close();
    await kept.close();
    rmSync(folder, { recursive: true });
  });

  /** What the queue does with the answer of the reader. */
  const record = (signal?: AbortSignal) => {
    const { ledger, vault, derived } = kept;
    const ports = {
      ...{ writer, ledger, vault, derived },
      readFile: (path: string) => createReadStream(path),
      knownPlaces: (item: number) => knownPlaces({ views } as CaseReader, item),
      unpacking: noUnpacking,
    };
    return recordAnalysis(ports, { person: kept.person, readOnly: false }, { item: "i1", object: exported }, answer(folder), signal);
  };
  const readings = async () => (await views.db.selectFrom("analysis").select("state").execute()).map(({ state }) => state);
  const places = async () =>
    (await views.db.selectFrom("item").select("stated_where").where("held", "=", 0).execute()).map((row) => row.stated_where);

  it("is recorded group by group until the work is stopped", async () => {
    assert.equal(await record(AbortSignal.abort()), false);
    const found = await places();
    assert.ok(found.length > 0 && found.length < posts, `${found.length} lines`);
    assert.deepEqual(await readings(), [], "a stopped reading counts as not done");
  });

  it("is recorded to the last when the work is done again, and nothing twice but what the export has twice", async () => {
    assert.equal(await record(), true);
    const found = await places();
    assert.equal(found.length, posts + 1);
    assert.equal(new Set(found).size, posts);
    assert.ok(Math.max(...appends) <= 1000, "an append is a group, not the export");
    assert.deepEqual(await readings(), ["done"]);
    const { count } = await views.db
      .selectFrom("post")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    assert.equal(count, posts + 1);
  });

  it("is not recorded again by a newer reading of the same export", async () => {
    const before = await places();
    assert.equal(await record(), true);
    assert.deepEqual(await places(), before);
  });
});

const exported: Digest = `sha256:${"1".repeat(64)}`;

function answer(folder: string): AnalysisAnswer {
  const path = join(folder, "posts.jsonl");
  writeFileSync(path, lines().join(""));
  return {
    state: "done",
    ground: { analyser: "telegram-export", version: "2", parameters: {}, inputs: [exported], decoder: "none" },
    result: reading as unknown as Json,
    files: [{ name: "posts.jsonl", mediaType: "application/jsonl", path }],
  };
}

const reading: PostsReading = {
  kind: "posts",
  format: "telegram-desktop",
  shape: "single-chat",
  channels: [{ id: "1", name: long, platform: "telegram", type: "public_channel" }],
  postsFile: "posts.jsonl",
  counts: { posts: posts + 1, mediaNotInExport: posts + 1 },
  cannotTell: [],
  traps: [],
  faults: [],
};

/** One place stands twice, as in a damaged export; names and sentences are longer than a line of the ledger. */
function lines(): string[] {
  return Array.from({ length: posts + 1 }, (_, id) => {
    const said = id % 100 === 0 ? `(${long})` : "(File not included.)";
    const post: Post = {
      id: String(id === posts ? 3 : id),
      channelId: "1",
      posted: "unknown",
      text: "",
      entities: [],
      media: [{ state: "not-in-export", role: id % 100 === 0 ? long : "photo", said }],
    };
    return writePostLine(post);
  });
}
