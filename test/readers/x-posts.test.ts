/** Posts of X as people hand them in: the id's own time stands beside the shown one, and nothing of the script is run. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../src/core/analysis/reading-result.ts";
import { Post } from "../../src/core/post/post.ts";
import { readXPosts } from "../../src/formats/x-posts/read-x-posts.ts";
import { instantOfId } from "../../src/formats/x-posts/snowflake.ts";
import { inPieces } from "../fuzz/fuzz-target.ts";
import { testFolder } from "../hostile-media/analyse-file.ts";
import { containerOf, readFileOfPosts } from "./read-file.ts";
import { apiPost, archiveScript, archiveTweet, idAt, postId, repostTweet, statusPost } from "./x-files.ts";

async function read(content: unknown): Promise<{ posts: Post[]; reading: PostsReading; post: Post }> {
  const bytes =
    content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));
  const posts: Post[] = [];
  const reading = await readXPosts(inPieces(bytes), platformDecoder, (post) => posts.push(Post.parse(post)));
  return { posts, reading: PostsReading.parse(reading), post: posts[0] as Post };
}

const codes = ({ traps }: PostsReading) => traps.map(({ code }) => code);

describe("the time in an id", () => {
  it("is the milliseconds above its lowest 22 bits", () => {
    assert.equal(new Date(instantOfId("1212092628029698048") ?? 0).toISOString(), "2019-12-31T19:26:16.771Z");
    assert.equal(new Date(instantOfId(postId) ?? 0).toISOString(), "2024-09-14T15:20:17.400Z");
  });

  it("is exact for every id, however large", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2010, 10, 5), max: Date.UTC(2090, 0, 1) }),
        fc.integer({ min: 0, max: 2 ** 22 - 1 }),
        (ms, low) => instantOfId(String(((BigInt(ms) - 1288834974657n) << 22n) | BigInt(low))) === ms,
      ),
    );
  });

  it("is not in ids of before November 2010, nor in what is no id", () => {
    for (const id of ["20", "29700859247", "99999999999999999999", "-5", "1e30", ""]) assert.equal(instantOfId(id), undefined, id);
  });
});

describe("an archive's posts", () => {
  it("are read with words, files beside, answers and what they were written with", async () => {
    const { post, reading } = await read(archiveScript([archiveTweet, repostTweet]));
    assert.equal(post.text, "Brakes gone & straight into the fountain https://t.co/abc");
    assert.deepEqual(
      post.entities.map(({ href, start, end }) => [href, post.text.slice(start, end)]),
      [["https://news.example/kessany", "https://t.co/abc"]],
    );
    assert.deepEqual(post.media, [
      { state: "in-export", role: "photo", path: `tweets_media/${postId}-EabcDEF.jpg` },
      { state: "in-export", role: "video", path: `tweets_media/${postId}-Large-1.mp4`, durationSec: 12.5 },
    ]);
    assert.equal(post.replyTo, "1234567890123456789 of @ostrel");
    assert.ok(post.carries?.some(({ kind, said }) => kind === "written-with" && said === "Twitter Web App"));
    assert.deepEqual([reading.format, reading.shape, reading.counts.posts, reading.faults], ["x-archive", "account", 2, []]);
  });

  it("state the shown time and, apart from it, the id's own", async () => {
    const { post, reading } = await read(archiveScript([archiveTweet]));
    assert.ok(post.posted !== "unknown");
    assert.deepEqual([post.posted.earliest, post.posted.verbatim], ["2024-09-14T15:20:17Z", "Sat Sep 14 15:20:17 +0000 2024"]);
    assert.deepEqual([post.timeOfId?.earliest, post.timeOfId?.verbatim], ["2024-09-14T15:20:17.400Z", postId]);
    assert.ok(!codes(reading).includes("id-time-disagrees"));
  });

  it("whose shown time is not the id's are a trap that names both", async () => {
    const changed = { tweet: { ...archiveTweet.tweet, created_at: "Sat Sep 14 13:20:17 +0000 2024" } };
    const { reading, post } = await read(archiveScript([changed]));
    assert.deepEqual(reading.traps.find(({ code }) => code === "id-time-disagrees")?.where, [
      `post ${postId}: shown 2024-09-14T13:20:17Z, id 2024-09-14T15:20:17.400Z`,
    ]);
    assert.equal(post.posted !== "unknown" && post.posted.earliest, "2024-09-14T13:20:17Z");
  });

  it("of older and split archives are found in their own folders", async () => {
    for (const [variable, folder] of [
      ["tweet.part0", "tweet_media"],
      ["tweets.part3", "tweets_media"],
      ["deleted_tweets.part0", "deleted_tweets_media"],
    ] as const) {
      const { post, reading } = await read(archiveScript([archiveTweet], variable));
      assert.equal(post.media[0]?.state === "in-export" && post.media[0].path, `${folder}/${postId}-EabcDEF.jpg`);
      assert.equal(codes(reading).includes("deleted-post"), variable.startsWith("deleted"));
    }
    const older = `Grailbird.data.tweets_2013_02 = [ { "id_str" : "298000000000000000", "text" : "old", "created_at" : "2013-02-03 09:00:00 +0000" } ]`;
    assert.equal((await read(older)).post.text, "old");
  });

  it("that repost are under a name only", async () => {
    const { post, reading } = await read(archiveScript([repostTweet]));
    assert.deepEqual(post.forwardedFrom, { displayName: "@someone", resolved: false });
    assert.ok(codes(reading).includes("repost-truncated"));
  });

  it("do not name their account, and a long text is read from its note", async () => {
    const { reading } = await read(archiveScript([archiveTweet]));
    assert.deepEqual(reading.channels[0]?.name, "Owner of the archive");
    const note = { noteTweet: { noteTweetId: postId, createdAt: "2024-09-14T15:20:17.000Z", core: { text: "long words", urls: [] } } };
    const read2 = await read(archiveScript([note], "note_tweet.part0"));
    assert.deepEqual(
      [read2.post.text, read2.post.posted !== "unknown" && read2.post.posted.earliest],
      ["long words", "2024-09-14T15:20:17Z"],
    );
    assert.ok(codes(read2.reading).includes("note-is-not-the-post"));
  });
});

describe("a saved post", () => {
  it("of the newer interface has its author and its picture's address", async () => {
    const { post, reading } = await read(apiPost);
    assert.equal(post.author, "Dorvane Live (@dorvane_live)");
    assert.deepEqual(reading.channels, [{ id: "76", name: "@dorvane_live", platform: "x", type: "account" }]);
    assert.deepEqual(post.media, [{ state: "not-in-export", role: "photo", said: "https://pbs.twimg.com/media/EabcDEF.jpg" }]);
    assert.ok(post.carries?.some(({ kind, said }) => kind === "quotes-post" && said === "1234567890123456789"));
    assert.deepEqual([reading.format, reading.shape], ["x-post", "single-post"]);
  });

  it("of the older interface keeps its id's digits and its place, which is not the filming's", async () => {
    const { post, reading } = await read(statusPost);
    assert.equal(post.id, postId);
    assert.ok(post.carries?.some(({ kind, said }) => kind === "location" && said === "50.1, 30.2"));
    assert.ok(codes(reading).includes("place-tagged"));
  });

  it("without a date has the id's time alone, and it does not become the posted one", async () => {
    const { created_at: _created, ...data } = apiPost.data;
    const { post, reading } = await read({ ...apiPost, data });
    assert.equal(post.posted, "unknown");
    assert.equal(post.timeOfId?.earliest, "2024-09-14T15:20:17.400Z");
    assert.ok(codes(reading).includes("no-posted-time"));
  });

  it("of several is several posts", async () => {
    const other = { id: idAt("2024-09-14T16:00:00Z"), text: "second", author_id: "99" };
    const { posts, reading } = await read({ ...apiPost, data: [apiPost.data, other, 5] });
    assert.equal(posts.length, 2);
    assert.deepEqual(reading.faults, [{ where: "data[2]", expected: "a post", found: "something else" }]);
    assert.ok(codes(reading).includes("author-not-in-file"));
  });
});

describe("hostile and broken archives", () => {
  it("scripts that do more than assign are not run, and are a fault", async () => {
    const { posts, reading } = await read(`${archiveScript([archiveTweet])};\nprocess.exit(1)`);
    assert.equal(posts.length, 1);
    assert.ok(reading.faults.length > 0);
  });

  it("a file cut off gives what came before", async () => {
    const text = archiveScript([archiveTweet, repostTweet]);
    const { posts, reading } = await read(text.slice(0, -40));
    assert.equal(posts.length, 1);
    assert.ok(codes(reading).includes("file-cut"));
  });

  it("one damaged record costs only itself", async () => {
    const text = archiveScript([repostTweet, archiveTweet, { tweet: { ...repostTweet.tweet, id_str: idAt("2024-09-14T17:00:00Z") } }]);
    const { posts, reading } = await read(text.replace('"full_text": "Brakes', '"full_text" "Brakes'));
    assert.equal(posts.length, 2);
    assert.ok(reading.faults.some(({ where }) => where === "record 1"));
  });

  it("the same post twice is read twice, and said", async () => {
    const { posts, reading } = await read(archiveScript([archiveTweet, archiveTweet]));
    assert.equal(posts.length, 2);
    assert.equal(reading.faults[0]?.where, `post ${postId} id`);
  });

  it("absurd ids and dates are faults, never instants", async () => {
    for (const created_at of ["Sat Sep 99 15:20:17 +0000 2024", "yesterday", "2024-13-01T00:00:00Z", 5]) {
      const { post, reading } = await read(archiveScript([{ tweet: { ...archiveTweet.tweet, created_at } }]));
      assert.equal(post.posted, "unknown");
      assert.ok(reading.faults.some(({ where }) => where === `post ${postId} created_at`));
    }
    const { post } = await read(archiveScript([{ tweet: { ...archiveTweet.tweet, id_str: "../../etc", id: "x" } }]));
    assert.equal(post.id, "record 0");
    assert.ok(post.media.every(({ state }) => state === "not-in-export"));
  });

  it("addresses of media never lead out of the archive's folder", async () => {
    const media = [{ type: "photo", media_url_https: "https://x/../../../secret.jpg?a=/../b.jpg" }, { type: "__proto__" }];
    const { post } = await read(archiveScript([{ tweet: { ...archiveTweet.tweet, extended_entities: { media } } }]));
    for (const one of post.media) assert.ok(one.state !== "in-export" || /^tweets_media\/\d+-[\w-]+\.\w+$/.test(one.path));
  });

  it("a file in UTF-16 is read, and said to be another program's", async () => {
    const { posts, reading } = await read(Buffer.from(`\ufeff${archiveScript([archiveTweet])}`, "utf16le"));
    assert.equal(posts.length, 1);
    assert.ok(codes(reading).includes("encoding-unexpected"));
  });

  it("however it is damaged, what is given keeps to its schema", async () => {
    const texts = [archiveScript([archiveTweet, repostTweet]), JSON.stringify(apiPost)];
    const pieces = fc.constantFrom("", '"', "{", "}", "]", ",", "null", '{"tweet":{');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(3000), fc.nat(200), pieces, async (text, at, length, put) => {
        await read(text.slice(0, at) + put + text.slice(at + length));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the file of an archive", () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  before(async () => {
    folder = await testFolder("x-posts");
  });
  after(() => folder.remove());

  it("is told by its assignment, a saved post by its names, and other lists of an archive are kept and not read", async () => {
    assert.equal(await containerOf(folder.path("tweets.js"), archiveScript([archiveTweet])), "x-archive-js");
    assert.equal(await containerOf(folder.path("a.json"), JSON.stringify(apiPost)), "x-post-json");
    assert.equal(await containerOf(folder.path("b.json"), JSON.stringify(statusPost)), "x-post-json");
    const cut = Buffer.from(archiveScript([{ tweet: { ...archiveTweet.tweet, full_text: "площа" } }]));
    assert.equal(
      await containerOf(folder.path("cut.js"), cut.subarray(0, cut.indexOf("площа") + 3)),
      "x-archive-js",
      "cut inside a letter",
    );
    assert.equal(await containerOf(folder.path("account.js"), archiveScript([{ account: {} }], "account.part0")), "x-archive-data");
  });

  it("is read in a child", async () => {
    const { analyser, posts } = await readFileOfPosts(folder.path("tweets.js"), archiveScript([archiveTweet, repostTweet]));
    assert.deepEqual([analyser, posts.length], ["x-posts", 2]);
  });
});
