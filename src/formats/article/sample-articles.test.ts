/** The sample's three articles: read without a fault, with every quoted claim verbatim in the body. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ARTICLES, writeArticles } from "../../../scripts/sample/articles.ts";
import { readPage } from "../../../test/support/readings.ts";

describe("the sample's articles", () => {
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-articles-"));
    await writeArticles(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("say what the sample says that they say", () => {
    for (const sample of ARTICLES) {
      const { article, faults } = readPage(readFileSync(join(folder, sample.file)), sample.file);
      assert.deepEqual(faults, [], sample.file);
      assert.equal(article.title, sample.title);
      assert.ok(article.authors.some((author) => author.startsWith(sample.author)));
      assert.equal(article.canonicalUrl, sample.url);
      assert.ok(article.published !== "unknown");
      assert.deepEqual([article.published.verbatim, article.modified?.verbatim ?? null], [sample.published, sample.modified]);
      for (const { quote } of sample.claims) assert.ok(article.body.includes(quote), quote);
      const said = article.quotes.map(({ start, end }) => article.body.slice(start, end));
      assert.deepEqual(
        said,
        sample.paragraphs.filter(({ kind }) => kind === "quote").map(({ text }) => text),
      );
      assert.deepEqual(
        article.pictures.map(({ path, caption, credit }) => ({ path, caption, credit })),
        sample.pictures.map(({ path, caption, credit }) => ({ path, caption, credit })),
      );
      for (const { path } of article.pictures) assert.ok(existsSync(join(folder, dirname(sample.file), path ?? "")));
    }
  });
});
