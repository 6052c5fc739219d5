/** Words that are covered in a case: by the API and the command, in tiers and texts, through versions, and read whole by a second person. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { ItemWordsAnswer, MarkWordsRequest } from "../../src/api/covered-words.ts";
import type { Marked, RedactionAnswer } from "../../src/api/redactions.ts";
import { wordCovers } from "../../src/reads/redactions/word-covers.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";

interface Refusal {
  readonly code: string;
  readonly message: string;
}

const segment = (id: number, startMs: number, text: string, more: object = {}) => ({
  ...{ id, startMs, endMs: startMs + 900, speaker: "SPK1", text, alternatives: [], overlap: false, language: null, of: null, box: null },
  ...{ machine: null, ...more },
});

describe("the words of an item", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let people: PeopleAtACase;
  before(async () => {
    desk = createDesk();
    people = peopleAt(desk, join(desk.folder, "case"));
    const clip = join(desk.folder, "clip.m4a");
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=d=3", "-c:a", "aac", clip]);
    const page = join(desk.folder, "page.html");
    writeFileSync(
      page,
      "<!doctype html><title>What was seen</title><article><h1>What was seen</h1><p>Ana Marshwarden lives by the blue gate. Jo left. Others say that Jo stayed.</p></article>",
    );
    await people.collect(clip, page);
    const { board, queue } = people.session();
    board.setPaused(false);
    queue.wake();
    await queue.idle();
    board.setPaused(true);
    const one = await people.as("first");
    const said = [segment(1, 0, "My cousin Jo went home"), segment(2, 1000, "Nobody else")];
    await one.post("/api/tiers", { item: "i1", sort: "verbatim", language: "en", segments: said });
    const german = [segment(1, 0, "Mein Vetter Jo ging heim", { of: 1 }), segment(2, 1000, "Sonst niemand", { of: 2 })];
    await one.post("/api/tiers", {
      ...{ item: "i1", sort: "translation", language: "de", from: { tier: "w1", version: 1 }, segments: german },
    });
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const words = async (who: string, item: string) => (await people.as(who)).get<ItemWordsAnswer>(`/api/items/${item}/words`);
  const mark = async (who: string, more: Partial<MarkWordsRequest> & Pick<MarkWordsRequest, "item" | "place" | "exact" | "span">) => {
    const { tiers, reading } = await words(who, more.item);
    const { place } = more;
    const version = place.in === "tier" ? tiers.find(({ tier }) => tier === place.tier)?.document : reading?.reading;
    const body = { reading: version, cause: "spoken-name", subject: null, ...more };
    return (await people.as(who)).post<Marked & Refusal>("/api/redactions/words", body);
  };
  const jo = {
    item: "i1" as const,
    place: { in: "tier" as const, tier: "w1" as const, segment: 1 },
    exact: "Jo",
    span: { start: 10, end: 12 },
  };
  const covers = async () => wordCovers(people.session().reader, people.session().viewer);

  it("are marked as they stand, and as nobody saw them they are not", async () => {
    const made = await mark("first", jo);
    assert.equal(made.id, "rm1");
    for (const [wrong, expected] of [
      [{ exact: "Ja" }, /expected the words that stand at 10 to 12 in w1 segment 1; found others/],
      [{ span: { start: 10, end: 99 } }, /found others/],
      [{ reading: `sha256:${"0".repeat(64)}` as const }, /found another version of it/],
      [{ place: { in: "tier" as const, tier: "w1" as const, segment: 9 } }, /found none that is w1 segment 9/],
      [{ subject: "P7" as const }, /expected a person of this case; found P7/],
      [{ exact: " ", span: { start: 9, end: 10 } }, /expected words; found nothing but space/],
      [{ redaction: "rm1" as const }, /expected a reason/],
    ] as const)
      assert.match((await mark("first", { ...jo, ...wrong })).message, expected);
    const box = { sort: { what: "sound", fromS: 0, toS: 1, how: "mute" }, reason: "voice", subject: null };
    const changed = await (
      await people.as("first")
    ).post<Refusal>("/api/redactions", { redaction: "rm1", item: "i1", mark: box, reason: "no" });
    assert.match(changed.message, /expected words, as it covers; found another sort of mark/);
    const { marks } = await words("first", "i1");
    assert.deepEqual(
      marks.map(({ redaction, anchored, soughtAlone }) => [redaction, anchored, soughtAlone]),
      [["rm1", { state: "there", place: jo.place, span: jo.span, moved: false }, false]],
    );
    const layer = await (await people.as("first")).get<RedactionAnswer>("/api/items/i1/redaction");
    assert.deepEqual(layer.marks, [], "boxes and sound are looked at by themselves");
  });

  it("withhold the segment that translates them, until the same is marked in it", async () => {
    const besides = async () =>
      (await words("first", "i1")).tiers.map(({ segments }) => (segments === "withheld" ? [] : segments.map((one) => one.besides)));
    assert.deepEqual(await besides(), [
      [null, null],
      ["rm1", null],
    ]);
    const { segments, sought } = await covers();
    assert.deepEqual(segments, [
      { item: "i1", tier: "w1", segment: 1, spans: [{ start: 10, end: 12 }] },
      { item: "i1", tier: "w2", segment: 1, spans: "whole" },
    ]);
    assert.deepEqual(
      sought.map(({ text }) => text),
      ["My cousin Jo went home", "Mein Vetter Jo ging heim"],
    );
    const beside = {
      item: "i1" as const,
      place: { in: "tier" as const, tier: "w2" as const, segment: 1 },
      exact: "Vetter",
      span: { start: 5, end: 11 },
    };
    const other = await mark("first", { ...beside, cause: "person" });
    assert.equal((await besides())[1]?.[0], "rm1", "what is covered for another reason says nothing of this one");
    await (await people.as("first")).post(`/api/redactions/${other.id}/withdraw`, { reason: "it is no name" });
    await mark("first", { ...beside, exact: "Jo", span: { start: 12, end: 14 } });
    assert.deepEqual(await besides(), [
      [null, null],
      [null, null],
    ]);
  });

  it("count as read whole by a second person who marked none, for the versions and marks that were shown, and no longer after", async () => {
    const shown = await words("second", "i1");
    const texts = shown.tiers.map(({ tier, document }) => ({ in: "tier", tier, document }));
    const lines = shown.marks.filter(({ withdrawn }) => withdrawn === undefined).map(({ line }) => line);
    const read = async (who: string, more: object = {}) =>
      (await people.as(who)).post<{ seq: number } & Refusal>("/api/items/i1/texts-read", { texts, marks: lines, note: "", ...more });
    assert.equal((await read("first")).code, "NOT_ALLOWED");
    assert.match((await read("second", { marks: [1] })).message, /expected the marks on its words as they stand now/);
    assert.match(
      (await read("second", { texts: [{ in: "tier", tier: "w1", document: `sha256:${"0".repeat(64)}` }] })).message,
      /another version of w1/,
    );
    const { seq } = await read("second");
    const { entries } = await (await people.as("second")).get<{ entries: { seq: number; signed: boolean }[] }>("/api/custody?item=i1");
    assert.equal(entries.find((one) => one.seq === seq)?.signed, true);
    assert.deepEqual(
      (await words("second", "i1")).views.map(({ fault }) => fault),
      [null],
    );
    const third = await mark("first", { ...jo, place: { ...jo.place, segment: 2 }, exact: "Nobody", span: { start: 0, end: 6 } });
    assert.deepEqual(
      (await words("second", "i1")).views.map(({ fault }) => fault),
      ["marks-changed"],
    );
    await (await people.as("first")).post(`/api/redactions/${third.id}/withdraw`, { reason: "no name" });
  });

  it("go with their words to where a later version has them, and hang loose once they are gone", async () => {
    const one = await people.as("first");
    const write = (version: number, segments: object[]) =>
      one.post("/api/tiers", { tier: "w1", base: version, item: "i1", sort: "verbatim", language: "en", segments, reason: "heard again" });
    await write(1, [segment(1, 0, "Then, yes:"), segment(2, 1000, "Nobody else"), segment(3, 2000, "and my cousin Jo went home")]);
    const anchored = async () => (await words("first", "i1")).marks.find(({ redaction }) => redaction === "rm1")?.anchored;
    assert.deepEqual(await anchored(), {
      ...{ state: "there", place: { ...jo.place, segment: 3 }, span: { start: 14, end: 16 }, moved: true },
    });
    await write(2, [segment(1, 0, "Then, yes:"), segment(2, 1000, "Nobody else"), segment(3, 2000, "and my cousin went home")]);
    assert.deepEqual(await anchored(), { state: "loose", why: "gone" });
    await people.leave();
    const listed = await desk.run("cover-words", join(desk.folder, "case"), "i1", "--json");
    assert.equal(listed.code, 3);
    assert.match(listed.out, /"redaction":"rm1","place":"w1 segment 1","state":"loose: gone"/);
  });

  it("of a page are marked by the command too, and its claims and translations are found by them", async () => {
    const casePath = join(desk.folder, "case");
    const cover = (...more: string[]) => desk.run("cover-words", casePath, "i2", "--in", "body", "--words", ...more);
    const twice = await cover("Jo");
    assert.equal(twice.code, 2);
    assert.match(twice.err, /expected words that stand once in article-body; found them 2 times/);
    const done = await cover("Ana Marshwarden", "--json");
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /"soughtAlone":true/);
    const { reading, parts, marks } = await words("first", "i2");
    assert.ok(reading !== null && parts.some(({ text }) => text.includes("Ana Marshwarden")));
    assert.equal(marks[0]?.anchored?.state, "there");
    const { sought } = await covers();
    assert.deepEqual(
      sought.filter(({ redaction }) => redaction === marks[0]?.redaction).map(({ text }) => text),
      ["Ana Marshwarden", "Marshwarden"],
    );
    const two = await people.as("second");
    const texts = [{ in: "text", reading: reading.reading, posts: null }];
    const { seq } = await two.post<{ seq: number }>("/api/items/i2/texts-read", { texts, marks: marks.map(({ line }) => line), note: "" });
    assert.ok(seq > 0);
    assert.equal((await words("second", "i2")).views[0]?.fault, null);
  });
});
