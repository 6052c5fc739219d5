/** The time reasoner through its command: a public case of statements about times, and input that cannot be used. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, before, after } from "node:test";
import { cliSchemas, schemaText } from "../../scripts/write-cli-schemas.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const docs = join(import.meta.dirname, "../../docs/cli");
const example = (name: string) => JSON.parse(readFileSync(join(docs, "examples", name), "utf8")) as Problem;
interface Problem {
  events: string[];
  zones?: string[];
  statements: ({ id: string; zone?: string | null; plusMinusHours?: number } & Record<string, unknown>)[];
}
interface Answer {
  consistent: boolean;
  windows: Record<string, [string, string][]>;
  open: Record<string, string[]>;
  cutBy: Record<string, { earliest: string[]; latest: string[] }>;
  conflicts: {
    members: string[];
    gapSeconds: number;
    networkGapSeconds: number;
    widenedBy: string[];
    touchingWithout: string[];
    without: Record<string, Answer>;
  }[];
  perZone?: Record<string, Answer>;
}

let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());

async function solve(problem: unknown): Promise<{ code: number | null; answer: Answer; err: string }> {
  const file = join(desk.folder, "problem.json");
  writeFileSync(file, typeof problem === "string" ? problem : JSON.stringify(problem));
  const { code, out, err } = await desk.run("time", file);
  return { code, answer: out === "" ? ({} as Answer) : (JSON.parse(out) as Answer), err };
}

/** The example with the zone of the post and the rounding of "48 hours" set. */
function retold(zone: string, plusMinusHours: number): Problem {
  const problem = example("time-conflict.json");
  const statements = problem.statements.map((one) => ({
    ...one,
    ...(one.id === "morning-post" ? { zone } : {}),
    ...(one.id === "48-hours" ? { plusMinusHours } : {}),
  }));
  return { ...problem, statements };
}

const near = (found: string | undefined, expected: string, seconds = 30) =>
  assert.ok(
    Math.abs(Date.parse(found ?? "") - Date.parse(expected)) <= seconds * 1000,
    `${found} is not within ${seconds} s of ${expected}`,
  );
const nearSeconds = (found: number | undefined, expected: number) =>
  assert.ok(Math.abs((found ?? NaN) - expected) <= 30, `${found} is not near ${expected}`);
const five = ["48-hours", "ambush-before-filming", "morning-post", "shadows", "talk-day"];

describe("witnessmark time", () => {
  it("gives no single answer while the zone of a post is open, and a table by zone", async () => {
    const problem = example("time-unknown-zone.json");
    const asked = ["shadows", "morning-post", "filmed-before-posted"];
    const { code, answer } = await solve({
      ...problem,
      events: ["filming", "first-post"],
      statements: problem.statements.filter(({ id }) => asked.includes(id)),
    });
    assert.equal(code, 0);
    assert.equal(answer.windows, undefined);
    const latest = (zone: string) => answer.perZone?.[zone]?.windows["filming"]?.at(-1)?.[1];
    near(latest("Europe/Kyiv"), "2022-03-29T16:26:24Z");
    near(latest("Europe/Moscow"), "2022-03-29T16:26:24Z");
    near(latest("Europe/London"), "2022-03-30T11:00:00Z", 0);
    near(latest("America/New_York"), "2022-03-30T16:00:00Z", 0);
    near(answer.perZone?.["Europe/London"]?.windows["filming"]?.at(-1)?.[0], "2022-03-30T10:03:45Z");
    assert.deepEqual(answer.perZone?.["Europe/Kyiv"]?.open["filming"], ["earlier"]);
  });

  it("finds the one minimal set of five when 48 hours are rounded, and that the other four only touch", async () => {
    const { code, answer } = await solve(retold("Europe/Kyiv", 12));
    assert.equal(code, 3);
    const [conflict, ...more] = answer.conflicts;
    assert.equal(more.length, 0);
    assert.deepEqual(conflict?.members.toSorted(), five);
    nearSeconds(conflict?.gapSeconds, 59_616);
    assert.deepEqual(conflict?.touchingWithout, ["shadows"]);
    for (const id of five) assert.equal(conflict?.without[id]?.consistent, true);
    assert.deepEqual(conflict?.without["shadows"]?.windows["ambush"], [["2022-03-30T09:00:00Z", "2022-03-30T09:00:00Z"]]);
    near(conflict?.without["48-hours"]?.windows["filming"]?.at(-1)?.[1], "2022-03-29T16:26:24Z");
    assert.deepEqual(conflict?.without["48-hours"]?.open["filming"], ["earlier"]);
  });

  it("finds a set of four without the shadows when 48 hours are exact; the shadows only widen the gap", async () => {
    const { code, answer } = await solve(retold("Europe/Kyiv", 0));
    assert.equal(code, 3);
    const [conflict, ...more] = answer.conflicts;
    assert.equal(more.length, 0);
    assert.deepEqual(
      conflict?.members.toSorted(),
      five.filter((id) => id !== "shadows"),
    );
    assert.equal(conflict?.gapSeconds, 43_200);
    nearSeconds(conflict?.networkGapSeconds, 102_816);
    assert.deepEqual(conflict?.widenedBy, ["shadows"]);
  });

  it("finds no conflict when the morning is London's and 48 hours are rounded, and ten hours when they are exact", async () => {
    const rounded = await solve(retold("Europe/London", 12));
    assert.equal(rounded.code, 0);
    assert.deepEqual(rounded.answer.windows["ambush"], [["2022-03-30T09:00:00Z", "2022-03-30T11:00:00Z"]]);
    assert.deepEqual(rounded.answer.cutBy["ambush"]?.earliest, ["48-hours", "talk-day"]);
    const exact = await solve(retold("Europe/London", 0));
    assert.equal(exact.code, 3);
    assert.deepEqual(
      exact.answer.conflicts.map(({ gapSeconds }) => gapSeconds),
      [36_000],
    );
  });

  it("holds a statement of about a day to be compatible, and the same without its hedge not", async () => {
    const stated = (plusMinusDays: number) => {
      const problem = retold("Europe/Kyiv", 12);
      const more = { id: "on-or-around", kind: "within", event: "ambush", day: "2022-03-30", zone: "Europe/Kyiv", plusMinusDays };
      return { ...problem, statements: [...problem.statements.filter(({ id }) => !["48-hours", "talk-day"].includes(id)), more] };
    };
    assert.equal((await solve(stated(1))).code, 0);
    const { code, answer } = await solve(stated(0));
    assert.equal(code, 3);
    assert.deepEqual(answer.conflicts[0]?.members.toSorted(), ["ambush-before-filming", "morning-post", "on-or-around", "shadows"]);
  });

  it("names the field that cannot be used, and answers nothing", async () => {
    const problem = retold("Europe/Kyiv", 12);
    const broken: [unknown, RegExp][] = [
      ["{", /expected JSON/],
      [{ ...problem, horizon: ["2022-04-30", "2022-02-24"] }, /horizon: expected the first day before the last/],
      [{ ...problem, events: ["ambush", "ambush"] }, /events\[1\]: expected each event once/],
      [retold("Mars/Olympus", 12), /statements\[1\]\.zone: expected a zone/],
      [
        { ...problem, statements: [{ id: "x", kind: "order", before: "ambush", after: "nobody" }] },
        /statements\[0\]\.after: expected one of the events/,
      ],
      [
        { ...problem, statements: [{ id: "x", kind: "within", event: "ambush", day: "2022-03-30", part: "teatime", zone: "UTC" }] },
        /statements\[0\]\.part: .*morning, evening/,
      ],
      [{ ...problem, statements: [{ id: "x", kind: "guess" }] }, /statements\[0\]\.kind/],
      [{ ...problem, extra: 1 }, /extra/],
    ];
    for (const [input, message] of broken) {
      const { code, err } = await solve(input);
      assert.equal(code, 2, err);
      assert.match(err, message);
    }
  });

  it("has a schema in the docs that is the one it checks by, and examples that it answers", async () => {
    for (const [command, schema] of Object.entries(cliSchemas))
      assert.equal(readFileSync(join(docs, `${command}.schema.json`), "utf8"), schemaText(schema), "run node scripts/write-cli-schemas.ts");
    for (const name of readdirSync(join(docs, "examples"))) {
      const [command = ""] = name.split("-");
      // Features are asked of an extract, which has to be brought in first: test/features runs that example.
      if (command === "features") continue;
      const { code } = await desk.run(command, join(docs, "examples", name));
      assert.ok(code === 0 || code === 3, name);
    }
  });
});
