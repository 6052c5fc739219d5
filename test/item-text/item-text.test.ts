/** The text of an item, as claims are read from it: through the program's own server, over a case of pages, posts, notes and files without words. */
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { ClaimTextsAnswer, ItemTextAnswer } from "../../src/api/claim-texts.ts";
import { telegramExport } from "../support/material.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";
import { plainMail } from "../readers/mail-texts.ts";

/** A picture of one point. */
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

const long =
  "The mill of Ostrel burned on Tuesday morning, the mayor said, and two men were hurt while they cleared the yard behind it for the fair.";
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mill burns</title>
<meta property="og:site_name" content="The Ostrel Courier"><meta property="article:published_time" content="2031-05-08T10:00:00Z"></head>
<body><article><h1>Mill burns</h1><ul><li>Two men hurt</li><li>Fire began at dawn</li></ul><p>${long}</p>
<blockquote>It went up at once, said a baker.</blockquote><p>${long}</p><ul><li>not a key point</li></ul>
<figure><img src="mill.jpg"><figcaption>The mill in April</figcaption></figure></article></body></html>`;
const note = "A note\n\nThe mill burned on Tuesday.";

type TextOf = Extract<ItemTextAnswer, { state: "text" }>;

describe("the text of an item", () => {
  let desk: Desk;
  let served: ServedCase;
  const items = new Map<string, string>();
  const ask = async (name: string, query = "") => ItemTextAnswer.parse(await served.get(`/api/items/${items.get(name)}/text${query}`));
  const textOf = async (name: string, query = "") => {
    const answer = await ask(name, query);
    assert.equal(answer.state, "text", JSON.stringify(answer));
    return answer as TextOf;
  };

  before(async () => {
    desk = createDesk();
    const put = (name: string, content: string | Uint8Array) => writeFileSync(join(desk.folder, name), content);
    put("page.html", page);
    put("note.txt", note);
    put("sheet.csv", "date;place\n2031-05-06;Ostrel\n2031-05-07;Harrow\n");
    put(
      "posts.json",
      JSON.stringify({ ...telegramExport, messages: [...telegramExport.messages, ...Array.from({ length: 700 }, (_, i) => post(i))] }),
    );
    put("empty.txt", "");
    put("mail.eml", plainMail);
    put("dot.png", Buffer.from(dot, "base64"));
    put("long.txt", `${long} `.repeat(Math.ceil(5_200_000 / long.length)));
    put(
      "bytes.bin",
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251),
    );
    const files = readdirSync(desk.folder).filter((name) => /\.(?:html|txt|csv|json|bin|eml|png)$/.test(name));
    assert.equal((await desk.run("add", join(desk.folder, "case"), ...files.map((name) => join(desk.folder, name)))).code, 0);
    served = await serveCase(desk, join(desk.folder, "case"));
    const { items: rows } = await served.get<{ items: { id: string; name: string }[] }>("/api/items?limit=100");
    for (const { id, name } of rows) items.set(name, id);
    for (const name of files) await settled(name);
  });
  after(() => desk.close());

  async function settled(name: string): Promise<void> {
    for (let times = 0; times < 600; times++) {
      const { row } = await served.get<{ row: { analysis: string } }>(`/api/items/${items.get(name)}`);
      if (row.analysis !== "waiting" && row.analysis !== "running") return;
      await setTimeout(50);
    }
    throw new Error(`${name}: expected it to be read within half a minute`);
  }

  it("is a page's body with the roles of its stretches, each caption and heading once", async () => {
    const { text, roles, kind, reading, total, next } = await textOf("page.html");
    assert.equal(kind, "article");
    assert.match(reading, /^sha256:/);
    const body = text.parts.find(({ part }) => part.sort === "article-body")?.text ?? "";
    assert.deepEqual(
      roles.map(({ span, role }) => [role, body.slice(span.start, span.end)]),
      [
        ["headline", "Mill burns"],
        ["key-points", "Two men hurt"],
        ["key-points", "Fire began at dawn"],
        ["quote", "It went up at once, said a baker."],
        ["caption", "The mill in April"],
      ],
    );
    assert.deepEqual([total, next, text.parts.length], [1, null, 1]);
    const all = text.parts.map(({ text: own }) => own).join("\n");
    for (const once of ["Mill burns", "The mill in April"]) assert.equal(all.split(once).length, 2, once);
  });

  it("says whose it is and when it was published, and takes no zone from a server's clock", async () => {
    const { text, published, publisher } = await textOf("page.html");
    assert.deepEqual(published, { earliest: "2031-05-08T10:00:00Z", latest: "2031-05-08T10:00:00Z" });
    assert.deepEqual(text.published, published);
    assert.deepEqual([publisher.label, publisher.source], ["The Ostrel Courier", "unknown"]);
    assert.equal(text.publisher, "The Ostrel Courier");
    assert.equal(text.zone, null);
  });

  it("is a note's words with no title made of its first line", async () => {
    const { text, roles } = await textOf("note.txt");
    assert.deepEqual(
      text.parts.map(({ part, text: own }) => [part.sort, own]),
      [["article-body", "A note\nThe mill burned on Tuesday.\n"]],
    );
    assert.deepEqual([roles, text.published], [[], "unknown"]);
  });

  it("is each post of an export apart, with its own time, page by page to the end, posts without words left out", async () => {
    const first = await textOf("posts.json", "?count=300");
    assert.equal(first.total, 702);
    assert.equal(first.text.parts[0]?.text, "At the fountain now <script>alert(1)</script>");
    assert.deepEqual(first.text.parts[0]?.published, { earliest: "2024-09-14T13:20:00Z", latest: "2024-09-14T13:20:00Z" });
    const unzoned = first.text.parts[1]?.published;
    assert.ok(unzoned !== undefined && unzoned !== "unknown" && unzoned.earliest < unzoned.latest, "a time without a zone is an interval");
    const seen: number[] = [];
    for (let from: number | null = 0; from !== null;) {
      const { text, next }: TextOf = await textOf("posts.json", `?from=${from}&count=300`);
      for (const { part, role } of text.parts) {
        assert.equal(role, "post");
        if (part.sort === "post") seen.push(part.post);
      }
      from = next;
    }
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, 702 - 70);
    assert.equal(seen.at(-1), 701);
  });

  it("is an e-mail's words, with the time that its sender's machine stated", async () => {
    const { text, total } = await textOf("mail.eml");
    assert.equal(total, 1);
    assert.match(text.parts[0]?.text ?? "", /The van rolled повз the fountain\./);
    assert.deepEqual(text.parts[0]?.published, { earliest: "2022-03-30T05:40:00Z", latest: "2022-03-30T05:40:00Z" });
  });

  it("ends a very long text after five million characters, and says how much it left out", async () => {
    const { text, cut } = await textOf("long.txt");
    assert.equal(text.parts[0]?.text.length, 5_000_000);
    assert.ok((cut[0]?.leftOut ?? 0) > 100_000);
  });

  it("is refused in words where there is none", async () => {
    for (const [name, why] of [
      ["sheet.csv", /a sheet has rows/],
      ["dot.png", /a picture has no text of its own/],
      ["bytes.bin", /no reader here finds a text/],
      ["empty.txt", /no reader here finds a text|no words|could not be read/],
    ] as const) {
      const answer = await ask(name);
      assert.equal(answer.state, "refused", name);
      assert.match(answer.state === "refused" ? answer.why : "", why);
    }
    const unknown = await served.get<{ code: string }>("/api/items/i999/text");
    assert.equal(unknown.code, "ITEM_UNKNOWN");
  });

  it("is listed with what was taken from it", async () => {
    const { total, texts } = ClaimTextsAnswer.parse(await served.get("/api/claim-texts"));
    const row = texts.find(({ name }) => name === "page.html");
    assert.ok(total >= 4);
    assert.deepEqual(
      [row?.title, row?.parts, row?.claims, row?.rejected, row?.publisher.label],
      ["Mill burns", 1, 0, 0, "The Ostrel Courier"],
    );
    assert.equal(texts.find(({ name }) => name === "posts.json")?.parts, 702);
    assert.ok(!texts.some(({ name }) => name === "sheet.csv"));
    const second = ClaimTextsAnswer.parse(await served.get("/api/claim-texts?offset=1&limit=1"));
    assert.deepEqual([second.texts.length, second.texts[0]?.item], [1, texts[1]?.item]);
  });
});

/** Every tenth has no words. */
function post(i: number): object {
  return {
    id: i + 10,
    type: "message",
    date: "2024-09-15T10:00:00",
    date_unixtime: String(1_726_400_000 + i),
    from: "Ostrel Today",
    from_id: "channel1000000001",
    text: i % 10 === 0 ? "" : `The mill burned again, ${i} said.`,
  };
}
