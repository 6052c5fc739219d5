/** Where frames of a picture or a clip occur in a case: by a still, by a clip, mirrored and turned; what cannot be asked with; damage, erasure, and a case that may not be written. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { eraseObjects } from "../../src/actions/erase-objects.ts";
import { findWords } from "../../src/cli/find-words.ts";
import { usualRadius } from "../../src/core/copies/frame-search.port.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import type { FramesAnswer } from "../../src/reads/copies/frame-prints-held.ts";
import { planErasure } from "../../src/reads/plan-erasure.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { type CopiesDesk, createCopiesDesk, itemNamed, makeClip, makeCopy } from "./case-of-copies.ts";

describe("finding frames", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: CopiesDesk;
  let session: CaseSession;
  let [clip, mirror]: ItemId[] = [];
  const kept = (name: string) => join(desk.folder, "in", name);
  const aside = (name: string) => join(desk.folder, name);
  const index = () => join(desk.casePath, "derived", "hash-search");
  const ffmpeg = (...options: string[]) => execFileSync("ffmpeg", ["-v", "error", "-y", ...options]);
  /** A picture of second 2 of the clip. */
  const still = (name: string, filter = "null") => {
    ffmpeg("-ss", "2", "-i", kept("clip.mp4"), "-frames:v", "1", "-vf", filter, aside(name));
    return aside(name);
  };

  async function find(file: string, on = session): Promise<FramesAnswer> {
    const question = { file, radius: usualRadius };
    const answer = await on.frameFinder.find(question, { signal: new AbortController().signal, onProgress: () => undefined });
    assert.ok(answer !== undefined);
    return answer;
  }
  const itemsOf = ({ found }: FramesAnswer) => found.map(({ item }) => item.item);
  const formsOf = ({ found }: FramesAnswer, item: ItemId | undefined) =>
    found.find((hits) => hits.item.item === item)?.stretches.map(({ mirrored, turnedDeg }) => ({ mirrored, turnedDeg }));

  before(async () => {
    desk = createCopiesDesk();
    mkdirSync(aside("in"));
    makeClip(kept("clip.mp4"), { seconds: 5, size: "320x180" });
    makeCopy(kept("clip.mp4"), kept("mirrored.mp4"), "-an", "-vf", "hflip,scale=240:136");
    ffmpeg(
      ...[
        "-f",
        "lavfi",
        "-t",
        "4",
        "-i",
        "life=size=240x136:mold=20:rate=25:ratio=0.3:death_color=#406080:life_color=#f0e0a0:random_seed=7",
      ],
      ...["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", kept("unrelated.mp4")],
    );
    // A second person, without whom nothing is erased.
    await (await desk.open("other")).close();
    session = await desk.open();
    // Comparing is not what is looked at here.
    await session.copies.stop();
    await desk.add(session, aside("in"));
    [clip, mirror] = await Promise.all([itemNamed(session, "clip.mp4"), itemNamed(session, "mirrored.mp4")]);
  });
  after(async () => {
    await session.close();
    desk.close();
  });

  it("finds a still in the clip that it was cut from and, mirrored, in its copy, and appends nothing", async () => {
    const before = readFileSync(join(desk.casePath, "ledger.jsonl"));
    const answer = await find(still("still.jpg"));
    assert.deepEqual(itemsOf(answer).toSorted(), [clip, mirror].toSorted());
    for (const { item, asked, stretches } of answer.found) {
      assert.equal(asked, 1);
      const [stretch] = stretches;
      assert.ok(stretch !== undefined && stretch.fromSec <= 2 && stretch.toSec >= 2 && stretch.toSec - stretch.fromSec < 1);
      assert.deepEqual([stretch.mirrored, stretch.turnedDeg, stretch.part], [item.item === mirror, 0, "whole"]);
    }
    assert.deepEqual([answer.searched.items, answer.searched.added], [3, 3]);
    assert.deepEqual(readFileSync(join(desk.casePath, "ledger.jsonl")), before);
    assert.equal((await find(aside("still.jpg"))).searched.added, 0, "what is there is not taken in again");
  });

  it("finds a whole clip: names the same bytes, and the second that each second of it is like", async () => {
    const answer = await find(kept("clip.mp4"));
    assert.deepEqual(answer.sameBytes, [clip]);
    const copy = answer.found.find(({ item }) => item.item === mirror);
    assert.ok(copy !== undefined && copy.asked >= 0.9 * answer.asked.asked && answer.asked.asked < answer.asked.frames);
    const [most] = copy.stretches;
    assert.ok(most !== undefined && most.mirrored && most.fromSec < 0.5 && most.toSec > 4.5);
    assert.ok(most.askedFromSec < 0.5 && most.askedToSec > 4.5);
    assert.ok(!itemsOf(answer).includes(await itemNamed(session, "unrelated.mp4")));
    const said = findWords(answer, "clip.mp4").join("\n");
    assert.match(said, /i\d: the same bytes as this file/);
    assert.match(said, /0:04\.\d\d, like 0:00\.\d\d to 0:04\.\d\d of the file \(\d+ frames\): mirrored; whole picture; distance \d+/);
  });

  it("says how a still was turned or mirrored, and finds what is left without bars", async () => {
    for (const [filter, form] of [
      ["transpose=clock", { mirrored: false, turnedDeg: 270 }],
      ["hflip,transpose=clock", { mirrored: true, turnedDeg: 90 }],
    ] as const)
      assert.deepEqual(formsOf(await find(still("turned.png", filter)), clip), [form], filter);
    const barred = await find(still("barred.png", "pad=iw:ih*1.5:0:(oh-ih)/2"));
    assert.deepEqual(
      barred.found.find(({ item }) => item.item === clip)?.stretches.map(({ part }) => part),
      ["content"],
    );
  });

  it("asks nothing with a black picture, and says why", async () => {
    ffmpeg("-f", "lavfi", "-i", "color=black:size=320x180", "-frames:v", "1", aside("black.png"));
    const answer = await find(aside("black.png"));
    assert.deepEqual([answer.asked.asked, answer.asked.notComparable, answer.found], [0, 1, []]);
    assert.match(findWords(answer, "black.png").join("\n"), /it is black, flat or blurred: cannot be compared/);
  });

  it("says where else a moment of an item occurs, without that moment itself", async () => {
    const ask = async (item: ItemId) => {
      for (;;) {
        const state = await session.frameFinder.ask({ item, atSec: 2.01, radius: usualRadius });
        if (state.state !== "working") return state;
      }
    };
    const state = await ask(clip as ItemId);
    assert.ok(state.state === "done");
    assert.deepEqual(itemsOf(state.answer), [mirror]);
    await assert.rejects(ask("i99"), { code: "ITEM_UNKNOWN" });
  });

  it("makes a damaged part of the index anew", async () => {
    const [segment] = readdirSync(index()).filter((name) => name.endsWith(".hashes"));
    assert.ok(segment !== undefined);
    const bytes = readFileSync(join(index(), segment));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(index(), segment), bytes);
    const answer = await find(aside("still.jpg"));
    assert.deepEqual([answer.searched.damaged, answer.searched.added, answer.found.length], [1, 3, 2]);
  });

  it("answers by the command, on a case that it may only read, and refuses what it cannot ask with", async () => {
    const command = createDesk();
    try {
      const before = readdirSync(index()).map((name) => readFileSync(join(index(), name)));
      writeFileSync(aside("words.txt"), "Synthetic: no picture.\n");
      const { code, out, err } = await command.run("find", desk.casePath, aside("words.txt"), aside("still.jpg"), "--read-only");
      assert.equal(code, 2, "one of the files holds no picture; the other is answered all the same");
      assert.match(err, /words\.txt: expected a picture or moving pictures; found/);
      assert.match(
        out,
        new RegExp(`${mirror} .*mirrored.mp4: least distance \\d+\n +0:0[12]\\.\\d\\d to 0:02\\.\\d\\d: mirrored; whole picture`),
      );
      assert.match(out, /A hit is a look-alike picture\. It proves neither/);
      assert.match(out, /Not found this way: crops, large logos/);
      assert.deepEqual(
        readdirSync(index()).map((name) => readFileSync(join(index(), name))),
        before,
        "nothing is written into the case",
      );
      const wrong = await command.run("find", desk.casePath, aside("still.jpg"), "--radius=65");
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /--radius: expected a whole number from 0 to 64; found 65/);
    } finally {
      command.close();
    }
  });

  it("never answers with what was erased, and holds no hash of it", async () => {
    const plan = await planErasure(session.reader, session.viewer, mirror as ItemId);
    const objects = [...plan.madeFrom.map(({ object }) => object), plan.object];
    await eraseObjects(session.erasurePorts, session.viewer, objects, { reason: "asked for", authorisedBy: ["p1", "p2"] });
    assert.ok(!existsSync(index()));
    const answer = await find(aside("still.jpg"));
    assert.deepEqual(itemsOf(answer), [clip]);
    assert.deepEqual([answer.searched.items, answer.searched.added], [2, 2]);
  });

  it("names items whose prints cannot be read, and searches the others", async () => {
    const unrelated = await itemNamed(session, "unrelated.mp4");
    const made = desk
      .lines("analysis.recorded")
      .find(({ data: { item, ground, outcome } }) => item === unrelated && ground.analyser === "frame-print" && outcome.state === "done");
    const [prints] = made?.data.outcome.state === "done" ? made.data.outcome.files : [];
    assert.ok(prints !== undefined);
    const path = session.vault.pathOf(prints.object);
    chmodSync(path, 0o600);
    writeFileSync(path, readFileSync(path).subarray(0, 100));
    rmSync(index(), { recursive: true });
    const { searched, found } = await find(aside("still.jpg"));
    assert.deepEqual([searched.unreadable, searched.added, found.length], [[unrelated], 1, 1]);
  });
});
