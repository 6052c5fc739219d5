/** What yt-dlp writes beside a clip: a day is a day, fetching is not posting, and keys stay in the file. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../src/core/analysis/reading-result.ts";
import { Post } from "../../src/core/post/post.ts";
import { publicAddress } from "../../src/core/link/public-address.ts";
import { readYtDlpInfo } from "../../src/formats/yt-dlp-info/read-info.ts";
import { inPieces } from "../fuzz/fuzz-target.ts";
import { testFolder } from "../hostile-media/analyse-file.ts";
import { clipInfo, dayOnlyInfo, listInfo, plantedToken } from "./info-files.ts";
import { containerOf, readFileOfPosts } from "./read-file.ts";

async function read(content: unknown): Promise<{ posts: Post[]; reading: PostsReading; post: Post }> {
  const bytes =
    content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));
  const posts: Post[] = [];
  const reading = await readYtDlpInfo(inPieces(bytes), platformDecoder, (post) => posts.push(Post.parse(post)));
  return { posts, reading: PostsReading.parse(reading), post: posts[0] as Post };
}

const codes = ({ traps }: PostsReading) => traps.map(({ code }) => code);

describe("a description beside a clip", () => {
  it("is a post with its words, its account, its address and the clip beside it", async () => {
    const { posts, post, reading } = await read(clipInfo);
    assert.equal(posts.length, 1);
    assert.deepEqual(
      [post.id, post.title, post.text, post.author, post.url],
      ["abc123", clipInfo.title, clipInfo.description, "Ostrel Corner", "https://video.example/watch?v=abc123"],
    );
    assert.deepEqual(reading.channels, [{ id: "UCostrel", name: "Ostrel Corner", platform: "videosite", type: "channel" }]);
    assert.deepEqual(post.media, [{ state: "beside", role: "video", said: "a file of the same name", durationSec: 12.5 }]);
    assert.deepEqual([reading.shape, reading.faults], ["single-post", []]);
    const said = Object.fromEntries((post.carries ?? []).map(({ kind, said: words }) => [kind, words]));
    assert.equal(said["counts"], "views 321, likes 4, when fetched");
    assert.equal(said["availability"], "unlisted");
    assert.equal(said["fetched-with"], "yt-dlp/yt-dlp 2024.08.06");
  });

  it("what the extractor for any page fetched is of the host it was fetched from", async () => {
    for (const [address, platform] of [
      ["https://www.Clips.example/watch/7", "clips.example"],
      ["https://name:word@clips.example:8443?v=7", "clips.example"],
      ["http://[2001:db8::7]:80/clip", "[2001:db8::7]"],
      ["file:///home/clip.html", "unknown"],
      [undefined, "unknown"],
    ] as const) {
      const { reading } = await read({ ...clipInfo, extractor: "generic", extractor_key: "Generic", webpage_url: address });
      assert.equal(reading.channels[0]?.platform, platform, String(address));
    }
    const { reading } = await read({ ...clipInfo, webpage_url: "https://mirror.example/7" });
    assert.equal(reading.channels[0]?.platform, "videosite", "a site with an extractor of its own keeps its name");
  });

  it("posted is the timestamp, fetched is the epoch, and neither takes the other's place", async () => {
    const { post, reading } = await read(clipInfo);
    assert.ok(post.posted !== "unknown");
    assert.deepEqual(
      [post.posted.means, post.posted.earliest, post.posted.latest],
      ["posted", "2024-09-14T14:40:17Z", "2024-09-14T14:40:17Z"],
    );
    assert.deepEqual([post.fetched?.means, post.fetched?.earliest], ["captured", "2024-09-15T11:33:20Z"]);
    assert.ok(codes(reading).includes("epoch-is-fetching"));
  });

  it("an upload date alone is a whole day in UTC, never a moment, and the epoch is still not the posting", async () => {
    const { post, reading } = await read(dayOnlyInfo);
    assert.deepEqual(post.posted, {
      means: "posted",
      verbatim: "20240914",
      earliest: "2024-09-14T00:00:00Z",
      latest: "2024-09-14T23:59:59Z",
      zone: { state: "utc" },
      basis: "info.json upload_date",
    });
    assert.ok(codes(reading).includes("posted-day-only"));
    const { timestamp: _t, upload_date: _u, ...neither } = clipInfo;
    const bare = await read(neither);
    assert.equal(bare.post.posted, "unknown");
    assert.equal(bare.post.fetched?.earliest, "2024-09-15T11:33:20Z");
    assert.ok(codes(bare.reading).includes("no-posted-time"));
  });

  it("dates that disagree are a trap that names both", async () => {
    const { reading } = await read({ ...clipInfo, upload_date: "20240912" });
    const trap = reading.traps.find(({ code }) => code === "upload-date-disagrees");
    assert.deepEqual(trap?.where, ["info.json timestamp 2024-09-14T14:40:17Z, upload_date 20240912"]);
    assert.ok(codes((await read({ ...clipInfo, epoch: 1700000000 })).reading).includes("fetched-before-posted"));
  });

  it("no key, header or cookie is in anything that the reader gives", async () => {
    for (const info of [clipInfo, listInfo]) {
      const { posts, reading } = await read(info);
      assert.ok(!JSON.stringify([posts, reading]).includes(plantedToken));
      assert.ok(!JSON.stringify([posts, reading]).includes("cdn.example"));
    }
    assert.ok(codes((await read(clipInfo)).reading).includes("keys-left-out"));
    assert.ok(codes((await read(clipInfo)).reading).includes("address-shortened"));
  });

  it("a change after posting is a time of its own; a planned release stays in the file's words", async () => {
    const { post } = await read({ ...clipInfo, modified_timestamp: 1726330000, release_timestamp: 1726328000 });
    assert.deepEqual([post.edited?.means, post.edited?.earliest], ["modified", "2024-09-14T16:06:40Z"]);
    assert.ok(post.carries?.some(({ kind, said }) => kind === "release" && said.includes("2024-09-14T15:33:20Z")));
  });

  it("a list is the posts that it names, and a list without entries is none", async () => {
    const { posts, reading } = await read(listInfo);
    assert.deepEqual(
      posts.map(({ id, media }) => [id, media.length]),
      [
        ["abc123", 0],
        ["def456", 0],
      ],
    );
    assert.equal(reading.shape, "account");
    const { entries: _entries, ...bare } = listInfo;
    const none = await read(bare);
    assert.deepEqual([none.posts.length, codes(none.reading)], [0, ["playlist-only"]]);
  });
});

describe("addresses", () => {
  it("lose keys and names of accounts, and keep what names the page", () => {
    for (const [given, shown] of [
      ["https://video.example/watch?v=abc&t=5", "https://video.example/watch?v=abc&t=5"],
      ["https://a:b@video.example/x", "https://video.example/x"],
      ["https://s3.example/x.mp4?X-Amz-Signature=1&X-Amz-Credential=2&v=3", "https://s3.example/x.mp4?v=3"],
      ["https://video.example/x#access_token=1", "https://video.example/x"],
      ["https://video.example/x?%73ig=1", "https://video.example/x"],
      ["https://video.example/hls/expire/123/sig/abc/x.m3u8", "https://video.example/hls"],
      [`https://video.example/x?v=${"a".repeat(300)}`, "https://video.example/x"],
      ["ytsearch:fountain", "ytsearch:fountain"],
    ] as const)
      assert.equal(publicAddress(given).address, shown);
    assert.equal(publicAddress("https://video.example/watch?v=abc").shortened, false);
  });
});

describe("hostile and broken descriptions", () => {
  it("a file cut off gives what came before, and says so", async () => {
    const text = JSON.stringify(clipInfo);
    const { post, reading } = await read(text.slice(0, text.indexOf('"extractor"')));
    assert.deepEqual([post.id, post.posted !== "unknown" && post.posted.verbatim], ["abc123", "1726324817"]);
    assert.ok(codes(reading).includes("file-cut"));
  });

  it("values of other kinds are faults that name the member, and the rest is read", async () => {
    const { post, reading } = await read({
      ...clipInfo,
      title: ["x"],
      duration: "long",
      timestamp: "soon",
      upload_date: 20241399,
      view_count: {},
    });
    assert.equal(post.text, clipInfo.description);
    assert.equal(post.posted, "unknown");
    const where = reading.faults.map((fault) => fault.where);
    assert.ok(
      ["duration", "timestamp", "upload_date"].every((name) => where.includes(`info.json ${name}`)),
      where.join("; "),
    );
  });

  it("absurd times are faults, never instants", async () => {
    for (const timestamp of [-5, 1e18, 0, 99999999999999]) {
      const { post, reading } = await read({ ...dayOnlyInfo, timestamp });
      assert.ok(post.posted !== "unknown" && post.posted.verbatim === "20240914", String(timestamp));
      assert.ok(reading.faults.some(({ where }) => where === "info.json timestamp"));
    }
  });

  it("a member twice is a fault, and __proto__ is nobody's", async () => {
    const { post, reading } = await read('{"id":"a","id":"b","__proto__":{"title":"x"},"title":"y","extractor":"e","webpage_url":"u"}');
    assert.deepEqual([post.id, post.title], ["b", "y"]);
    assert.deepEqual(reading.faults, [
      { where: "info.json id", expected: "each member once", found: "a member twice; the last one counts" },
    ]);
    assert.equal(({} as { title?: string }).title, undefined);
  });

  it("nesting without end, a description without end and another encoding cost what they must and no more", async () => {
    const deep = await read(`{"id":"a","x":${"[".repeat(5000)}`);
    assert.equal(deep.post.id, "a");
    assert.ok(deep.reading.faults.length > 0);
    const long = await read({ ...clipInfo, description: "x".repeat(3_000_000) });
    assert.equal(long.post.text.length, 1024 * 1024);
    assert.ok(long.reading.faults.some(({ where }) => where === "info.json description"));
    const wide = await read(Buffer.from(`\ufeff${JSON.stringify(clipInfo)}`, "utf16le"));
    assert.equal(wide.post.id, "abc123");
    assert.ok(codes(wide.reading).includes("encoding-unexpected"));
  });

  it("wherever it is cut, no key gets out of it", async () => {
    const text = JSON.stringify(listInfo, null, 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), async (at) => {
        const { posts, reading } = await read(text.slice(0, at));
        assert.ok(!JSON.stringify([posts, reading]).includes(plantedToken));
      }),
      { numRuns: 200 },
    );
  });

  it("however it is damaged, what is given keeps to its schema", async () => {
    const text = JSON.stringify(listInfo, null, 1);
    const pieces = fc.constantFrom("", '"', "{", "}", "]", ",", '"formats":', "null");
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(300), pieces, async (at, length, put) => {
        await read(text.slice(0, at) + put + text.slice(at + length));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the file of a description", () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  before(async () => {
    folder = await testFolder("yt-dlp");
  });
  after(() => folder.remove());

  it("is told by its names, also behind megabytes of formats", async () => {
    const formats = Array.from({ length: 20_000 }, (_, n) => ({
      format_id: String(n),
      url: `https://cdn.example/${n}?sig=${plantedToken}`,
    }));
    const { id, title, ...rest } = clipInfo;
    assert.equal(await containerOf(folder.path("x.json"), JSON.stringify({ id, title, ...rest, formats })), "yt-dlp-json");
    assert.equal(await containerOf(folder.path("z.json"), Buffer.from(`\ufeff${JSON.stringify(clipInfo)}`, "utf16le")), "yt-dlp-json");
    const cut = Buffer.from(JSON.stringify({ ...clipInfo, tags: ["площа"] }));
    assert.equal(await containerOf(folder.path("cut.json"), cut.subarray(0, -1)), "yt-dlp-json");
    assert.equal(await containerOf(folder.path("older.json"), Buffer.concat([cut, Buffer.from([0xcf, 0xeb])])), "yt-dlp-json");
    assert.equal(await containerOf(folder.path("y.json"), JSON.stringify({ id: 1, extractor: "x" })), "json");
  });

  it("is read in a child, and no key gets out of it", async () => {
    const { analyser, posts, everything } = await readFileOfPosts(folder.path("x.info.json"), JSON.stringify(clipInfo));
    assert.deepEqual([analyser, posts.length], ["yt-dlp", 1]);
    assert.ok(!everything.includes(plantedToken));
  });
});
