/** The text of a WhatsApp chat, in the forms of its locales and in broken and hostile ones. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { PostsReading } from "../../src/core/analysis/reading-result.ts";
import { Post } from "../../src/core/post/post.ts";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { readWhatsAppChat } from "../../src/formats/whatsapp-chat/read-chat.ts";
import { inPieces } from "../fuzz/fuzz-target.ts";
import { americanChat, androidChat, iosChat, undecidedChat } from "./chat-texts.ts";

async function read(content: string | Uint8Array, mostBytes?: number): Promise<{ posts: Post[]; reading: PostsReading }> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const posts: Post[] = [];
  const reading = await readWhatsAppChat(
    () => inPieces(bytes),
    platformDecoder,
    (post) => posts.push(Post.parse(post)),
    mostBytes,
  );
  return { posts, reading: PostsReading.parse(reading) };
}

const codes = ({ traps }: PostsReading) => traps.map(({ code }) => code);
const zones = (posts: readonly Post[]) =>
  posts.map(({ posted }) => (posted !== "unknown" && posted.zone.state === "unknown" ? posted.zone.reading : "?"));

describe("a chat of an Android phone", () => {
  it("becomes messages with their senders, files and what was left out", async () => {
    const { posts, reading } = await read(androidChat);
    assert.deepEqual(
      posts.map(({ author, text, service }) => service ?? `${author}: ${text}`),
      [
        "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. *Learn more*",
        "Anna Baker: The van rolls into the fountain\nsecond line, with <b>markup</b>",
        "Borys: the square at four",
        "Borys: ",
        "Anna Baker: ",
        "Anna Baker: nobody was hurt",
        "This message was deleted",
      ],
    );
    assert.deepEqual(
      posts.flatMap(({ media }) => media),
      [
        { state: "in-export", role: "photo", path: "IMG-20240914-WA0003.jpg" },
        { state: "in-export", role: "voice", path: "PTT-20240914-WA0000.opus" },
        { state: "not-in-export", role: "file", said: "<Media omitted>" },
      ],
    );
    assert.equal(posts[6]?.author, "Anna Baker");
    assert.deepEqual(reading.counts, { posts: 7, mediaNotInExport: 1 });
    assert.deepEqual(reading.channels, [{ id: "chat", name: "Anna Baker, Borys", platform: "whatsapp", type: "chat" }]);
    assert.deepEqual(reading.faults, []);
  });

  it("gives every time as an interval over all zones and over the minute, never as an instant", async () => {
    const { posts, reading } = await read(androidChat);
    const posted = posts[1]?.posted;
    assert.ok(posted !== undefined && posted !== "unknown");
    assert.deepEqual(posted, {
      means: "posted",
      verbatim: "14/09/2024, 16:20",
      basis: "chat text line 2",
      earliest: "2024-09-14T02:20:00Z",
      latest: "2024-09-15T04:20:59Z",
      zone: { state: "unknown", reading: "2024-09-14T16:20:00" },
    });
    assert.equal(reading.traps.find(({ code }) => code === "zone-unknown")?.count, 7);
  });
});

describe("a chat of an iPhone", () => {
  it("is read through its brackets and marks of direction, and named by its first statement", async () => {
    const { posts, reading } = await read(iosChat);
    assert.deepEqual(
      posts.map(({ author, text, service, media }) => [author, service ?? text, media[0]?.role]),
      [
        ["Fountain", "Messages and calls are end-to-end encrypted.", undefined],
        ["Anna Baker", "The van rolls into the fountain", undefined],
        ["Borys", "", "photo"],
        ["Anna Baker", "", "photo"],
        ["+380 00 000 00 00", "here https://maps.google.com/?q=50.45,30.52", undefined],
      ],
    );
    assert.deepEqual(posts[4]?.carries, [{ kind: "location", said: "50.45, 30.52" }]);
    assert.deepEqual(zones(posts)[1], "2024-09-14T16:20:05");
    assert.deepEqual(reading.channels[0], { id: "chat", name: "Fountain", platform: "whatsapp", type: "group" });
  });
});

describe("day and month in bare figures", () => {
  it("are settled by a day over twelve anywhere in the file", async () => {
    const { posts, reading } = await read("03/04/2024, 10:00 - Anna: one\n14/04/2024, 10:00 - Anna: two\n");
    assert.deepEqual(zones(posts), ["2024-04-03T10:00:00", "2024-04-14T10:00:00"]);
    const trap = reading.traps.find(({ code }) => code === "date-order-by-figures");
    assert.deepEqual([trap?.count, trap?.where], [1, ["line 2"]]);
    assert.match(trap?.message ?? "", /day, month, year/);
  });

  it("are settled by the only order in which time runs forward", async () => {
    const { posts, reading } = await read("11/04/2024, 10:00 - A: 1\n12/04/2024, 10:00 - A: 2\n01/05/2024, 10:00 - A: 3\n");
    assert.deepEqual(zones(posts), ["2024-04-11T10:00:00", "2024-04-12T10:00:00", "2024-05-01T10:00:00"]);
    assert.ok(codes(reading).includes("date-order-by-sequence"));
  });

  it("keep both readings where nothing settles them, and a trap says so", async () => {
    const { posts, reading } = await read(undecidedChat);
    const posted = posts[0]?.posted;
    assert.ok(posted !== undefined && posted !== "unknown");
    assert.deepEqual(posted.zone, { state: "unknown", reading: "2024-03-04T10:00:00/2024-04-03T10:00:00" });
    assert.deepEqual([posted.earliest, posted.latest], ["2024-03-03T20:00:00Z", "2024-04-03T22:00:59Z"]);
    assert.equal(reading.traps.find(({ code }) => code === "date-order-unknown")?.count, 2);
  });

  it("need no settling where the year stands first or both figures are the same", async () => {
    const { posts, reading } = await read("2024-05-05, 10:00 - A: 1\n");
    assert.deepEqual(zones(posts), ["2024-05-05T10:00:00"]);
    assert.ok(!codes(reading).some((code) => code.startsWith("date-order")));
    assert.deepEqual(zones((await read("05/05/2024, 10:00 - A: 1\n")).posts), ["2024-05-05T10:00:00"]);
  });

  for (const [locale, head, expected] of [
    ["American", "9/14/24, 4:20\u202fPM - A: x", "2024-09-14T16:20:00"],
    ["Brazilian", "14/09/2024 16:20 - A: x", "2024-09-14T16:20:00"],
    ["German", "14.09.24, 16:20 - A: x", "2024-09-14T16:20:00"],
    ["Finnish", "[14.9.2024 klo 16.20.05] A: x", "2024-09-14T16:20:05"],
    ["Spanish", "14/9/24, 4:20 p. m. - A: x", "2024-09-14T16:20:00"],
    ["Chinese", "[2024/9/14 下午4:20:05] A: x", "2024-09-14T16:20:05"],
    ["Canadian French", "24-09-14 16:20 - A: x", "2014-09-24T16:20:00/2024-09-14T16:20:00"],
    ["Korean", "2024년 9월 14일 오후 4:20 - A: x", "2024-09-14T16:20:00"],
    ["Arabic", "\u200f١٤\u200f/٠٩\u200f/٢٠٢٤، ٤:٢٠ م - A: x", "2024-09-14T16:20:00"],
    ["Hungarian", "2024. 09. 14. 16:20 - A: x", "2024-09-14T16:20:00"],
  ] as const)
    it(`are read as ${locale} phones write them`, async () => {
      const { posts } = await read(`${head}\n`);
      assert.deepEqual(zones(posts), [expected]);
      assert.equal(posts[0]?.text, "x");
    });

  it("count to twelve with midnight and noon where they belong", async () => {
    assert.deepEqual(zones((await read(americanChat)).posts), ["2024-09-14T16:20:00", "2024-09-14T00:05:00"]);
    assert.deepEqual(zones((await read("9/14/24, 12:05 PM - A: noon\n")).posts), ["2024-09-14T12:05:00"]);
  });

  it("keep both halves of the day where the word for it is not known", async () => {
    const { posts, reading } = await read("14/09/2024, 4:20 kveld - A: x\n");
    assert.deepEqual(zones(posts), ["2024-09-14T04:20:00/2024-09-14T16:20:00"]);
    assert.ok(codes(reading).includes("half-of-day-unknown"));
  });
});

describe("hostile and broken chats", () => {
  it("a line typed to look like a message of another phone stays text, and is named", async () => {
    const many = Array.from({ length: 20 }, (_, n) => `14/09/2024, 16:${String(n + 10)} - Anna: ${n}`);
    many.splice(5, 0, "[1/2/24, 3:04:05 PM] Mayor: I ordered it");
    const { posts, reading } = await read(`${many.join("\n")}\n`);
    assert.equal(posts.length, 20);
    assert.equal(posts[4]?.text, "4\n[1/2/24, 3:04:05 PM] Mayor: I ordered it");
    assert.deepEqual(reading.traps.find(({ code }) => code === "head-in-text")?.where, ["line 6"]);
    assert.equal(reading.channels[0]?.name, "Anna", "whoever is typed of does not write in the chat");
  });

  it("a line typed in the chat's own form cannot be told apart, and its date going back shows", async () => {
    const { reading } = await read("14/09/2024, 16:00 - A: x\n01/09/2024, 10:00 - Mayor: typed\n14/09/2024, 16:01 - A: y\n");
    assert.deepEqual(reading.traps.find(({ code }) => code === "time-goes-back")?.where, ["line 2"]);
  });

  it("dates that no calendar has, and years before the app, are text", async () => {
    const { posts, reading } = await read(
      "14/09/2024, 16:00 - A: x\n31/02/2024, 10:00 - B: y\n14/09/1970, 16:00 - C: z\n14/09/2567, 16:00 - D\n",
    );
    assert.equal(posts.length, 1);
    assert.equal(reading.traps.find(({ code }) => code === "head-in-text")?.count, 3);
  });

  it("a file that begins in the middle of a message says so and reads the rest", async () => {
    const { posts, reading } = await read(androidChat.slice(30));
    assert.equal(posts.length, 6);
    assert.deepEqual(reading.faults, [
      { where: "line 1", expected: "the head of a message", found: "words of one that began before the file" },
    ]);
  });

  it("a file cut off says that its last line does not end", async () => {
    const { posts, reading } = await read(androidChat.slice(0, -10));
    assert.equal(posts.length, 7);
    assert.ok(codes(reading).includes("last-line-open"));
  });

  it("windows-1251 and UTF-16 are read, and said to be another program's", async () => {
    const text = "14.09.2024, 16:20 - Анна: площа біля фонтану\n";
    const cyrillic = Uint8Array.from(text, (letter) => cp1251(letter));
    const { posts, reading } = await read(cyrillic);
    assert.deepEqual([posts[0]?.author, posts[0]?.text], ["Анна", "площа біля фонтану"]);
    assert.ok(codes(reading).includes("encoding-guessed"));
    const wide = await read(Buffer.from(`\ufeff${text}`, "utf16le"));
    assert.equal(wide.posts[0]?.text, "площа біля фонтану");
    assert.ok(codes(wide.reading).includes("encoding-unexpected"));
  });

  it("a path out of the export is not followed", async () => {
    const { posts, reading } = await read("\u200e[14/09/2024, 16:20:00] A: \u200e<attached: ../../secret.jpg>\n");
    assert.deepEqual(posts[0]?.media, [{ state: "not-in-export", role: "photo", said: "../../secret.jpg" }]);
    assert.ok(codes(reading).includes("media-path-leaves-export"));
  });

  it("a name such as __proto__ is a name", async () => {
    const { posts, reading } = await read("14/09/2024, 16:20 - __proto__: x\n");
    assert.equal(posts[0]?.author, "__proto__");
    assert.equal(reading.channels[0]?.name, "__proto__");
  });

  it("a line without end is cut, and the message after it is read", async () => {
    const { posts, reading } = await read(`14/09/2024, 16:20 - A: ${"x".repeat(3_000_000)}\n14/09/2024, 16:21 - A: y\n`);
    assert.deepEqual([posts.length, posts[1]?.text], [2, "y"]);
    assert.ok((posts[0]?.text.length ?? 0) <= 1024 * 1024);
    assert.ok(codes(reading).includes("line-cut"));
  });

  it("a chat beyond what one reading holds is counted on, not kept", async () => {
    const { posts, reading } = await read(androidChat, 2000);
    assert.ok(posts.length < 7);
    assert.equal(posts.length + (reading.traps.find(({ code }) => code === "answer-full")?.count ?? 0), 7);
  });

  it("another text gets an answer that says what was expected", async () => {
    const { posts, reading } = await read("just words\nand more\n");
    assert.deepEqual([posts, reading.channels], [[], []]);
    assert.equal(reading.faults.at(-1)?.expected, "lines that begin with a date, a clock and a sender");
  });

  it("no line is lost, wherever a file is cut: every message's words come back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { minLength: 1, maxLength: 8 }), async (texts) => {
        const safe = texts.map((text) => `w${text.replace(/[\n\r<>()\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, " ")}`);
        const { posts } = await read(safe.map((text, n) => `14/09/2024, 16:${10 + n} - A: ${text}\n`).join(""));
        assert.deepEqual(
          posts.map(({ text }) => text),
          safe,
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** Russian and Ukrainian letters in windows-1251; the platform only decodes it. */
function cp1251(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return code;
  if (letter === "і") return 0xb3;
  return code - 0x410 + 0xc0;
}
