/**
 * An agency names a unit for the ambush; nobody knows who the men in the clip are. Nothing that comes out of the program may tell of
 * both in one breath: no report, no line of a command, no answer, no sentence of the log, no row of an export.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { allCommands } from "../../src/cli/commands.ts";
import type { ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { claimIds, dmytrivkaCase, events } from "../support/dmytrivka-claims.ts";
import { enterClaims, type EnteredClaims } from "../support/enter-claims.ts";
import { joinsUnitWithKilling, recordJoinsUnitWithKilling } from "../support/joins-unit-with-killing.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

/** With the one assumption that speaks of both events, in a person's own careful words. */
function withSameActor(c: ClaimCase): ClaimCase {
  const what = { is: "same-actor", first: events.ambush, second: events.killing } as const;
  return { ...c, assumptions: [...c.assumptions, { id: "u90", what, words: "Taken for the sake of the argument; nobody says so." }] };
}

function assertApart(found: string | undefined, whose: string): void {
  assert.equal(found, undefined, `${whose}: ${found}`);
}

describe("what looks for it", () => {
  it("finds both in one sentence, in one cell, in one record, and not in two", () => {
    const one = "A foreign volunteer unit laid the ambush. The clip appears to show captives being killed.";
    assertApart(joinsUnitWithKilling(one), "two sentences");
    assert.ok(joinsUnitWithKilling("A foreign volunteer unit killed the captives.") !== undefined);
    assert.ok(joinsUnitWithKilling("who\tForeign Volunteer Unit, men in the clip\tF") !== undefined);
    assert.ok(recordJoinsUnitWithKilling({ rows: [{ event: "Killing of captives", who: "a foreign volunteer unit" }] }) !== undefined);
    assertApart(recordJoinsUnitWithKilling([{ who: "a foreign volunteer unit" }, { event: "Killing of captives" }]), "two records");
  });
});

describe("the reasoners over claims", () => {
  for (const [name, c] of [
    ["as the case is", dmytrivkaCase()],
    ["with the conclusion and an open zone", dmytrivkaCase({ zone: "unset", conclusion: true })],
    ["with the assumption that the same did both", withSameActor(dmytrivkaCase())],
  ] as const)
    it(`tell of the two apart, ${name}`, () => {
      const origins = originReport(c);
      const contradictions = contradictionReport(c, { horizon: ["2022-02-24", "2022-04-30"] });
      assertApart(recordJoinsUnitWithKilling(origins), "origins");
      assertApart(recordJoinsUnitWithKilling(contradictions), "contradictions");
      const [unit, open] = [claimIds.c4Unit, claimIds.c5Unit];
      for (const { aspects } of contradictions.events)
        for (const { claims } of aspects) assert.ok(!(claims.includes(unit) && claims.includes(open)));
      for (const { members } of contradictions.sets)
        assert.ok(!(members.some(({ id }) => id === unit) && members.some(({ id }) => id === open)));
    });
});

describe("a case that holds the statements", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let entered: EnteredClaims;

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "note.txt"), "A note.");
    assert.equal((await desk.run("add", kept, join(desk.folder, "note.txt"))).code, 0);
    served = await serveCase(desk, kept);
    entered = await enterClaims(served, withSameActor(dmytrivkaCase()));
  });
  after(() => desk.close());

  it("is answered over HTTP without joining them, whatever is asked", async () => {
    const { paths } = await served.get<{ paths: Record<string, { get?: { parameters?: { in: string; required?: boolean }[] } }> }>(
      "/api/openapi.json",
    );
    const plain = Object.entries(paths).flatMap(([path, { get }]) =>
      get === undefined || path === "/api/events" || (get.parameters ?? []).some(({ required }) => required === true) ? [] : [path],
    );
    const [unit, open] = [entered.idOf(claimIds.c4Unit), entered.idOf(claimIds.c5Unit)];
    const more = [
      ...[unit, open].map((id) => `/api/claims/${id}`),
      ...[events.ambush, events.killing].map((id) => `/api/case-events/${entered.idOf(id)}`),
      "/api/custody?limit=500",
      "/api/claim-reports/contradictions?rounding=0&zone=Europe/Kyiv&from=2022-02-24&to=2022-04-30",
    ];
    let looked = 0;
    for (const path of [...plain, ...more]) {
      const answer = await fetch(`${served.origin}${path}`, { headers: { cookie: served.cookie } });
      if (!answer.ok) continue;
      const text = await answer.text();
      const isJson = answer.headers.get("content-type")?.includes("json") === true;
      assertApart(isJson ? recordJoinsUnitWithKilling(JSON.parse(text)) : joinsUnitWithKilling(text), path);
      looked++;
    }
    for (const path of ["/api/claims", "/api/custody", "/api/claim-reports/contradictions"]) assert.ok(plain.includes(path), path);
    assert.ok(looked > 25, `${looked} answers`);
  });

  it("is printed by the commands without joining them", async () => {
    const known = (await allCommands()).map((command) => command.name);
    const asked = [
      ["contradictions", kept, "--from", "2022-02-24", "--to", "2022-04-30"],
      ["origins", kept],
    ].filter(([name]) => known.includes(name ?? ""));
    for (const args of asked) {
      const { code, out, err } = await desk.run(...args);
      assert.ok(code === 0 || code === 3, `${args.join(" ")}: ${err}`);
      assertApart(joinsUnitWithKilling(out), args[0] ?? "");
    }
  });

  it("is exported without joining them", async () => {
    const rows = join(desk.folder, "rows.csv");
    assert.equal((await desk.run("sheet", "export", kept, "--out", rows)).code, 0);
    assertApart(joinsUnitWithKilling(readFileSync(rows, "utf8").replaceAll(/","/g, "\t")), "sheet export");
    const places = join(desk.folder, "places.kml");
    const made = await desk.run("map", "export", kept, "--format", "kml", "--out", places);
    assert.ok(made.code === 0 || made.code === 3, made.err);
    if (made.code === 0) assertApart(joinsUnitWithKilling(readFileSync(places, "utf8")), "map export");
  });
});
