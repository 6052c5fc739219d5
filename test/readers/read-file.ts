/** Reads a file as the program does: the probe in a child says what it is, the plan names the reader, the reader runs in its own child. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { analysersAfterProbe } from "../../src/core/analysis/analysis-plan.ts";
import type { ReaderName } from "../../src/core/analysis/analysis.ts";
import { PostsReading } from "../../src/core/analysis/reading-result.ts";
import { parseCanonicalJson } from "../../src/core/json/canonical-json.ts";
import { Post } from "../../src/core/post/post.ts";
import { analyseFile, probeFile, resultOf } from "../hostile-media/analyse-file.ts";

export interface FileRead {
  readonly container: string;
  readonly analyser: string | undefined;
  readonly reading: PostsReading;
  readonly posts: readonly Post[];
  /** All that the reader left behind, as text: what must not get out is looked for in it. */
  readonly everything: string;
}

/** What the probe takes a file for. */
export async function containerOf(path: string, content: string | Uint8Array, nameHint?: string): Promise<string> {
  writeFileSync(path, content);
  return (await probeFile(path, nameHint === undefined ? {} : { nameHint })).result.container;
}

export async function readFileOfPosts(path: string, content: string | Uint8Array): Promise<FileRead> {
  const container = await containerOf(path, content);
  const [analyser] = analysersAfterProbe({ kind: "document", container, browserPlays: false, hasSound: false, depth: 0 });
  assert.ok(analyser !== undefined, `nothing reads ${container}`);
  const analysed = await analyseFile(analyser as ReaderName, path);
  const reading = PostsReading.parse(resultOf(analysed));
  const lines = analysed.files.get(reading.postsFile)?.toString("utf8").split("\n") ?? [];
  assert.equal(lines.pop(), "");
  const posts = lines.map((line) => Post.parse(parseCanonicalJson(line)));
  assert.equal(posts.length, reading.counts.posts);
  return { container, analyser, reading, posts, everything: [JSON.stringify(reading), ...lines].join("\n") };
}
