/** What the reader makes of exports as Telegram Desktop writes them, and which traps it prints. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fixturesFolder, needs } from "../../../scripts/testing/needs.ts";
import { readExport, readExportBytes, trapCodes } from "../../../test/support/readings.ts";

const head = {
  id: 1,
  type: "message",
  date: "2024-09-14T16:20:00",
  date_unixtime: "1726320000",
  from: "Ostrel Today",
  from_id: "channel77",
};
const chat = (...messages: object[]) => ({ name: "Ostrel Today", type: "public_channel", id: 77, messages });
const first = async (...messages: object[]) => {
  const reading = await readExport(chat(...messages));
  const [post] = reading.posts;
  assert.ok(post !== undefined);
  return { post, reading };
};

describe("the time of a post", () => {
  it("is an instant only when the export gives seconds since 1970", async () => {
    const { post } = await first(head);
    assert.ok(post.posted !== "unknown");
    assert.deepEqual(
      [post.posted.earliest, post.posted.latest, post.posted.zone],
      ["2024-09-14T13:20:00Z", "2024-09-14T13:20:00Z", { state: "utc" }],
    );
    assert.equal(post.posted.basis, "result.json message 1 date_unixtime");
  });

  it("is an interval of all zones when there is only a local clock, and a trap says so", async () => {
    const old = { ...head, date_unixtime: undefined };
    const { post, reading } = await first(old);
    assert.ok(post.posted !== "unknown");
    assert.deepEqual([post.posted.earliest, post.posted.latest], ["2024-09-14T02:20:00Z", "2024-09-15T04:20:00Z"]);
    assert.deepEqual(post.posted.zone, { state: "unknown", reading: "2024-09-14T16:20:00" });
    assert.deepEqual(trapCodes(reading), ["zone-unknown"]);
  });

  it("does not take the exporting computer's offset for the truth, but tells it", async () => {
    const winter = { ...head, id: 2, date: "2024-12-01T12:00:00", date_unixtime: "1733047200" };
    const { reading } = await first(head, winter);
    const trap = reading.traps.find(({ code }) => code === "exporter-offset");
    assert.equal(trap?.count, 2);
    assert.match(trap?.message ?? "", /UTC\+02:00 \(1\), UTC\+03:00 \(1\)/);
  });

  it("is marked when the two clocks differ by what is no offset of any zone", async () => {
    const { reading } = await first({ ...head, date: "2024-09-14T16:27:00" });
    assert.deepEqual(trapCodes(reading), ["dates-disagree"]);
  });

  it("can be read from the seconds alone", async () => {
    const bare = { ...head, date: undefined };
    const { post, reading } = await first(bare);
    assert.ok(post.posted !== "unknown" && post.posted.earliest === "2024-09-14T13:20:00Z");
    assert.deepEqual(reading.faults, []);
  });

  it("of editing is kept beside the time of posting, and 1970 means never edited", async () => {
    const edited = { ...head, edited: "2024-09-14T17:20:00", edited_unixtime: "1726323600" };
    const { post } = await first(edited);
    assert.equal(post.edited?.earliest, "2024-09-14T14:20:00Z");
    const { post: old, reading } = await first({ ...head, edited: "1970-01-01T03:00:00" });
    assert.equal(old.edited, undefined);
    assert.ok(trapCodes(reading).includes("edited-at-epoch"));
  });

  it("that no calendar has is a fault, and the post is still there", async () => {
    for (const date of ["2024-02-30T10:00:00", "2024-13-01T10:00:00", "yesterday", 12, { a: 1 }]) {
      const { post, reading } = await first({ id: 9, type: "message", date, text: "kept" });
      assert.equal(post.posted, "unknown");
      assert.equal(post.text, "kept");
      assert.equal(reading.faults[0]?.where, "message 9 date");
    }
  });
});

describe("the text of a post", () => {
  it("is joined from its runs, with offsets in UTF-16 units", async () => {
    const text = [
      "🔥 на ",
      { type: "bold", text: "площі" },
      " ",
      { type: "text_link", text: "map", href: "javascript:alert(1)" },
      { type: "custom_emoji", text: "🏠", document_id: "x" },
    ];
    const { post, reading } = await first({ ...head, text });
    assert.equal(post.text, "🔥 на площі map🏠");
    assert.deepEqual(
      post.entities.map(({ type, start, end, href }) => [type, post.text.slice(start, end), href]),
      [
        ["bold", "площі", undefined],
        ["text_link", "map", "javascript:alert(1)"],
        ["custom_emoji", "🏠", undefined],
      ],
    );
    assert.deepEqual(reading.faults, []);
  });

  it("with markup is text and stays it", async () => {
    const markup = '<img src=x onerror="alert(1)">&amp;<script>';
    const { post } = await first({ ...head, text: markup, text_entities: [{ type: "plain", text: markup }] });
    assert.equal(post.text, markup);
    assert.deepEqual(post.entities, []);
  });

  it("comes from text_entities where text is missing; where both differ, a trap says so", async () => {
    const { post } = await first({
      ...head,
      text_entities: [
        { type: "plain", text: "a" },
        { type: "bold", text: "b" },
      ],
    });
    assert.deepEqual([post.text, post.entities], ["ab", [{ type: "bold", start: 1, end: 2 }]]);
    const { reading } = await first({ ...head, text: "a", text_entities: [{ type: "plain", text: "b" }] });
    assert.ok(trapCodes(reading).includes("text-fields-disagree"));
  });

  it("that shows one address and points to another, or hides its direction, is a trap", async () => {
    const { reading } = await first({
      ...head,
      text: [{ type: "text_link", text: "https://ostrel.example/a", href: "https://other.example/a" }, " \u202egpj.exe"],
    });
    assert.deepEqual(
      trapCodes(reading).filter((code) => code !== "exporter-offset"),
      ["hidden-direction-marks", "link-shows-another-address"],
    );
  });
});

describe("forwards, replies, senders", () => {
  it("a forward is a display name only, and a hidden name is none", async () => {
    const { reading } = await first({ ...head, forwarded_from: "Somebody" }, { ...head, id: 2, forwarded_from: null });
    assert.deepEqual(
      reading.posts.map((post) => post.forwardedFrom),
      [
        { displayName: "Somebody", resolved: false },
        { displayName: "", resolved: false },
      ],
    );
    assert.ok(trapCodes(reading).includes("forward-name-only") && trapCodes(reading).includes("forward-name-hidden"));
  });

  it("a reply may be to another chat", async () => {
    const { reading } = await first(
      { ...head, reply_to_message_id: 5 },
      { ...head, id: 2, reply_to_message_id: 6, reply_to_peer_id: "channel99" },
    );
    assert.deepEqual(
      reading.posts.map((post) => post.replyTo),
      ["5", "6 in channel99"],
    );
    assert.ok(trapCodes(reading).includes("reply-to-other-chat"));
  });

  it("a signature goes before the channel's name, an id stands where there is no name", async () => {
    const { reading } = await first({ ...head, author: "Editor" }, { ...head, id: 2, from: null, from_id: "user5" });
    assert.deepEqual(
      reading.posts.map((post) => post.author),
      ["Editor", "user5"],
    );
  });

  it("ids beyond 2^53 stay what they are", async () => {
    const big = "9007199254740993777";
    const text = `{"name":"Big","type":"public_channel","id":${big},"messages":[{"id":${big},"type":"message","date_unixtime":"1726320000","text":"x"}]}`;
    const reading = await readExport(text);
    assert.deepEqual([reading.channels[0]?.id, reading.posts[0]?.id, reading.posts[0]?.channelId], [big, big, big]);
  });

  it("a service message says what it did and to what", async () => {
    const { reading } = await first(
      { ...head, type: "service", actor: "A", actor_id: "user1", action: "pin_message", message_id: 4, text: "" },
      { ...head, id: 2, type: "service", action: "invite_members", members: ["B", null, "C"] },
      { id: 3, type: "unsupported" },
    );
    assert.deepEqual(
      reading.posts.map((post) => post.service),
      ["pin_message: message 4", "invite_members: B, C", "unsupported: the exporter wrote only the id"],
    );
    assert.deepEqual(reading.faults, []);
  });
});

describe("what a post carries", () => {
  it("a sentence in place of a path is media that the export does not hold", async () => {
    const sentences = [
      "(File not included. Change data exporting settings to download.)",
      "(File exceeds maximum size. Change data exporting settings to download.)",
      "(File unavailable, please try again later)",
      "VID_1.mp4 (File not included. Change data exporting settings to download.)",
      "(Файл не включено)",
    ];
    for (const said of sentences) {
      const { post, reading } = await first({
        ...head,
        file: said,
        media_type: "video_file",
        mime_type: "video/mp4",
        duration_seconds: 21,
      });
      assert.deepEqual(post.media, [{ state: "not-in-export", role: "video", said, mimeType: "video/mp4", durationSec: 21 }]);
      assert.ok(trapCodes(reading).includes("media-not-in-export"));
    }
  });

  it("knows each kind of file", async () => {
    const kinds = ["sticker", "video_message", "voice_message", "animation", "video_file", "audio_file", "hologram", undefined];
    const { reading } = await first(
      ...kinds.map((media_type, i) => ({ ...head, id: i, file: "files/(1) a.bin", ...(media_type ? { media_type } : {}) })),
    );
    assert.deepEqual(
      reading.posts.map((post) => post.media[0]?.role),
      ["sticker", "round-video", "voice", "animation", "video", "audio", "hologram", "file"],
    );
    assert.ok(reading.posts.every((post) => post.media[0]?.state === "in-export"));
  });

  it("never follows a path out of the export", async () => {
    for (const path of ["../secret.jpg", "/etc/hostname", "photos/../../x.jpg", "..\\x.jpg", "https://example.org/x.jpg", "file:///x"]) {
      const { post, reading } = await first({ ...head, photo: path });
      assert.equal(post.media[0]?.state, "not-in-export", path);
      assert.ok(trapCodes(reading).includes("media-path-leaves-export"));
    }
  });

  it("keeps places, polls and contacts in the export's own words", async () => {
    const text = `{"name":"C","type":"public_channel","id":1,"messages":[
      {"id":1,"type":"message","date_unixtime":"1726320000","place_name":"Fountain","address":"Market Square","location_information":{"latitude":50.10,"longitude":30.200000000000000001}},
      {"id":2,"type":"message","date_unixtime":"1726320000","poll":{"question":"When?","closed":false,"total_voters":3,"answers":[{"text":"at four","voters":2,"chosen":false},{"text":"later","voters":1,"chosen":true}]}},
      {"id":3,"type":"message","date_unixtime":"1726320000","contact_information":{"first_name":"A","last_name":"","phone_number":"+000"},"contact_vcard":"contacts/1.vcf"},
      {"id":4,"type":"message","date_unixtime":"1726320000","location_information":null,"live_location_period_seconds":900}]}`;
    const reading = await readExport(text);
    assert.deepEqual(
      reading.posts.map((post) => post.carries?.[0]),
      [
        { kind: "place", said: "Fountain, Market Square, 50.10, 30.200000000000000001" },
        { kind: "poll", said: "When?\nat four (2)\nlater (1)" },
        { kind: "contact", said: "A, +000" },
        { kind: "location", said: "position not in the export, live for 900 s" },
      ],
    );
    assert.deepEqual(reading.posts[2]?.media, [{ state: "in-export", role: "contact-card", path: "contacts/1.vcf" }]);
    assert.deepEqual(reading.faults, []);
  });

  it("counts reactions and does not keep them", async () => {
    const { reading } = await first({
      ...head,
      reactions: [
        { type: "emoji", count: 7, emoji: "x" },
        { type: "emoji", count: 3, emoji: "y" },
      ],
    });
    assert.match(reading.traps.find(({ code }) => code === "reactions-not-kept")?.message ?? "", /Reactions in all: 10\./);
  });

  it("guesses albums from neighbours, and says that it guessed", async () => {
    const photo = (id: number, more: object = {}) => ({ ...head, id, photo: `photos/${id}.jpg`, ...more });
    const { reading } = await first(
      photo(1),
      photo(2),
      photo(3, { date_unixtime: "1726320001" }),
      photo(5, { date_unixtime: "1726320001" }),
      photo(6, { date_unixtime: "1726320001", from_id: "user2" }),
    );
    assert.deepEqual(
      reading.posts.map((post) => post.guessedAlbum),
      ["1", "1", undefined, undefined, undefined],
    );
    assert.equal(reading.traps.find(({ code }) => code === "album-guessed")?.count, 2);
  });
});

describe("a whole account", () => {
  const account = {
    about: "about",
    personal_information: { user_id: 1, first_name: "Owner", phone_number: "+000" },
    contacts: { about: "x", list: [{ first_name: "Friend", id: 3, type: "message" }] },
    chats: { about: "x", list: [chat(head, { ...head, id: 2 }), { type: "saved_messages", id: 5, messages: [head] }] },
    left_chats: { about: "x", list: [{ messages: [head], id: 6, type: "private_group", name: null }] },
  };

  it("gives every chat its own posts, in whichever order its members come", async () => {
    const reading = await readExport(account);
    assert.equal(reading.shape, "account");
    assert.deepEqual(
      reading.channels.map(({ id, name }) => [id, name]),
      [
        ["77", "Ostrel Today"],
        ["5", "saved_messages"],
        ["6", "6"],
      ],
    );
    assert.deepEqual(
      reading.posts.map(({ channelId, id }) => `${channelId}/${id}`),
      ["77/1", "77/2", "5/1", "6/1"],
    );
    assert.deepEqual(reading.faults, []);
  });

  it("does not read the owner's own data, and says that it is there", async () => {
    const reading = await readExport(account);
    assert.deepEqual(reading.traps.find(({ code }) => code === "personal-data-not-read")?.where, ["personal_information", "contacts"]);
    assert.ok(!JSON.stringify(reading).includes("Friend"));
  });

  it("names the chat in what it notes", async () => {
    const reading = await readExport({ chats: { list: [chat(head), chat({ ...head, date: 5 })] } });
    assert.deepEqual(reading.faults[0], { where: "chats.list[1] message 1 date", expected: "a text", found: "a number" });
  });
});

describe("exports by others", { skip: needs({ fixtures: "telegram-export" }) }, () => {
  it("a single chat across a change of clocks is read without a fault", async () => {
    const reading = await readExportBytes(readFileSync(join(fixturesFolder("telegram-export"), "synthetic", "result.json")));
    assert.equal(reading.posts.length, 7);
    assert.deepEqual(reading.faults, []);
    assert.deepEqual(trapCodes(reading), [
      "exporter-offset",
      "forward-name-hidden",
      "forward-name-only",
      "media-not-in-export",
      "reactions-not-kept",
    ]);
    assert.match(reading.traps.find(({ code }) => code === "exporter-offset")?.message ?? "", /UTC\+02:00 \(\d\), UTC\+03:00 \(\d\)/);
  });
});
