/** Pages of Telegram Desktop's HTML export, as written, in older versions, and broken. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../src/core/analysis/reading-result.ts";
import { Post } from "../../src/core/post/post.ts";
import { readTelegramPage } from "../../src/formats/telegram-html/read-page.ts";
import { inPieces } from "../fuzz/fuzz-target.ts";
import { testFolder } from "../hostile-media/analyse-file.ts";
import { containerOf, readFileOfPosts } from "./read-file.ts";
import { messages, newPage, oldPage, pageEnd, pageStart } from "./telegram-pages.ts";

async function read(content: string | Uint8Array): Promise<{ posts: Post[]; reading: PostsReading }> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const posts: Post[] = [];
  const reading = await readTelegramPage(inPieces(bytes), platformDecoder, (post) => posts.push(Post.parse(post)));
  return { posts, reading: PostsReading.parse(reading) };
}

const codes = ({ traps }: PostsReading) => traps.map(({ code }) => code);
const of = (posts: readonly Post[], id: string): Post => {
  const post = posts.find((one) => one.id === id);
  assert.ok(post !== undefined, `no post ${id}`);
  return post;
};

describe("a page of an export", () => {
  it("becomes posts in its order, the lines between days left out", async () => {
    const { posts, reading } = await read(newPage);
    assert.deepEqual(
      posts.map(({ id }) => id),
      ["2", "3", "4", "5", "6", "7"],
    );
    assert.deepEqual(reading.channels, [{ id: "chat", name: "Ostrel Today", platform: "telegram", type: "unknown" }]);
    assert.deepEqual(reading.counts, { posts: 6, mediaNotInExport: 1 });
    assert.deepEqual(reading.faults, []);
  });

  it("states each post's instant with the exporting computer's zone", async () => {
    const { posts, reading } = await read(newPage);
    assert.deepEqual(of(posts, "3").posted, {
      means: "posted",
      verbatim: "14.09.2024 16:20:00 UTC+03:00",
      earliest: "2024-09-14T13:20:00Z",
      latest: "2024-09-14T13:20:00Z",
      zone: { state: "stated", offsetMinutes: 180 },
      basis: "message 3 date title",
    });
    assert.ok(codes(reading).includes("exporter-offset"));
  });

  it("of an older version gives an interval over all zones", async () => {
    const { posts, reading } = await read(oldPage);
    const { posted } = of(posts, "3");
    assert.ok(posted !== "unknown");
    assert.deepEqual(posted.zone, { state: "unknown", reading: "2024-09-14T16:20:00" });
    assert.deepEqual([posted.earliest, posted.latest], ["2024-09-14T02:20:00Z", "2024-09-15T04:20:00Z"]);
    assert.ok(codes(reading).includes("zone-unknown"));
  });

  it("keeps words as text with their looks, links where they point, and markup as words", async () => {
    const post = of((await read(newPage)).posts, "3");
    assert.equal(post.text, "At the fountain now <script>alert(1)</script>\nsee example.com");
    assert.deepEqual(
      post.entities.map(({ type, href, start, end }) => [type, href, post.text.slice(start, end)]),
      [
        ["bold", undefined, "fountain"],
        ["text_link", "https://example.org/a", "example.com"],
      ],
    );
    assert.equal(post.author, "Anna");
    assert.ok(codes((await read(newPage)).reading).includes("link-shows-another-address"));
  });

  it("joins a message to the sender above it, and says what it answers and shows", async () => {
    const post = of((await read(newPage)).posts, "4");
    assert.deepEqual([post.author, post.replyTo], ["Ostrel Today", "3"]);
    assert.deepEqual(post.media, [
      { state: "in-export", role: "photo", path: "photos/photo_1@14-09-2024_16-21-00.jpg" },
      { state: "in-export", role: "thumbnail", path: "photos/photo_1@14-09-2024_16-21-00_thumb.jpg" },
    ]);
  });

  it("keeps of a forwarded post the shown name and the shown date, which is not its own", async () => {
    const { posts, reading } = await read(newPage);
    const post = of(posts, "5");
    assert.deepEqual(post.forwardedFrom, { displayName: "Someone Else", resolved: false });
    assert.deepEqual(post.carries, [{ kind: "forwarded-date", said: "13.09.2024 09:00:00 UTC+03:00" }]);
    assert.equal(post.posted !== "unknown" && post.posted.earliest, "2024-09-14T13:22:00Z");
    assert.deepEqual(post.media, [
      { state: "in-export", role: "voice", path: "voice_messages/audio_1@14-09-2024_16-22-00.ogg", durationSec: 7 },
    ]);
    assert.ok(codes(reading).includes("forward-date"));
  });

  it("knows files that the export does not hold, and places", async () => {
    const { posts } = await read(newPage);
    assert.deepEqual(of(posts, "6").media, [
      {
        state: "not-in-export",
        role: "video",
        said: "Video file; Not included, change data exporting settings to download.; 01:02, 5.1 MB",
      },
    ]);
    assert.match(of(posts, "7").carries?.[0]?.said ?? "", /50\.1, 30\.2/);
    assert.deepEqual(of(posts, "7").media, []);
  });

  it("gives a statement the day of the line above it, and no clock", async () => {
    const post = of((await read(newPage)).posts, "2");
    assert.equal(post.service, "Anna pinned this message");
    assert.ok(post.posted !== "unknown");
    assert.deepEqual(post.posted.zone, { state: "unknown", reading: "2024-09-14" });
  });

  it("says that the chat goes on in another page", async () => {
    const { reading } = await read(newPage);
    assert.deepEqual(reading.traps.find(({ code }) => code === "other-pages")?.where, ["messages2.html"]);
  });
});

describe("hostile and broken pages", () => {
  it("a joined message at the head of a page has no sender, and a trap says why", async () => {
    const { posts, reading } = await read(`${pageStart("A")}${messages.photo}${pageEnd}`);
    assert.equal(of(posts, "4").author, undefined);
    assert.ok(codes(reading).includes("author-in-earlier-page"));
  });

  it("a page cut off gives what came before, and a fault names the message it ends in", async () => {
    const at = newPage.indexOf('id="message5"') + 400;
    const { posts, reading } = await read(newPage.slice(0, at));
    assert.deepEqual(
      posts.map(({ id }) => id),
      ["2", "3", "4", "5"],
    );
    assert.ok(reading.faults.some(({ where }) => where === "message 5"));
    assert.ok(codes(reading).includes("file-cut"));
  });

  it("messages out of order and twice are read, and said", async () => {
    const { posts, reading } = await read(`${pageStart("A")}${messages.missing}${messages.words}${messages.words}${pageEnd}`);
    assert.equal(posts.length, 3);
    assert.ok(codes(reading).includes("ids-out-of-order"));
    assert.deepEqual(
      reading.faults.map(({ where }) => where),
      ["message 3 id"],
    );
  });

  it("a message that never closes ends where the next begins", async () => {
    const broken = messages.words.replace(/<\/div>\s*<\/div>\s*$/, "");
    const { posts, reading } = await read(`${pageStart("A")}${broken}${messages.missing}${pageEnd}`);
    assert.deepEqual(
      posts.map(({ id }) => id),
      ["3", "6"],
    );
    assert.deepEqual(
      reading.faults.map(({ where }) => where),
      ["message 3"],
    );
  });

  it("nesting without end costs one message and not the page", async () => {
    const deep = messages.words.replace("At the", "<b>".repeat(100_000));
    const { posts, reading } = await read(`${pageStart("A")}${deep}${messages.missing}${pageEnd}`);
    assert.ok(posts.some(({ id }) => id === "6"));
    assert.ok(reading.faults.some(({ where }) => where === "message 3"));
  });

  it("absurd dates are faults, never instants", async () => {
    for (const title of ["99.99.9999 99:99:99", "31.02.2024 10:00:00 UTC+03:00", "14.09.2024 16:20:00 UTC+99:00", "x"]) {
      const { posts, reading } = await read(`${pageStart("A")}${messages.words.replace("14.09.2024 16:20:00 UTC+03:00", title)}${pageEnd}`);
      assert.equal(of(posts, "3").posted, "unknown", title);
      assert.equal(reading.faults[0]?.where, "message 3 date title");
    }
  });

  it("links out of the export, and scripts, are never files", async () => {
    for (const href of ["../../secret.jpg", "https://example.org/a.jpg", "javascript:alert(1)", "/etc/passwd"]) {
      const page = messages.photo.replace('href="photos/photo_1@14-09-2024_16-21-00.jpg"', `href="${href}"`);
      const { posts } = await read(`${pageStart("A")}${page}${pageEnd}`);
      assert.equal(of(posts, "4").media[0]?.state, "not-in-export", href);
    }
  });

  it("attributes called __proto__ change nothing", async () => {
    const { posts } = await read(newPage.replace('<div class="from_name">', '<div class="from_name" __proto__="x" constructor="y">'));
    assert.equal(posts.length, 6);
  });

  it("a file titled like an inherited name of the language keeps the role of its class", async () => {
    const { posts } = await read(newPage.replace("\nVoice message\n", "\nconstructor\n"));
    assert.ok(posts.some(({ media }) => media.some(({ role }) => role === "voice")));
  });

  it("a page in UTF-16 is read, and said to be another program's", async () => {
    const wide = await read(Buffer.from(`\ufeff${newPage}`, "utf16le"));
    assert.equal(wide.posts.length, 6);
    assert.ok(codes(wide.reading).includes("encoding-unexpected"));
  });

  it("however a page is damaged, every post it gives keeps to its schema", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(newPage.length), fc.nat(400), fc.string({ maxLength: 12 }), async (at, length, put) => {
        await read(newPage.slice(0, at) + put + newPage.slice(at + length));
      }),
      { numRuns: 150 },
    );
  });
});

describe("the file of a page", () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  before(async () => {
    folder = await testFolder("telegram-html");
  });
  after(() => folder.remove());

  it("is told from a saved page by the exporter's classes", async () => {
    assert.equal(await containerOf(folder.path("a.html"), newPage), "telegram-html");
    const article = `<!doctype html><html><body><article class="message default"><p>A message</p></article></body></html>`;
    assert.equal(await containerOf(folder.path("b.html"), article), "html");
  });

  it("is read in a child", async () => {
    const { analyser, posts } = await readFileOfPosts(folder.path("messages.html"), newPage);
    assert.deepEqual([analyser, posts.length], ["telegram-html", 6]);
  });
});
