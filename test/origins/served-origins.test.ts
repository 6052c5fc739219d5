/** Origins as the program works them out of a real case: over HTTP, by the command, and with what its posts and pages suggest. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { OriginReportAnswer } from "../../src/api/claim-reports.ts";
import type { OriginReport } from "../../src/reason/claims/origins/origin-report-types.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { dmytrivkaCase } from "../support/dmytrivka-claims.ts";
import { enterClaims } from "../support/enter-claims.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

const origins = async (served: ServedCase) => OriginReportAnswer.parse(await served.get("/api/claim-reports/origins")) as OriginReport;

/** What a report says without the numbers of its records. */
const said = ({ cells, drifts, circles, unassigned }: OriginReport) => ({
  cells: cells.map(({ aspect, part, count, ifConfirmed, support, origins: all, onlyDerived, denied, leftOpen, exhibits }) => ({
    ...{ aspect, part, count, ifConfirmed, support, denied, leftOpen },
    only: onlyDerived.length,
    shown: exhibits.map((one) => one.origins),
    origins: all.map(({ label, claims, derived, through, says, boundOnly }) => ({
      label,
      claims: claims.length,
      derived: derived.length,
      through,
      says,
      boundOnly,
    })),
  })),
  drifts: drifts.map(({ kind, was, became, aspect }) => ({ kind, was, became, aspect })),
  circles: circles.length,
  unassigned: unassigned.length,
});

describe("the worked public case, entered through the page's routes", () => {
  const given = dmytrivkaCase({ conclusion: true });
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let out: string;
  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "a.txt"), "Synthetic a.txt");
    assert.equal((await desk.run("add", kept, join(desk.folder, "a.txt"))).code, 0);
    served = await serveCase(desk, kept);
    await enterClaims(served, given);
  });
  after(() => desk.close());

  it("has the origins and the drift that the statements alone have", async () => {
    assert.deepEqual(said(await origins(served)), said(originReport(given)));
  });

  it("is told by the command in sentences, and in JSON as over HTTP, beside the running server", async () => {
    const ran = await desk.run("origins", kept);
    ({ out } = ran);
    assert.equal(ran.code, 0);
    assert.match(out, /where: 3 independent origins; all from one exhibit: replicated, not corroborated/);
    assert.match(out, /soldiers, through NYT, A journalist: NYT k\d+ "48 hours earlier"/);
    assert.match(out, /converted, outside the rounding: 7 mi became 10 km = 6\.21 mi/);
    const [report] = jsonLines(await desk.run("origins", kept, "--json"));
    const { witnessmark, type, ...rest } = report as Record<string, unknown>;
    assert.deepEqual([witnessmark, type], [1, "origins"]);
    assert.deepEqual(rest, JSON.parse(JSON.stringify(await origins(served))));
  });

  it("no line of the command has the unit of the ambush and the killing together", () => {
    for (const line of out.split("\n")) assert.ok(!(/volunteer unit/.test(line) && /kill|captive|Belgravia/i.test(line)), line);
    const [ofAmbush = "", ofKilling = ""] = out.split(/^\S.*\(e\d+\)$/m).slice(1, 3);
    assert.match(ofAmbush, /volunteer unit/);
    assert.ok(!ofKilling.includes("volunteer unit"));
  });
});

const story = "Two men were hurt near the mill on Tuesday when a shell fell beside the road that leads to the old bridge.";
const page = (
  outlet: string,
  body: string,
  address: string,
  rest: string,
) => `<!doctype html><html lang="en"><head><title>News of the day</title>
<meta property="og:site_name" content="${outlet}"><link rel="canonical" href="${address}"></head><body><article><h1>News of the day</h1><p>${body}</p>
<p>${rest}</p></article></body></html>`;
const message = (id: number, date: string, text: string, more: object = {}) => ({
  ...{
    id,
    type: "message",
    date,
    date_unixtime: String(Date.parse(`${date}Z`) / 1000),
    from: "Harrow Channel",
    from_id: "channel77",
    text,
  },
  ...{ text_entities: [{ type: "plain", text }], ...more },
});

describe("derivations that the posts and pages of a case suggest", () => {
  let desk: Desk;
  let served: ServedCase;
  let items: Record<string, string>;
  before(async () => {
    desk = createDesk();
    const kept = join(desk.folder, "case");
    const source = join(desk.folder, "in");
    mkdirSync(join(source, "a"), { recursive: true });
    mkdirSync(join(source, "b"));
    writeFileSync(
      join(source, "courier.html"),
      page(
        "The Courier",
        `The mayor said that men were hurt near the mill.`,
        "https://courier.example/mill",
        "Nothing else was known by the evening, and the road stayed closed.",
      ),
    );
    writeFileSync(
      join(source, "herald.html"),
      page(
        "The Herald",
        `According to The Courier, men were hurt near the mill.`,
        "https://herald.example/1",
        "Trains to the coast ran as usual, and so did every bus of the town.",
      ),
    );
    const chat = (name: string, id: number, messages: object[]) => JSON.stringify({ name, type: "public_channel", id, messages });
    writeFileSync(
      join(source, "a", "result.json"),
      chat("Harrow Channel", 77, [message(1, "2031-05-06T10:00:00", story), message(2, "2031-05-06T11:00:00", "Good morning to all.")]),
    );
    writeFileSync(
      join(source, "b", "result.json"),
      chat("Other Channel", 88, [message(1, "2031-05-06T12:00:00", `${story} Stay safe.`, { forwarded_from: "Harrow Channel" })]),
    );
    assert.equal((await desk.run("add", kept, source)).code, 0);
    served = await serveCase(desk, kept);
    const listed = await served.get<{ items: { id: string; name: string }[] }>("/api/items?limit=50");
    items = Object.fromEntries(listed.items.map(({ id, name }) => [name, id]));
    const { id: event } = await served.post<{ id: string }>("/api/case-events", {
      sort: "other",
      sortWords: "Shelling",
      title: "Shelling",
      time: "unknown",
      place: "unknown",
    });
    const claims: unknown[] = [];
    for (const [name, id] of Object.entries(items)) {
      const { text, reading } = await served.get<{
        text: { parts: { part: { sort: string; post?: number }; text: string }[] };
        reading: string;
      }>(`/api/items/${id}/text`);
      const one = text.parts.find((part) => part.text.includes("near the mill"));
      assert.ok(one, name);
      const start = one.text.indexOf("near the mill");
      const span = { start, end: start + "near the mill".length };
      claims.push({
        ...{
          text: { item: id, part: one.part, reading },
          span,
          quote: "near the mill",
          event,
          proposed: { by: "person" },
        },
        statement: {
          aspect: "where",
          value: { is: "place", words: "near the mill" },
          polarity: "affirmed",
          hedges: [],
          basis: "unstated",
          basisWords: null,
          speakers: [],
          eventSort: "other",
          valueSpan: span,
          restsOn: [],
        },
      });
    }
    const answer = await served.post<{ claims?: string[]; message?: string }>("/api/claims", { claims });
    assert.equal(answer.claims?.length, 4, answer.message ?? "");
  });
  after(() => desk.close());

  const edges = async () => (await origins(served)).edges;

  it("are put forward with their reasons, and count for nothing", async () => {
    const { edges: all, cells } = await origins(served);
    const byPages = all.filter(({ derived }) => derived === items["herald.html"]);
    assert.deepEqual(
      byPages.map(({ from, sort, standing }) => [from, sort, standing]),
      [[items["courier.html"], "cites", "proposed"]],
    );
    assert.match(byPages[0]?.basis ?? "", /names "The Courier"/);
    const forwarded = all.find(({ sort }) => sort === "forwards");
    assert.match(forwarded?.basis ?? "", /shown as "Harrow Channel".*; nearly the same words/);
    assert.equal(forwarded?.pairs.length, 1);
    assert.equal(all.length, 2);
    assert.equal(cells[0]?.count.high, 4);
    assert.equal(cells[0]?.ifConfirmed.high, 2);
  });

  it("are gone once a person said no, and stand as confirmed once a person said yes", async () => {
    const [cites, forwards] = [
      (await edges()).find(({ sort }) => sort === "cites"),
      (await edges()).find(({ sort }) => sort === "forwards"),
    ];
    const say = (edge: typeof cites, standing: string) =>
      served.post<{ id?: string }>("/api/derivations", {
        derived: edge?.derived,
        from: edge?.from,
        sort: edge?.sort,
        standing,
        basis: "compared by hand",
      });
    assert.ok((await say(cites, "rejected")).id);
    assert.ok((await say(forwards, "confirmed")).id);
    const { edges: all, cells } = await origins(served);
    assert.deepEqual(
      all.map(({ sort, standing }) => [sort, standing]),
      [["forwards", "confirmed"]],
    );
    assert.equal(cells[0]?.count.high, 3);
  });
});
