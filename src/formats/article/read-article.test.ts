/** What the reader makes of saved pages and plain texts, and which traps it prints. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ArticleReading } from "../../core/analysis/reading-result.ts";
import { readPage, trapCodes, utf8 } from "../../../test/support/readings.ts";

const page = (body: string, head = "", language = "en") =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const story = "<p>A van rolled into the fountain of Ostrel. Nobody was hurt.</p>";
const blocks = ({ article }: ArticleReading) => article.blocks.map(({ kind, start, end }) => `${kind}: ${article.body.slice(start, end)}`);
const quotes = ({ article }: ArticleReading) => article.quotes.map(({ start, end }) => article.body.slice(start, end));

describe("the body", () => {
  it("is paragraphs, headings, quotes, lists and captions, each ending in one line end", () => {
    const reading = readPage(
      page(`<article><h1>Van  rolls</h1><p>One<br>line &amp; <b>bo</b>ld&nbsp;word.<p>Unclosed<ul><li>first<li>second</ul>
      <blockquote><p>quoted</p></blockquote><figure><img src="a.jpg"><figcaption>under it</figcaption></figure>loose</article>`),
    );
    assert.deepEqual(blocks(reading), [
      "heading: Van rolls",
      "paragraph: One line & bold word.",
      "paragraph: Unclosed",
      "list-item: first",
      "list-item: second",
      "quote: quoted",
      "caption: under it",
      "paragraph: loose",
    ]);
    assert.ok(reading.article.body.endsWith("loose\n"));
  });

  it("leaves out menus, notices, scripts and what the page hides, and says so", () => {
    const reading = readPage(
      page(`<nav>Home</nav><div class="cookie-banner">We use cookies</div><article>${story}
      <script>document.write("run")</script><style>p{}</style><aside>Read also</aside><div class="socialShare">Share</div>
      <p style="display: none">unseen</p><div hidden>unseen</div></article><footer>Imprint</footer>`),
    );
    assert.deepEqual(blocks(reading), ["paragraph: A van rolled into the fountain of Ostrel. Nobody was hurt."]);
    assert.deepEqual(
      reading.traps.filter(({ code }) => code !== "no-date").map(({ code, count }) => [code, count]),
      [
        ["parts-left-out", 2],
        ["hidden-text-left-out", 2],
      ],
    );
  });

  it("of a page that marks no article is found by its text, with a trap", () => {
    const reading = readPage(
      page(`<div><a href="/">Home</a></div><div id="x"><div>${story}${story}${story}</div></div><div>All rights</div>`),
    );
    assert.equal(reading.article.blocks.length, 3);
    assert.ok(trapCodes(reading).includes("main-part-uncertain"));
  });

  it("of one of several marked articles is the longest; when they are alike, a trap says so", () => {
    const reading = readPage(page(`<article>${story}</article><article>${story}${story}</article>`));
    assert.equal(reading.article.blocks.length, 2);
    assert.ok(trapCodes(reading).includes("main-part-uncertain"));
    const clear = readPage(page(`<article><p>Teaser</p></article><article>${story.repeat(5)}</article>`));
    assert.ok(!trapCodes(clear).includes("main-part-uncertain"));
  });

  it("is not lost because a wrapper is called sidebar", () => {
    const reading = readPage(page(`<div class="has-sidebar sidebar"><main><div class="related">${story.repeat(3)}</div></main></div>`));
    assert.equal(reading.article.blocks.length, 3);
  });

  it("with markup in words and entities written twice is decoded once", () => {
    const reading = readPage(page("<article><p>&amp;lt;script&amp;gt; &lt;b&gt; &#x41;&#1078;&nosuch;</p></article>"));
    assert.equal(reading.article.body, "&lt;script&gt; <b> Aж&nosuch;\n");
  });

  it("keeps lines of preformatted text and splits at doubled breaks", () => {
    assert.deepEqual(blocks(readPage(page("<article><pre>a  b\n\n  c</pre><p>one<br><br>two<br/>three</p></article>"))), [
      "paragraph: a  b",
      "paragraph:   c",
      "paragraph: one",
      "paragraph: two three",
    ]);
  });

  it("mixes scripts and directions without moving a letter", () => {
    const mixed = "שלום van العربية площа \u202eabc\u202c 例 e\u0301";
    const reading = readPage(page(`<article dir="rtl"><p>${mixed}</p></article>`));
    assert.equal(reading.article.body, `${mixed}\n`);
    assert.ok(trapCodes(reading).includes("hidden-direction-marks"));
  });
});

describe("quotes", () => {
  it("are found in English, Ukrainian, Russian and German style, by element and by mark", () => {
    const reading = readPage(
      page(`<article><p>He said “it rolled”, she: «воно котилося», sie: „es rollte“, and »auch so«, ‘like this’, "straight".</p>
      <p>It's the town’s van; 5' 10".</p><blockquote><p>“whole”</p></blockquote><blockquote>no marks</blockquote><p>a <q>short</q> one</p></article>`),
    );
    assert.deepEqual(quotes(reading), [
      "it rolled",
      "воно котилося",
      "es rollte",
      "auch so",
      "like this",
      "straight",
      "whole",
      "no marks",
      "short",
    ]);
  });

  it("within quotes are both kept, and one that never closes runs to the end of its paragraph", () => {
    const reading = readPage(page("<article><p>«Він сказав: „стій“, і все».</p><p>“It never ends.</p><p>Next.</p></article>"));
    assert.deepEqual(quotes(reading), ["Він сказав: „стій“, і все", "стій", "It never ends."]);
    assert.ok(trapCodes(reading).includes("quote-unclosed"));
  });
});

describe("what a page says of itself", () => {
  const linked = (members: object) =>
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...members })}</script>`;

  it("title, authors, outlet, address and language come from where pages put them", () => {
    const { article } = readPage(
      page(
        `<article><h1>The title</h1>${story}</article>`,
        `<title>The title - Courier</title><meta property="og:site_name" content="Courier"><link rel="canonical" href="https://courier.example/a">
        ${linked({ headline: "The title", author: [{ name: "Mira" }, "Jonas"], publisher: { name: "Courier" } })}<meta name="author" content="mira">`,
        "uk",
      ),
    );
    assert.deepEqual(
      [article.title, article.authors, article.outlet, article.canonicalUrl, article.language],
      ["The title", ["Mira", "Jonas"], "Courier", "https://courier.example/a", "uk"],
    );
  });

  it("times keep their zone state, and ones that disagree are a trap", () => {
    const reading = readPage(
      page(
        `<article>${story}<time datetime="2024-09-13T10:00:00+03:00">then</time></article>`,
        `${linked({ datePublished: "2024-09-14T18:10:00+03:00", dateModified: "2024-09-12" })}<meta property="article:published_time" content="2024-09-14T18:10:00">`,
      ),
    );
    const { published, modified } = reading.article;
    assert.ok(published !== "unknown");
    assert.deepEqual([published.earliest, published.zone], ["2024-09-14T15:10:00Z", { state: "stated", offsetMinutes: 180 }]);
    assert.deepEqual(modified?.zone, { state: "unknown", reading: "2024-09-12" });
    assert.deepEqual(trapCodes(reading), ["modified-before-published", "published-disagree", "zone-unknown"]);
  });

  it("a visible date is a claim in its own words, with both readings of bare figures", () => {
    const reading = readPage(page(`<article><p class="date">04/03/22</p>${story}</article>`));
    const { published } = reading.article;
    assert.ok(published !== "unknown");
    assert.deepEqual(
      [published.means, published.verbatim, published.earliest, published.latest],
      ["stated", "04/03/22", "2022-03-03T10:00:00Z", "2022-04-04T11:59:59Z"],
    );
    assert.deepEqual(trapCodes(reading), ["date-ambiguous", "date-only-in-words", "zone-unknown"]);
  });

  it("titles and addresses that differ, and a second described article, are traps", () => {
    const reading = readPage(
      page(
        `<article><h1>Van rolls</h1>${story}</article>`,
        `<meta property="og:title" content="Lorry crashes"><link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://b.example/1">
        ${linked({ headline: "Other" })}${linked({ headline: "Van rolls", datePublished: "2024-09-14T18:10:00Z" })}`,
      ),
    );
    assert.equal(reading.article.title, "Van rolls");
    assert.ok(reading.article.published !== "unknown" && reading.article.published.earliest === "2024-09-14T18:10:00Z");
    assert.deepEqual(trapCodes(reading), ["canonical-disagree", "several-articles-described", "titles-disagree"]);
  });

  it("broken descriptions and dates are faults, and the rest is read", () => {
    const reading = readPage(
      page(`<article>${story}</article>`, `<script type="application/ld+json">{"@type": </script><meta name="date" content="a while ago">`),
    );
    assert.deepEqual(
      reading.faults.map(({ where }) => where),
      ["JSON-LD block 1", "meta date"],
    );
    assert.equal(reading.article.blocks.length, 1);
  });

  it("the comment of a saving browser gives the address, and is told", () => {
    const reading = readPage(
      `<!doctype html><!-- saved from url=(0031)https://courier.example/a/b.html -->\n${page(`<article>${story}</article>`).slice(15)}`,
    );
    assert.equal(reading.article.canonicalUrl, "https://courier.example/a/b.html");
    assert.ok(trapCodes(reading).includes("saved-by-script-browser"));
  });
});

describe("pictures", () => {
  const pictures = (inner: string, head = "") => readPage(page(`<article>${story}${inner}</article>`, head)).article.pictures;

  it("beside the page are paths, decoded; elsewhere they are inert addresses", () => {
    assert.deepEqual(
      pictures(
        '<img src="./Page%20one_files/%D0%BF.jpg?x=1#y" alt="n"><img src="https://cdn.example/a.jpg"><img src="//cdn.example/b.jpg"><img src="100%.png">',
      ),
      [
        { path: "Page one_files/п.jpg", alt: "n" },
        { url: "https://cdn.example/a.jpg" },
        { url: "//cdn.example/b.jpg" },
        { path: "100%.png" },
      ],
    );
  });

  it("that load late or come in sizes are taken where they lie beside the page, else the largest", () => {
    assert.deepEqual(pictures('<img src="data:image/gif;base64,R0lGOD" data-src="https://cdn.example/real.jpg">'), [
      { url: "https://cdn.example/real.jpg" },
    ]);
    assert.deepEqual(pictures('<img src="a_files/s.jpg" srcset="https://cdn.example/l.jpg 2x, https://cdn.example/m.jpg 1x">'), [
      { path: "a_files/s.jpg" },
    ]);
    assert.deepEqual(
      pictures('<picture><source srcset="https://c.example/s.webp 320w, https://c.example/l.webp 1280w"><img alt="x"></picture>'),
      [{ url: "https://c.example/l.webp", alt: "x" }],
    );
    assert.deepEqual(pictures('<noscript><img src="a_files/n.jpg"></noscript><img src="a_files/n.jpg"><img src="p.gif" width="1">'), [
      { path: "a_files/n.jpg" },
    ]);
  });

  it("inside the page are named by kind and length; paths out of the folder and a base elsewhere are not followed", () => {
    const reading = readPage(
      page(
        `<article>${story}<img src="data:image/png;base64,${"A".repeat(1000)}"><img src="../../etc/x.png"><img src="javascript:alert(1)"></article>`,
      ),
    );
    assert.deepEqual(reading.article.pictures, [
      { url: "data:image/png (1022 characters)" },
      { url: "../../etc/x.png" },
      { url: "javascript:alert(1)" },
    ]);
    assert.ok(trapCodes(reading).includes("picture-inside-page") && trapCodes(reading).includes("picture-path-leaves-folder"));
    assert.deepEqual(pictures('<img src="a.jpg">', '<base href="https://courier.example/news/">'), [
      { url: "https://courier.example/news/a.jpg" },
    ]);
  });

  it("have captions and credits apart, in the outlet's words", () => {
    const figure = (caption: string) => pictures(`<figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure>`)[0];
    assert.deepEqual(figure("The square. Photo: Mira / Courier"), {
      path: "a.jpg",
      caption: "The square.",
      credit: "Photo: Mira / Courier",
    });
    assert.deepEqual(figure("Площа. Фото: Міра"), { path: "a.jpg", caption: "Площа.", credit: "Фото: Міра" });
    assert.deepEqual(figure("The square (Photo: Mira)"), { path: "a.jpg", caption: "The square", credit: "(Photo: Mira)" });
    assert.deepEqual(figure('The square <span class="photo-credit">Mira</span>'), { path: "a.jpg", caption: "The square", credit: "Mira" });
    assert.deepEqual(figure("© Courier"), { path: "a.jpg", credit: "© Courier" });
    assert.deepEqual(figure("A photo of the source: the river"), { path: "a.jpg", caption: "A photo of the source: the river" });
  });

  it("without a figure take the caption that stands after them", () => {
    assert.deepEqual(
      pictures('<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Under it</p></div><img src="b.jpg"><p>No caption</p>'),
      [{ path: "a.jpg", caption: "Under it" }, { path: "b.jpg" }],
    );
  });

  it("whose caption says archive are a trap", () => {
    const reading = readPage(page(`<article>${story}<figure><img src="a.jpg"><figcaption>Фото з архіву</figcaption></figure></article>`));
    assert.ok(trapCodes(reading).includes("caption-says-archive"));
  });
});

describe("encodings", () => {
  const russian = "<article><p>Фургон скатился к фонтану в Остреле.</p></article>";
  const windows1251 = (text: string) =>
    Uint8Array.from(
      [...text].map((letter) => (letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0))),
    );

  it("declared, marked or guessed give the same words", () => {
    const declared = windows1251(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>${russian}`);
    const undeclared = windows1251(`<html>${russian}`);
    const wide = Uint8Array.from(
      [...`\ufeff<html>${russian}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    for (const bytes of [declared, undeclared, wide, utf8(`\ufeff<html>${russian}`), utf8(`<html>${russian}`)])
      assert.equal(readPage(bytes).article.body, "Фургон скатился к фонтану в Остреле.\n");
    assert.ok(trapCodes(readPage(undeclared)).includes("encoding-guessed"));
    assert.ok(!trapCodes(readPage(declared)).includes("encoding-guessed"));
  });

  it("that the page declares and its bytes do not have are a trap, and the bytes are believed", () => {
    const saved = readPage(utf8(`<html><head><meta charset="windows-1251"></head>${russian}`));
    assert.equal(saved.article.body, "Фургон скатился к фонтану в Остреле.\n");
    assert.ok(trapCodes(saved).includes("encoding-disagrees"));
    const damaged = utf8(page("<article><p>Площа й фонтан у місті Острель стояли на місці.</p></article>"));
    damaged[damaged.indexOf(0xd0)] = 0x20;
    assert.ok(trapCodes(readPage(damaged)).includes("bytes-not-in-encoding"));
  });
});

describe("plain text", () => {
  it("has a title when its first line is short and stands alone; author and date are as written", () => {
    const reading = readPage(
      "Runaway van\r\n\r\nBy Staff, Observer\r\nPublished: 2024-09-15T07:40:00+02:00\r\n\r\nIt “rolled”.\r\nStill.\r\n",
      "a.txt",
    );
    assert.equal(reading.format, "plain-text");
    assert.deepEqual([reading.article.title, reading.article.authors], ["Runaway van", ["Staff, Observer"]]);
    assert.ok(reading.article.published !== "unknown" && reading.article.published.means === "published");
    assert.deepEqual(blocks(reading), [
      "heading: Runaway van",
      "paragraph: By Staff, Observer\nPublished: 2024-09-15T07:40:00+02:00",
      "paragraph: It “rolled”.\nStill.",
    ]);
    assert.deepEqual(quotes(reading), ["rolled"]);
  });

  it("that is a log or an e-mail stays as it is", () => {
    const log = "2024-09-14 12:00:01 INFO  start\n2024-09-14 12:00:02 WARN\tx <script>\n   indented";
    const reading = readPage(log, "server.log");
    assert.deepEqual([reading.article.title, reading.article.body, reading.article.published], [undefined, `${log}\n`, "unknown"]);
    const mail = readPage("From: a@b.example\nSubject: van\n\n> quoted\n> more\n\nHello", "m.eml");
    assert.equal(mail.article.body, "From: a@b.example\nSubject: van\n> quoted\n> more\nHello\n");
    assert.equal(mail.article.title, undefined);
  });
});
