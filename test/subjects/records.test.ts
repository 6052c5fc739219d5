/**
 * Subjects, pair sheets and element sheets of a case over HTTP, with a real clip: what is kept, what is refused before anything is
 * written, who is protected, and the sheet of story S12.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { ElementSheetsAnswer } from "../../src/api/elements.ts";
import type { ItemDetail } from "../../src/api/items.ts";
import type { SceneBoundsAnswer, ScenesAnswer } from "../../src/api/scenes.ts";
import type { ItemTimelineAnswer, SubjectsAnswer } from "../../src/api/subjects.ts";
import type { ElementCell } from "../../src/core/element/element-sheet.ts";
import type { SoundEventsResult } from "../../src/core/sound-events/sound-events.ts";
import type { SubjectFact } from "../../src/core/subject/subject-state.ts";
import { newSheet } from "../../src/reason/element/new-sheet.ts";
import { rome8bVi } from "../../src/core/element/rome-8-2-b-vi.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";
import { clicksS, cutS, makeSubjectClips } from "./subject-media.ts";

type Made = { id: string; seq: number; code?: string; message?: string };

const facts = (list: Partial<Record<SubjectFact["fact"], SubjectFact["standing"]>>, note = "") => ({
  facts: Object.entries(list).map(([fact, standing]) => ({ fact, standing, note })),
  observations: [] as string[],
});

describe("persons, scenes and elements of a case", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let served: ServedCase;
  let kept: string;
  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    makeSubjectClips(desk.folder);
    assert.equal((await desk.run("add", kept, join(desk.folder, "a-clip.mp4"), join(desk.folder, "b-clip.mp4"))).code, 0);
    served = await serveCase(desk, kept);
    for (const [sort, title] of [
      ["killing", "Synthetic killing"],
      ["ambush", "Synthetic ambush"],
    ])
      await post("/api/case-events", { sort, title, time: "unknown", place: "unknown" });
    await post("/api/items/i1/observations", { sort: "observation", text: "P1 lies on the left, hands behind the back" });
    await post("/api/items/i2/observations", { sort: "observation", text: "of another item" });
    for (let tries = 0; tries < 400; tries++) {
      if ((await timeline("i1")).cuts !== null && "events" in (await sounds())) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("expected prints and sudden sounds of the clip; found none after 40 s");
  });
  after(() => desk.close());

  const post = (path: string, body: unknown) => served.post<Made>(path, body);
  const refused = async (path: string, body: unknown, why: RegExp) => {
    const { code, message } = await post(path, body);
    assert.ok(code !== undefined, `${path}: expected a refusal; found none`);
    assert.match(message ?? "", why);
  };
  const subjects = () => served.get<SubjectsAnswer>("/api/subjects");
  const timeline = (item: string) => served.get<ItemTimelineAnswer>(`/api/subjects/timeline?item=${item}`);
  const sounds = () => served.get<SoundEventsResult>("/api/items/i1/sound-events");
  const seen = { item: "i1", known: "seen", description: "dark jacket, on the left, lying" };
  const stated = {
    subject: "P1",
    item: "i1",
    fromS: 0.5,
    toS: 1.5,
    facts: facts({ breath: "seen", bound: "seen", "no-weapon-in-reach": "seen" }),
  };

  it("a person is a label of one item, described by clothing and position, and never by a name", async () => {
    assert.equal((await post("/api/subjects", seen)).id, "P1");
    assert.equal((await post("/api/subjects", { ...seen, item: "i2", description: "dark jacket, walking" })).id, "P2");
    const spoken = { item: "i1", known: "said", description: "others in the ditch", spokenOf: { by: "stretch", fromS: 2, toS: 3 } };
    assert.equal((await post("/api/subjects", spoken)).id, "P3");
    await refused("/api/subjects", { ...spoken, spokenOf: null }, /in which somebody speaks of this person, who is not seen; found none/);
    await refused(
      "/api/subjects",
      { ...seen, description: "Ivan Petrenko, on the left" },
      /looks like a name\. Put it in a restricted note on i1/,
    );
    await refused(
      "/api/subjects",
      { ...seen, subject: "P1", item: "i2", reason: "moved" },
      /expected i1, in which it is; found i2\. Give the person in i2 a label/,
    );
    await refused(
      "/api/subjects",
      { ...seen, roleAsClaimed: { claim: "k9", words: "a driver" } },
      /claim k9: expected one that stands; found none/,
    );
    assert.ok(!readFileSync(join(kept, "ledger.jsonl"), "utf8").includes("Petrenko"));
  });

  it("states are facts of a closed list at time codes of the item, changed only with a reason", async () => {
    assert.equal((await post("/api/subjects/states", stated)).id, "st1");
    await refused("/api/subjects/states", { ...stated, item: "i2" }, /expected i1, in which P1 is; found i2/);
    await refused("/api/subjects/states", { ...stated, toS: 60 }, /within the item, 0 to 4 s/);
    await refused(
      "/api/subjects/states",
      { ...stated, facts: { ...stated.facts, observations: ["o2"] } },
      /observations of i1 that stand; found o2/,
    );
    await refused("/api/subjects/states", { ...stated, state: "st1" }, /expected a reason in words/);
    assert.notEqual((await post("/api/subjects/states", { ...stated, facts: facts({ executed: "seen" } as never) })).code, undefined);
    const again = { ...stated, state: "st1", toS: 1.8, facts: { ...stated.facts, observations: ["o1"] }, reason: "looked again" };
    assert.equal((await post("/api/subjects/states", again)).id, "st1");
    const { states } = await subjects();
    assert.deepEqual(
      states.map(({ id, toS, reason }) => [id, toS, reason]),
      [["st1", 1.8, "looked again"]],
    );
  });

  it("the figure has a lane for each person, with gaps, and is cut where the picture is cut", async () => {
    await post("/api/subjects/states", {
      ...stated,
      fromS: 1.9,
      toS: 2.6,
      facts: facts({ "own-movement": "not-seen", breath: "not-seen" }),
    });
    await post("/api/subjects/states", { ...stated, fromS: 3, toS: 3.5, facts: facts({ "own-movement": "seen" }) });
    const { cuts, lanes } = await timeline("i1");
    assert.deepEqual(cuts?.length, 1);
    assert.ok(Math.abs((cuts?.[0] ?? 0) - cutS) < 0.05, `cut at ${cuts?.[0]}`);
    const parts = lanes.find(({ subject }) => subject === "P1")?.parts ?? [];
    assert.deepEqual(
      parts.map(({ standing, endsInCut }) => `${standing}${endsInCut ? " |" : ""}`),
      ["unsaid", "alive", "unsaid", "no-sign |", "no-sign", "unsaid", "alive", "unsaid"],
    );
    assert.deepEqual(
      (await subjects()).contradictions.map(({ sort, records }) => [sort, records]),
      [["alive-after-no-sign", ["st2", "st3"]]],
    );
  });

  it("a shot is what a person calls one: tied to a sudden sound or an observation, numbered in its item, with its error", async () => {
    const { events } = await sounds();
    assert.equal(events.length, 2);
    const shot = (at: number) => ({
      ...{ item: "i1", atS: events[at]?.atSec, plusMinusS: 0.02, channel: "heard", words: "a bang, P4 turns the head" },
      basis: { by: "sudden-sound", atS: events[at]?.atSec },
    });
    assert.equal((await post("/api/subjects/shots", shot(1))).id, "sh1");
    assert.equal((await post("/api/subjects/shots", shot(0))).id, "sh2");
    await refused(
      "/api/subjects/shots",
      { ...shot(0), basis: { by: "sudden-sound", atS: 2.5 } },
      /a sudden sound of i1 at 2\.5 s; found none in its list/,
    );
    await refused("/api/subjects/shots", { ...shot(0), words: " " }, /why it is called a shot/);
    await refused(
      "/api/subjects/shots",
      { ...shot(0), basis: { by: "observation", observation: "o2" } },
      /observations of i1 that stand; found o2/,
    );
    const { shots } = await subjects();
    assert.match(shots[0]?.basis.by === "sudden-sound" ? shots[0].basis.result : "", /^sha256:/);
    assert.deepEqual(
      shots.map(({ id, number, atS }) => [id, number, Math.round(atS)]),
      [
        ["sh2", 1, clicksS[0]],
        ["sh1", 2, clicksS[1]],
      ],
    );
    await post("/api/subjects/withdraw", { record: "sh2", reason: "a door" });
    assert.deepEqual(
      (await subjects()).shots.map(({ id, number, withdrawn }) => [id, number, withdrawn]),
      [
        ["sh2", null, "a door"],
        ["sh1", 1, undefined],
      ],
    );
    const at = { like: "sh1", atS: 2.5, plusMinusS: 0.1 };
    const corrected = (more: object) => ({ item: "i1", counted: [], withdrawn: [], reason: "looked again", ...more });
    for (const [more, why] of [
      [{}, /expected a correction; found none/],
      [{ counted: [{ ...at, shot: "sh1" }], reason: " " }, /expected a reason in words/],
      [{ counted: [{ ...at, shot: "sh1" }], withdrawn: ["sh1"] }, /expected each shot once; found sh1 twice/],
      [{ item: "i2", counted: [{ ...at, shot: "sh1" }] }, /shot sh1: expected one of i2; found one of i1/],
      [{ counted: [{ ...at, like: "sh9" }] }, /shot sh9: expected one of i1; found none/],
      [{ counted: [{ ...at, shot: "sh1" }], withdrawn: ["sh2"] }, /shot sh2: expected one that stands; found one that was withdrawn/],
    ] as const)
      await refused("/api/subjects/shots/correct", corrected(more), why);
    assert.equal((await subjects()).shots.filter(({ atS }) => atS === 2.5).length, 0, "all of it is written, or nothing");
    await post(
      "/api/subjects/shots/correct",
      corrected({
        counted: [
          { ...at, shot: "sh1" },
          { ...at, atS: 3.5 },
        ],
      }),
    );
    assert.deepEqual(
      (await subjects()).shots.map(({ id, number, atS, reason }) => [id, number, Math.round(atS * 10) / 10, reason]).slice(1),
      [
        ["sh1", 1, 2.5, "looked again"],
        ["sh3", 2, 3.5, "looked again"],
      ],
    );
    await post("/api/subjects/shots/correct", corrected({ counted: [{ ...at, atS: clicksS[1], shot: "sh1" }], withdrawn: ["sh3"] }));
  });

  it("that two labels are one person is a judgement on clothing and position, and is taken back like any other", async () => {
    const judged = { a: "P1", b: "P2", verdict: "same", on: ["clothing", "position"], reason: "same torn sleeve, same place by the kerb" };
    await refused("/api/subjects/same-person", { ...judged, on: [] }, /expected what was looked at/);
    assert.notEqual((await post("/api/subjects/same-person", { ...judged, on: ["face"] })).code, undefined, "no value for a face");
    await refused("/api/subjects/same-person", { ...judged, b: "P1" }, /expected two labels; found P1 twice/);
    assert.equal((await post("/api/subjects/same-person", judged)).id, "sj1");
    await refused("/api/subjects/same-person", { ...judged, a: "P2", b: "P1" }, /expected no judgement of the two that stands; found sj1/);
    assert.notEqual((await post("/api/subjects/withdraw", { record: "sj1", reason: "the sleeve is whole in i2" })).seq, undefined);
    await refused("/api/subjects/withdraw", { record: "sj1", reason: "again" }, /found one that was withdrawn/);
  });

  it("a pair sheet is checked against its originals, and only a same that stands passes anything on for time", async () => {
    for (const sort of ["vehicle", "other"]) await post("/api/scenes/objects", { sort, description: `synthetic ${sort}` });
    const { objects } = await served.get<ScenesAnswer>("/api/scenes");
    assert.deepEqual(objects.map(({ id }) => id).toSorted(), ["O1", "V1"]);
    const original = async (item: string) => (await served.get<ItemDetail>(`/api/items/${item}`)).object;
    const mark = async (item: string) => ({
      frame: { item, object: await original(item), stream: 0, pts: 0, frame: 0, width: 160, height: 120 },
      ...{ atS: 0, point: { x: 20, y: 30 } },
    });
    const compared = {
      number: 1,
      object: "V1",
      feature: "burn-pattern",
      a: await mark("i1"),
      b: await mark("i2"),
      verdict: "same",
      words: "",
    };
    const burnt = { object: "V1", words: "burnt out", beganOnce: true, beganWith: "e2", endsOnce: false, endedWith: null };
    const sheet = { format: "witnessmark-scene-pair-v1", pairs: [compared], states: [burnt] };
    const judged = { a: "i1", b: "i2", verdict: "same", reason: "the same burn pattern on the same side", sheet };
    const bounds = () => served.get<SceneBoundsAnswer>("/api/scenes/bounds");
    await refused(
      "/api/scenes/pairs",
      { ...judged, sheet: { ...sheet, pairs: [{ ...compared, b: compared.a }] } },
      /pair 1: expected the second mark on a frame of i2/,
    );
    const strange = { ...compared.a, frame: { ...compared.a.frame, object: `sha256:${"1".repeat(64)}` } };
    await refused(
      "/api/scenes/pairs",
      { ...judged, sheet: { ...sheet, pairs: [{ ...compared, a: strange }] } },
      /expected marks on the original of i1/,
    );
    await refused(
      "/api/scenes/pairs",
      { ...judged, sheet: { ...sheet, states: [{ ...burnt, beganWith: "e9" }] } },
      /event e9: expected one that stands; found none/,
    );
    assert.equal((await post("/api/scenes/pairs", judged)).id, "sp1");
    await refused(
      "/api/scenes/pairs",
      { ...judged, verdict: "not-same", sheet: { ...sheet, states: [] } },
      /expected no sheet of the two that stands; found sp1\. Change that one/,
    );
    assert.deepEqual(
      (await bounds()).orders.map(({ pair, item, says, cites }) => [pair, item, says, cites.join(" ")]),
      [
        ["sp1", "i1", "began", "sp1 V1 i1 i2 e2"],
        ["sp1", "i2", "began", "sp1 V1 i1 i2 e2"],
      ],
    );
    assert.equal(
      (await post("/api/scenes/pairs", { ...judged, pair: "sp1", verdict: "cannot-tell", sheet: { ...sheet, states: [] } })).id,
      "sp1",
    );
    assert.deepEqual((await bounds()).orders, [], "cannot tell passes nothing");
    const example = readFileSync(join(import.meta.dirname, "../../docs/cli/examples/time-conflict.json"), "utf8");
    const problem = JSON.parse(example) as { statements: object[] };
    const statements = problem.statements.map((statement, at) => (at === 0 ? { ...statement, cites: ["sp1"] } : statement));
    const resting = { sort: "time", title: "Before the burning", about: null, items: [], problem: { ...problem, statements }, reason: "" };
    await refused("/api/inferences", resting, /it cites sp1: expected a judgement "same", .* found "cannot-tell"/);
    assert.equal((await post("/api/scenes/pairs", { ...judged, pair: "sp1" })).id, "sp1");
    assert.equal((await bounds()).orders.length, 2);
    await post("/api/scenes/withdraw", { record: "sp1", reason: "the wheels differ" });
    assert.deepEqual((await bounds()).orders, [], "what was taken back passes nothing");
    await refused("/api/inferences", resting, /sp1: expected a record that stands; found one that was taken back: the wheels differ/);
  });

  it("the element sheet of S12 cites states, shots and observations at their time codes, and concludes nothing", async () => {
    const line = async (record: string) =>
      (await served.get<{ records: { line: number }[] }>(`/api/records?names=${record}`)).records[0]?.line ?? 0;
    const cite = async (record: string, fact: string | null) => ({
      ground: { record, line: await line(record), at: null, segments: null, shows: "" },
      fact,
    });
    const { format, cells } = newSheet(rome8bVi);
    const filled: ElementCell[] = cells.map((cell) => ({ ...cell, grounds: [...cell.grounds] }));
    Object.assign(filled[2] as ElementCell, {
      ...{ coverage: "partly", shown: "Breathes at 00:00.5; no sign of life at 00:01.9.", missing: "What happened over the cut at 00:02." },
      grounds: [await cite("st1", "alive"), await cite("sh1", "shots")],
    });
    Object.assign(filled[3] as ElementCell, {
      ...{ coverage: "shown", shown: "Hands bound, no weapon in reach, from 00:00.5 to 00:01.8.", missing: "" },
      grounds: [await cite("st1", "bound"), await cite("o1", "bound")],
    });
    const sheet = { elements: { name: rome8bVi.name, version: rome8bVi.version }, event: "e1", document: { format, cells: filled } };
    const made = await post("/api/element-sheets", sheet);
    assert.equal(made.id, "es1", JSON.stringify(made));
    const change = (element: number, more: Partial<ElementCell>) => ({
      ...{ ...sheet, sheet: "es1", base: 1, reason: "looked again" },
      document: { format, cells: filled.map((cell) => (cell.element === element ? { ...cell, ...more } : cell)) },
    });
    await refused("/api/element-sheets", change(4, { grounds: [] }), /element 4: expected at least one ground for shown; found none/);
    await refused(
      "/api/element-sheets",
      change(3, { shown: "P2 is guilty" }),
      /element 3: expected what is shown.*found "guilty", which concludes/,
    );
    await refused(
      "/api/element-sheets",
      change(4, { grounds: [await cite("sh2", null)] }),
      /expected records that stand; found sh2, which was withdrawn/,
    );
    await refused(
      "/api/element-sheets",
      change(4, { grounds: [{ ...(await cite("st1", null)), ground: { ...(await cite("st99", null)).ground, line: 1 } }] }),
      /element 4: expected records of this case; found st99, which is none/,
    );
    assert.notEqual(
      (await post("/api/bearings", { item: "i1", on: "e1", sort: "none", part: null, reason: "of another day" })).seq,
      undefined,
    );
    await refused(
      "/api/element-sheets",
      change(4, {}),
      /element 3: .*i1 for e1: expected an item that may be cited for this record; found b1/,
    );
    assert.notEqual((await post("/api/bearings/b1/withdraw", { reason: "it is of that day" })).seq, undefined);
    assert.equal((await post("/api/element-sheets", change(1, { missing: "Nothing ties it to the conflict yet." }))).id, "es1");
    await refused(
      "/api/element-sheets",
      change(1, { missing: "from an old one" }),
      /written from version 2, the newest, by .*; found one written from 1/,
    );
    const { sheets, records } = await served.get<ElementSheetsAnswer>("/api/element-sheets");
    assert.deepEqual(
      sheets.map(({ id, version, history }) => [id, version, history.length]),
      [["es1", 2, 2]],
    );
    assert.deepEqual(
      records.map(({ record, atS }) => [record, atS === undefined ? null : Math.round(atS * 10) / 10]),
      [
        ["st1", 0.5],
        ["sh1", 3],
        ["o1", null],
      ],
    );
    assert.ok(!JSON.stringify(sheets).includes("score"));
  });

  it("a case with all of them verifies", async () => {
    const verified = await desk.run("verify", kept);
    assert.equal(verified.code, 0, verified.out + verified.err);
  });
});
