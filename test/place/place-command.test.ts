/** The place reasoner through its command: a public phrase whose areas were worked out by hand. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const example = JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/cli/examples/place-phrase.json"), "utf8")) as Problem;
interface Problem {
  text: string;
  anchors: Record<string, { lat: number; lon: number }[]>;
  alternatives?: Record<string, { lat: number; lon: number }[]>;
  rules: Record<string, unknown>;
}
interface Answer {
  text: string;
  parses: {
    reads: string;
    areaKm2: number;
    clauses: { text: string; span: [number, number] }[];
    nearestMiss: {
      says: string;
      lat: number;
      lon: number;
      metres: number;
      distance: { value: number; unit: string };
      bearingDeg: number;
    } | null;
    relaxations: { says: string[]; areaKm2: number }[];
    audits: {
      place: string;
      found: {
        km: number;
        mi: number;
        bearingDeg: number;
        compass: string;
        distance: string;
        heading: { verdict: string; offByDeg: number };
      }[];
    }[];
  }[];
}

let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());

async function ask(changed: Partial<Problem>): Promise<{ code: number | null; answer: Answer; err: string }> {
  const file = join(desk.folder, "phrase.json");
  writeFileSync(file, JSON.stringify({ ...example, ...changed }));
  const { code, out, err } = await desk.run("place", file);
  return { code, err, answer: out === "" ? { text: "", parses: [] } : (JSON.parse(out) as Answer) };
}

const within = (found: number | undefined, expected: number, share = 0.05) =>
  assert.ok(Math.abs((found ?? NaN) - expected) <= expected * share, `${found} is not within ${share * 100} % of ${expected}`);

const village = example.anchors["Dmytrivka"] as { lat: number; lon: number }[];
const other = example.alternatives?.["Dmytrivka"] as { lat: number; lon: number }[];

describe("witnessmark place", () => {
  it("leaves nothing by the strict reading, says what comes nearest, and which looser readings leave how much", async () => {
    const { code, answer } = await ask({});
    assert.equal(code, 0);
    assert.equal(answer.text, example.text);
    const [strict] = answer.parses;
    assert.equal(strict?.areaKm2, 0);
    assert.equal(strict?.nearestMiss?.distance.unit, "mi");
    assert.ok(Math.abs((strict?.nearestMiss?.distance.value ?? 0) - 6.438) < 0.001);
    assert.ok(Math.abs((strict?.nearestMiss?.bearingDeg ?? 0) - 202.5) < 0.05);
    assert.ok(Math.abs((strict?.nearestMiss?.metres ?? 0) - 100) < 3);
    assert.ok(Math.abs((strict?.nearestMiss?.lat ?? 0) - 50.46034) < 2e-5 && Math.abs((strict?.nearestMiss?.lon ?? 0) - 30.17916) < 2e-5);
    assert.match(strict?.nearestMiss?.says ?? "", /do not overlap: nearest point 6\.438 mi at 202\.5 deg .* short of 6\.5 mi/);
    const area = (...words: RegExp[]) =>
      strict?.relaxations.find(({ says }) => says.length === words.length && words.every((word, i) => word.test(says[i] ?? "")))?.areaKm2;
    within(area(/Dmytrivka/), 0.13);
    within(area(/around/, /Dmytrivka/), 2.33);
    within(area(/around/, /heading/), 1.99);
    for (const { text, span } of strict?.clauses ?? []) assert.equal(example.text.slice(...span), text);
  });

  it("reads the seven miles as the village's too, and then tests the village", async () => {
    const { answer } = await ask({ anchors: { ...example.anchors, Dmytrivka: [...village, ...other] } });
    within(answer.parses[1]?.areaKm2, 11.4);
    const [audit] = answer.parses[1]?.audits ?? [];
    assert.equal(audit?.place, "Dmytrivka");
    const [first, second] = audit?.found ?? [];
    within(first?.km, 10.85, 0.001);
    within(first?.mi, 6.74, 0.001);
    assert.equal(first?.distance, "pass");
    assert.deepEqual([first?.compass, first?.heading.verdict], ["SSW", "warn"]);
    assert.ok(Math.abs((first?.heading.offByDeg ?? 0) - 28.1) < 0.05 && Math.abs((first?.bearingDeg ?? 0) - 196.9) < 0.05);
    assert.deepEqual([second?.distance, second?.heading.verdict], ["pass", "pass"]);
  });

  it("ends with 0 for words without a place, 2 for a field that it cannot use, 3 where no reading leaves anything", async () => {
    const none = await ask({ text: "they were tired and went home" });
    assert.deepEqual([none.code, none.answer.parses], [0, []]);
    const unknown = await ask({ text: "near the village of Nowhereatall" });
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /anchors: .*"Nowhereatall"/);
    const rules = await ask({ rules: { around: -1 } });
    assert.equal(rules.code, 2);
    assert.match(rules.err, /rules\.around/);
    const empty = await ask({ text: "within 1 km of Bucha and within 1 km of Dmytrivka", alternatives: {} });
    assert.equal(empty.code, 3);
    // 10.85 km apart, less 1 km.
    assert.ok(Math.abs((empty.answer.parses[0]?.nearestMiss?.metres ?? 0) - 8850) < 5);
  });
});
