/** What conditions stop: erasing under a legal hold, handing over what was taken back. And a restricted identity, which nothing hands over. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ItemConditions, PackConditions } from "../../src/api/conditions.ts";
import type { ErrorAnswer } from "../../src/api/errors.ts";
import type { ItemsPage } from "../../src/api/items.ts";
import type { SourceDetail, SourcesAnswer } from "../../src/api/sources.ts";
import { readingOf } from "../support/enter-claims.ts";
import { createDesk, type Desk, jsonLines, type Ran } from "../support/run-witnessmark.ts";
import { enterCase, type ServedCase } from "../support/served-case.ts";
import { main } from "../support/program.ts";
/** Stands nowhere but in the restricted identity. */
const planted = "Quincunx Marlowe";
const passphrase = "correct horse battery";
process.env["WITNESSMARK_CASE_PASSPHRASE"] = passphrase;

/** Files of a folder that hold the words, in UTF-8 or UTF-16, as written or folded. */
function filesWith(folder: string, words: string): string[] {
  const needles = [words, words.toLowerCase()].flatMap((one) => [Buffer.from(one), Buffer.from(one, "utf16le")]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)));
}

describe("conditions and what leaves the case", () => {
  let desk: Desk;
  let kept: string;
  const itemOf: { [name: string]: string } = {};
  const served = async <T>(ask: (to: ServedCase) => Promise<T>): Promise<{ answer: T; err: string }> => {
    const { child, line } = await desk.start("serve", kept, "--no-browser", "--json");
    let err = "";
    child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const to = await enterCase((JSON.parse(line) as { link: string }).link);
    try {
      return { answer: await ask(to), err };
    } finally {
      await new Promise((ended) => {
        child.once("exit", ended);
        child.kill("SIGTERM");
      });
    }
  };

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    const material = join(desk.folder, "material");
    mkdirSync(material);
    for (const name of ["held", "withdrawn", "plain"]) writeFileSync(join(material, `${name}.txt`), `Synthetic words of ${name}.\n`);
    assert.equal((await desk.run("add", kept, material)).code, 0);
    for (const { id, name } of jsonLines<{ id: string; name: string }>(await desk.run("items", kept, "--json"))) itemOf[name] = id;
    assert.equal(Object.keys(itemOf).length, 3);
  });
  after(() => desk.close());

  it("an erasure under a legal hold is refused, of bytes and of words, and says which line holds", async () => {
    const held = itemOf["held.txt"];
    const { answer: seq } = await served(
      async (to) =>
        (await to.post<{ seq: number }>("/api/items/conditions", { items: [held], changes: { legalHold: { reason: "Case 7/24" } } })).seq,
    );
    // A second person enters by opening the case for writing with a configuration of their own.
    const env = { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "second"), HOME: desk.folder };
    const second = spawnSync(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", main, "add", kept, join(desk.folder, "material")],
      { env },
    );
    assert.equal(second.status, 0, second.stderr.toString());
    const by = ["--reason", "asked for by the person", "--authorised-by", "p1,p2", "--yes"];
    const refused = (ran: Ran) => {
      assert.equal(ran.code, 2, ran.out);
      assert.match(ran.err, new RegExp(`legal hold; found ${held} under one, as line ${seq} says`));
    };
    refused(await desk.run("erase", kept, "--object", held ?? "", ...by));
    refused(await desk.run("erase", kept, "--entry", String(seq), ...by));
    // Who may lift it states conditions anew; then it can be erased, and the chain still verifies.
    const plain = await desk.run("erase", kept, "--object", itemOf["plain.txt"] ?? "", ...by);
    assert.equal(plain.code, 0, plain.err);
    assert.equal((await desk.run("verify", kept)).code, 0);
  });

  it("a restricted identity is in no answer, no table, no log and no pack, and comes back with the passphrase alone", async () => {
    const { answer, err } = await served(async (to) => {
      const made = await to.post<{ id: string }>("/api/sources", {
        ...{ sort: "person", label: "Keeper of the mill", about: "Saw it from above." },
        ...{ identity: { words: `${planted}, +00 000` }, reason: null },
        ...{ access: "stood on the mill", motive: "unknown", restricted: { words: `a brother of ${planted} lives there` } },
      });
      assert.equal(made.id, "s1");
      const all = [
        await to.get<SourcesAnswer>("/api/sources"),
        await to.get<SourceDetail>("/api/sources/s1"),
        await to.get("/api/custody?limit=500"),
        await to.get(`/api/custody?q=${encodeURIComponent(planted)}`),
        await to.get(`/api/items?q=${encodeURIComponent(planted)}`),
        await to.get("/api/openapi.json"),
        // A refused request must not repeat what was in it.
        await to.post("/api/sources", {
          sort: "person",
          label: planted.repeat(40),
          about: null,
          identity: { words: planted },
          reason: null,
        }),
        await to.post("/api/sources/s9", { sort: "person", label: "x", about: null, identity: { words: planted }, reason: "x" }),
      ];
      const wrong = await to.post<ErrorAnswer>("/api/sources/s1/identity", { passphrase: "another passphrase" });
      const right = await to.post<{ identity: string }>("/api/sources/s1/identity", { passphrase });
      const note = await to.post<{ note: string }>("/api/sources/s1/restricted-note", { passphrase });
      return { all, wrong, right, note };
    });
    for (const one of answer.all) assert.ok(!JSON.stringify(one).includes(planted), JSON.stringify(one).slice(0, 300));
    assert.equal(answer.wrong.code, "PASSPHRASE_WRONG");
    assert.equal(answer.right.identity, `${planted}, +00 000`);
    assert.equal(answer.note.note, `a brother of ${planted} lives there`);
    assert.ok(!err.includes(planted));
    assert.deepEqual(filesWith(kept, planted), [], "neither ledger, tables nor any other file of the case holds it");
    assert.match((await desk.run("source", kept, "s1", "--restricted")).out, new RegExp(planted));
    const shown = await desk.run("source", kept, "s1");
    assert.match(shown.out, /Keeper of the mill/);
    assert.match(shown.out, /^Access: stood on the mill$/m);
    assert.match(shown.out, /^Motive: unknown$/m);
    assert.ok(!shown.out.includes(planted));
    const rows = await desk.run("sheet", "export", kept);
    assert.equal(rows.code, 0, rows.err);
    assert.ok(!rows.out.includes(planted));
    const pack = join(desk.folder, "pack-of-sources");
    assert.equal((await desk.run("seal", kept, "--out", pack)).code, 0);
    assert.deepEqual(filesWith(pack, planted), []);
    assert.match(readFileSync(join(pack, "data", "withheld.json"), "utf8"), /"restricted"/);
    assert.equal((await desk.run("verify", pack)).code, 0);
  });

  it("a pack is not sealed over consent that was withdrawn, unless all about it is left out", async () => {
    const item = itemOf["withdrawn.txt"] ?? "";
    const { answer } = await served(async (to) => {
      await to.post("/api/items/conditions", { items: [item], changes: { withdrawnAt: "2024-09-14T12:00:00Z" } });
      await to.post(`/api/items/${item}/notes`, { text: "A note on what was taken back." });
      const reading = await readingOf(to, item);
      const quote = "Synthetic words of withdrawn";
      const span = { start: 0, end: quote.length };
      const statement = {
        ...{ aspect: "speech", value: { is: "speech", words: quote, by: null }, polarity: "affirmed", hedges: [], basis: "unstated" },
        ...{ basisWords: null, speakers: [], eventSort: "unclear", valueSpan: span, restsOn: [] },
      };
      const text = { item, part: { sort: "article-body" }, reading };
      const claims = [{ text, span, quote, event: "unassigned", statement, proposed: { by: "person" } }];
      assert.equal((await to.post<{ code?: string }>("/api/claims", { claims })).code, undefined);
      await to.post("/api/claims/k1/grade", { credibility: "3", reason: "A reason from what was taken back" });
      // The words of each stand in lines that name no item: an exhibit, an identification and a reply are listed with it by their records.
      const words = (of: string) => `Of what was taken back: ${of}`;
      const done = async (path: string, body: object) => {
        const { code, message } = await to.post<{ code?: string; message?: string }>(path, body);
        assert.equal(code, undefined, `${path}: ${message}`);
      };
      const picture = { beside: item, shown: { is: "item", item: itemOf["held.txt"] }, shows: { is: "unknown" } };
      await done("/api/exhibits", { ...picture, caption: words("a caption"), reason: words("an exhibit") });
      await done("/api/exhibits/x1/withdraw", { reason: words("an exhibit that was withdrawn") });
      const means = [{ marking: "band-blue", day: "2022-03-29", basis: words("an identification") }];
      const ladder = { event: "unassigned", subject: "P1", seen: [], means, actor: "unknown", unit: { assertions: [], speech: [] } };
      await done("/api/identifications", { what: { item, ...ladder } });
      await done("/api/identifications/g1/withdraw", { reason: words("an identification that was withdrawn") });
      const asking = { to: "unknown", toWords: words("who was asked"), about: ["k1"], sentAt: "2024-09-01T12:00:00Z", deadline: null };
      await done("/api/replies", { ...asking, way: "a letter", asked: words("what was asked") });
      await done("/api/replies/y1/response", { at: "2024-09-02T12:00:00Z", response: words("an answer"), item: null });
      await done("/api/replies/y1/withdraw", { reason: words("a request that was withdrawn") });
      const one = await to.get<ItemConditions>(`/api/items/${item}/conditions`);
      return {
        weighed: await to.get<PackConditions>("/api/conditions/pack"),
        one,
        list: await to.get<ItemsPage>("/api/items?has=withdrawn"),
      };
    });
    assert.ok(answer.one.uses.every(({ may }) => !may.allowed && may.because === "withdrawn"));
    assert.deepEqual(answer.weighed.withdrawn, { count: 1, items: [item] });
    assert.deepEqual(
      answer.list.items.map(({ id, conditions }) => [id, conditions.publishing]),
      [[item, "withdrawn"]],
    );
    const pack = join(desk.folder, "pack");
    const refused = await desk.run("seal", kept, "--out", pack);
    assert.equal(refused.code, 2);
    assert.match(refused.err, new RegExp(`1 item with consent withdrawn: ${item}`));
    assert.match(refused.err, /--withhold-withdrawn/);
    const sealed = await desk.run("seal", kept, "--out", pack, "--withhold-withdrawn");
    assert.equal(sealed.code, 0, sealed.err);
    assert.deepEqual(filesWith(pack, "Synthetic words of withdrawn"), [], "its bytes, and what was read from them, are not in the pack");
    for (const words of ["A note on what was taken back", "A reason from what was taken back", "Of what was taken back"])
      assert.deepEqual(filesWith(pack, words), [], words);
    const withheld = JSON.parse(readFileSync(join(pack, "data", "withheld.json"), "utf8")) as {
      lines: { category: string; reason: string }[];
    };
    assert.ok(withheld.lines.some(({ category, reason }) => category === "consent" && reason.includes(item)));
    assert.equal((await desk.run("verify", pack)).code, 0);
  });
});
