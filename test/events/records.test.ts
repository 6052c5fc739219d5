/** Events, hypotheses and what bears on them, asked of the running program; and the same after the tables were made anew. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { EventDetail, EventRow, HypothesisDetail, HypothesisRow, ItemBearings } from "../../src/api/events.ts";
import type { CustodyPage } from "../../src/api/custody.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

type Made = { id: string; seq: number } & { code?: string; message?: string };

const event = (sort: string, title: string, more: object = {}) => ({ sort, title, time: "unknown", place: "unknown", ...more });
const circle = {
  means: "happened",
  verbatim: "50.1, 30.2",
  region: { shape: "circle", centre: { lat: 50.1, lon: 30.2 }, radiusM: 250 },
  precision: "the analyst",
  basis: "the analyst",
};

describe("events and what bears on them", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  const make = (body: object) => served.post<Made>("/api/case-events", body);
  const link = (from: string, relation: string, to: string) =>
    served.post<Made>("/api/event-links", { from, to, relation, basis: "as the sample says" });

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    for (const name of ["a.txt", "b.txt"]) writeFileSync(join(desk.folder, name), `Synthetic ${name}`);
    assert.equal((await desk.run("add", kept, join(desk.folder, "a.txt"), join(desk.folder, "b.txt"))).code, 0);
    served = await serveCase(desk, kept);
  });
  after(() => desk.close());

  it("an ambush, a killing, a filming and a posting are four events", async () => {
    for (const [at, sort] of ["ambush", "killing", "filming", "posting"].entries())
      assert.equal((await make(event(sort, `Synthetic ${sort}`))).id, `e${at + 1}`);
    const { events } = await served.get<{ events: EventRow[] }>("/api/case-events");
    assert.deepEqual(
      events.map(({ sort }) => sort),
      ["ambush", "killing", "filming", "posting"],
    );
  });

  it("an event of no known sort says which in own words, and only a movement has a from and a to", async () => {
    assert.match((await make(event("other", "Synthetic"))).message ?? "", /own words/);
    const movement = { from: "unknown", to: circle, via: [] };
    assert.match((await make(event("killing", "Synthetic", { movement }))).message ?? "", /only for a movement/);
    assert.match((await make(event("movement", "Synthetic"))).message ?? "", /from and to/);
    assert.equal((await make(event("movement", "Synthetic way", { movement }))).id, "e5");
  });

  it("an order in which an event would come before itself is refused, and the loop is named", async () => {
    assert.equal((await link("e1", "before", "e2")).id, "l1");
    assert.equal((await link("e3", "filming-of", "e2")).id, "l2");
    assert.equal((await link("e4", "posting-of", "e3")).id, "l3");
    const refused = await link("e2", "before", "e1");
    assert.equal(refused.code, "INPUT_INVALID");
    assert.match(refused.message ?? "", /e2 before e1 \(the new link\), e1 before e2 \(l1\)/);
    assert.match((await link("e1", "before", "e1")).message ?? "", /one twice/);
    assert.match((await link("e1", "before", "e2")).message ?? "", /the same in l1/);
  });

  it("a link taken back no longer binds the order", async () => {
    const made = await link("e2", "before", "e5");
    assert.match((await link("e5", "before", "e2")).message ?? "", /loop/);
    assert.ok((await served.post<Made>(`/api/event-links/${made.id}/withdraw`, { reason: "was a guess" })).seq > 0);
    assert.match((await link("e5", "before", "e2")).id, /^l/);
  });

  it("a change needs a reason, and what was said before stays readable", async () => {
    const changed = event("killing", "Synthetic killing, by the bridge", { event: "e2", place: circle });
    assert.match((await make(changed)).message ?? "", /reason/);
    assert.equal((await make({ ...changed, reason: "seen again" })).id, "e2");
    const detail = await served.get<EventDetail>("/api/case-events/e2");
    assert.equal(detail.event.title, "Synthetic killing, by the bridge");
    assert.deepEqual(detail.event.place, circle);
    assert.match(detail.history[0]?.summary ?? "", /Synthetic killing\./);
    assert.ok(detail.history.some(({ summary }) => summary.includes("Because: seen again")));
  });

  it("an item that does not bear on an event cannot be cited for it until that is taken back", async () => {
    const bear = (sort: string) => served.post<Made>("/api/bearings", { item: "i1", on: "e1", sort, reason: "a picture of another place" });
    assert.equal((await bear("none")).id, "b1");
    assert.match((await bear("supports")).message ?? "", /b1, which says that it does not bear on it/);
    await served.post("/api/bearings/b1/withdraw", { reason: "the caption was wrong" });
    assert.equal((await bear("supports")).id, "b2");
    assert.match((await bear("none")).message ?? "", /b2 \(supports\)/);
    const { bearings } = await served.get<ItemBearings>("/api/items/i1/bearings");
    assert.deepEqual(
      bearings.map(({ id, sort, withdrawn }) => [id, sort, withdrawn]),
      [
        ["b1", "none", "the caption was wrong"],
        ["b2", "supports", undefined],
      ],
    );
    assert.match(
      (await served.post<Made>("/api/bearings", { item: "i9", on: "e1", sort: "shows", reason: "x" })).code ?? "",
      /ITEM_UNKNOWN/,
    );
    assert.match((await served.post<Made>("/api/bearings", { item: "i1", on: "h9", sort: "shows", reason: "x" })).message ?? "", /h9/);
  });

  it("a hypothesis is rejected with a reason only, and stays", async () => {
    const wanted = { question: "what", start: "staged", statement: "The scene is staged", standing: "alive" };
    assert.equal((await served.post<Made>("/api/hypotheses", wanted)).id, "h1");
    const rejected = { ...wanted, hypothesis: "h1", standing: "rejected" };
    assert.match((await served.post<Made>("/api/hypotheses", rejected)).message ?? "", /reason/);
    await served.post("/api/hypotheses", { ...rejected, reason: "three angles agree" });
    const { hypothesis, history } = await served.get<HypothesisDetail>("/api/hypotheses/h1");
    assert.deepEqual([hypothesis.standing, hypothesis.reason, history.length], ["rejected", "three angles agree", 2]);
    const { hypotheses } = await served.get<{ hypotheses: HypothesisRow[] }>("/api/hypotheses");
    assert.equal(hypotheses.length, 1);
  });

  it("a place is stated, doubted and rejected under one id, always as an area", async () => {
    const place = { about: "i2", claim: circle, standing: "candidate", reason: "the map of a volunteer" };
    const answer = await served.post<{ ids: string[] }>("/api/places", { places: [place] });
    assert.deepEqual(answer.ids, ["p1"]);
    await served.post("/api/places", { places: [{ ...place, place: "p1", standing: "rejected", reason: "another bridge" }] });
    const moved = await served.post<Made>("/api/places", { places: [{ ...place, place: "p1", about: "e1" }] });
    assert.match(moved.message ?? "", /p1: expected a place of e1/);
    const pin = { ...circle, region: { shape: "circle", centre: { lat: 50, lon: 30 } } };
    assert.equal((await served.post<Made>("/api/places", { places: [{ ...place, claim: pin }] })).code, "REQUEST_INVALID");
    const { statements } = await served.get<ItemBearings>("/api/items/i2/bearings");
    assert.deepEqual(
      statements.places.map(({ id, standing, reason }) => [id, standing, reason]),
      [["p1", "rejected", "another bridge"]],
    );
  });

  it("a time is an interval, stated of what is in the case", async () => {
    const claim = {
      means: "stated",
      verbatim: "the morning",
      earliest: "2024-09-14T03:00:00Z",
      latest: "2024-09-14T09:00:00Z",
      zone: { state: "utc" },
      basis: "the analyst",
    };
    const time = { about: "e1", claim, standing: "stated", reason: "the sample says so" };
    assert.equal((await served.post<Made>("/api/times", time)).id, "t1");
    const turned = { ...claim, earliest: claim.latest, latest: claim.earliest };
    assert.match((await served.post<Made>("/api/times", { ...time, claim: turned })).message ?? "", /earliest no later/);
    assert.match((await served.post<Made>("/api/times", { ...time, about: "e99" })).message ?? "", /e99/);
  });

  it("a withdrawn event stays in the list and takes nothing more", async () => {
    await served.post("/api/case-events/e5/withdraw", { reason: "it was another day" });
    const { events } = await served.get<{ events: EventRow[] }>("/api/case-events");
    assert.equal(events.find(({ id }) => id === "e5")?.withdrawn, "it was another day");
    assert.match((await served.post<Made>("/api/case-events/e5/withdraw", { reason: "again" })).message ?? "", /withdrawn/);
    assert.match((await link("e5", "before", "e3")).message ?? "", /withdrawn/);
  });

  it("a withdrawn event that is described anew stands again with its links", async () => {
    const anew = event("movement", "Synthetic way, another", { movement: { from: "unknown", to: circle, via: [] }, event: "e5" });
    assert.match((await make(anew)).message ?? "", /reason/);
    assert.equal((await make({ ...anew, reason: "the day was right" })).id, "e5");
    const detail = await served.get<EventDetail>("/api/case-events/e5");
    assert.deepEqual([detail.event.withdrawn, detail.event.title], [undefined, "Synthetic way, another"]);
    assert.ok(detail.history.some(({ summary }) => summary.includes("it was another day")));
    assert.match((await link("e2", "before", "e5")).message ?? "", /loop/);
  });

  it("it does not stand again while links made meanwhile close a loop with its own", async () => {
    const anew = event("statement", "Synthetic statement, anew", { event: "e6", reason: "it was so after all" });
    for (const title of ["one", "two", "three"]) await make(event("statement", `Synthetic ${title}`));
    await link("e7", "before", "e6");
    await link("e6", "before", "e8");
    await served.post("/api/case-events/e6/withdraw", { reason: "a guess" });
    const meanwhile = await link("e8", "before", "e7");
    assert.match((await make(anew)).message ?? "", /e6: expected an order in time when it stands again; found a loop: .*e8 before e7/);
    await served.post(`/api/event-links/${meanwhile.id}/withdraw`, { reason: "not so" });
    assert.equal((await make(anew)).id, "e6");
  });

  it("the custody log says each in a sentence, and each sentence names its record", async () => {
    const { entries } = await served.get<CustodyPage>("/api/custody?limit=500");
    const kinds = ["event.described", "event.withdrawn", "events.linked", "events.unlinked", "hypothesis.described"];
    for (const kind of [...kinds, "bearing.stated", "bearing.withdrawn", "place.stated", "time.stated"]) {
      const entry = entries.find((line) => line.kind === kind);
      assert.match(entry?.summary ?? "", /\b[ehlbpti]\d/, kind);
    }
    assert.ok(entries.some(({ kind, items }) => kind === "place.stated" && items.includes("i2")));
  });

  it("the tables made anew from the ledger say the same, and no number is given twice", async () => {
    const seen = await Promise.all(["/api/case-events/e2", "/api/hypotheses/h1", "/api/items/i1/bearings"].map((path) => served.get(path)));
    const again = createDesk();
    try {
      assert.equal((await desk.run("verify", kept)).code, 0);
      const copy = join(again.folder, "copy");
      assert.equal((await desk.run("copy", kept, copy)).code, 0);
      rmSync(join(copy, "derived"), { recursive: true, force: true });
      served = await serveCase(desk, copy);
      const found = await Promise.all(
        ["/api/case-events/e2", "/api/hypotheses/h1", "/api/items/i1/bearings"].map((path) => served.get(path)),
      );
      assert.deepEqual(found, seen);
      assert.equal((await make(event("statement", "Synthetic statement"))).id, "e9");
    } finally {
      again.close();
    }
  });
});
