/** The readers as they run: in a child that may read its object and the program, write its folder, and nothing else. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { articleHtml, telegramExport } from "../../../test/support/material.ts";
import { ArticleReading, PostsReading } from "../../core/analysis/reading-result.ts";
import type { AnalysisAnswer, AnalysisFile } from "../../core/analysis/analysis.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { parseCanonicalJson } from "../../core/json/canonical-json.ts";
import { Post } from "../../core/post/post.ts";
import { createAnalyserRunner } from "../run-analyser.ts";

const object = `sha256:${"0".repeat(64)}` as Digest;

/** The lines of the posts file, each in its one canonical form. */
function postsIn(files: readonly AnalysisFile[]): Post[] {
  const file = files.find(({ name }) => name === "posts.jsonl");
  if (file === undefined) return [];
  const lines = readFileSync(file.path, "utf8").split("\n");
  assert.equal(lines.pop(), "");
  return lines.map((line) => Post.parse(parseCanonicalJson(line)));
}

describe("readers in their children", () => {
  let folder: string;
  /** The posts of the last answer, whose files are gone by the time it is returned. */
  let posts: readonly Post[] = [];
  before(() => (folder = mkdtempSync(join(tmpdir(), "witnessmark-readers-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (analyser: "telegram-export" | "article", name: string, content: string | Uint8Array): Promise<AnalysisAnswer> => {
    const path = join(folder, "object");
    writeFileSync(path, content);
    const runner = createAnalyserRunner({ scratch: join(folder, "scratch") });
    const control = { signal: new AbortController().signal, onProgress: () => undefined };
    return runner.run({ analyser, object, path, nameHint: name, parameters: {} }, control, async (answer) => {
      posts = answer.state === "done" ? postsIn(answer.files) : [];
      return answer;
    });
  };

  it("an export becomes posts with media beside it", async () => {
    const answer = await run("telegram-export", "result.json", JSON.stringify(telegramExport));
    assert.ok(answer.state === "done", JSON.stringify(answer));
    const reading = PostsReading.parse(answer.result);
    assert.equal(reading.channels[0]?.name, "Ostrel Today");
    assert.equal(posts[0]?.posted !== "unknown" && posts[0]?.posted.earliest, "2024-09-14T13:20:00Z");
    assert.deepEqual(
      posts.flatMap(({ media }) => media.map(({ state }) => state)),
      ["in-export", "not-in-export"],
    );
    assert.deepEqual([reading.counts, posts.length], [{ posts: 2, mediaNotInExport: 1 }, 2]);
    assert.deepEqual(reading.faults, []);
  });

  it("a page becomes an article with its picture", async () => {
    const answer = await run("article", "article.html", articleHtml);
    assert.ok(answer.state === "done", JSON.stringify(answer));
    const { article, faults } = ArticleReading.parse(answer.result);
    assert.deepEqual(article.pictures, [
      { path: "pictures/square.png", caption: "The square at four.", credit: "Photo: Synthetic", alt: "square" },
    ]);
    assert.deepEqual(faults, []);
  });

  it("bytes of no kind still get an answer, and no file is left behind", async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + 11) & 255);
    for (const analyser of ["telegram-export", "article"] as const)
      for (const content of [bytes, new Uint8Array()]) assert.equal((await run(analyser, "x.bin", content)).state, "done");
    assert.deepEqual(readdirSync(join(folder, "scratch")), []);
  });
});
