import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type AskedServer, type NotedAnswer, openServer } from "./ask-server.ts";

interface Row {
  readonly item: string;
  readonly shown: string;
  readonly riskOfRemoval: string;
  readonly gone: unknown;
  readonly due: boolean;
  readonly plan: unknown;
  readonly captured: boolean;
}
interface Page {
  readonly links: readonly Row[];
  readonly counts: Readonly<Record<string, number>>;
}

describe("links that are known and not held", () => {
  let server: AskedServer;
  const note = async (links: string[], riskOfRemoval = "unknown") =>
    (await server.post<NotedAnswer>("/api/links", { links, riskOfRemoval })).body.answers;
  const list = async (filter: string) => (await server.get<Page>(`/api/links?filter=${filter}`)).body;
  before(async () => {
    server = await openServer();
  });
  after(() => server.close());

  it("a pasted link is an item at once, with its given and its normalised spelling sealed", async () => {
    const [first] = await note(["https://youtu.be/abcdefghijk?si=Zz"], "low");
    assert.deepEqual([first?.state, first?.item], ["noted", "i1"]);
    const { body } = await server.get<{ row: { name: string; held: boolean; kind: string } }>("/api/items/i1");
    assert.deepEqual([body.row.name, body.row.held, body.row.kind], ["https://www.youtube.com/watch?v=abcdefghijk", false, "not-held"]);
    const line = server.bodies().at(-1);
    assert.equal(line?.kind, "link.noted");
    assert.deepEqual(Object.keys(line?.data["url"] as object), ["sealed"]);
    assert.doesNotMatch(JSON.stringify(line), /abcdefghijk/);
  });

  it("the item of a link says who noted it and when, in which entry", async () => {
    type Noted = { provenance: { collectedAt?: string; method: string; noted: { at: string; byName: string; seq: number } } };
    const { provenance } = (await server.get<Noted>("/api/items/i1")).body;
    assert.equal(provenance.collectedAt, undefined);
    assert.equal(provenance.method, "noted as a link");
    const custody = (await server.get<{ entries: { seq: number; at: string; byName?: string }[] }>("/api/custody?item=i1")).body;
    const line = custody.entries.find(({ seq }) => seq === provenance.noted.seq);
    assert.equal(provenance.noted.at, line?.at);
    assert.notEqual(provenance.noted.byName, "name withheld");
  });

  it("the same link in another spelling leads to the item that is there, also within one paste", async () => {
    const answers = await note([
      "https://www.youtube.com/watch?v=abcdefghijk&feature=share",
      "https://t.me/s/dorvane_news/12",
      "http://t.me/Dorvane_News/12",
      "javascript:alert(1)",
    ]);
    assert.deepEqual(
      answers.map(({ state, item }) => [state, item]),
      [
        ["already-there", "i1"],
        ["noted", "i2"],
        ["already-there", "i2"],
        ["refused", undefined],
      ],
    );
    assert.match(answers[3]?.reason ?? "", /runs a program/);
  });

  it("links wait for a capture with high risk first, then what nobody judged", async () => {
    await note(["https://example.org/high"], "high");
    assert.deepEqual(
      (await list("waiting")).links.map(({ riskOfRemoval }) => riskOfRemoval),
      ["high", "unknown", "low"],
    );
    await server.post("/api/links/risk", { items: ["i1"], riskOfRemoval: "high" });
    assert.deepEqual(
      (await list("waiting")).links.map(({ item }) => item),
      ["i1", "i3", "i2"],
    );
  });

  it("what is gone at its source is gone since an interval between two looks", async () => {
    await server.post("/api/links/i1/checks", { outcome: "there", statement: "", evidence: [] });
    const seen = (await server.get<{ row: { lastLook: { at: string } } }>("/api/links/i1")).body.row.lastLook.at;
    await server.post("/api/links/i1/checks", { outcome: "unreachable", statement: "no line", evidence: [] });
    assert.equal((await list("gone")).links.length, 0);
    const evidence = await server.upload("not-found.txt", "Synthetic: not found");
    assert.equal(
      (await server.post("/api/links/i1/checks", { outcome: "gone", statement: "page says removed", evidence: [evidence] })).status,
      200,
    );
    const [gone] = (await list("gone")).links;
    assert.equal((gone as unknown as { gone: { after: string } }).gone.after, seen);
    assert.match((gone as unknown as { gone: { by: string } }).gone.by, /^20/);
    const { body } = await server.get<{ checks: { outcome: string; statement: string; evidence: string[] }[] }>("/api/links/i1");
    assert.deepEqual(
      body.checks.map(({ outcome, evidence: kept }) => [outcome, kept.length]),
      [
        ["gone", 1],
        ["unreachable", 0],
        ["there", 0],
      ],
    );
  });

  it("a plan for all links of high risk yields to a link's own plan", async () => {
    await server.post("/api/links/plan", { about: "high-risk", everyDays: 7 });
    await server.post("/api/links/plan", { about: ["i3"], everyDays: "never" });
    const rows = new Map((await list("all")).links.map((row) => [row.item, row]));
    assert.deepEqual(rows.get("i1")?.plan, { everyDays: 7, of: "high-risk" });
    assert.equal(rows.get("i3")?.plan, "none");
    assert.equal(rows.get("i2")?.plan, "none");
    assert.equal((await list("due")).links.length, 0);
  });

  it("a capture by hand joins what was kept with the link, and both show it", async () => {
    const kept = await server.upload("page.html", "<title>Synthetic</title>");
    const capture = {
      items: [kept],
      outcome: "partial",
      did: "saved the page from a clean browser",
      startedAt: "2026-03-01T10:00:00Z",
      endedAt: "2026-03-01T10:05:00Z",
      clockCheck: { reference: "clock of a phone", offsetSec: -2.5, plusMinusSec: 1, picture: null },
      account: { sort: "sock-puppet", label: "reader-7" },
      network: "vpn",
      minimum: {
        address: "stated",
        "html-source": [kept],
        "full-page": "not-captured",
        "embedded-media": "unknown",
        "uploader-and-context": "not-captured",
      },
    };
    assert.equal((await server.post("/api/links/i2/captures", capture)).status, 200);
    const { body } = await server.get<{ captures: { items: string[]; account: unknown; clockCheck: unknown }[]; row: Row }>(
      "/api/links/i2",
    );
    assert.deepEqual(body.captures[0]?.account, capture.account);
    assert.deepEqual(body.captures[0]?.clockCheck, capture.clockCheck);
    assert.equal(body.row.captured, true);
    const from = await server.get<{ captures: { link: string }[] }>(`/api/items/${kept}/captured-from`);
    assert.deepEqual(
      from.body.captures.map(({ link }) => link),
      ["i2"],
    );
    assert.equal((await list("waiting")).links.length, 2);
    const line = JSON.stringify(server.bodies().at(-1));
    assert.doesNotMatch(line, /reader-7|clean browser|phone/);
    assert.equal((await server.post("/api/links/i2/captures", { ...capture, items: [] })).status, 400);
    assert.equal((await server.post("/api/links/i2/captures", { ...capture, startedAt: "2026-03-02T10:00:00Z" })).status, 400);
  });

  it("another link to the same post, and an archive copy of a link, are shown beside it", async () => {
    const answers = await note([
      "https://x.com/wren/status/1506879325286215681",
      "https://x.com/i/status/1506879325286215681",
      "https://web.archive.org/web/20220401000000/https://twitter.com/wren/status/1506879325286215681",
    ]);
    const [own, other, archived] = answers.map(({ item }) => item);
    const relations = async (item: string | undefined) =>
      (await server.get<{ related: { item: string; relation: string }[] }>(`/api/links/${item}`)).body.related.map(
        ({ item: of, relation }) => [of, relation],
      );
    assert.deepEqual(await relations(own), [
      [other, "same-post"],
      [archived, "archive-copy"],
    ]);
    assert.deepEqual(await relations(archived), [[own, "archived-original"]]);
  });

  it("a name and a password in a link reach neither the ledger nor an answer", async () => {
    const [noted] = await note(["https://wren:s3cret@example.org/private"]);
    assert.equal(noted?.state, "noted");
    assert.doesNotMatch(JSON.stringify([server.bodies(), await server.get(`/api/links/${noted?.item}`), noted?.link]), /s3cret/);
  });

  it("a key in a link is kept in the ledger's seal, and neither search, nor the item, nor an exported row has it", async () => {
    const given = "https://t.me/velmara_watch_example/777?single&token=not-a-secret2";
    const [noted] = await note([given, "https://files.example.org/clip.mp4?X-Amz-Signature=not-a-secret2&v=3"]);
    const other = `i${Number(noted?.item.slice(1)) + 1}`;
    const found = await server.get<{ hits: unknown[] }>("/api/search?words=velmara_watch_example");
    assert.equal(found.body.hits.length, 1);
    const sought = await server.get<{ hits: unknown[] }>("/api/search?words=secret2");
    assert.deepEqual(sought.body.hits, []);
    const answers = [found, sought, await server.get(`/api/items/${noted?.item}`), await server.get("/api/items")];
    for (const { status, body } of answers) assert.deepEqual([status, /not-a-secret2/.test(JSON.stringify(body))], [200, false]);
    const { body } = await server.get<{ link: { verbatim: string; rules: { rule: string }[] }; row: Row }>(`/api/links/${noted?.item}`);
    assert.equal(body.link.verbatim, "https://t.me/velmara_watch_example/777?single");
    assert.ok(body.link.rules.some(({ rule }) => rule === "not-shown"));
    assert.equal((await server.get<{ row: Row }>(`/api/links/${other}`)).body.row.shown, "https://files.example.org/clip.mp4?v=3");
    const exported = await server.text("/api/sheets/export.csv");
    assert.match(exported, /velmara_watch_example\/777/);
    assert.doesNotMatch(exported, /not-a-secret2/);
  });

  it("a capture by a program is refused while none is configured", async () => {
    const answer = await server.post<{ code: string; message: string }>("/api/links/i3/run", { program: "yt-dlp" });
    assert.deepEqual([answer.status, answer.body.code], [403, "NOT_ALLOWED"]);
    assert.match(answer.body.message, /switched off/);
  });

  it("the case verifies with all of it, and its tables can be made again", async () => {
    const before = JSON.stringify([await list("all"), (await server.get("/api/links/i2")).body]);
    const copy = await server.desk.run("verify", server.casePath);
    assert.equal(copy.code, 0, copy.out + copy.err);
    server.child.kill("SIGKILL");
    await new Promise((resolve) => server.child.once("exit", resolve));
    assert.equal((await server.desk.run("rebuild", server.casePath)).code, 0);
    server = await openServer(server.desk);
    assert.equal(JSON.stringify([await list("all"), (await server.get("/api/links/i2")).body]), before);
  });
});
