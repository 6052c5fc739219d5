/** Damaged, hostile and odd exports: something is always answered, the damage is named, and the rest is read. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readExport, readExportBytes, trapCodes, utf8 } from "../../../test/support/readings.ts";

const seed = 20240914;
const message = (id: number) => ({
  id,
  type: "message",
  date: "2024-09-14T16:20:00",
  date_unixtime: String(1726320000 + id),
  from: "Ostrel Today",
  from_id: "channel77",
  text: ["Пост ", { type: "bold", text: `number ${id}` }, ' {"id": 1, "type": "message"} \\ "quoted"'],
  poll: { question: "?", answers: [{ text: "a", voters: 1 }] },
});
const ids = Array.from({ length: 12 }, (_, i) => i + 1);
const chat = { name: "Ostrel Today", type: "public_channel", id: 77, messages: ids.map(message) };
const pretty = JSON.stringify(chat, null, 1);
const compact = JSON.stringify(chat);
const account = JSON.stringify({ chats: { list: [chat, { ...chat, name: "Second", id: 78 }] } }, null, 1);

describe("damage", () => {
  it("of any one byte costs at most the message that it is in", async (t) => {
    t.diagnostic(`seed ${seed}`);
    const damage = fc.tuple(
      fc.constantFrom(pretty, compact),
      fc.integer({ min: 2, max: 11 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 127 }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([text, id, part, byte]) => {
        const bytes = utf8(text);
        const whole = new TextDecoder("latin1").decode(bytes);
        const at = (one: number) => whole.indexOf(`"id":${text === pretty ? " " : ""}${one},`);
        const from = whole.lastIndexOf("{", at(id));
        const end = whole.lastIndexOf("}", at(id + 1)) + 1;
        bytes[Math.floor(from + part * (end - from))] = byte;
        const got = new Set((await readExportBytes(bytes, 1021)).posts.map((post) => post.id));
        assert.deepEqual(
          ids.filter((one) => one !== id && !got.has(String(one))),
          [],
        );
      }),
      { seed, numRuns: 250 },
    );
  });

  it("of a closing quote does not swallow the message after it", async () => {
    const ended = JSON.stringify({ ...chat, messages: ids.map((id) => ({ ...message(id), note: `end of ${id}` })) });
    const reading = await readExport(ended.replace('end of 5"', "end of 5"));
    assert.deepEqual(
      reading.posts.map((post) => post.id),
      ids.filter((id) => id !== 5).map(String),
    );
    assert.equal(reading.faults[0]?.where, "message 5");
  });

  it("of a message is a fault that names it, and the others are read", async () => {
    const reading = await readExport(pretty.replace('"id": 5,', '"id": 5,,'));
    assert.equal(reading.posts.length, 11);
    assert.equal(reading.faults[0]?.where, "message 5");
  });

  it("between two chats does not put the posts of one into the other", async () => {
    const at = account.lastIndexOf("]", account.indexOf('"Second"'));
    const reading = await readExport(`${account.slice(0, at)}#${account.slice(at + 1)}`);
    assert.deepEqual(
      reading.channels.map(({ id }) => id),
      ["77", "78"],
    );
    for (const channel of ["77", "78"]) assert.equal(reading.posts.filter(({ channelId }) => channelId === channel).length, 12);
  });

  it("of the head of a chat leaves its posts under an unknown chat", async () => {
    const reading = await readExport(pretty.replace('"id": 77,', '"id" 77,'));
    assert.equal(reading.posts.length, 12);
    assert.equal(reading.channels[0]?.name, "Ostrel Today");
    assert.ok(trapCodes(reading).includes("chat-unknown"));
  });

  it("a file cut anywhere gives every whole message before the cut", async () => {
    const bytes = utf8(pretty);
    for (let length = 0; length < bytes.length; length += 131) {
      const reading = await readExportBytes(bytes.subarray(0, length), 1000);
      const whole = ids.filter(
        (id) => pretty.indexOf(`"id": ${id + 1},`) >= 0 && utf8(pretty.slice(0, pretty.indexOf(`"id": ${id + 1},`))).length <= length,
      );
      assert.ok(reading.posts.length >= whole.length, `at ${length}`);
      assert.ok(reading.faults.length > 0, `at ${length}`);
      if (length > 100) assert.ok(trapCodes(reading).includes("file-cut"));
    }
  });
});

describe("odd exports", () => {
  it("wrong types in every member are faults that name message and member", async () => {
    const wrong = [null, 5, -1.5, 1e300, "x", "", true, [], [[]], {}, { text: 5 }];
    const names = Object.keys({
      ...message(1),
      edited: 0,
      edited_unixtime: 0,
      author: 0,
      forwarded_from: 0,
      reply_to_message_id: 0,
      reply_to_peer_id: 0,
      photo: 0,
      file: 0,
      thumbnail: 0,
      media_type: 0,
      mime_type: 0,
      duration_seconds: 0,
      location_information: 0,
      place_name: 0,
      contact_information: 0,
      contact_vcard: 0,
      text_entities: 0,
      reactions: 0,
      actor: 0,
      action: 0,
      members: 0,
      message_id: 0,
      via_bot: 0,
      game_title: 0,
      invoice_information: 0,
      saved_from: 0,
      title: 0,
    });
    for (const name of names) {
      for (const value of wrong) {
        const reading = await readExport({ ...chat, messages: [{ ...message(1), file: "a/b", action: "x", [name]: value }, message(2)] });
        assert.equal(reading.posts.length, 2, name);
        assert.ok(
          reading.faults.every(({ where }) => where.startsWith(name === "id" ? "message" : "message 1 ")),
          JSON.stringify(reading.faults),
        );
      }
    }
  });

  it("records that are no messages, messages that are no list, a root that is no object", async () => {
    const reading = await readExport({ ...chat, messages: [5, "x", null, [message(1)], message(2)] });
    assert.deepEqual(
      reading.posts.map((post) => post.id),
      ["2"],
    );
    assert.deepEqual(
      reading.faults.map(({ where, found }) => `${where}: ${found}`),
      ["messages[0]: a number", "messages[1]: a text", "messages[2]: null", "messages[3]: a list"],
    );
    for (const odd of [
      "[]",
      "5",
      '"x"',
      "null",
      "",
      " ",
      "{}",
      '{"messages":5}',
      '{"chats":[]}',
      '{"chats":{"list":{}}}',
      "<html>",
      "\0\0\0\0",
    ]) {
      const answer = await readExport(odd);
      assert.equal(answer.posts.length, 0, odd);
      assert.ok(answer.faults.length > 0, odd);
    }
  });

  it("an empty chat is a chat without posts, and no fault", async () => {
    const reading = await readExport({ ...chat, messages: [] });
    assert.deepEqual([reading.channels.length, reading.posts.length, reading.faults], [1, 0, []]);
  });

  it("doubled ids, falling ids and doubled members are said", async () => {
    const reading = await readExport({ ...chat, messages: [message(2), message(1), message(2)] });
    assert.equal(reading.posts.length, 3);
    assert.equal(reading.faults[0]?.where, "message 2 id");
    assert.ok(trapCodes(reading).includes("ids-out-of-order"));
    const doubled = await readExport(pretty.replace('"id": 3,', '"id": 3, "text": "first",'));
    assert.deepEqual(
      doubled.faults.map(({ where }) => where),
      ["message 3 text"],
    );
  });

  it("UTF-16 and byte-order marks are read, and said", async () => {
    const units = Uint8Array.from([...pretty].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
    const swapped = units.map((_, i) => units[i ^ 1] as number);
    for (const bytes of [
      units,
      swapped,
      Uint8Array.of(0xff, 0xfe, ...units),
      Uint8Array.of(0xfe, 0xff, ...swapped),
      Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(pretty)),
    ]) {
      for (const chunk of [5, 4096]) {
        const reading = await readExportBytes(bytes, chunk);
        assert.deepEqual([reading.posts.length, reading.faults], [12, []]);
        assert.ok(reading.posts[0]?.text.startsWith("Пост number 1"));
        assert.ok(trapCodes(reading).includes("encoding-unexpected"));
      }
    }
  });

  it("bytes that are not UTF-8 and half surrogates show as replacement characters, with the message named", async () => {
    const bytes = utf8(pretty);
    bytes[bytes.indexOf(0xd0)] = 0xff;
    const reading = await readExportBytes(bytes);
    assert.deepEqual(reading.traps.find(({ code }) => code === "bytes-not-in-encoding")?.where, ["message 1 text[0]"]);
    const half = await readExport(pretty.replace('"number 2"', '"\\ud83d"'));
    assert.deepEqual(
      half.faults.map(({ where }) => where),
      ["message 2 text[1].text"],
    );
  });

  it("control characters as the exporter writes them are read as meant", async () => {
    const reading = await readExport(pretty.replace("number 3", "number\\x0B3"));
    assert.equal(reading.posts[2]?.text.includes("number\u000b3"), true);
    assert.deepEqual([reading.faults, trapCodes(reading).includes("escape-not-json")], [[], true]);
  });

  it("deep nesting is left out, in a message and around it", async () => {
    const deep = `${"[".repeat(200)}${"]".repeat(200)}`;
    const reading = await readExport(pretty.replace('"id": 3,', `"id": 3, "odd": ${deep},`));
    assert.equal(reading.posts.length, 12);
    assert.equal(reading.faults.length, 1);
    const bomb = await readExport(pretty.replace('"id": 3,', `"id": 3, "odd": ${"[".repeat(1_000_000)},`));
    assert.equal(bomb.posts.length, 11);
  });

  it("one text of 100 MB is cut and said, and costs no other message", async () => {
    const start = utf8(pretty.slice(0, pretty.indexOf("number 6")));
    const rest = utf8(pretty.slice(pretty.indexOf("number 6")));
    const bytes = new Uint8Array(start.length + 100_000_000 + rest.length).fill(0x61);
    bytes.set(start);
    bytes.set(rest, start.length + 100_000_000);
    const reading = await readExportBytes(bytes, 1_000_000);
    assert.equal(reading.posts.length, 12);
    assert.equal(reading.faults[0]?.where, "message 6 text[1].text");
    assert.ok((reading.posts[5]?.text.length ?? 0) < 2_000_000);
  });
});

describe("very large exports", () => {
  const many = (from: number, count: number, words: string) =>
    Array.from({ length: count }, (_, i) => `{"id":${from + i},"type":"message","date_unixtime":"1726320000","text":"${words}"}`).join(",");

  it("messages beyond the room for them are counted, and the rest is read", async () => {
    const reading = await readExportBytes(
      utf8(`{"name":"N","type":"private_group","id":7,"messages":[${many(1, 100, "a")}]}`),
      65_536,
      10_000,
    );
    const full = reading.traps.find(({ code }) => code === "answer-full");
    assert.ok(reading.posts.length > 0 && reading.posts.length < 100);
    assert.equal(reading.posts.length + (full?.count ?? 0), 100);
    assert.equal(full?.where[0], `message ${reading.posts.length + 1}`);
  });

  it("posts of a chat whose id comes after them wait for it, up to a bound that is said", async () => {
    const text = "x".repeat(100_000);
    const few = await readExport(`{"messages":[${many(1, 12, "a")}],"id":7,"name":"N","type":"private_group"}`);
    assert.deepEqual([...new Set(few.posts.map(({ channelId }) => channelId))], ["7"]);
    assert.deepEqual(few.faults, []);
    const most = await readExport(`{"messages":[${many(1, 400, text)}],"id":7,"name":"N","type":"private_group"}`);
    assert.equal(most.posts.length, 400);
    assert.deepEqual([...new Set(most.posts.map(({ channelId }) => channelId))], ["unknown"]);
    assert.deepEqual(
      most.channels.map(({ id, name }) => [id, name]),
      [["unknown", "N"]],
    );
    assert.deepEqual(
      most.faults.map(({ expected }) => expected),
      ["the chat's id before its messages", "the chat's id"],
    );
  });

  it("an id that changes behind the messages is a fault, and the first one stays", async () => {
    const reading = await readExport(`{"id":7,"type":"private_group","name":"N","messages":[${many(1, 12, "a")}],"id":8}`);
    assert.deepEqual([reading.channels[0]?.id, reading.posts[0]?.channelId], ["7", "7"]);
    assert.deepEqual(
      reading.faults.map(({ where }) => where),
      ["id"],
    );
  });

  it("names of chats beyond their room are left out, and every post stays", async () => {
    const chats = Array.from(
      { length: 60 },
      (_, i) => `{"name":"${"n".repeat(900_000)}","type":"private_group","id":${i + 1},"messages":[${many(1, 1, "a")}]}`,
    );
    const reading = await readExport(`{"chats":{"list":[${chats.join(",")}]}}`);
    assert.equal(reading.posts.length, 60);
    assert.ok(reading.channels.length > 0 && reading.channels.length < 60);
    assert.equal(reading.faults.length, 60 - reading.channels.length);
  });
});

describe("whatever the file holds", () => {
  it("something is answered, in the promised form", async (t) => {
    t.diagnostic(`seed ${seed}`);
    const tokens = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "\\u",
      "\\ud800",
      "null",
      "1e999",
      "-",
      "\n",
      '"id": 4, "type": "message"',
      '"messages": [',
      '"date":',
      "\0",
      "9".repeat(30),
    ];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 60 }),
      put: fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 8 }), fc.json({ maxDepth: 2 })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(pretty, compact, account),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (text, changes, cutEnd) => {
          let changed = text;
          for (const { at, length, put } of changes) {
            const from = Math.floor(at * changed.length);
            changed = changed.slice(0, from) + put + changed.slice(from + length);
          }
          if (cutEnd) changed = changed.slice(0, Math.floor((changes[0]?.at ?? 1) * changed.length));
          const reading = await readExportBytes(utf8(changed.toWellFormed()), 512);
          assert.equal(reading.kind, "posts");
          for (const post of reading.posts) for (const { start, end } of post.entities) assert.ok(start <= end && end <= post.text.length);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
