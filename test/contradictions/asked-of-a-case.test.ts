/** Contradictions asked of a case over HTTP and by the command: the same figures, what the case set for itself, and what cannot be used. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ContradictionReportAnswer } from "../../src/api/contradictions.ts";
import type { ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { type ClaimName, claimIds, dmytrivkaCase } from "../support/dmytrivka-claims.ts";
import { enterClaims, type EnteredClaims } from "../support/enter-claims.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";
import { assertTakesNoSide, sideTaken } from "../support/takes-no-side.ts";

const entered: readonly ClaimName[] = ["c2Shadows", "c2FirstPost", "c3Ambush", "c1Place", "c2Place", "c9Place"];
const days = ["--from", "2022-02-24", "--to", "2022-04-30"] as const;
const asked = "from=2022-02-24&to=2022-04-30";

function someClaims(): ClaimCase {
  const whole = dmytrivkaCase();
  const kept = new Set<string>(entered.map((name) => claimIds[name]));
  const events = whole.events.filter(({ id }) => whole.claims.some((claim) => kept.has(claim.id) && claim.event === id) || id === "e6");
  const claims = whole.claims.filter(({ id }) => kept.has(id));
  return {
    ...whole,
    ...{ claims, events, derivations: [], copies: [] },
    sources: whole.sources.filter(({ id }) =>
      claims.some(({ publisher, statement }) => publisher.source === id || statement.speakers.some(({ source }) => source === id)),
    ),
    assumptions: whole.assumptions.filter(({ what }) => !("claim" in what) || kept.has(what.claim)),
  };
}

describe("contradictions of a case", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let ids: EnteredClaims;
  const ask = (query: string) =>
    served.get<ContradictionReportAnswer & { code?: string; message?: string }>(`/api/claim-reports/contradictions?${query}`);
  const gaps = ({ sets }: ContradictionReportAnswer) =>
    sets.map(({ gap, members }) => [members.length, gap?.in === "seconds" ? Math.round(gap.seconds / 60) : gap] as const);

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "note.txt"), "A note.");
    assert.equal((await desk.run("add", kept, join(desk.folder, "note.txt"))).code, 0);
    served = await serveCase(desk, kept);
    ids = await enterClaims(served, someClaims());
  });
  after(() => desk.close());

  it("come with their settings, and change with them", async () => {
    const rounded = await ask(asked);
    // 16 h 33 min 32 s.
    assert.deepEqual(gaps(rounded), [[5, 994]]);
    assert.equal(rounded.settings.horizonBy, "stated");
    assert.deepEqual(gaps(await ask(`${asked}&rounding=0`)), [[4, 720]]);
    const byDays = await ask("rounding=0");
    assert.equal(byDays.settings.horizonBy, "days that claims name");
    assert.deepEqual(gaps(byDays), [[4, 720]]);
    assertTakesNoSide(rounded);
  });

  it("are the same by the command, which exits with 3", async () => {
    const json = await desk.run("contradictions", kept, ...days, "--json");
    assert.equal(json.code, 3, json.err);
    const { witnessmark, type, ...report } = JSON.parse(json.out) as ContradictionReportAnswer & { witnessmark: number; type: string };
    assert.deepEqual([witnessmark, type], [1, "contradictions"]);
    assert.deepEqual(report, await ask(asked));
    const told = await desk.run("contradictions", kept, ...days);
    assert.equal(told.code, 3);
    assert.match(told.out, /16 h 33 min 32 s apart/);
    assert.match(told.out, /would be dissolved by the assumption that the talk behind k\d+ took place at least 16 h 33 min 32 s before/);
    assert.match(told.out, /source BBC: reliability F; credibility of the claim: 6/);
    for (const line of told.out.split("\n")) assert.equal(sideTaken(line.replace("reliability", "")), undefined, line);
  });

  it("name a setting that cannot be used, and answer nothing", async () => {
    for (const [query, found] of [
      ["zone=Mars/Olympus", /zone: expected a zone/],
      ["from=2022-02-24", /from and to together/],
      ["from=2022-99-01&to=2022-04-30", /Invalid ISO date/],
      ["from=2022-04-30&to=2022-02-24", /first day not after the last/],
      ["rounding=-1", /rounding/],
      ["rounding=many", /rounding/],
    ] as const) {
      const { code, message, sets } = await ask(query);
      assert.match(message ?? "", found);
      assert.ok(code !== undefined && sets === undefined);
    }
    const { code, out } = await desk.run("contradictions", kept, "--zone", "Mars/Olympus");
    assert.deepEqual([code, out], [2, ""]);
  });

  it("are not changed by a request for a reply that nobody answered", async () => {
    const sets = gaps(await ask(asked));
    const reply = await served.post<{ code?: string; message?: string }>("/api/replies", {
      ...{ to: "unknown", toWords: "the press office", about: [ids.idOf(claimIds.c3Ambush)], deadline: "2022-05-03T00:00:00Z" },
      ...{ sentAt: "2022-05-01T00:00:00Z", way: "by e-mail", asked: "Was it so?" },
    });
    assert.equal(reply.code, undefined, `reply: ${reply.message}`);
    assert.deepEqual(gaps(await ask(asked)), sets);
  });

  it("read places by the problem that a person kept of the same words", async () => {
    const judged = async () => {
      const report = await ask(asked);
      const pairs = report.events.flatMap(({ aspects }) => aspects).find(({ aspect }) => aspect === "where")?.pairs ?? [];
      const of = (other: ClaimName) =>
        pairs.find(
          ({ first, second }) =>
            [first, second].includes(ids.idOf(claimIds.c2Place)) && [first, second].includes(ids.idOf(claimIds[other])),
        );
      const north = of("c1Place");
      return [of("c9Place")?.judgement, [north?.words, ...(north?.readings ?? []).map(({ words }) => words)].join("\n")] as const;
    };
    // "The village" names no place by itself.
    const [west, before] = await judged();
    assert.equal(west, "cannot-tell");
    assert.doesNotMatch(before, /"outside Dmytrivka" 66 km2/);
    const [outside] = someClaims().claims.filter(({ id }) => id === claimIds.c2Place);
    const text = outside?.statement.value.words ?? "";
    const anchors = { Dmytrivka: [{ lat: 50.45306, lon: 30.19056 }] };
    const inference = await served.post<{ code?: string; message?: string }>("/api/inferences", {
      ...{ sort: "place", title: "where the road is", problem: { text, anchors } },
    });
    assert.equal(inference.code, undefined, `inference: ${inference.message}`);
    // One point without an extent: 2 km to 5 km around it.
    assert.match((await judged())[1], /"outside Dmytrivka" 66 km2/);
  });

  it("go by the parts of the day that the case set for itself", async () => {
    const set = await served.post<{ code?: string; message?: string }>("/api/house-rules", {
      ...{ of: "time", rules: { morning: ["00:00", "14:00"] }, reason: "as people there say" },
    });
    assert.equal(set.code, undefined, `set: ${set.message}`);
    const report = await ask(asked);
    assert.deepEqual(report.settings.houseRules["morning"], ["00:00", "14:00"]);
    // Until 14:00 the afternoon of the same day is open: all hold together.
    assert.deepEqual(gaps(report), []);
  });
});
