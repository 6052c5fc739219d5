/** The optional assistant against a real server: what it is told, what of its answer stands, and that nothing goes anywhere unasked. */
import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import type { AssistantAnswer, AssistantPlanAnswer, AssistantSettingsAnswer } from "../../src/api/assistant.ts";
import type { ItemTextAnswer } from "../../src/api/claim-texts.ts";
import { type AskedServer, openServer } from "../links/ask-server.ts";
import { type ModelServer, says, startModel } from "./model-server.ts";

const words =
  "A column of trucks was reportedly attacked near the mill on Tuesday, the mayor said. " +
  "Officials denied that soldiers had fired at the bridge. It was unclear who filmed the clip.";

describe("the optional assistant", () => {
  let server: AskedServer;
  let model: ModelServer;
  let item: string;
  let pieces: { part: unknown; span: { start: number; end: number } }[];
  let reading: string;

  const setUp = (more: object = {}, key?: string | null) =>
    server.post<AssistantSettingsAnswer & { message: string }>("/api/assistant-settings", {
      endpoint: { protocol: "openai", url: model.url, model: "small-one", minutes: 1, characters: 5000, ...more },
      ...(key === undefined ? {} : { key }),
    });
  const plan = async () => (await server.post<AssistantPlanAnswer>(`/api/items/${item}/assistant-plan`, { pieces })).body.plan;
  const ask = async (more: object = {}) => {
    const digest = (await plan())?.digest ?? `sha256:${"0".repeat(64)}`;
    const confirmed = { url: model.url, model: "small-one", digest, ...more };
    return server.post<AssistantAnswer & { code: string; message: string }>(`/api/items/${item}/ask-assistant`, { pieces, confirmed });
  };
  const claims = (...list: object[]) => JSON.stringify({ claims: list });

  before(async () => {
    server = await openServer();
    model = await startModel();
    item = await server.upload("statement.txt", words);
    await server.post("/api/uploads/b1/finish");
    for (;;) {
      const { body } = await server.get<ItemTextAnswer>(`/api/items/${item}/text`);
      if (body.state === "text") {
        const [part] = body.text.parts;
        assert.equal(part?.text.trimEnd(), words);
        pieces = [{ part: part.part, span: { start: 0, end: words.length } }];
        reading = body.reading;
        break;
      }
      await new Promise((later) => setTimeout(later, 50));
    }
  });
  after(async () => {
    await model?.close();
    server?.close();
  });
  beforeEach(() => void model.asked.splice(0));

  it("is off until somebody sets it up: there is no plan, and asking is refused", async () => {
    const { body } = await server.get<AssistantSettingsAnswer>("/api/assistant-settings");
    assert.deepEqual([body.settings.endpoint, body.keySet], [null, false]);
    assert.equal(await plan(), null);
    const refused = await ask();
    assert.deepEqual([refused.status, refused.body.code], [403, "NOT_ALLOWED"]);
    assert.match(refused.body.message, /switched off/);
    assert.equal(model.asked.length, 0);
  });

  it("takes an address that carries nothing along, and no key over a line that others can read", async () => {
    for (const url of ["http://me:secret@localhost:1", "http://localhost:1/?q=1", "ftp://localhost", "localhost:11434"])
      assert.equal((await setUp({ url })).status, 400, url);
    const nowhere = ["http://127.0.0.1:99999", "http://127.0.0.1:0", "http://127.999.1.1", "http://127.1", "http://[::g]", "http://[1:2]"];
    for (const url of nowhere) assert.equal((await setUp({ url })).status, 400, url);
    const plain = await setUp({ url: "http://model.example.org" }, "sk-abc");
    assert.equal(plain.status, 400);
    assert.match(plain.body.message, /expected https where a key goes to another machine/);
  });

  it("keeps the key where only its owner reads it, shows it to nobody, and takes it to no other place", async () => {
    const { body } = await setUp({}, "sk-very-secret");
    assert.equal(body.keySet, true);
    assert.ok(!JSON.stringify(body).includes("very-secret"));
    assert.equal(statSync(body.file).mode & 0o777, 0o600);
    assert.ok(!body.file.startsWith(server.casePath));
    assert.equal((await setUp({ minutes: 2 })).body.keySet, true, "kept while the place is the same");
    model.answer((response, asked) => says(response, asked, claims()));
    await setUp();
    assert.equal((await ask()).status, 200);
    assert.equal(model.asked[0]?.headers.authorization, "Bearer sk-very-secret");
    assert.equal((await setUp({ url: "https://model.example.org" })).body.keySet, false, "not taken to another");
  });

  it("can be switched off and set up anew where its file says something else", async () => {
    const { body: kept } = await setUp({}, null);
    for (const spoilt of ["{", '{"v":1,"endpoint":{"url":"http://127.0.0.1:99999"},"key":"sk-very-secret"}']) {
      writeFileSync(kept.file, spoilt);
      const { status, body } = await server.get<AssistantSettingsAnswer>("/api/assistant-settings");
      assert.deepEqual([status, body.settings.endpoint, body.keySet], [200, null, false]);
      assert.match(body.fault ?? "", /expected the settings of the assistant; found something else at/);
      assert.doesNotMatch(body.fault ?? "", /very-secret/);
      const off = await server.post<AssistantSettingsAnswer>("/api/assistant-settings", { endpoint: null });
      assert.deepEqual([off.status, off.body.fault], [200, null]);
      writeFileSync(kept.file, spoilt);
      const anew = await setUp();
      assert.deepEqual([anew.status, anew.body.fault, anew.body.keySet], [200, null, false]);
    }
  });

  it("says what would be sent where, and sends that and nothing else of the item", async () => {
    await setUp({}, null);
    const shown = await plan();
    assert.deepEqual(
      [shown?.url, shown?.model, shown?.thisMachine, shown?.characters, shown?.may],
      [model.url, "small-one", true, words.length, { allowed: true }],
    );
    assert.equal(model.asked.length, 0, "a plan sends nothing");
    model.answer((response, asked) => says(response, asked, claims()));
    await ask();
    const [asked] = model.asked;
    assert.equal(asked?.path, "/v1/chat/completions");
    assert.deepEqual(JSON.parse(asked?.body.messages[1]?.content ?? ""), { pieces: [{ piece: 0, text: words }] });
    const sent = JSON.stringify([asked?.headers, asked?.body]);
    for (const word of ["statement.txt", server.casePath, "authorization", "cookie"]) assert.ok(!sent.includes(word), word);
  });

  it("refuses to send what is not what was confirmed", async () => {
    await setUp();
    const [whole] = pieces;
    assert.ok(whole);
    pieces = [{ ...whole, span: { start: 1, end: words.length } }];
    const digest = (await plan())?.digest;
    // As many characters, other words.
    pieces = [{ ...whole, span: { start: 0, end: words.length - 1 } }];
    assert.notEqual((await plan())?.digest, digest);
    for (const other of [{ digest }, { model: "another" }, { url: "http://127.0.0.1:9" }]) {
      const refused = await ask(other);
      assert.equal(refused.status, 403);
      assert.match(refused.body.message, /expected what was confirmed/);
    }
    pieces = [whole];
    assert.equal(model.asked.length, 0);
  });

  for (const protocol of ["openai", "ollama"] as const)
    it(`puts back what a model dropped and refuses what it made up, by the protocol of ${protocol}`, async () => {
      await setUp({ protocol });
      model.answer((response, asked) =>
        says(
          response,
          asked,
          `Here you are:\n\`\`\`json\n${claims(
            {
              quote: "A column of trucks was reportedly attacked near the mill",
              aspect: "where",
              words: "near the mill",
              polarity: "affirmed",
            },
            { quote: "soldiers had fired at the bridge", aspect: "what", words: "fired", polarity: "affirmed", act: "attack" },
            { quote: "Six tanks burned by the river.", aspect: "what", words: "burned", polarity: "affirmed" },
            { quote: "It was unclear who filmed the clip.", aspect: "who", words: "the clip", polarity: "affirmed" },
            {
              quote: "A column of trucks was reportedly attacked near the mill",
              aspect: "what",
              words: "attacked",
              polarity: "affirmed",
              speakers: [{ words: "the governor", says: "said" }],
            },
            {
              quote: "A column of trucks was reportedly attacked near the mill",
              aspect: "who",
              words: "A column of trucks",
              polarity: "affirmed",
              hedges: [{ words: "perhaps", sort: "possibility" }],
            },
            { aspect: "where", words: "nowhere" },
          )}\n\`\`\``,
        ),
      );
      const { body, status } = await ask();
      assert.equal(status, 200, JSON.stringify(body));
      const [where, what, ...others] = body.proposals;
      assert.deepEqual(others, []);
      assert.deepEqual(
        where?.statement.hedges.map((hedge) => hedge.words),
        ["reportedly"],
      );
      assert.deepEqual(
        where?.statement.speakers.map((speaker) => speaker.words),
        ["the mayor"],
      );
      assert.ok(where?.notes.some((note) => /left out “reportedly”/.test(note)));
      assert.equal(what?.statement.polarity, "denied");
      for (const { quote, span } of body.proposals) assert.equal(words.slice(span.start, span.end), quote);
      const why = body.refused.map((one) => one.why).join("\n");
      assert.equal(body.refused.length, 5, why);
      assert.match(why, /the quote does not stand in the text/);
      assert.match(why, /the rules read that the text says this is not known/);
      assert.match(why, /a speaker that it names does not stand in the text/);
      assert.match(why, /a hedge that it names does not stand in the sentence/);
      assert.match(why, /quote: /);
    });

  it("writes no line for asking; an accepted proposal says by which model and from where", async () => {
    await setUp();
    const lines = server.bodies().length;
    model.answer((response, asked) =>
      says(response, asked, claims({ quote: words.slice(0, 84), aspect: "where", words: "near the mill", polarity: "affirmed" })),
    );
    const { body } = await ask();
    assert.equal(server.bodies().length, lines);
    const [proposal] = body.proposals;
    assert.ok(proposal);
    const { part, span, quote, statement } = proposal;
    const proposed = { by: "assistant", model: body.model, endpoint: body.url };
    const stated = await server.post("/api/claims", {
      claims: [
        { text: { item, part, reading }, span, quote, statement, event: "unassigned", proposed, proposal: { span, quote, statement } },
      ],
    });
    assert.equal(stated.status, 200, JSON.stringify(stated.body));
    const { body: listed } = await server.get<{ claims: { proposed: object }[] }>(`/api/claims?item=${item}`);
    assert.deepEqual(listed.claims.at(-1)?.proposed, proposed);
  });

  it("names what came when an answer is none, and repeats nothing of text or answer", async () => {
    await setUp();
    const redirects: [RegExp, Parameters<ModelServer["answer"]>[0]][] = [
      [/not JSON/, (response, asked) => says(response, asked, "The mayor saw it near the mill.")],
      [/JSON of another shape/, (response) => response.end('{"mayor":"near the mill"}')],
      [/not JSON/, (response) => response.end("<html>near the mill</html>")],
      [/expected status 200; found 500/, (response) => response.writeHead(500).end("near the mill")],
      [/a redirect, which is not followed/, (response) => response.writeHead(307, { location: `${model.url}/elsewhere` }).end()],
      [/compressed answer/, (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x")],
      [
        /a part of one|broken|ECONNRESET/,
        (response) => response.writeHead(200, { "content-length": 5000 }).write("{", () => response.destroy()),
      ],
    ];
    for (const [expected, how] of redirects) {
      model.answer(how);
      const { status, body } = await ask();
      assert.deepEqual([status, body.code], [502, "ASSISTANT_FAILED"], String(expected));
      assert.match(body.message, expected);
      assert.doesNotMatch(body.message, /mill|mayor/);
    }
    assert.equal(model.asked.filter(({ path }) => path === "/elsewhere").length, 0);
  });

  it("stops reading an answer that does not end", async () => {
    await setUp();
    let sent = 0;
    model.answer((response) => {
      const more = (): void => {
        if (sent >= 100_000_000 || response.destroyed) return;
        sent += 65_536;
        response.write(Buffer.alloc(65_536, 0x20), more);
      };
      more();
    });
    const { status, body } = await ask();
    assert.equal(status, 502);
    assert.match(body.message, /expected at most 4000000 bytes; found more/);
    assert.ok(sent < 50_000_000, `${sent} bytes were taken`);
  });

  it("lets go of a model that hangs as soon as nobody waits", async () => {
    await setUp();
    const hangs = new Promise<void>((resolve) => model.answer(() => resolve()));
    const before = model.left();

    const digest = (await plan())?.digest;
    const { cookie } = server;
    const asking = request(`${server.origin}/api/items/${item}/ask-assistant`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
    });
    asking.on("error", () => undefined);
    asking.end(JSON.stringify({ pieces, confirmed: { url: model.url, model: "small-one", digest } }));
    await hangs;
    asking.destroy();
    while (model.left() === before) await new Promise((later) => setTimeout(later, 20));
  });

  it("says so where nobody listens", async () => {
    await setUp({ url: "http://127.0.0.1:1" });
    const { status, body } = await ask({ url: "http://127.0.0.1:1" });
    assert.equal(status, 502);
    assert.match(body.message, /expected an endpoint that can be reached; found ECONNREFUSED/);
  });

  it("sends nothing to another machine while nobody said that it may be published, and tells why", async () => {
    await setUp({ url: "https://model.example.org" });
    const shown = await plan();
    assert.equal(shown?.thisMachine, false);
    assert.deepEqual(shown?.may.allowed, false);
    assert.match(shown?.may.allowed === false ? shown.may.why : "", /another machine, which counts as publishing.*consent unknown/);
    const refused = await ask({ url: "https://model.example.org" });
    assert.equal(refused.status, 403);
  });

  it("takes a model that a program here passes on to others for another machine", async () => {
    for (const name of ["gpt-oss:120b-cloud", "glm-4.6:cloud"]) {
      await setUp({ protocol: "ollama", model: name });
      const shown = await plan();
      assert.deepEqual([shown?.thisMachine, shown?.may.allowed], [false, false], name);
      assert.match(shown?.may.allowed === false ? shown.may.why : "", /another machine, which counts as publishing/);
      assert.equal((await ask({ model: name })).status, 403);
    }
    await setUp({ model: "cloudy:8b" });
    assert.equal((await plan())?.thisMachine, true);
    assert.equal(model.asked.length, 0);
  });

  it("sends nothing even to this machine where analysing is not agreed to", async () => {
    await setUp();
    assert.equal((await plan())?.may.allowed, true);
    const scope = { analyse: "no" };
    const stated = await server.post("/api/items/conditions", { items: [item], changes: { scope } });
    assert.equal(stated.status, 200, JSON.stringify(stated.body));
    const refused = await ask();
    assert.equal(refused.status, 403);
    assert.match(refused.body.message, /a program on this machine: expected conditions that allow it; found no consent to analysing/);
    assert.equal(model.asked.length, 0);
  });

  it("leaves neither key nor address in the case, but where a claim was accepted", () => {
    assert.ok(!readFileSync(join(server.casePath, "ledger.jsonl"), "utf8").includes("very-secret"));
  });
});
