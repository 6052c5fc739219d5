/**
 * Identifications of a case (story S8), over HTTP: the worked case recorded with its result, and what is refused before anything is
 * written.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import type { IdentificationRow, IdentificationsAnswer } from "../../src/api/identifications.ts";
import type { Identification } from "../../src/core/identification/identification.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

type Made = { id: string; seq: number; code?: string; message?: string };
const day = "2022-03-29";

describe("who and what is in a clip", () => {
  let desk: Desk;
  let served: ServedCase;
  let kept: string;
  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    for (const name of ["frame.txt", "other.txt"]) writeFileSync(join(desk.folder, name), `Stands for a frame of a clip: ${name}\n`);
    await sharp({ create: { width: 64, height: 48, channels: 3, background: "#4060a0" } })
      .png()
      .toFile(join(desk.folder, "scan.png"));
    const files = ["frame.txt", "other.txt", "scan.png"].map((name) => join(desk.folder, name));
    assert.equal((await desk.run("add", kept, ...files)).code, 0);
    served = await serveCase(desk, kept);
    for (const [sort, title] of [
      ["ambush", "Synthetic ambush"],
      ["killing", "Synthetic killing"],
    ])
      await served.post<Made>("/api/case-events", { sort, title, time: "unknown", place: "unknown" });
    for (const [item, text] of [
      ["i1", "blue band on the left arm of P1"],
      ["i1", "five even road wheels on the vehicle behind P1"],
      ["i2", "of another item"],
    ] as const) {
      const made = await served.post<Made>(`/api/items/${item}/observations`, { sort: "observation", text });
      assert.match(made.id, /^o\d$/, JSON.stringify(made));
    }
  });
  after(() => desk.close());

  const worked: Identification = {
    item: "i1",
    event: "e2",
    subject: "P1",
    seen: [{ feature: "wheels-five-even", state: "present", observations: ["o2"] }],
    means: [
      { marking: "band-blue", day, basis: "o1" },
      { marking: "flag-ukraine", day, basis: "a patch on the sleeve" },
      { marking: "letter-v", day, basis: "on the vehicle behind" },
    ],
    actor: "unknown",
    unit: {
      assertions: [
        { by: "UNIAN", source: "unknown", reliability: "F", says: { is: "elsewhere" }, event: "e1", claim: null },
        { by: "NYT", source: "unknown", reliability: "B", says: { is: "unclear" }, event: "e2", claim: null },
      ],
      speech: [{ words: "Belgravia", readings: ["what they call themselves", "an estate nearby"], observations: [] }],
    },
  };
  const make = (change: object = {}, more: object = {}) =>
    served.post<Made>("/api/identifications", { what: { ...worked, ...change }, ...more });
  const list = async (): Promise<IdentificationRow[]> => (await served.get<IdentificationsAnswer>("/api/identifications")).identifications;
  const lines = () => readFileSync(join(kept, "ledger.jsonl"), "utf8");

  it("is recorded with what the taxonomy makes of it, by the program and not by who asks", async () => {
    assert.equal((await make()).id, "g1");
    const refused = await served.post<Made>("/api/identifications", { what: worked, result: { vehicle: "BMD-2" } });
    assert.ok(refused.code !== undefined, "a result that is sent along is not taken");
    const [row] = await list();
    assert.ok(row !== undefined && row.result !== "withheld");
    assert.equal(row.result.vehicle?.deepest?.label, "BMD family");
    assert.deepEqual(
      row.result.vehicle?.cannotExclude.map(({ label }) => label),
      ["BMD-1", "BMD-2", "BMD-3", "BMD-4"],
    );
    assert.deepEqual(
      row.result.vehicle?.nodes
        .filter(({ key }) => key === "bmp-1" || key === "bmp-2")
        .map(({ state, excludedBy }) => [state, excludedBy[0]?.instead.includes("wheels-six")]),
      [
        ["excluded", true],
        ["excluded", true],
      ],
    );
    assert.equal(row.result.actor.words, "persons wearing marks used by Ukrainian forces in Mar 2022");
    assert.equal(row.result.unit.state, "unresolved");
    assert.deepEqual(
      row.result.unit.assertions.map(({ by, reliability }) => [by, reliability]),
      [["NYT", "B"]],
    );
    assert.deepEqual(
      row.result.unit.ofOtherEvents.map(({ by, event }) => [by, event]),
      [["UNIAN", "e1"]],
    );
    assert.equal(row.result.unit.speech[0]?.readings.length, 2);
    assert.equal(row.taxonomy, row.result.taxonomy);
    assert.deepEqual(
      row.observations.map(({ id, text, withdrawn }) => [id, text, withdrawn]),
      [["o2", "five even road wheels on the vehicle behind P1", undefined]],
    );
  });

  it("refuses words for who they are on marks alone, however many, and takes them with a second kind of basis", async () => {
    const words = "members of the Ukrainian armed forces";
    const marks = ["blue band", "flag patch"].map((one) => ({ kind: "marks", words: one }));
    const refused = await make({ actor: { words, bases: marks } });
    assert.match(refused.message ?? "", /expected two kinds of basis .*found one \(marks\)/);
    assert.equal((await make({ actor: { words, bases: [...marks, { kind: "speech", words: "a cry" }] } })).id, "g2");
    const [row] = await list();
    assert.ok(row !== undefined && row.result !== "withheld");
    assert.deepEqual([row.result.actor.state, row.result.actor.words], ["inferred", words]);
  });

  it("refuses a pasted name without repeating it, and writes nothing", async () => {
    const before = lines();
    const refused = await make({
      actor: {
        words: "Ann Example",
        bases: [
          { kind: "marks", words: "band" },
          { kind: "speech", words: "a cry" },
        ],
      },
    });
    assert.equal(refused.code, "INPUT_INVALID");
    assert.match(refused.message ?? "", /names no person|name no person.*restricted note on i1/);
    assert.doesNotMatch(refused.message ?? "", /Example/);
    const [first] = worked.unit.assertions;
    const assertions = [{ ...first, by: "Ann Example" }];
    for (const [change, more] of [
      [{ unit: { ...worked.unit, assertions } }, {}],
      [{}, { identification: "g1", reason: "Ann Example said so" }],
    ])
      assert.match((await make(change, more)).message ?? "", /found what looks like a name/);
    const taken = await served.post<Made>("/api/identifications/g1/withdraw", { reason: "Ann Example said so" });
    assert.match(taken.message ?? "", /found what looks like a name/);
    assert.equal(lines(), before);
  });

  it("refuses observations of another item, unknown features, events and sources", async () => {
    const seen = (feature: string, observation: string) => [{ feature, state: "present", observations: [observation] }];
    assert.match((await make({ seen: seen("wheels-five-even", "o3") })).message ?? "", /observations of i1 that stand; found o3/);
    assert.match((await make({ seen: seen("wings", "o1") })).message ?? "", /feature wings/);
    assert.match((await make({ event: "e9", unit: { assertions: [], speech: [] } })).message ?? "", /event e9/);
    assert.match((await make({ item: "i9" })).message ?? "", /item i9/);
    const [first] = worked.unit.assertions;
    assert.match(
      (await make({ unit: { ...worked.unit, assertions: [{ ...first, source: "s9" }] } })).message ?? "",
      /a source of this case; found s9/,
    );
  });

  it("says how much is too much, rather than break a line of the ledger", async () => {
    const basis = "x".repeat(2000);
    const means = Array.from({ length: 30 }, () => ({ marking: "band-blue", day, basis }));
    assert.match((await make({ means })).message ?? "", /at most 49152 bytes .*Say it shorter/);
  });

  it("is changed with a reason, taken back with one, and stays in the list", async () => {
    assert.match((await make({}, { identification: "g1" })).message ?? "", /reason/);
    const joined = [{ ...worked.unit.assertions[0], says: { is: "unit", words: "Georgian Legion" } }];
    assert.match((await make({ unit: { ...worked.unit, assertions: joined } })).message ?? "", /nothing joins the two/);
    assert.doesNotMatch(lines(), /Georgian Legion/, "no line joins the unit of the ambush with the persons of the killing");
    const nobody = { assertions: [], speech: [] };
    const change = { identification: "g1", reason: "the event is not clear" };
    assert.equal((await make({ event: "unassigned", unit: nobody }, change)).id, "g1");
    assert.ok((await served.post<Made>("/api/identifications/g1/withdraw", { reason: "another vehicle" })).seq > 0);
    assert.match(
      (await served.post<Made>("/api/identifications/g1/withdraw", { reason: "again" })).message ?? "",
      /one that was withdrawn/,
    );
    const rows = await list();
    assert.deepEqual(
      rows.map(({ id, withdrawn }) => [id, withdrawn]),
      [
        ["g1", "another vehicle"],
        ["g2", undefined],
      ],
    );
  });

  it("takes a claim for a unit only under the event that the claim speaks of, while it stands, and says when that ends", async () => {
    const quote = "The Georgian Legion was there";
    const span = { start: 0, end: quote.length };
    const statement = {
      ...{ aspect: "speech", value: { is: "speech", words: quote, by: null }, polarity: "affirmed", hedges: [], basis: "unstated" },
      ...{ basisWords: null, speakers: [], eventSort: "unclear", valueSpan: span, restsOn: [] },
    };
    const text = { item: "i3", part: { sort: "typed" }, reading: null };
    const state = (event: string, more: object = {}) =>
      served.post<Made>("/api/claims", { claims: [{ text, span, quote, event, statement, proposed: { by: "person" }, ...more }] });
    assert.equal((await state("e1")).code, undefined);
    const by = { by: "UNIAN", source: "unknown", reliability: "F", says: { is: "unit", words: "Georgian Legion" } };
    const under = (event: string, claim = "k1") => make({ event, unit: { assertions: [{ ...by, event, claim }], speech: [] } });
    const before = lines();
    assert.match((await under("e2")).message ?? "", /claim k1 under what it speaks of; found it under e2, and it speaks of e1/);
    assert.match((await under("e1", "k9")).message ?? "", /claim k9: expected one that stands; found none of that number/);
    assert.equal(lines(), before, "nothing joins the unit of the ambush to the killing");
    const { id } = await under("e1");
    const cited = async () => (await list()).find((row) => row.id === id)?.claims;
    assert.deepEqual(await cited(), [{ id: "k1", state: "stands", event: "e1" }]);
    assert.equal((await state("e2", { claim: "k1", reason: "it speaks of the killing" })).code, undefined);
    assert.deepEqual(await cited(), [{ id: "k1", state: "stands", event: "e2" }], "it is told that the claim has moved");
    assert.ok((await served.post<Made>("/api/claims/k1/withdraw", { reason: "misread" })).seq > 0);
    assert.deepEqual(await cited(), [{ id: "k1", state: "withdrawn", event: "e2" }]);
    assert.match((await under("e2")).message ?? "", /claim k1: expected one that stands; found one that was withdrawn/);
  });
});
