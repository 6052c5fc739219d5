/**
 * Story S1 of the method: the earliest upload is a bound. Copy A was posted on 4 April, copy B on 30 March, C is undated; D, posted
 * on 29 March, comes later, and what says so goes again. All times are invented.
 */
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { describeEvent } from "../../src/actions/describe-event.ts";
import { eraseObjects } from "../../src/actions/erase-objects.ts";
import { judgeMatch } from "../../src/actions/judge-match.ts";
import { judgeUpload } from "../../src/actions/judge-upload.ts";
import { keepJudgements } from "../../src/actions/keep-judgements.ts";
import { stateBearing } from "../../src/actions/state-bearing.ts";
import { stateTime } from "../../src/actions/state-time.ts";
import { withdrawCopyJudgement } from "../../src/actions/withdraw-copy-judgement.ts";
import { writeNote } from "../../src/actions/write-note.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { TimeClaim } from "../../src/core/time/time-claim.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import { unknownItems } from "../../src/reads/case-index.ts";
import { getCopyGroup } from "../../src/reads/copies/get-copy-group.ts";
import type { CopyGroupDetail } from "../../src/reads/copies/copy-rows.ts";
import { planErasure } from "../../src/reads/plan-erasure.ts";
import { createCopiesDesk, type CopiesDesk, eventPortsOf, itemNamed, makeClip, makeCopy, settle, writePost } from "./case-of-copies.ts";

const span = (earliest: string, latest: string): TimeClaim => ({
  ...{ means: "stated", verbatim: `${earliest}/${latest}`, earliest, latest, zone: { state: "utc" }, basis: "the light" },
});

describe("the earliest known upload of copies", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: CopiesDesk;
  let session: CaseSession;
  let [a, b, c, d]: ItemId[] = [];
  let timeOfA: number;
  const group = (): Promise<CopyGroupDetail> => getCopyGroup(session.reader, session.viewer, a as ItemId);
  const earliest = async () => {
    const found = (await group()).group.earliest;
    return found === "unknown" ? found : { item: found.item, atOrBefore: found.atOrBefore, seen: found.seen };
  };

  before(async () => {
    desk = createCopiesDesk();
    const original = join(desk.folder, "made", "a.mp4");
    makeClip(original);
    const first = join(desk.folder, "first");
    makeCopy(original, join(first, "chat-a", "a.mp4"));
    writePost(join(first, "chat-a"), "a.mp4", "2022-04-04T09:00:00Z");
    const logo = "trim=1:5,setpts=PTS-STARTPTS,scale=240:136,drawbox=x=180:y=8:w=48:h=24:color=white:t=fill";
    makeCopy(original, join(first, "chat-b", "b.mp4"), "-vf", logo, "-an");
    writePost(join(first, "chat-b"), "b.mp4", "2022-03-30T05:40:00Z");
    makeCopy(original, join(first, "undated", "c.mp4"), "-vf", "scale=320:180");
    const later = join(desk.folder, "later");
    makeCopy(original, join(later, "chat-d", "d.mp4"), "-vf", "trim=0:4,setpts=PTS-STARTPTS,scale=272:152", "-an");
    writePost(join(later, "chat-d"), "d.mp4", "2022-03-29T18:00:00Z");
    session = await desk.open();
    await desk.add(session, first);
    [a, b, c] = await Promise.all(["a.mp4", "b.mp4", "c.mp4"].map((name) => itemNamed(session, name)));
  });
  after(async () => {
    await session.close();
    desk.close();
  });

  it("is that of B, and bounds filming; the best copy is A, and C has no place", async () => {
    const { group: row, copies, bestReasons, earliestReasons } = await group();
    assert.deepEqual(
      copies.map(({ copy }) => copy.item),
      [a, b, c],
    );
    assert.deepEqual(await earliest(), { item: b, atOrBefore: "2022-03-30T05:40:00Z", seen: "now" });
    assert.equal(row.best, a);
    assert.ok(bestReasons.some((words) => words.startsWith(`${a}: 480 x 270: no copy is larger`)));
    assert.ok(bestReasons.at(-1)?.includes("not a judgement of authenticity"));
    assert.ok(
      earliestReasons.includes(
        "So it was filmed at or before 2022-03-30T05:40:00Z. This bound may only move earlier: an older upload may be somewhere else.",
      ),
    );
    assert.deepEqual(copies.find(({ copy }) => copy.item === c)?.uploads, []);
    assert.ok(earliestReasons.some((words) => words.startsWith(`${c}: no time of posting is known.`)));
    assert.equal(desk.lines("first-upload.moved").length, 1);
  });

  it("moves earlier when D comes, and lists what rests on it with the way there", async () => {
    const ports = eventPortsOf(session);
    const said = { standing: "stated" as const, from: null, reason: "the light" };
    timeOfA = (
      await stateTime(ports, session.viewer, { about: a as ItemId, claim: span("2022-03-29T20:00:00Z", "2022-03-30T05:00:00Z"), ...said })
    ).seq;
    const event = await describeEvent(ports, session.viewer, {
      ...{ sort: "filming" as const, sortWords: null, title: "A van rolls", place: "unknown" as const, movement: null, reason: "seen" },
      time: span("2022-03-28T00:00:00Z", "2022-03-29T12:00:00Z"),
    });
    await stateBearing(ports, session.viewer, { item: b as ItemId, on: event.id, sort: "shows", part: null, reason: "it shows it" });
    await desk.add(session, join(desk.folder, "later"));
    d = await itemNamed(session, "d.mp4");
    assert.deepEqual(await earliest(), { item: d, atOrBefore: "2022-03-29T18:00:00Z", seen: "now" });
    const { reopened, moves } = await group();
    assert.deepEqual(
      moves.map(({ upload }) => upload.item),
      [d, b],
    );
    assert.deepEqual(
      reopened.map(({ sort, path, againstBound }) => [sort, path.join(" "), againstBound]),
      [
        ["time-stated", `${a} t1`, "later-than-bound"],
        ["event-described", `${b} b1 e1`, "within"],
        ["bearing-stated", `${b} b1`, "cannot-be-told"],
      ],
    );
    // D holds the first four of six seconds: what it does not hold is not bounded by it.
    const held = (await group()).earliestReasons.find((words) => words.startsWith(`It bounds what ${d} shows.`));
    assert.match(held ?? "", new RegExp(`may have been filmed later: (?:1\\.9|2\\.[0-2]) s of ${a}, `));
    const [, moved] = desk.lines("first-upload.moved");
    assert.equal(moved?.data.reopens.count, 3);
    assert.equal(moved?.data.from?.item, b);
  });

  it("leaves off what somebody looked at again and kept, or stated anew", async () => {
    const { reopened } = await group();
    const bearing = reopened.find(({ sort }) => sort === "bearing-stated")?.line as number;
    await keepJudgements(session.copyPorts, session.viewer, { lines: [bearing], reason: "it still shows it" });
    await assert.rejects(keepJudgements(session.copyPorts, session.viewer, { lines: [bearing], reason: "again" }), /found none/);
    const claim = span("2022-03-29T10:00:00Z", "2022-03-29T18:00:00Z");
    const said = { claim, standing: "stated" as const, from: null, reason: "held against the new bound" };
    await stateTime(eventPortsOf(session), session.viewer, { time: "t1", about: a as ItemId, ...said });
    assert.ok(timeOfA > 0);
    assert.deepEqual(
      (await group()).reopened.map(({ record }) => record),
      ["e1"],
    );
  });

  it("moves back with a person's rejection of the match alone, and that re-opens too", async () => {
    const match = { a: a as ItemId, b: d as ItemId, result: null, part: { of: "pair" as const } };
    const judged: number[] = [];
    for (const [item, reason] of [
      [a, "another van"],
      [b, "another van"],
      [c, "another van"],
    ] as const) {
      const { seq } = await judgeMatch(session.copyPorts, session.viewer, { ...match, a: item as ItemId, verdict: "rejected", reason });
      judged.push(seq);
    }
    assert.deepEqual(await earliest(), { item: b, atOrBefore: "2022-03-30T05:40:00Z", seen: "now" });
    // Only the last one cut D off: the ones before it moved nothing.
    assert.deepEqual(
      desk.lines("match.judged").map(({ data }) => data.reopens !== null),
      [false, false, true],
    );
    assert.ok((await group()).reopened.some(({ record, movedBy }) => record === "t1" && movedBy === judged.at(-1)));
    await withdrawCopyJudgement(session.copyPorts, session.viewer, { judged: judged.at(-1) as number, reason: "it is the same van" });
    assert.equal(((await earliest()) as { item: ItemId }).item, d);
    await assert.rejects(
      withdrawCopyJudgement(session.copyPorts, session.viewer, { judged: judged.at(-1) as number, reason: "twice" }),
      /found one that was withdrawn/,
    );
  });

  it("moves back with a person's rejection of the time of posting, too", async () => {
    const own = (await group()).copies.find(({ copy }) => copy.item === d)?.uploads[0];
    assert.ok(own !== undefined);
    const { verdict: none, ...upload } = own;
    assert.equal(none, null);
    const { seq } = await judgeUpload(session.copyPorts, session.viewer, {
      ...upload,
      verdict: "rejected",
      reason: "the post was filled later",
    });
    assert.equal(((await earliest()) as { item: ItemId }).item, b);
    assert.ok((desk.lines("upload.judged")[0]?.data.reopens?.count ?? 0) > 0);
    await withdrawCopyJudgement(session.copyPorts, session.viewer, { judged: seq, reason: "the archive shows it from the start" });
    assert.equal(((await earliest()) as { item: ItemId }).item, d);
  });

  it("does not move back when D, and the export that dates it, are erased: the upload was seen", async () => {
    await session.close();
    const other = await desk.open("other");
    await writeNote({ writer: other.writer, unknownItems: (numbers) => unknownItems(other.reader, numbers) }, other.viewer, {
      item: a as ItemId,
      text: "seen by a second person",
    });
    await other.close();
    session = await desk.open();
    const exportOfD = await itemNamed(session, "chat-d/result.json");
    const plans = [
      await planErasure(session.reader, session.viewer, d as string),
      await planErasure(session.reader, session.viewer, exportOfD),
    ];
    const objects = plans.flatMap((plan) => [plan.object, ...plan.madeFrom.map(({ object }) => object)]);
    // Prints of D, and every result that names it, go with it.
    const analysers = new Set(plans[0]?.madeFrom.map(({ analyser }) => analyser));
    assert.ok(analysers.has("frame-print") && analysers.has("copies"), [...analysers].join(" "));
    await eraseObjects(session.erasurePorts, session.viewer, [...new Set<Digest>(objects)], {
      reason: "asked for",
      authorisedBy: ["p1", "p2"],
    });
    await settle(session);
    const { copies } = await group();
    assert.deepEqual(
      copies.map(({ copy }) => copy.item),
      [a, b, c],
    );
    assert.deepEqual(await earliest(), { item: d, atOrBefore: "2022-03-29T18:00:00Z", seen: "recorded" });
    const rests = (await group()).earliestReasons.find((words) => words.includes("A line of the ledger says that it was seen"));
    assert.ok(rests !== undefined);
  });

  it("is the same after the tables are made anew, and the case verifies", async () => {
    const before = await group();
    await session.reader.views.rebuild();
    assert.deepEqual(await group(), before);
    const { holds, report } = await session.verify({ signal: new AbortController().signal, onProgress: () => undefined });
    assert.ok(holds, JSON.stringify(report).slice(0, 2000));
  });

  it("is read the same from tables in memory", async () => {
    const before = await group();
    await session.close();
    await rm(join(desk.casePath, "derived"), { recursive: true, force: true });
    session = await desk.open("me", "read");
    const { group: row, earliestReasons } = await group();
    assert.deepEqual([row.earliest, earliestReasons], [before.group.earliest, before.earliestReasons]);
    await assert.rejects(
      judgeMatch(session.copyPorts, session.viewer, {
        ...{ a: a as ItemId, b: b as ItemId, result: null, part: { of: "pair" }, verdict: "accepted", reason: "the same" },
      }),
      /read-only|only be read/i,
    );
  });
});
