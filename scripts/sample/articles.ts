/**
 * Three saved articles of invented outlets. The Courier agrees with the truth; the Observer retells
 * the Courier and drifts; the Gazette contradicts both and shows another town. Each claim is kept
 * beside the words that make it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withJpegComment } from "./jpeg-comment.ts";
import type { StatedClaim } from "./posts.ts";
import { COMMENT } from "./record.ts";
import { sharpStill, stillById } from "./stills.ts";

export interface ArticlePicture {
  /** Beside the page. */
  readonly path: string;
  readonly still: string;
  readonly caption: string;
  readonly credit: string;
  /** What is odd about the picture where it stands; null when nothing is. */
  readonly trap: string | null;
}

interface Paragraph {
  readonly kind: "p" | "quote" | "h2";
  readonly text: string;
}

export interface SampleArticle {
  readonly file: string;
  readonly outlet: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly published: string;
  readonly modified: string | null;
  readonly derivedFrom: readonly string[];
  readonly pictures: readonly ArticlePicture[];
  readonly paragraphs: readonly Paragraph[];
  readonly claims: readonly StatedClaim[];
}

const NOTE = "SYNTHETIC: an invented article of an invented outlet, made for testing. No such town, event or person.";
const p = (text: string): Paragraph => ({ kind: "p", text });
const said = (text: string): Paragraph => ({ kind: "quote", text });

const COURIER_FILE = "articles/courier-van-rolls-to-fountain.html";

const courier: SampleArticle = {
  file: COURIER_FILE,
  outlet: "The Ostrel Courier",
  title: "Van rolls across Market Square and stops at the fountain; nobody hurt",
  author: "Mira Tolland",
  url: "https://courier.example/ostrel/van-rolls-to-fountain",
  published: "2024-09-14T18:10:00+03:00",
  modified: "2024-09-14T19:05:00+03:00",
  derivedFrom: [],
  pictures: [
    {
      path: "courier-van-rolls-to-fountain_files/square.jpg",
      still: "square-wide",
      caption: "Market Square on Saturday, two minutes after the van came to rest.",
      credit: "Picture: Mira Tolland / The Ostrel Courier",
      trap: null,
    },
    {
      path: "courier-van-rolls-to-fountain_files/van.jpg",
      still: "van-at-fountain",
      caption: "The red van by the fountain, half past four.",
      credit: "Picture: a reader",
      trap: null,
    },
  ],
  paragraphs: [
    p(
      "A red delivery van with nobody inside rolled across Market Square in Ostrel on Saturday and came to rest against the rim of the fountain. Nobody was hurt.",
    ),
    p(
      "It happened while the tower clock struck four. Apparently the handbrake had slipped; the van had been parked in front of the market hall.",
    ),
    said("I heard the third stroke and saw it coming, quite slowly at first,"),
    p("said a stallholder who was packing up at the west side of the square."),
    { kind: "h2", text: "About 25 metres" },
    p(
      "The van rolled about 25 metres to the south-west, a town clerk said. The fountain was not damaged, and the square was open again within the hour.",
    ),
    said("We will look at the slope before the next market,"),
    p("the clerk added."),
  ],
  claims: [
    {
      aspect: "when",
      says: "16:00, Saturday 14 September",
      quote: "while the tower clock struck four",
      truth: "15:59:57 to 16:00:08",
      verdict: "agrees",
    },
    {
      aspect: "where",
      says: "Market Square, Ostrel",
      quote: "rolled across Market Square in Ostrel",
      truth: "Market Square, Ostrel",
      verdict: "agrees",
    },
    {
      aspect: "what",
      says: "red delivery van, empty",
      quote: "A red delivery van with nobody inside",
      truth: "a red van, nobody inside",
      verdict: "agrees",
    },
    {
      aspect: "what",
      says: "handbrake slipped, hedged",
      quote: "Apparently the handbrake had slipped",
      truth: "the handbrake slipped",
      verdict: "agrees",
    },
    {
      aspect: "what",
      says: "about 25 metres to the south-west",
      quote: "about 25 metres to the south-west",
      truth: "24.4 metres, bearing 216 degrees",
      verdict: "agrees",
    },
    { aspect: "how many", says: "nobody hurt", quote: "Nobody was hurt", truth: "nobody was hurt", verdict: "agrees" },
  ],
};

const OBSERVER_FILE = "articles/observer-runaway-van.txt";

const observer: SampleArticle = {
  file: OBSERVER_FILE,
  outlet: "Velmara Observer",
  title: "Runaway van ends at Ostrel fountain",
  author: "Staff",
  url: "https://observer.example/valley/runaway-van",
  published: "2024-09-15T07:40:00+02:00",
  modified: null,
  derivedFrom: [COURIER_FILE],
  pictures: [],
  paragraphs: [
    p(
      "The handbrake of a delivery van failed in Ostrel late on Saturday afternoon, sending it almost 30 metres to the fountain, the Ostrel Courier reported.",
    ),
    p("Nobody was hurt. The van had been parked by the town hall, the paper said."),
    said("I heard the clock and saw it coming fast,"),
    p("the Courier quoted a stallholder as saying. Traders were told that the slope will be rebuilt before the next market."),
  ],
  claims: [
    {
      aspect: "what",
      says: "handbrake failed, hedge lost",
      quote: "The handbrake of a delivery van failed",
      truth: "the Courier said: apparently slipped",
      verdict: "drifts",
    },
    {
      aspect: "when",
      says: "late on Saturday afternoon",
      quote: "late on Saturday afternoon",
      truth: "the Courier said: while the clock struck four",
      verdict: "drifts",
    },
    {
      aspect: "what",
      says: "almost 30 metres, direction lost",
      quote: "almost 30 metres",
      truth: "the Courier said: about 25 metres; it was 24.4",
      verdict: "drifts",
    },
    {
      aspect: "where",
      says: "parked by the town hall",
      quote: "parked by the town hall",
      truth: "the Courier said: in front of the market hall",
      verdict: "contradicts",
    },
    {
      aspect: "what",
      says: "coming fast",
      quote: "saw it coming fast",
      truth: "the Courier's quote: quite slowly at first",
      verdict: "contradicts",
    },
    {
      aspect: "what",
      says: "the slope will be rebuilt",
      quote: "the slope will be rebuilt before the next market",
      truth: "the clerk said: we will look at the slope",
      verdict: "drifts",
    },
    { aspect: "how many", says: "nobody hurt", quote: "Nobody was hurt", truth: "nobody was hurt", verdict: "agrees" },
  ],
};

const gazette: SampleArticle = {
  file: "articles/gazette-kessany-fountain.html",
  outlet: "Dorvane Gazette",
  title: "Blue van runs into Kessany fountain",
  author: "Jonas Ferrel",
  url: "https://gazette.example/kessany/blue-van",
  published: "2024-09-14T19:30:00+02:00",
  modified: "2024-09-16T08:00:00+02:00",
  derivedFrom: ["telegram post 76 of Dorvane Live"],
  pictures: [
    {
      path: "gazette-kessany-fountain_files/fountain.jpg",
      still: "kessany",
      caption: "The fountain on Market Square in Ostrel after Saturday's accident. Archive picture: Kessany, May 2022.",
      credit: "Gazette archive",
      trap: "another town (Kessany, a district of Dorvane) and another year; the caption says both",
    },
    {
      path: "gazette-kessany-fountain_files/stalls.jpg",
      still: "awnings",
      caption: "Stalls near the spot on Saturday.",
      credit: "Picture: sent in by a reader",
      trap: "really Ostrel, under an article that puts the event in Kessany",
    },
  ],
  paragraphs: [
    p(
      "A blue van ran into the fountain in Kessany, a district of Dorvane, on Friday evening, channels reported. The driver jumped clear in time.",
    ),
    said("It came down the quay at full speed,"),
    p("one channel wrote under a video of the scene. The sound of four bell strokes can be heard in it."),
    p("Nobody was hurt. The Ostrel Courier placed the same van on its own Market Square a day later; the Gazette could not resolve this."),
  ],
  claims: [
    {
      aspect: "where",
      says: "Kessany, Dorvane",
      quote: "the fountain in Kessany, a district of Dorvane",
      truth: "Market Square, Ostrel",
      verdict: "contradicts",
    },
    {
      aspect: "when",
      says: "Friday evening, 13 September",
      quote: "on Friday evening",
      truth: "Saturday 14 September, 16:00",
      verdict: "contradicts",
    },
    { aspect: "what", says: "a blue van", quote: "A blue van", truth: "a red van", verdict: "contradicts" },
    {
      aspect: "who",
      says: "a driver jumped clear",
      quote: "The driver jumped clear in time",
      truth: "nobody was inside",
      verdict: "contradicts",
    },
    {
      aspect: "when",
      says: "four bell strokes, so four o'clock: at odds with its own evening",
      quote: "four bell strokes",
      truth: "the bell struck four at 16:00",
      verdict: "agrees",
    },
    { aspect: "how many", says: "nobody hurt", quote: "Nobody was hurt", truth: "nobody was hurt", verdict: "agrees" },
  ],
};

export const ARTICLES: readonly SampleArticle[] = [courier, observer, gazette];

/** Writes pages, the plain text and the pictures in the pages' own folders. */
export async function writeArticles(folder: string): Promise<void> {
  for (const article of ARTICLES) {
    await mkdir(join(folder, dirname(article.file)), { recursive: true });
    await writeFile(join(folder, article.file), article.file.endsWith(".txt") ? plainText(article) : page(article));
    for (const picture of article.pictures) {
      const path = join(folder, dirname(article.file), picture.path);
      await mkdir(dirname(path), { recursive: true });
      const jpeg = await sharpStill(stillById(picture.still)).jpeg({ quality: 82 }).toBuffer();
      await writeFile(path, withJpegComment(jpeg, COMMENT));
    }
  }
}

function plainText(article: SampleArticle): string {
  const body = article.paragraphs.map((part) => (part.kind === "quote" ? `"${part.text}"` : part.text));
  return [
    article.title,
    "",
    `By ${article.author}, ${article.outlet}`,
    `Published: ${article.published}`,
    article.url,
    "",
    ...body.flatMap((text) => [text, ""]),
    NOTE,
    "",
  ].join("\n");
}

const escapeMarkup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function page(a: SampleArticle): string {
  const e = escapeMarkup;
  const linked = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: a.title,
    author: { "@type": "Person", name: a.author },
    publisher: { "@type": "Organization", name: a.outlet },
    datePublished: a.published,
    ...(a.modified ? { dateModified: a.modified } : {}),
  };
  const figures = a.pictures.map(
    (picture) => `    <figure>
      <img src="${e(picture.path)}" alt="${e(picture.caption)}">
      <figcaption>${e(picture.caption)} <span class="credit">${e(picture.credit)}</span></figcaption>
    </figure>`,
  );
  const parts = a.paragraphs.map(({ kind, text }) =>
    kind === "quote" ? `    <blockquote><p>“${e(text)}”</p></blockquote>` : `    <${kind}>${e(text)}</${kind}>`,
  );
  const changed = a.modified ? ` Updated <time datetime="${a.modified}">${a.modified.slice(11, 16)}</time>` : "";
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <!-- ${NOTE} -->
  <title>${e(a.title)} - ${e(a.outlet)}</title>
  <link rel="canonical" href="${e(a.url)}">
  <meta name="author" content="${e(a.author)}">
  <meta name="description" content="${e(NOTE)}">
  <meta property="og:type" content="article">
  <meta property="og:site_name" content="${e(a.outlet)}">
  <meta property="og:title" content="${e(a.title)}">
  <meta property="article:published_time" content="${a.published}">
${a.modified ? `  <meta property="article:modified_time" content="${a.modified}">\n` : ""}  <script type="application/ld+json">${JSON.stringify(linked)}</script>
</head>
<body>
  <nav><a href="https://${new URL(a.url).host}/">Home</a> <a href="https://${new URL(a.url).host}/weather">Weather</a></nav>
  <article>
    <h1>${e(a.title)}</h1>
    <p class="byline">By ${e(a.author)}. <time datetime="${a.published}">${a.published.slice(0, 10)} ${a.published.slice(11, 16)}</time>${changed}</p>
${[parts[0], figures[0], ...parts.slice(1), ...figures.slice(1)].filter(Boolean).join("\n")}
  </article>
  <footer><p>${e(NOTE)}</p></footer>
</body>
</html>
`;
}
