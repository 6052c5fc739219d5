/** `witnessmark lint`, on a file and on a case: what it prints, for people and for programs, and how it ends. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { peopleAt } from "../tiers/people-at-a-case.ts";
import { soundFinding } from "../findings/finding-words.ts";

describe("the lint command", () => {
  let desk: Desk;
  let casePath: string;
  before(async () => {
    desk = createDesk();
    casePath = join(desk.folder, "case");
    const clip = join(desk.folder, "clip.txt");
    writeFileSync(clip, "Stands for a clip.\n");
    const people = peopleAt(desk, casePath);
    await people.collect(clip);
    const one = await people.as("first");
    await one.post("/api/items/i1/observations", { sort: "observation", text: "The execution of a man." });
    await one.post("/api/questions", { sort: "where", text: "Where?", event: null, items: ["i1"], precision: { sort: "words" } });
    const statement = "It is highly likely, with high confidence, that it is here.";
    await one.post("/api/findings", { document: soundFinding({ statement, answer: { sort: "words", words: "Here." } }) });
    await people.leave();
  });
  after(() => desk.close());

  const marks = (out: string) =>
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string; of?: string; code?: string; severity?: string; found?: string; errors?: number });

  it("reads a case: an error in a finding is exit code 3, a judgement word in an observation a warning", async () => {
    const { code, out } = await desk.run("lint", casePath, "--json");
    assert.equal(code, 3);
    const told = marks(out);
    assert.deepEqual(
      told.filter(({ type }) => type === "lint-mark").map(({ of, code: rule, severity }) => [of, rule, severity]),
      [
        ["f1", "likelihood-with-confidence", "error"],
        ["f1", "off-ladder", "warning"],
        ["o1", "judgement-word", "warning"],
      ],
    );
    assert.equal(told.at(-1)?.errors, 1);
  });

  it("reads a file of words as what it is said to be, and the document of a finding as one", async () => {
    const file = join(desk.folder, "words.txt");
    writeFileSync(file, "P1 lies still. The execution is not seen.");
    const observed = await desk.run("lint", file, "--as", "observation");
    assert.equal(observed.code, 0);
    assert.match(observed.out, /warning \(judgement-word\): “execution”/);
    writeFileSync(file, JSON.stringify(soundFinding({ limits: "It is probable that more exists." })));
    const document = await desk.run("lint", file);
    assert.equal(document.code, 3);
    assert.match(document.out, /limits, characters 6 to 14: error \(mixed-rows\)/);
  });

  it("refuses what it cannot read, naming it", async () => {
    const refused = await desk.run("lint", casePath, "--as", "finding");
    assert.equal(refused.code, 2);
    assert.match(refused.err, /--as: expected it with a file of words; found a case/);
  });
});
