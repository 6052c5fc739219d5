/** Judgements of a real case that must be looked at again: which, and by which way, line by line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepStale } from "../../src/actions/keep-stale.ts";
import { openReopenings } from "../../src/reads/copies/reopened-judgements.ts";
import { staleGroundsOf, wayToGone } from "../../src/reads/stale/stale-grounds.ts";
import { staleJudgements } from "../../src/reads/stale/stale-judgements.ts";
import { withQueue } from "../copies/queue-on-case.ts";
import { ground, posted, sayingOn } from "./stale-case.ts";

test("an earlier copy that is found lists every judgement to be re-opened, those that rest on them by others included", async (t) => {
  const on = await withQueue(t);
  const { stale, time, event, bearing, inference, finding } = sayingOn(on);
  const a = await on.add("a");
  const t1 = await time("t1", a, posted("2022-04-04T09:00:00Z"));
  await on.run();
  const e1 = await event("e1", "A convoy is stopped");
  const b1 = await bearing("b1", a, "e1");
  const t2 = await time("t2", "e1", { ...posted("2022-04-03T22:00:00Z"), means: "stated" });
  const n1 = await inference("n1", ["e1", "t2"]);
  const f1 = await finding("f1", 1, [ground("n1", n1)]);
  assert.deepEqual(await stale(), {});

  const b = await on.add("b");
  await time("t3", b, posted("2022-03-30T05:40:00Z"));
  await on.run();
  const moved = on.reader.views.head()?.seq ?? 0;
  const found = await stale();
  const directly = `${a}@%s first-upload > ${a}@${moved} first-upload-moved`;
  for (const [record, line] of [
    ["t1", t1],
    ["b1", b1],
    ["e1", e1],
    ["t2", t2],
  ] as const)
    assert.ok(found[record]?.includes(directly.replace("%s", String(line))), `${record}: ${JSON.stringify(found[record])}`);
  assert.ok(found["n1"]?.includes(`t2@${n1} worked-from > ${directly.replace("%s", String(t2))}`), JSON.stringify(found["n1"]));
  assert.ok(found["n1"]?.includes(`e1@${n1} worked-from > ${directly.replace("%s", String(e1))}`), JSON.stringify(found["n1"]));
  assert.ok(
    found["f1"]?.includes(`n1@${n1} evidence-for > e1@${n1} worked-from > ${directly.replace("%s", String(e1))}`),
    JSON.stringify(found["f1"]),
  );
  assert.equal((await staleJudgements(on.reader, on.viewer, { about: "f1" }))[0]?.line, f1);
  // A line that only names a record leaves it to be looked at again; one that judges it anew does not.
  const open = async () => (await openReopenings(on.reader)).map(({ record }) => record);
  await time("t4", "e1", { ...posted("2022-04-03T23:00:00Z"), means: "stated" });
  await bearing("b2", b, "e1");
  assert.deepEqual(
    (await open()).filter((record) => record === "e1"),
    ["e1"],
  );
  await event("e1", "A convoy is stopped at a bridge");
  assert.ok(!(await open()).includes("e1") && (await open()).includes("b1"));
  await on.close();
});

test("a claim that was withdrawn makes stale what was worked from it, until that is worked anew or somebody says that it holds", async (t) => {
  const on = await withQueue(t);
  const { say, stale, claim, inference, finding } = sayingOn(on);
  const item = await on.add("article");
  const k1 = await claim("k1", item);
  const n1 = await inference("n1", ["k1"]);
  const f1 = await finding("f1", 1, [ground("n1", n1), ground("k1", k1)]);
  const sealedAt = await say("edition.sealed", () => ({
    ...{ edition: "ed1", version: 1, sort: "court", findings: [{ finding: "f1", version: 1, document: `sha256:${"0".repeat(64)}` }] },
    ...{ plan: `sha256:${"0".repeat(64)}`, manifest: `sha256:${"0".repeat(64)}`, seq: 1, head: `sha256:${"0".repeat(64)}` },
    ...{ objects: 1, withheld: 0, leaks: null, openings: null },
  }));
  const gone = await say("claim.withdrawn", (seal) => ({ claim: "k1", reason: seal("misread") }));
  const worked = `k1@${n1} worked-from > k1@${gone} withdrawn`;
  assert.deepEqual(await stale(), {
    n1: [worked],
    f1: [`k1@${k1} evidence-for > k1@${gone} withdrawn`, `n1@${n1} evidence-for > ${worked}`],
    ed1: [`f1@${sealedAt} holds > k1@${k1} evidence-for > k1@${gone} withdrawn`],
  });
  const grounds = await staleGroundsOf(on.reader, on.viewer, "f1", 1);
  assert.deepEqual(
    grounds.map(({ side, at, since }) => [side, at, since]),
    [
      ["for", 0, gone],
      ["for", 1, gone],
    ],
  );

  const staleLines = async () => new Set((await staleJudgements(on.reader, on.viewer)).map(({ line }) => line));
  const ports = { writer: on.writer, staleLines };
  await assert.rejects(
    keepStale(ports, on.viewer, { lines: [k1], reason: "fine" }),
    /expected a judgement that stands and whose grounds changed/,
  );
  await assert.rejects(keepStale(ports, on.viewer, { lines: [n1], reason: " " }), /expected a reason in words/);
  assert.deepEqual(
    grounds.map((one) => wayToGone(one)?.at(-1)?.line),
    [gone, gone],
  );
  await keepStale(ports, on.viewer, { lines: [n1], reason: "the order holds without it" });
  assert.deepEqual(Object.keys(await stale()), ["f1", "ed1"]);
  await keepStale(ports, on.viewer, { lines: [f1], reason: "the inference carries it" });
  assert.deepEqual(Object.keys(await stale()), ["f1", "ed1"], "who wrote it says so alone");
  const [alone] = await staleJudgements(on.reader, on.viewer, { about: "f1" });
  assert.equal(alone?.keptAlone, on.reader.views.head()?.seq);
  assert.equal(
    (await staleGroundsOf(on.reader, on.viewer, "f1", 1)).length,
    2,
    "what its writer kept, on the way or of the finding itself",
  );
  await finding("f1", 2, [ground("n1", n1)]);
  assert.deepEqual(Object.keys(await stale()), ["ed1"]);
  const ofWriter = await staleGroundsOf(on.reader, on.viewer, "f1", 2);
  assert.deepEqual(
    ofWriter.map(({ ground: { record }, since }) => [record, since]),
    [["n1", gone]],
    "the same for the version after it",
  );
  // The next change is a change again, also for what was kept.
  await inference("n1", []);
  assert.deepEqual(Object.keys(await stale()), ["ed1", "f1"]);
  await on.close();
});

test("segments that are cited go stale by a version that changes them, and by no other", async (t) => {
  const on = await withQueue(t);
  const { say, stale, finding } = sayingOn(on);
  const item = await on.add("clip");
  const document = await on.keep("{}\n");
  const write = (version: number, changed: [number, number][]) =>
    say("tier.written", () => ({
      ...{ tier: "w1", version, item, sort: "verbatim" as const, language: "uk", document, from: null, made: { by: "person" as const } },
      ...{ changed, reason: null },
    }));
  const first = await write(1, [[1, 9]]);
  await finding("f1", 1, [ground("w1", first, { segments: ["4", "5"] })]);
  await write(2, [[7, 9]]);
  assert.deepEqual(await stale(), {});
  const third = await write(3, [[5, 5]]);
  assert.deepEqual(await stale(), { f1: [`w1@${first} evidence-for > w1@${third} changed`] });
  await on.close();
});

test("a reading made anew by another version makes stale what was quoted from it, where it says something else", async (t) => {
  const on = await withQueue(t);
  const { say, stale, claim } = sayingOn(on);
  const item = await on.add("article");
  const [reading, same] = [await on.keep("{}"), await on.keep("{}")];
  const analyse = (version: string, result: `sha256:${string}`) =>
    say("analysis.recorded", () => ({
      ...{ item, ground: { analyser: "waveform" as const, version, parameters: {}, inputs: [], decoder: "none" } },
      outcome: { state: "done", result, files: [] },
    }));
  await analyse("1", reading);
  const k1 = await claim("k1", item, { reading, part: { sort: "article-body" } });
  await analyse("2", same);
  assert.deepEqual(await stale(), {});
  const other = await analyse("3", await on.keep("{ }"));
  assert.deepEqual(await stale(), { k1: [`${item}@${k1} read-from > ${item}@${other} analysed-anew`] });

  // Sounds listed anew are told to the shot that was counted from the list, seconds counted anew to the state that was stated in them.
  const clip = await on.add("clip");
  const listed = (analyser: "sound-events" | "probe", version: string, result: `sha256:${string}`) =>
    say("analysis.recorded", () => ({
      ...{ item: clip, ground: { analyser, version, parameters: {}, inputs: [], decoder: "none" } },
      outcome: { state: "done", result, files: [] },
    }));
  const sounds = await on.keep('{"sounds":1}');
  await listed("sound-events", "1", sounds);
  const basis = { by: "sudden-sound" as const, result: sounds, atS: 1 };
  const sh1 = await say("shot.counted", (seal) => ({
    ...{ shot: "sh1", item: clip, atS: 1, plusMinusS: 0.1, channel: "heard", words: seal("a bang"), basis, reason: null },
  }));
  await say("subject.described", (seal) => ({
    ...{ subject: "P1", item: clip, known: "seen", spokenOf: null, description: seal("dark jacket"), roleAsClaimed: null, reason: null },
    protection: [],
  }));
  const st1 = await say("subject-state.stated", (seal) => ({
    ...{ state: "st1", subject: "P1", item: clip, fromS: 0, toS: 1, reason: null, facts: seal({ facts: [], observations: [] }) },
  }));
  const again = await listed("sound-events", "2", await on.keep('{"sounds":2}'));
  assert.deepEqual((await stale())["sh1"], [`${clip}@${sh1} read-from > ${clip}@${again} analysed-anew`]);
  const clock = await listed("probe", "2", await on.keep('{"seconds":2}'));
  assert.deepEqual((await stale())["st1"], [`${clip}@${st1} read-from > ${clip}@${clock} analysed-anew`]);
  await on.close();
});

test("what speaks against an event is told to whoever cites it as evidence, and not to what else bears on it", async (t) => {
  const on = await withQueue(t);
  const { stale, event, bearing, finding } = sayingOn(on);
  const [a, b] = [await on.add("a"), await on.add("b")];
  const e1 = await event("e1", "A convoy is stopped");
  await bearing("b1", a, "e1");
  await finding("f1", 1, [ground("e1", e1 + 1)]);
  const against = await bearing("b2", b, "e1", "against");
  const found = await stale();
  assert.deepEqual(Object.keys(found), ["f1"]);
  assert.ok(found["f1"]?.includes(`e1@${e1 + 1} evidence-for > e1@${against} spoken-against`), JSON.stringify(found));
  await on.close();
});

test("an item that is said to bear nothing on the event, or to show something else, is told to who cites it for that event", async (t) => {
  const on = await withQueue(t);
  const { say, stale, event, bearing, question, observation, finding } = sayingOn(on);
  const [a, b, article] = [await on.add("a"), await on.add("b"), await on.add("article")];
  await event("e1", "A convoy is stopped");
  await event("e2", "Another");
  await question("qn1", "e1");
  const [o1, o2] = [await observation("o1", a), await observation("o2", b)];
  const f1 = await finding("f1", 1, [ground("o1", o1)]);
  const f2 = await finding("f2", 1, [ground("o2", o2)]);
  await bearing("b1", a, "e2", "none");
  assert.deepEqual(await stale(), {}, "another event");
  const none = await bearing("b2", a, "e1", "none");
  assert.deepEqual(await stale(), { f1: [`${a}@${f1} evidence-for > ${a}@${none} spoken-against`] });
  const grounds = await staleGroundsOf(on.reader, on.viewer, "f1", 1);
  assert.deepEqual(
    grounds.map(({ ground: { record }, last }) => [record, last]),
    [["o1", none]],
  );
  const shown = await say("exhibit.described", (seal) => ({
    ...{ exhibit: "x1", beside: article, shown: { is: "item", item: b }, shows: { is: "something-else", sort: "earlier" } },
    ...{ caption: null, answers: null, reason: seal("from 2014") },
  }));
  assert.deepEqual((await stale())["f2"], [`${b}@${f2} evidence-for > ${b}@${shown} spoken-against`]);
  await on.close();
});

test("a first grade is a change, and a source's grade reaches who cites what comes from it", async (t) => {
  const on = await withQueue(t);
  const { say, stale, claim, finding } = sayingOn(on);
  const item = await on.add("article");
  const k1 = await claim("k1", item);
  const attributed = { items: [item], role: "filmed-by" as const, account: "unknown" as const, source: "s1" as const };
  await say("item.attributed", (seal) => ({ ...attributed, basis: seal("its page"), standing: "stated" }));
  const f1 = await finding("f1", 1, [ground("k1", k1)]);
  const graded = await say("claim.graded", (seal) => ({ claim: "k1", credibility: "5", reason: seal("another says no") }));
  assert.ok((await stale())["f1"]?.includes(`k1@${k1} evidence-for > k1@${graded} graded`));
  await finding("f1", 2, [ground("k1", graded)]);
  assert.deepEqual(await stale(), {});
  const source = await say("source.graded", (seal) => ({
    source: "s1",
    reliability: "E",
    asOf: "2026-01-02",
    reason: seal("it invented one"),
  }));
  assert.deepEqual(await stale(), { f1: [`k1@${graded} evidence-for > k1@${source} graded`] });
  assert.ok(f1 > 0);
  await on.close();
});

test("a state goes with the observation that it rests on, and a question is answered anew by who answers blind", async (t) => {
  const on = await withQueue(t);
  const { say, stale, observation, finding, question, event } = sayingOn(on);
  const item = await on.add("clip");
  await event("e1", "A convoy is stopped");
  await question("qn1", "e1");
  await observation("o1", item);
  await say("subject.described", (seal) => ({
    ...{ subject: "P1", item, known: "seen", spokenOf: null, description: seal("dark jacket"), roleAsClaimed: null, reason: null },
    protection: [],
  }));
  const st1 = await say("subject-state.stated", (seal) => ({
    ...{ state: "st1", subject: "P1", item, fromS: 0, toS: 1, reason: null },
    facts: seal({ facts: [{ fact: "bound", standing: "seen", note: "" }], observations: ["o1"] }),
  }));
  const f1 = await finding("f1", 1, [ground("st1", st1)]);
  const gone = await say("observation.withdrawn", () => ({ observation: "o1", reason: "a shadow" }));
  assert.deepEqual(await stale(), {
    st1: [`o1@${st1} cites > o1@${gone} withdrawn`],
    f1: [`st1@${st1} evidence-for > o1@${st1} cites > o1@${gone} withdrawn`],
  });
  const to = [
    { person: "p1" as const, blind: false },
    { person: null, blind: true },
  ];
  await say("blind.assigned", () => ({ blind: "z1", question: "qn1", precision: { sort: "words" }, items: [item], to, reason: null }));
  const revealed = await say("answer.revealed", () => ({
    ...{ blind: "z1", sealed: 3, salt: "0".repeat(64), answer: { sort: "words", words: "By the mill." }, early: null },
  }));
  assert.ok((await stale())["f1"]?.includes(`qn1@${f1} answers > qn1@${revealed} judged-anew`));
  await on.close();
});

test("an offset that is judged, judged anew or judged no more re-opens the plan, what was worked from it, and the finding; so does a first measuring", async (t) => {
  const on = await withQueue(t);
  const { say, stale, inference, finding } = sayingOn(on);
  const [a, b, c] = [await on.add("a"), await on.add("b"), await on.add("c")];
  const result = await on.keep("");
  const versions = { measurer: "1", soundFeatures: "1", pictureFeatures: "1", decoder: "none" };
  const measure = (...items: `i${string}`[]) =>
    say("sync.measured", () => ({ items, versions, unread: [], result, measured: 0, refused: 0 }));
  const judge = (verdict: "accepted" | "rejected") => say("sync-pair.judged", (seal) => ({ a, b, result, verdict, reason: seal("heard") }));
  await measure(a, b);
  const kept = async () => {
    const n1 = await inference("n1", [], [a, b], "sync");
    const n2 = await inference("n2", ["n1"]);
    return { n1, n2, f1: await finding("f1", 1, [ground("n2", n2)]) };
  };
  const opened = (at: { n1: number; n2: number }, line: number, how: string) => {
    const clock = `n1@${at.n1} worked-from > n1@${line} ${how}`;
    return {
      n1: [clock],
      n2: [`n1@${at.n2} worked-from > ${clock}`],
      f1: [`n2@${at.n2} evidence-for > n1@${at.n2} worked-from > ${clock}`],
    };
  };
  let at = await kept();
  await measure(a, b, c);
  assert.deepEqual(await stale(), {}, "the pair says again what it said");
  const accepted = await judge("accepted");
  assert.deepEqual(await stale(), opened(at, accepted, "judged-anew"));
  at = await kept();
  assert.deepEqual(await stale(), {});
  const rejected = await judge("rejected");
  assert.deepEqual(await stale(), { ...opened(at, rejected, "judged-anew") });
  at = await kept();
  const back = await say("sync-pair.judgement-withdrawn", (seal) => ({ judged: rejected, reason: seal("an echo") }));
  assert.deepEqual(await stale(), opened(at, back, "judged-anew"));

  const d = await on.add("d");
  const n3 = await inference("n3", [], [a, d], "sync");
  const first = await measure(a, d);
  assert.deepEqual((await stale())["n3"], [`n3@${n3} worked-from > n3@${first} measured-anew`]);
  await on.close();
});

test("a picture of the ground that is no such picture any more re-opens what was worked from it", async (t) => {
  const on = await withQueue(t);
  const { say, stale, inference, finding } = sayingOn(on);
  const item = await on.add("imagery");
  const n1 = await inference("n1", [], [item], "place");
  await finding("f1", 1, [ground("n1", n1)]);
  const gone = await say("imagery.withdrawn", (seal) => ({ item, reason: seal("of another year") }));
  const way = `${item}@${n1} worked-from > ${item}@${gone} withdrawn`;
  assert.deepEqual(await stale(), { n1: [way], f1: [`n1@${n1} evidence-for > ${way}`] });
  await on.close();
});

test("a public edition is re-opened by a mark that it went out with and that is withdrawn, and by more that is marked since", async (t) => {
  const on = await withQueue(t);
  const { say, stale, finding } = sayingOn(on);
  const [item, other] = [await on.add("clip"), await on.add("other")];
  const zero = `sha256:${"0".repeat(64)}` as const;
  const mark = (redaction: `rm${string}`, of: `i${string}`) =>
    say("redaction.marked", () => ({
      redaction,
      item: of,
      object: zero,
      mark: zero,
      cause: "person" as const,
      subject: null,
      reason: null,
    }));
  await mark("rm1", item);
  await mark("rm2", other);
  await finding("f1", 1, []);
  const shown = (of: string, as: string) => ({ item: of, as, excerpts: [], stills: [], why: "" });
  const plan = await on.keep(
    JSON.stringify({
      ...{ v: 1, sort: "public", title: "Synthetic", language: "en", findings: ["f1"], keyPoints: [], elementSheets: [], gridM: 1000 },
      items: [shown(item, "redacted"), shown(other, "left-out")],
    }),
  );
  const sealed = await say("edition.sealed", () => ({
    ...{ edition: "ed1" as const, version: 1, sort: "public" as const, findings: [{ finding: "f1" as const, version: 1, document: zero }] },
    ...{ plan, manifest: zero, seq: 1, head: zero, objects: 1, withheld: 0, leaks: null, openings: null },
  }));
  await say("redaction.withdrawn", (seal) => ({ redaction: "rm2", reason: seal("of what was not shown") }));
  assert.deepEqual(await stale(), {});
  const gone = await say("redaction.withdrawn", (seal) => ({ redaction: "rm1", reason: seal("nobody is there") }));
  assert.deepEqual(await stale(), { ed1: [`rm1@${sealed} holds > rm1@${gone} withdrawn`] });
  const more = await mark("rm3", item);
  assert.deepEqual((await stale())["ed1"]?.toSorted(), [
    `${item}@${sealed} holds > ${item}@${more} protected-anew`,
    `rm1@${sealed} holds > rm1@${gone} withdrawn`,
  ]);
  await on.close();
});
