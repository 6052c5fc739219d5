/** Claims as records: stated, stated again, graded, taken back, and what stands around them, through the program's own server. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import type { AssumptionRow, ClaimDetail, ClaimRow, DerivationRow, RejectionRow, ReplyRow } from "../../src/api/claims.ts";
import type { CustodyPage } from "../../src/api/custody.ts";
import type { ClaimStatement } from "../../src/core/claim/claim.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";
import { readingOf } from "../support/enter-claims.ts";

const text = "The mayor said about two men were hurt near the mill. It was unclear who fired.";
const firstSentence = text.slice(0, text.indexOf(" It was"));
const lastSentence = text.slice(firstSentence.length + 1);

const spanOf = (words: string) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};

const where: ClaimStatement = {
  aspect: "where",
  value: { is: "place", words: "near the mill" },
  polarity: "affirmed",
  hedges: [],
  basis: "unstated",
  basisWords: null,
  speakers: [{ words: "The mayor", who: "person", says: "said", direct: false, span: spanOf("The mayor"), source: "unknown" }],
  eventSort: "other",
  valueSpan: spanOf("near the mill"),
  restsOn: [],
};
const howMany: ClaimStatement = {
  ...where,
  aspect: "how-many",
  value: { is: "number", words: "two men", unit: "people", low: 2, best: 2, high: 2 },
  hedges: [{ sort: "approximate", words: "about", span: spanOf("about") }],
  valueSpan: spanOf("two men"),
};
const whoFired: ClaimStatement = {
  ...where,
  aspect: "who",
  value: { is: "unknown", words: "who fired" },
  polarity: "open",
  hedges: [{ sort: "unclear", words: "It was unclear", span: spanOf("It was unclear") }],
  speakers: [],
  valueSpan: spanOf("who fired"),
};

const picture = (shade: number) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: shade, g: 90, b: 160 } } })
    .png()
    .toBuffer();

const typedWords = (quote: string) => ({
  ...{ text: { item: "i3", part: { sort: "typed" }, reading: null }, quote, span: { start: 0, end: quote.length } },
  statement: { ...where, value: { is: "place", words: quote }, speakers: [], valueSpan: { start: 0, end: quote.length } },
});

type Answer = { claims: string[]; id: string; seq: number; lines: number[]; code?: string; message?: string };

describe("claims of a case", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let reading: string;
  const one = (statement: ClaimStatement, quote: string, more: object = {}) => ({
    text: { item: "i1", part: { sort: "article-body" }, reading },
    span: spanOf(quote),
    quote,
    event: "unassigned",
    statement,
    proposed: { by: "person" },
    ...more,
  });
  const state = (...claims: object[]) => served.post<Answer>("/api/claims", { claims });
  const claims = async (query = "") => (await served.get<{ claims: ClaimRow[] }>(`/api/claims${query}`)).claims;
  /** Of such records alone: items are still being read meanwhile. */
  const lines = async () =>
    (await served.get<CustodyPage>("/api/custody?limit=500")).entries.filter(({ kind }) =>
      /^(?:claim|derivation|assumption|reply)/.test(kind),
    ).length;
  /** Refused with words, and nothing appended. */
  const refuses = async (path: string, body: object, words: RegExp, code = "INPUT_INVALID") => {
    const before = await lines();
    const answer = await served.post<Answer>(path, body);
    assert.equal(answer.code, code, JSON.stringify(answer));
    assert.match(answer.message ?? "", words);
    assert.equal(await lines(), before);
  };

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "a.txt"), text);
    writeFileSync(join(desk.folder, "b.txt"), `${text} And more.`);
    writeFileSync(join(desk.folder, "c.png"), await picture(90));
    mkdirSync(join(desk.folder, "page"));
    writeFileSync(
      join(desk.folder, "page", "d.html"),
      '<!doctype html><html lang="en"><body><article><h1>Page</h1><p>Words.</p><img src="e.png" alt=""></article></body></html>',
    );
    writeFileSync(join(desk.folder, "page", "e.png"), await picture(160));
    const paths = ["a.txt", "b.txt", "c.png", "page/d.html", "page/e.png"].map((name) => join(desk.folder, name));
    assert.equal((await desk.run("add", kept, ...paths)).code, 0);
    served = await serveCase(desk, kept);
    reading = await readingOf(served, "i1");
    await served.post("/api/case-events", { sort: "other", sortWords: "shooting", title: "Shooting", time: "unknown", place: "unknown" });
    await served.post("/api/sources", { sort: "outlet", label: "The Courier", about: null, identity: "none", reason: null });
    await served.post("/api/items/attribution", { items: ["i1"], role: "posted-by", source: "s1", basis: "its head" });
  });
  after(() => desk.close());

  it("are stated several in one act, each with its text, its speakers and who put it forward", async () => {
    const proposal = { span: spanOf(firstSentence), quote: firstSentence, statement: { ...howMany, hedges: [] } };
    const answer = await state(
      one(where, firstSentence, { event: "e1" }),
      one(howMany, firstSentence, { event: "e1", proposed: { by: "rules", version: "1.0.0" }, proposal }),
      one(whoFired, lastSentence, {
        proposed: { by: "assistant", model: "a model", endpoint: "http://127.0.0.1:1/v1" },
        proposal: { span: spanOf(lastSentence), quote: lastSentence, statement: whoFired },
        reason: "Read aloud twice.",
      }),
    );
    assert.deepEqual(answer.claims, ["k1", "k2", "k3"]);
    const [first, second, third] = (await claims()) as [ClaimRow, ClaimRow, ClaimRow];
    assert.deepEqual(first.statement, where);
    assert.deepEqual(
      [first.publisher, first.published, first.role, first.quote, first.itemName],
      [{ source: "s1", label: "The Courier" }, "unknown", "body", firstSentence, "a.txt"],
    );
    assert.deepEqual(first.eventSays, { title: "Shooting", sort: "other", withdrawn: false });
    assert.deepEqual([second.proposed, second.edited], [{ by: "rules", version: "1.0.0" }, ["hedges"]]);
    assert.deepEqual(third.edited, []);
    assert.deepEqual(third.proposed, { by: "assistant", model: "a model", endpoint: "http://127.0.0.1:1/v1" });
    assert.deepEqual([first.reason, third.reason], [null, "Read aloud twice."]);
    assert.deepEqual(
      (await claims("?event=e1")).map(({ id }) => id),
      ["k1", "k2"],
    );
    assert.deepEqual(await claims("?source=s1"), await claims("?item=i1"));
    assert.deepEqual(await claims("?item=i2"), []);
  });

  it("are all refused when one of them says more than its text", async () => {
    await refuses(
      "/api/claims",
      { claims: [one(where, firstSentence), one(where, firstSentence, { quote: firstSentence.replace("about ", "at most ") })] },
      /^new claim 2 of 2: quote: expected the words at 0 to \d+, unchanged; found others$/,
    );
  });

  const wrong: readonly (readonly [string, () => object, RegExp, string?])[] = [
    [
      "whose value stands elsewhere",
      () => one({ ...where, valueSpan: spanOf("who fired") }, firstSentence),
      /value: expected a place inside/,
    ],
    [
      "whose value is in other words",
      () => one({ ...where, value: { is: "place", words: "at the mill" } }, firstSentence),
      /value: expected words that stand/,
    ],
    [
      "whose hedge is in other words",
      () => one({ ...howMany, hedges: [{ sort: "approximate", words: "exactly", span: spanOf("about") }] }, firstSentence),
      /hedge 1: expected the words at/,
    ],
    [
      "whose hedge stands outside the quote",
      () => one({ ...where, hedges: [{ sort: "unclear", words: "It was unclear", span: spanOf("It was unclear") }] }, firstSentence),
      /hedge 1: expected a place inside the quote/,
    ],
    [
      "whose speaker the text does not name there",
      () => one({ ...where, speakers: [{ ...(where.speakers[0] as object), words: "The minister" } as never] }, firstSentence),
      /speaker 1/,
    ],
    [
      "whose speaker is no source of the case",
      () => one({ ...where, speakers: [{ ...(where.speakers[0] as object), source: "s9" } as never] }, firstSentence),
      /source s9/,
    ],
    ["that is open though its value is known", () => one({ ...where, polarity: "open" }, firstSentence), /polarity: expected open only/],
    [
      "that affirms what is not known",
      () => one({ ...whoFired, polarity: "affirmed" }, text.slice(firstSentence.length + 1)),
      /polarity: expected open where/,
    ],
    [
      "of an aspect with another's value",
      () => one({ ...where, aspect: "when" }, firstSentence),
      /value: expected time or unknown for when/,
    ],
    [
      "whose figures are out of order",
      () => one({ ...howMany, value: { is: "number", words: "two men", unit: "people", low: 3, best: 2, high: null } }, firstSentence),
      /number: expected/,
    ],
    ["with basis words but no basis", () => one({ ...where, basisWords: "said" }, firstSentence), /basis words: expected none/],
    ["of an event that is not there", () => one(where, firstSentence, { event: "e9" }), /event e9/],
    [
      "of an item that is not there",
      () => one(where, firstSentence, { text: { item: "i9", part: { sort: "article-body" }, reading } }),
      /item i9/,
      "ITEM_UNKNOWN",
    ],
    ["that rests on an item that is not there", () => one({ ...where, restsOn: ["i9"] }, firstSentence), /item i9/, "ITEM_UNKNOWN"],
    [
      "quoted from another item's reading",
      () => one(where, firstSentence, { text: { item: "i2", part: { sort: "article-body" }, reading } }),
      /reading of i2; found one that is not its own/,
    ],
    [
      "quoted from no reading",
      () => one(where, firstSentence, { text: { item: "i1", part: { sort: "article-body" }, reading: null } }),
      /found none named/,
    ],
    [
      "quoted from a part that is not there",
      () => one(where, firstSentence, { text: { item: "i1", part: { sort: "picture-caption", picture: 3 }, reading } }),
      /picture-caption/,
    ],
    [
      "quoted from speech that nobody has reviewed",
      () => one(where, firstSentence, { text: { item: "i1", part: { sort: "tier", tier: "t", speaker: "SPK1" }, reading: null } }),
      /no reviewed tier of that name/,
    ],
    [
      "that is typed beside a text which can be read",
      () => ({
        ...one(where, firstSentence),
        ...typedWords("near the mill"),
        text: { item: "i2", part: { sort: "typed" }, reading: null },
      }),
      /expected words typed from what has no text; found that i2 has one/,
    ],
    [
      "that is typed, but not by a person",
      () => ({ ...one(where, firstSentence), ...typedWords("near the mill"), proposed: { by: "rules", version: "1.0.0" } }),
      /expected typed words from a person; found them put forward by the rules/,
    ],
    [
      "that is typed and names a reading",
      () => ({ ...one(where, firstSentence), ...typedWords("near the mill"), text: { item: "i3", part: { sort: "typed" }, reading } }),
      /expected no reading of what was typed/,
    ],
    [
      "of the rules without what they put forward",
      () => one(where, firstSentence, { proposed: { by: "rules", version: "1.0.0" } }),
      /proposal: expected it as the rules put it forward; found none/,
    ],
    [
      "stated again in the name of an assistant that never put it forward",
      () =>
        one(where, firstSentence, { claim: "k1", reason: "x", proposed: { by: "assistant", model: "m", endpoint: "http://127.0.0.1:1" } }),
      /proposal: expected it as the assistant put it forward; found none/,
    ],
    [
      "of an event that rests on a picture of a page of which nobody said what it shows",
      () => one({ ...where, restsOn: ["i5"] }, firstSentence, { event: "e1" }),
      /new claim, i5 for e1: expected/,
    ],
    [
      "of more words than a line has room for",
      () => one({ ...where, basis: "told", basisWords: "said ".repeat(12_000) }, firstSentence),
      /^new claim: expected at most 49152 bytes of words; found \d+/,
    ],
    ["stated again without a reason", () => one(where, firstSentence, { claim: "k1" }), /reason in words/],
    ["stated again that never was", () => one(where, firstSentence, { claim: "k99", reason: "x" }), /claim k99/],
  ];
  for (const [what, wanted, words, code] of wrong)
    it(`refuses one ${what}`, async () => refuses("/api/claims", { claims: [wanted()] }, words, code));

  it("takes words that a person typed from what has no text, with offsets into them", async () => {
    const typed = "near the mill";
    const said = { ...where, speakers: [], valueSpan: { start: 0, end: typed.length } };
    const part = { item: "i3", part: { sort: "typed" }, reading: null };
    await refuses(
      "/api/claims",
      { claims: [one(said, firstSentence, { text: part, quote: `${typed} today`, span: { start: 0, end: typed.length } })] },
      /all that was typed/,
    );
    const { claims: ids } = await state(one(said, firstSentence, { text: part, quote: typed, span: { start: 0, end: typed.length } }));
    const [row] = (await claims("?item=i3")) as [ClaimRow];
    assert.deepEqual([row.id, row.role, row.quote, row.publisher], [ids[0], "quote", typed, { source: "unknown", label: "c.png" }]);

    // They stand in no other text, so search finds them here; of a claim that is stated again, only what it says now.
    const found = async (words: string) => {
      const { hits } = await served.get<{ hits: { in: string; item: string }[] }>(
        `/api/search?words=${encodeURIComponent(words)}&in=claim`,
      );
      return hits.map((hit) => [hit.in, hit.item]);
    };
    assert.deepEqual(await found('"near the mill"'), [["claim", "i3"]]);
    const anew = "near the weir";
    const spanOfAll = { start: 0, end: anew.length };
    const changed = { ...said, value: { is: "place" as const, words: anew }, valueSpan: spanOfAll };
    await state(one(changed, firstSentence, { claim: ids[0], text: part, quote: anew, span: spanOfAll, reason: "misread" }));
    assert.deepEqual(await found("mill"), []);
    assert.deepEqual(await found("weir"), [["claim", "i3"]]);
  });

  it("is no claim accepted unchanged once a person changed it, however often it is stated again", async () => {
    const proposed = { by: "rules", version: "1.0.0" };
    const again = { claim: "k2", event: "e1", reason: "x", proposed };
    await state(one(howMany, firstSentence, { ...again, event: "unassigned" }));
    const edited = async () => (await claims()).find(({ id }) => id === "k2")?.edited;
    assert.deepEqual(await edited(), ["hedges"]);
    await state(one({ ...howMany, basis: "told", basisWords: "said" }, firstSentence, again));
    assert.deepEqual(await edited(), ["hedges", "basis", "basisWords"]);
    await state(one(howMany, firstSentence, again));
  });

  it("has a digit of its own, beside the letter of whoever published it", async () => {
    await served.post("/api/sources/s1/grade", { reliability: "C", asOf: "2024-01-01", reason: "fairly reliable so far" });
    await refuses("/api/claims/k1/grade", { credibility: "3", reason: " " }, /reason/);
    await served.post("/api/claims/k1/grade", { credibility: "3", reason: "possible by the map" });
    const { claim } = await served.get<ClaimDetail>("/api/claims/k1");
    assert.deepEqual(
      [claim.reliability, claim.credibility, claim.credibilityReason, claim.credibilityOlder],
      ["C", "3", "possible by the map", false],
    );
  });

  it("is stated again under its id, and keeps its digit, which is then older than its words", async () => {
    const again = await state(one({ ...where, basis: "told" }, firstSentence, { claim: "k1", event: "e1", reason: "the mayor was told" }));
    assert.deepEqual(again.claims, ["k1"]);
    const { claim, history } = await served.get<ClaimDetail>("/api/claims/k1");
    assert.deepEqual([(claim.statement as ClaimStatement).basis, claim.reason], ["told", "the mayor was told"]);
    assert.deepEqual([claim.credibility, claim.credibilityOlder], ["3", true]);
    assert.equal(history.length, 3);
  });

  it("says what rested on it when it is taken back, and then counts for nothing", async () => {
    const derivation = { derived: "k2", from: "k1", sort: "restates", standing: "confirmed", basis: "the same sentence" };
    assert.equal((await served.post<Answer>("/api/derivations", derivation)).id, "d1");
    await served.post("/api/assumptions", { what: { is: "zone", claim: "k1", zone: "Europe/Kyiv" }, words: "local clocks" });
    await served.post("/api/replies", {
      ...{ to: "s1", toWords: "The Courier's desk", about: ["k1"], sentAt: "2024-05-01T08:00:00Z", deadline: "2024-05-03T08:00:00Z" },
      ...{ way: "by letter", asked: "Who told the mayor?" },
    });
    const back = await served.post<object>("/api/claims/k1/withdraw", { reason: "another mill" });
    assert.deepEqual({ ...back, seq: 0 }, { seq: 0, rested: { derivations: ["d1"], assumptions: ["u1"], replies: ["y1"] } });
    assert.equal((await claims()).find(({ id }) => id === "k1")?.withdrawn, "another mill");
    const [row] = (await served.get<{ derivations: DerivationRow[] }>("/api/derivations")).derivations;
    assert.deepEqual(row?.endsWithdrawn, ["k1"]);
    const [assumed] = (await served.get<{ assumptions: AssumptionRow[] }>("/api/assumptions")).assumptions;
    assert.deepEqual(assumed?.endsWithdrawn, ["k1"]);
    await refuses("/api/claims/k1/withdraw", { reason: "twice" }, /found one that was withdrawn/);
    await refuses("/api/claims/k1/grade", { credibility: "2", reason: "x" }, /found one that was withdrawn/);
  });

  it("stands again when it is stated again", async () => {
    await state(one(where, firstSentence, { claim: "k1", event: "e1", reason: "the mill after all" }));
    assert.equal((await claims()).find(({ id }) => id === "k1")?.withdrawn, undefined);
  });

  it("lists what was not accepted, and puts it forward again when that is undone", async () => {
    const proposal = { text: { item: "i1", part: { sort: "article-body" }, reading }, aspect: "what", span: spanOf(firstSentence) };
    const { lines: rejected } = await served.post<Answer>("/api/claim-rejections", {
      proposals: [
        { ...proposal, valueSpan: spanOf("were hurt") },
        { ...proposal, valueSpan: spanOf("hurt"), reason: "twice" },
      ],
    });
    const rejections = async () => (await served.get<{ rejections: RejectionRow[] }>("/api/claim-rejections?item=i1")).rejections;
    assert.deepEqual(
      (await rejections()).map(({ seq, valueSpan, reason }) => [seq, valueSpan, reason]),
      [
        [rejected[0], spanOf("were hurt"), null],
        [rejected[1], spanOf("hurt"), "twice"],
      ],
    );
    await served.post("/api/claim-rejections/restore", { lines: [rejected[0]] });
    assert.deepEqual(
      (await rejections()).map(({ seq }) => seq),
      [rejected[1]],
    );
    await refuses("/api/claim-rejections/restore", { lines: [rejected[0]] }, /rejection of a proposal that stands/);
    const rejects = (more: object) => ({ proposals: [{ ...proposal, valueSpan: spanOf("were hurt"), ...more }] });
    await refuses("/api/claim-rejections", rejects({ valueSpan: spanOf("who fired") }), /expected a value inside its quote/);
    await refuses("/api/claim-rejections", rejects({ span: { start: 0, end: 900 } }), /expected a quote inside the text, 0 to 80/);
    const textWith = (more: object) => ({ text: { ...proposal.text, ...more } });
    await refuses("/api/claim-rejections", rejects(textWith({ reading: null })), /expected a reading of i1; found none named/);
    await refuses("/api/claim-rejections", rejects(textWith({ item: "i2" })), /found one that is not its own/);
    await refuses("/api/claim-rejections", rejects(textWith({ part: { sort: "picture-caption", picture: 3 } })), /picture-caption/);
    const tier = (name: string) => textWith({ part: { sort: "tier", tier: name, speaker: "SPK1" }, reading: null });
    await refuses("/api/claim-rejections", rejects(tier("speech-1")), /no reviewed tier of that name/);
    await refuses("/api/claim-rejections", rejects(tier("Words of a witness")), /part.tier/, "REQUEST_INVALID");
  });

  it("says where a statement comes from once, changes it under its id, and takes it back", async () => {
    const derivation = { derived: "k3", from: "i2", sort: "cites", standing: "confirmed", basis: "names it" };
    const { id } = await served.post<Answer>("/api/derivations", derivation);
    await refuses("/api/derivations", derivation, new RegExp(`found one of that sort in ${id}`));
    await refuses("/api/derivations", { ...derivation, from: "k3" }, /found one twice/);
    await refuses("/api/derivations", { ...derivation, from: "i9" }, /item i9/, "ITEM_UNKNOWN");
    await refuses("/api/derivations", { ...derivation, from: "k99" }, /claim k99/);
    await refuses("/api/derivations", { ...derivation, sort: "restates", basis: "" }, /reason in words/);
    await served.post("/api/derivations", { ...derivation, derivation: id, standing: "rejected", basis: "names another" });
    const row = async () =>
      (await served.get<{ derivations: DerivationRow[] }>("/api/derivations")).derivations.find((one) => one.id === id);
    assert.deepEqual([(await row())?.standing, (await row())?.basis, (await row())?.fromSays], ["rejected", "names another", "b.txt"]);
    await served.post(`/api/derivations/${id}/withdraw`, { reason: "cannot be told" });
    assert.equal((await row())?.withdrawn, "cannot be told");
    await refuses(`/api/derivations/${id}/withdraw`, { reason: "again" }, /withdrawn/);
  });

  it("lists assumptions without a grade, of records that stand, and takes them back", async () => {
    const what = { is: "same-event", first: "e1", second: "e1" };
    await refuses("/api/assumptions", { what, words: "one" }, /found e1 twice/);
    await refuses("/api/assumptions", { what: { ...what, second: "e9" }, words: "one" }, /event e9/);
    await refuses("/api/assumptions", { what: { is: "zone", claim: "k2", zone: "Nowhere/Town" }, words: "x" }, /name of a zone/);
    await refuses("/api/assumptions", { what: { is: "other" }, words: " " }, /reason in words/);
    const { id } = await served.post<Answer>("/api/assumptions", { what: { is: "other" }, words: "the mill by the river is meant" });
    await served.post(`/api/assumptions/${id}/withdraw`, { reason: "there are two" });
    const rows = (await served.get<{ assumptions: AssumptionRow[] }>("/api/assumptions")).assumptions;
    const row = rows.find((assumption) => assumption.id === id);
    assert.deepEqual([row?.words, row?.withdrawn], ["the mill by the river is meant", "there are two"]);
    assert.ok(rows.every((assumption) => !("credibility" in assumption) && !("reliability" in assumption)));
  });

  it("asks for a reply, and takes silence for silence", async () => {
    const asked = {
      ...{ to: "unknown", toWords: "the press office", about: ["e1", "k2"], sentAt: "2024-05-01T08:00:00Z", deadline: null },
      ...{ way: "by e-mail", asked: "Were your men there?" },
    };
    const replies = async () => (await served.get<{ replies: ReplyRow[] }>("/api/replies")).replies;
    await refuses("/api/replies", { ...asked, deadline: "2024-05-01T08:00:00Z" }, /deadline after/);
    await refuses("/api/replies", { ...asked, about: ["k99"] }, /claim k99/);
    await refuses("/api/replies", { ...asked, asked: " " }, /what was asked/);
    const { id } = await served.post<Answer>("/api/replies", asked);
    const states = async () => (await replies()).map((one) => [one.id, one.state]);
    // The first has a deadline that is long over.
    assert.deepEqual(await states(), [
      ["y1", "silent"],
      [id, "waiting"],
    ]);
    const response = "  We were not.\nAsk again.";
    await refuses(`/api/replies/${id}/response`, { at: "2024-05-04T10:00:00Z", response: " " }, /nothing is recorded/);
    await served.post(`/api/replies/${id}/response`, { at: "2024-05-04T10:00:00Z", response, item: "i2" });
    await served.post("/api/replies/y1/response", { at: "2024-05-04T10:00:00Z", response: "A neighbour." });
    const [late, open] = (await replies()) as [ReplyRow, ReplyRow];
    assert.deepEqual(
      open.responses.map((one) => [one.response, one.item, one.late]),
      [[response, "i2", false]],
    );
    assert.deepEqual([late.state, late.responses[0]?.late, late.toLabel], ["answered", true, "The Courier"]);
    assert.deepEqual(
      open.about.map(({ says }) => says),
      ["Shooting", firstSentence],
    );
    await served.post(`/api/replies/${id}/withdraw`, { reason: "went to the wrong office" });
    assert.equal((await replies())[1]?.withdrawn, "went to the wrong office");
    await refuses(`/api/replies/${id}/response`, { at: "2024-05-04T10:00:00Z", response: "x" }, /withdrawn/);
  });

  it("stand in the history of the item, the event and the records they name", async () => {
    const { history } = await served.get<{ history: { summary: string }[] }>("/api/case-events/e1");
    for (const words of ["Claim k1", "Claim k2", "A response to", "Reply y2"])
      assert.ok(
        history.some(({ summary }) => summary.includes(words)),
        words,
      );
    const ofItem = await served.get<CustodyPage>("/api/custody?item=i1&limit=500");
    const kinds = new Set(ofItem.entries.map(({ kind }) => kind));
    for (const kind of ["claim.stated", "claim.graded", "claim.withdrawn", "claim-proposal.rejected", "claim-proposal.restored"])
      assert.ok(kinds.has(kind), kind);
  });

  it("are the same once the tables are made anew from the ledger", async () => {
    const paths = ["claims", "claims/k1", "claim-rejections", "derivations", "assumptions", "replies"].map((path) => `/api/${path}`);
    const told = await Promise.all(paths.map((path) => served.get(path)));
    const again = await copyWithoutDerived();
    try {
      assert.deepEqual(await Promise.all(paths.map((path) => again.served.get(path))), told);
    } finally {
      again.desk.close();
    }
  });

  /** What a copy of the folder says once what can be made again is gone. */
  async function copyWithoutDerived(): Promise<{ desk: Desk; served: ServedCase }> {
    const other = createDesk();
    const copy = join(other.folder, "copy");
    const ran = await desk.run("copy", kept, copy);
    assert.equal(ran.code, 0, ran.err);
    rmSync(join(copy, "derived"), { recursive: true, force: true });
    return { desk: other, served: await serveCase(other, copy) };
  }
});
