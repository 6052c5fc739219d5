/** Saved pages and plain texts. Whatever the bytes, the reading must keep to its schema, and its places lie within its text. */
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { ArticleReading } from "../../../src/core/analysis/reading-result.ts";
import { readArticle } from "../../../src/formats/article/read-article.ts";
import { articleHtml } from "../../support/material.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const linked = `<!doctype html><html><head><script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"H","datePublished":"2024-09-14T15:10:00Z","author":[{"name":"A"},"B"]}]}</script>
<link rel="canonical" href="https://example.org/a"><meta name="date" content="14.09.2024 15:10"></head><body><nav>menu</nav><main><h1>H</h1><p>\u00abA quote\u00bb, said B.</p><ul><li>one<li>two</ul>
<figure><picture><source srcset="a.webp 1x, b.webp 2x"><img src="a.jpg" data-src="b.jpg"></picture><figcaption>Photo: C</figcaption></figure><time datetime="2024-09-14">then</time></main></body></html>`;
const plain =
  "A van rolled\n\nBy Synthetic Author\nPublished 14 September 2024, 15:10 EEST\nhttps://example.org/a\n\n\u201cIt rolled,\u201d said a baker. On 3/4/2024.\n";

export const target: FuzzTarget = {
  name: "article",
  seeds: () => [articleHtml, linked, plain].map(bytesOf),
  dictionary: [
    ...[
      "<div>",
      "</div>",
      "<p>",
      "<!--",
      "-->",
      "<![CDATA[",
      '<script type="application/ld+json">',
      "</script>",
      '{"@graph":[',
      "<table><tr><td>",
      "<svg>",
      "<template>",
      "<base href=//",
      "&#x110000;",
      "&#0;",
      "&amp",
      "\u201c",
      "\u00ab",
      "\u201e",
    ],
    ...[
      "charset=",
      "windows-1251",
      "utf-16",
      "iso-2022-jp",
      "x-user-defined",
      '<?xml encoding="',
      'srcset="',
      'datePublished":"',
      "99.99.9999",
      "3/4/24 25:61",
      "31 February 2024",
    ],
  ],
  run(bytes) {
    for (const name of ["page.html", "text.txt"]) {
      const { article } = ArticleReading.parse(readArticle(bytes, name, platformDecoder));
      for (const { start, end } of [...article.blocks, ...article.quotes]) {
        if (start > end || end > article.body.length) throw new Error(`a place ${start}-${end} outside a text of ${article.body.length}`);
      }
    }
  },
};
