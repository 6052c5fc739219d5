/** Speech as a text for claims: only what a second person reviewed is quoted, and a claim of it says when that no longer holds. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import type { ClaimsAnswer } from "../../src/api/claims.ts";
import type { ClaimTextsAnswer, ItemTextAnswer } from "../../src/api/claim-texts.ts";
import type { TierAnswer } from "../../src/api/tiers.ts";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { peopleAt, type PeopleAtACase } from "./people-at-a-case.ts";

type Answer = { code?: string; message?: string; claims?: string[] };

const said = ["Three soldiers stood near Bucha on 30 March 2022.", "They had white bands.", "Nobody saw the car."];

describe("a quote of speech", () => {
  let desk: Desk;
  let people: PeopleAtACase;
  before(async () => {
    desk = createDesk();
    // A picture stands for a clip: what has no text of its own, and needs no decoder of videos.
    await sharp({ create: { width: 16, height: 16, channels: 3, background: "#406080" } })
      .png()
      .toFile(join(desk.folder, "clip.png"));
    people = peopleAt(desk, join(desk.folder, "case"));
    await people.collect(join(desk.folder, "clip.png"));
    // Another one, of which there is a program's draft alone.
    await sharp({ create: { width: 16, height: 16, channels: 3, background: "#806040" } })
      .png()
      .toFile(join(desk.folder, "draft.png"));
    await people.collect(join(desk.folder, "draft.png"));
    await people.probe(2);
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const segments = said.map((text, at) => ({
    ...{ id: at + 1, startMs: at * 2000, endMs: at * 2000 + 1500, speaker: "SPK1", text, alternatives: [], overlap: false, language: null },
    ...{ of: null, box: null, machine: null },
  }));
  const write = (to: ServedCase, body: object) =>
    to.post<Answer>("/api/tiers", { item: "i1", sort: "verbatim", language: "en", segments, ...body });
  const textOf = (to: ServedCase) => to.get<ItemTextAnswer>("/api/items/i1/text");

  const claim = (reading: string, quote: string, more: object = {}) => {
    const start = said.join("\n").indexOf(quote);
    const words = "Three soldiers";
    const valueStart = said.join("\n").indexOf(words);
    return {
      text: { item: "i1", part: { sort: "tier", tier: "w1", speaker: "SPK1" }, reading },
      ...{ span: { start, end: start + quote.length }, quote, event: "unassigned", proposed: { by: "person" }, reason: "" },
      statement: {
        ...{ aspect: "who", polarity: "affirmed", basis: "unstated", basisWords: null, hedges: [], restsOn: [], eventSort: "unclear" },
        valueSpan: { start: valueStart, end: valueStart + words.length },
        value: { is: "actor", words, part: "unclear", count: "several" },
        speakers: [{ words: "SPK1", who: "person", says: null, direct: false, span: null, source: "unknown" }],
      },
      ...more,
    };
  };
  const state = (to: ServedCase, ...claims: object[]) => to.post<Answer>("/api/claims", { claims });

  it("nothing is quoted before somebody else reviewed it, and typing past the tier is refused", async () => {
    const one = await people.as("first");
    assert.equal((await write(one, {})).code, undefined);
    const text = await textOf(one);
    assert.ok(text.state === "refused" && /a second person has to review it first/.test(text.why));
    const { tier } = await one.get<TierAnswer>("/api/tiers/w1");
    const refused = await state(one, claim(tier.document, said[0] ?? ""));
    assert.match(
      refused.message ?? "",
      /new claim: quote: expected words that a second person reviewed; found, in segment 1, words that no second person has reviewed/,
    );
    const typed = claim(tier.document, said[0] ?? "", { text: { item: "i1", part: { sort: "typed" }, reading: null } });
    assert.match((await state(one, typed)).message ?? "", /expected words typed from what has no text; found that i1 has one/);
  });

  it("what was reviewed is a text, with the speaker first in the chain, and the rest of it is blank", async () => {
    const two = await people.as("second");
    assert.equal((await two.post<Answer>("/api/tiers/w1/review", { version: 1, segments: [1], verdict: "agrees" })).code, undefined);
    const text = await textOf(two);
    assert.ok(text.state === "text", JSON.stringify(text));
    assert.equal(text.kind, "speech");
    const [part] = text.text.parts;
    assert.deepEqual([part?.role, part?.part, part?.language], ["speech", { sort: "tier", tier: "w1", speaker: "SPK1" }, "en"]);
    assert.equal(part?.text.trim(), said[0], "words that nobody reviewed are not read");
    assert.equal(part?.text.length, said.join("\n").length, "offsets are those of the whole");
    const rows = await two.get<ClaimTextsAnswer>("/api/claim-texts");
    assert.deepEqual(
      rows.texts.map(({ item, kind }) => [item, kind]),
      [["i1", "speech"]],
    );
    const proposed = proposeClaims(text.text);
    assert.ok(proposed.proposals.length > 0);
    for (const { statement } of proposed.proposals) assert.equal(statement.speakers[0]?.words, "SPK1");

    const made = await state(two, claim(text.reading, said[0] ?? ""));
    assert.deepEqual(made.claims, ["k1"], JSON.stringify(made));
    const nobody = claim(text.reading, said[0] ?? "");
    nobody.statement.speakers.splice(0);
    assert.match((await state(two, nobody)).message ?? "", /speaker 1: expected SPK1, whose words these are; found nobody/);
    const beyond = claim(text.reading, `${said[0]}\n${said[1]}`);
    assert.match((await state(two, beyond)).message ?? "", /in segment 2, words that no second person has reviewed/);
  });

  it("a claim says that it needs another look once its words changed, or their review was taken back", async () => {
    let one = await people.as("first");
    const faults = async () => (await one.get<ClaimsAnswer>("/api/claims")).claims.map(({ textFault }) => textFault);
    assert.deepEqual(await faults(), [undefined]);
    const { reviews } = await one.get<TierAnswer>("/api/tiers/w1");
    const two = await people.as("second");
    await two.post(`/api/tiers/reviews/${reviews[0]?.line}/withdraw`, { reason: "read too fast" });
    one = await people.as("first");
    assert.match((await faults())[0] ?? "", /in segment 1, words that no second person has reviewed/);
    const changed = segments.map((each) => (each.id === 1 ? { ...each, text: "Two soldiers stood there." } : each));
    assert.equal((await write(one, { tier: "w1", base: 1, segments: changed, reason: "counted again" })).code, undefined);
    assert.match((await faults())[0] ?? "", /in segment 1, words that version 2 of the tier changed/);
    await one.post("/api/tiers/w1/withdraw", { reason: "of another clip" });
    assert.match((await faults())[0] ?? "", /found one of a tier that was taken back/);
    assert.equal((await textOf(one)).state, "refused");
    const typed = claim("", said[0] ?? "", { text: { item: "i1", part: { sort: "typed" }, reading: null } });
    const past = await state(one, typed);
    assert.match(
      past.message ?? "",
      /expected words typed from what has no text; found that i1 has one/,
      "a tier taken back is no way round",
    );
  });

  it("of words that are seen is nobody's, and asks for a second person too", async () => {
    const one = await people.as("first");
    const sign = { ...segments[0], speaker: null, text: "Village of Old Mill, 12 km", box: { x: 1, y: 1, width: 9, height: 9 } };
    assert.equal((await write(one, { sort: "on-screen", segments: [sign] })).code, undefined);
    const { tier } = await one.get<TierAnswer>("/api/tiers/w2");
    const seen = claim(tier.document, "Village of Old Mill");
    const quoted = {
      ...{ ...seen, text: { item: "i1", part: { sort: "tier", tier: "w2", speaker: null }, reading: tier.document } },
      span: { start: 0, end: 19 },
      statement: {
        ...{ ...seen.statement, aspect: "where", speakers: [], valueSpan: { start: 0, end: 19 } },
        value: { is: "place", words: "Village of Old Mill" },
      },
    };
    assert.match((await state(one, quoted)).message ?? "", /in segment 1, words that no second person has reviewed/);
    const two = await people.as("second");
    await two.post("/api/tiers/w2/review", { version: 1, segments: [1], verdict: "agrees" });
    const text = await textOf(two);
    assert.ok(text.state === "text");
    assert.deepEqual([text.text.parts[0]?.role, text.text.parts[0]?.part], ["body", { sort: "tier", tier: "w2", speaker: null }]);
    const made = await state(two, quoted);
    assert.deepEqual(made.claims, ["k2"], JSON.stringify(made));
  });

  it("of a machine's draft is not typed past it, although nobody may quote it either", async () => {
    const one = await people.as("first");
    const typed = claim("", said[0] ?? "", { text: { item: "i2", part: { sort: "typed" }, reading: null } });
    const heard = JSON.stringify({ segments: said.map((text, at) => ({ start: at, end: at + 1, text })) });
    const draft = { item: "i2", format: "whisper-json", text: heard, sort: "verbatim", language: "en", writtenBy: "program" };
    assert.equal((await one.post<Answer>("/api/tiers/import", draft)).code, undefined);
    assert.match((await state(one, typed)).message ?? "", /expected words typed from what has no text; found that i2 has one/);
    const text = await one.get<ItemTextAnswer>("/api/items/i2/text");
    assert.ok(text.state === "refused" && /a draft or one that was taken back too/.test(text.why), JSON.stringify(text));
  });
});
