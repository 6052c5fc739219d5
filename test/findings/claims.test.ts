/** Findings that rest on what is said: origins counted once, contradictions offered, words cited only as they stand. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { FindingReportAnswer, OfferedContradictions } from "../../src/api/findings.ts";
import type { RecordsAnswer } from "../../src/api/records.ts";
import type { ClaimId } from "../../src/core/claim/claim.ts";
import type { FindingDocument } from "../../src/core/finding/finding.ts";
import { caseOf, derives, onDay, place, stated } from "../support/case-of-claims.ts";
import { type EnteredClaims, enterClaims } from "../support/enter-claims.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";
import { ground, soundFinding } from "./finding-words.ts";

/** k1 and k2 differ by two days; k3 restates k1; k4 and k5 judged from one clip. */
const given = caseOf(
  [
    stated({ id: "k1", item: "i1", value: onDay("on 2031-05-06", "2031-05-06") }),
    stated({ id: "k2", item: "i2", value: onDay("on 2031-05-08", "2031-05-08") }),
    stated({ id: "k3", item: "i3", value: onDay("on that sixth of May", "2031-05-06") }),
    stated({ id: "k4", item: "i1", value: place("north of the village"), basis: "inferred", restsOn: ["i9"], at: 40 }),
    stated({ id: "k5", item: "i2", value: place("on the road to the village"), basis: "inferred", restsOn: ["i9"], at: 40 }),
  ],
  [derives("k3", "k1")],
  { sources: [1, 2, 3].map((n) => ({ id: `s${n}` as const, label: `Outlet ${n}`, reliability: "F" as const })) },
);

describe("a finding on what is said", () => {
  let desk: Desk;
  let served: ServedCase;
  let entered: EnteredClaims;
  before(async () => {
    desk = createDesk();
    writeFileSync(join(desk.folder, "note.txt"), "A note.");
    const kept = join(desk.folder, "case");
    assert.equal((await desk.run("add", kept, join(desk.folder, "note.txt"))).code, 0);
    served = await serveCase(desk, kept);
    entered = await enterClaims(served, given);
    const asked = await served.post<{ id?: string; message?: string }>("/api/questions", {
      ...{ sort: "when", text: "When was it?", event: entered.idOf("e1"), items: [], precision: { sort: "time", widthS: 86_400 } },
    });
    assert.equal(asked.id, "qn1", JSON.stringify(asked));
  });
  after(() => desk.close());

  const cards = async (names: readonly string[]) => (await served.get<RecordsAnswer>(`/api/records?names=${names.join(",")}`)).records;
  const check = async (claims: readonly ClaimId[], more: Partial<FindingDocument> = {}) => {
    const found = await cards(claims.map((id) => entered.idOf(id)));
    const document = soundFinding({
      ...{ grade: "corroborated", statement: "It was on 6 May 2031.", unknown: ["The hour."] },
      answer: { sort: "time", from: "2031-05-06T00:00:00Z", to: "2031-05-06T23:59:59Z", zone: "UTC" },
      evidenceFor: found.map(({ record, line }) => ground(record, line)),
      ...more,
    });
    return served.post<FindingReportAnswer>("/api/findings/check", { document });
  };
  const codes = ({ obstacles }: FindingReportAnswer) => obstacles.map(({ code }) => code);

  it("what restates another is no second ground; two origins are two", async () => {
    const restated = await check(["k1", "k3"]);
    assert.deepEqual(codes(restated), ["not-independent"]);
    assert.equal(restated.independent.length, 1);
    const two = await check(["k2", "k3"]);
    assert.deepEqual(codes(two), []);
    assert.equal(two.independent.length, 2);
  });

  it("two who judged from one recording replicate, and corroborate nothing", async () => {
    assert.deepEqual(codes(await check(["k4", "k5"])), ["not-independent"]);
  });

  it("contradictions among the claims of its event are offered, by their members", async () => {
    const { contradictions } = await served.get<OfferedContradictions>("/api/questions/qn1/contradictions");
    const [k1, k2] = [entered.idOf("k1"), entered.idOf("k2")];
    assert.ok(
      contradictions.some(({ aspect, members }) => aspect === "when" && members.includes(k1) && members.includes(k2)),
      JSON.stringify(contradictions),
    );
    for (const { words, members } of contradictions) for (const member of members) assert.ok(words.includes(member));
    const unspoken = async (openContradictions: string[]) =>
      (await check(["k1"], { openContradictions })).warnings.flatMap(({ code, text }) => (code === "contradiction-unspoken" ? [text] : []));
    const left = await unspoken([]);
    assert.equal(left.length, contradictions.length);
    assert.match(left.join("\n"), new RegExp(`${k1}\\b.*${k2}\\b.* cannot all hold \\(when\\)`));
    assert.equal((await unspoken([`${k1}, ${k2}0`])).length, left.length, "another claim whose name begins so is another");
    assert.deepEqual(await unspoken(contradictions.map(({ words }) => words)), []);
    await served.post("/api/findings", { document: soundFinding({ answer: { sort: "cannot-tell", why: "Two days." } }) });
    const linted = await desk.run("lint", join(desk.folder, "case"));
    assert.match(linted.out, new RegExp(`f1, version 1: warning \\(contradiction-unspoken\\): .*${k2}\\b.* cannot all hold \\(when\\)`));
    await served.post("/api/findings/f1/withdraw", { reason: "Written to be linted." });
  });

  it("a claim that was taken back carries nothing any more, and its card says why", async () => {
    const id = entered.idOf("k2");
    const before = await cards([id]);
    await served.post(`/api/claims/${id}/withdraw`, { reason: "Misread." });
    const [card] = await cards([id]);
    assert.equal(card?.withdrawn, "Misread.");
    assert.ok((card?.line ?? 0) > (before[0]?.line ?? 0));
    const report = await check(["k2", "k3"]);
    assert.ok(codes(report).includes("ground-gone"));
    assert.match(report.obstacles.find(({ code }) => code === "ground-gone")?.text ?? "", /taken back: Misread\./);
  });

  it("records are found by their words and by their names, and an unknown name has no card", async () => {
    const search = async (q: string) => (await served.get<RecordsAnswer>(`/api/records/search?q=${encodeURIComponent(q)}`)).records;
    assert.ok((await search("SIXTH of may")).some(({ record }) => record === entered.idOf("k3")));
    assert.equal((await search(entered.idOf("k1")))[0]?.record, entered.idOf("k1"));
    assert.deepEqual(await search("100%_nothing"), []);
    const all = await cards([entered.idOf("e1"), "qn1", "k999", entered.idOf("i1")]);
    assert.deepEqual(
      all.map(({ sort, address }) => [sort, address]),
      [
        ["event", `/events/${entered.idOf("e1")}`],
        ["question", "/review/qn1"],
        ["item", `/items/${entered.idOf("i1")}`],
      ],
    );
    const line = all[1]?.line ?? 0;
    await served.post("/api/questions/qn1/withdraw", { reason: "Asked twice." });
    const [question] = await cards(["qn1"]);
    assert.equal(question?.withdrawn, "Asked twice.");
    assert.ok((question?.line ?? 0) > line);
  });
});
