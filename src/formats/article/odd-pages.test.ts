/** Broken, huge and hostile pages: an answer each time, offsets that hold, and nothing run or fetched. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ArticleReading } from "../../core/analysis/reading-result.ts";
import { articleHtml } from "../../../test/support/material.ts";
import { readPage, trapCodes, utf8 } from "../../../test/support/readings.ts";

const seed = 20240914;

/** Blocks tile the body, each followed by one line end; quotes lie within it. */
function checkOffsets({ article: { body, blocks, quotes } }: ArticleReading): void {
  let at = 0;
  for (const { start, end } of blocks) {
    assert.equal(start, at);
    assert.ok(end > start);
    assert.equal(body[end], "\n");
    at = end + 1;
  }
  assert.equal(at, body.length);
  for (const { start, end } of quotes) {
    assert.ok(start >= 0 && start < end && end <= body.length);
    assert.notEqual(body.slice(start, end).trim(), "");
  }
}

const pieces = fc.constantFrom(
  ..."<p> </p> <div> </div> <article> </article> <blockquote> </blockquote> <q> </q> <h1> </h1> <li> <ul> </ul> <br> <pre> </pre> <table> <td> <figure> <figcaption> </figure> <nav> </nav> <script> </script> <style> </style> <title> </title> <svg> </svg> <template> <noscript> </noscript> <!-- --> <![CDATA[ ]]> & &amp; &#0; &#xd800; < > \" ' “ ” « » „ “ ‘ ’ א площа van 🔥 \u202e \u00ad".split(
    " ",
  ),
  " ",
  "\n",
  '<img src="a_files/%zz.jpg" srcset=", ,x 1w,,">',
  '<meta property="article:published_time" content="2024-09-14T18:10">',
  '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":5},"datePublished":[1]}</script>',
  '<time datetime="04/03/22">',
  '<base href="https://x.example/">',
  "<p class=caption>Photo: x</p>",
  "04/03/22",
);

describe("offsets", () => {
  it("hold in whatever soup of tags and marks", (t) => {
    t.diagnostic(`seed ${seed}`);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom("a.html", "a.txt"), (soup, name) =>
        checkOffsets(readPage(soup.join(""), name)),
      ),
      { seed, numRuns: 400 },
    );
  });

  it("hold in whatever bytes, cut and changed", (t) => {
    t.diagnostic(`seed ${seed}`);
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      put: fc.uint8Array({ maxLength: 6 }),
      drop: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (changes, cut) => {
        let bytes = [...utf8(articleHtml)];
        for (const { at, put, drop } of changes) bytes.splice(Math.floor(at * bytes.length), drop, ...put);
        bytes = bytes.slice(0, Math.ceil(bytes.length * Math.max(cut, 0.2)));
        checkOffsets(readPage(Uint8Array.from(bytes)));
      }),
      { seed, numRuns: 400 },
    );
  });

  it("of plain text give back its paragraphs", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "“", "”", '"', "й", "🔥", "\t"), maxLength: 80 }), (text) => {
        const reading = readPage(text, "a.txt");
        checkOffsets(reading);
        assert.equal(reading.article.body.replace(/\s/g, ""), text.replace(/\s/g, ""));
      }),
      { seed, numRuns: 400 },
    );
  });
});

describe("odd pages", () => {
  it("that are empty, blank, pictures of nothing or pure script have no article, and say so", () => {
    for (const odd of [
      "",
      "   \n",
      "<html></html>",
      "<!doctype html><html><body><script>render()</script><div id=root></div>",
      "<",
      "<!--",
    ]) {
      const reading = readPage(odd);
      checkOffsets(reading);
      if (odd.length !== 1) assert.equal(reading.article.body, "", odd);
    }
    assert.equal(readPage("").faults.length, 1);
    assert.ok(trapCodes(readPage("<html><body><script>1</script>")).includes("no-article-found"));
  });

  it("nested a hundred thousand deep are read to a depth, and say so", () => {
    for (const tag of ["<div>", "<b>", "<blockquote>", "<q>", "<table><tr><td>", "<a href=x>", "<p><span>"]) {
      const reading = readPage(`<article><p>Start.</p>${tag.repeat(100_000)}deep`);
      checkOffsets(reading);
      assert.ok(reading.article.body.startsWith("Start.\n"));
      assert.ok(trapCodes(reading).includes("page-cut") || tag.startsWith("<a") || tag.startsWith("<p"), tag);
    }
  });

  it("of 5 MB, of one line, of closing tags or of quotes are read", () => {
    const text = "<p>Слово “said” «інше» one. </p>";
    const long = readPage(`<article>${text.repeat(Math.ceil(5_000_000 / utf8(text).length))}</article>`);
    checkOffsets(long);
    assert.ok(long.article.quotes.length > 100_000);
    for (const odd of [
      "</p></div>",
      "“",
      '"',
      "&amp;",
      "<p>",
      "<img src=a>",
      "<!-- -->",
      "x",
      " 1/1/22",
      "<meta name=date content=1>",
      "((((",
      "<p class=caption>Photo: ",
    ])
      checkOffsets(readPage(`<article><p>Start.</p>${odd.repeat(1_000_000 / odd.length)}`));
  });

  it("with scripts, handlers and addresses of every kind give text, and nothing is asked of any host", () => {
    const reading = readPage(
      `<article><h1 onclick="x()">Title<script>alert(1)</script></h1><p>Text<img src=x onerror=alert(1)><iframe src="https://x.example"></iframe><object data="y"></object></p></article>`,
    );
    assert.equal(reading.article.body, "Title\nText\n");
    assert.equal(reading.article.title, "Title");
  });
});
