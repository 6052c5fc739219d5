/** E-mails: what is stated by whom, what is shown of them, what comes out of them, and what bad input costs. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { ContainerReading, PostsReading } from "../../src/core/analysis/reading-result.ts";
import { Post } from "../../src/core/post/post.ts";
import { isEMail } from "../../src/formats/e-mail/e-mail-shape.ts";
import { fieldText, parameterText } from "../../src/formats/e-mail/field-text.ts";
import { readParameters } from "../../src/formats/e-mail/parameters.ts";
import { readEMail } from "../../src/formats/e-mail/read-e-mail.ts";
import { unpackEMail } from "../../src/formats/e-mail/unpack-e-mail.ts";
import { htmlMail, plainMail } from "./mail-texts.ts";
import { memberSink } from "./member-sink.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
function read(bytes: Uint8Array | string) {
  const { reading, post } = readEMail(typeof bytes === "string" ? bytesOf(bytes) : bytes, "a.eml", platformDecoder);
  return { reading: PostsReading.parse(reading), post: Post.parse(post), traps: reading.traps.map(({ code }) => code) };
}
function taken(bytes: Uint8Array | string) {
  const sink = memberSink();
  const reading = ContainerReading.parse(unpackEMail(typeof bytes === "string" ? bytesOf(bytes) : bytes, platformDecoder, sink));
  return { reading, members: sink.members, bytes: sink.bytes };
}

describe("an e-mail", () => {
  it("is a post with sender, subject, words, and its date as the sender's machine states it", () => {
    const { post, reading } = read(plainMail);
    assert.equal(post.author, 'Анна "desk@other.example" <anna@example.org>');
    assert.equal(post.title, "Площа at noon");
    assert.equal(post.id, "<1@example.org>");
    assert.equal(post.text, "The van rolled повз the fountain.");
    assert.ok(post.posted !== "unknown");
    assert.deepEqual([post.posted.earliest, post.posted.zone], ["2022-03-30T05:40:00Z", { state: "stated", offsetMinutes: 180 }]);
    assert.match(post.posted.basis, /sender's machine/);
    assert.equal(post.posted.means, "sent");
    assert.doesNotMatch(JSON.stringify(reading.channels), /anna|example/i);
    assert.deepEqual([reading.format, reading.shape, reading.counts], ["e-mail", "single-post", { posts: 1, mediaNotInExport: 0 }]);
  });

  it("shows the servers' lines in their order, and checks by others as stated", () => {
    const { post, traps } = read(plainMail);
    const received = (post.carries ?? []).filter(({ kind }) => kind.startsWith("received")).map(({ said }) => said);
    assert.deepEqual([received.length, received[0]?.slice(0, 20), received[1]?.slice(0, 11)], [2, "from mx.example.org ", "from laptop"]);
    assert.ok(!JSON.stringify(post.carries).includes("BBBB"));
    for (const code of [
      "received-chain",
      "signature-not-checked",
      "results-not-checked",
      "date-by-sender",
      "from-by-sender",
      "from-name-holds-address",
      "reply-goes-elsewhere",
      "html-remote",
      "message-in-message",
    ])
      assert.ok(traps.includes(code), code);
  });

  it("gives its attachments, with their names decoded and their bytes whole", () => {
    const { members, bytes, reading } = taken(plainMail);
    assert.deepEqual(
      members.map(({ where, path }) => [where, path]),
      [
        ["part 2", "список.csv"],
        ["part 3", "inner.eml"],
      ],
    );
    assert.match(Buffer.from(bytes(0)).toString(), /^link,date\n/);
    assert.ok(isEMail(Buffer.from(bytes(1)).toString()));
    assert.deepEqual(reading.counts.unpacked, 2);
    const [first] = members;
    assert.ok(first?.state === "unpacked" && first.sha256 === `sha256:${createHash("sha256").update(bytes(0)).digest("hex")}`);
    assert.deepEqual(
      read(plainMail).post.media.map((media) => media.state === "in-export" && media.path),
      ["a.eml/список.csv", "a.eml/inner.eml"],
    );
  });

  it("with HTML alone is inert text in its own encoding", () => {
    const body = Buffer.from("3c703ecff0e8e2b3f23c2f703e3c7363726970743e616c65727428293c2f7363726970743e3c62723e636166e9", "hex");
    const { post, traps } = read(Buffer.concat([Buffer.from(htmlMail), body]));
    assert.equal(post.text, "Привіт\n\ncafй");
    assert.ok(traps.includes("html-only"));
  });

  it("is told from pages saved as MHTML, notes and logs", () => {
    assert.ok(isEMail(plainMail) && isEMail(htmlMail.replace("MIME-Version", "Message-ID")));
    const page =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
    for (const text of [page, "From: me\n\nTo do: nothing\n", "Title: x\nDate: y\n\ntext", "Hello: world", ""])
      assert.ok(!isEMail(text), text.slice(0, 30));
  });
});

describe("fields of an e-mail", () => {
  it("join encoded words, also when a letter is cut between two of them", () => {
    assert.equal(fieldText("=?utf-8?Q?=D0?= =?utf-8?Q?=9F?= a", platformDecoder), "П a");
    assert.equal(fieldText("=?koi8-r?B?8NLJ18XU?=", platformDecoder), "Привет");
    assert.equal(fieldText("=?nonsense?Q?=C3=A9?= plain", platformDecoder), "é plain");
    assert.equal(fieldText("no =?broken word", platformDecoder), "no =?broken word");
  });

  it("have parameters in quotes, continued, and encoded", () => {
    const { value, parameters } = readParameters(
      'Text/Plain; charset="utf-8"; name="a;b \\"c\\".txt"; x*0="one "; x*1="two"; y*=iso-8859-1\'en\'%E9',
    );
    assert.deepEqual(
      [value, parameters.get("charset"), parameters.get("name"), parameters.get("x")],
      ["text/plain", "utf-8", 'a;b "c".txt', "one two"],
    );
    assert.equal(parameterText(parameters.get("y") ?? "", platformDecoder), "é");
  });
});

describe("a broken e-mail", () => {
  it("cut anywhere still gives what stands before the cut", () => {
    for (let length = 0; length < plainMail.length; length += 37) {
      const { post } = read(plainMail.slice(0, length));
      taken(plainMail.slice(0, length));
      if (length > 1200) assert.equal(post.title, "Площа at noon");
    }
    assert.ok(read(plainMail.slice(0, -12)).traps.includes("boundary-open"));
  });

  it("cannot nest without end, nor have parts without number", () => {
    let nested = "Content-Type: text/plain\n\nx";
    for (let n = 0; n < 60; n++) nested = `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n${nested}\n--b${n}--\n`;
    assert.ok(read(`From: a@b.c\n${nested}`).traps.includes("too-deep"));
    const many = `From: a@b.c\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\n\nx\n".repeat(5000)}--b--\n`;
    assert.ok(read(many).traps.includes("too-many-parts"));
  });

  it("names of attachments never lead anywhere, and two of one name are told apart", () => {
    const part = (name: string) => `--b\nContent-Type: image/png; name="${name}"\n\nx\n`;
    const names = ["../../etc/passwd", "C:\\\\x\\\\photo.jpg.exe", "a.png", "a.png", ""];
    const text = `From: a@b.c\nTo: d@e.f\nMessage-ID: <1>\nContent-Type: multipart/mixed; boundary=b\n\n${names.map(part).join("")}--b--\n`;
    assert.deepEqual(
      taken(text).members.map(({ path }) => path),
      ["etc_passwd", "C:_x_photo.jpg.exe", "a.png", "a.png (4)", "part 5.png"],
    );
    for (const { path } of taken(text).members) assert.ok(!path.includes("/") && !path.startsWith("."), path);
    assert.ok(read(text).traps.includes("name-hides-type"));
  });

  it("always answers, in the promised form", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        read(bytes);
        taken(bytes);
      }),
      { seed: 20240914, numRuns: 300 },
    );
  });
});
