/** Files of other programs brought into a case and handed out again, over HTTP: what is told, and what is never kept. */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ExportedTier, ImportedTiers, TierAnswer, TiersAnswer } from "../../src/api/tiers.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { peopleAt, type PeopleAtACase } from "./people-at-a-case.ts";

type Refused = { code?: string; message?: string };

const vtt = `WEBVTT

1
00:01.000 --> 00:02.500
<v Olena Kovalenko>Де машина?

2
00:03.000 --> 00:04.000
<v Petro>أين السيارة
`;

describe("a transcript that was made elsewhere", () => {
  let desk: Desk;
  let people: PeopleAtACase;
  let to: ServedCase;
  const kept = () => join(desk.folder, "case");
  before(async () => {
    desk = createDesk();
    writeFileSync(join(desk.folder, "clip.txt"), "Stands for a clip.\n");
    people = peopleAt(desk, kept());
    await people.collect(join(desk.folder, "clip.txt"));
    to = await people.as("first");
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const bring = (body: object) =>
    to.post<ImportedTiers & Refused>("/api/tiers/import", { item: "i1", sort: "verbatim", language: "uk", writtenBy: "person", ...body });
  const tier = (id: string) => to.get<TierAnswer>(`/api/tiers/${id}`);
  const hand = (id: string, format: string, more = "&confirmed=true") =>
    to.get<ExportedTier & Refused>(`/api/tiers/${id}/export?format=${format}${more}`);

  it("waits until somebody looked where the item's clock begins", async () => {
    const refused = await bring({ format: "webvtt", text: vtt, preview: true });
    assert.match(refused.message ?? "", /found that i1 was not looked at yet\. Wait until it was\.$/);
    await people.probe(1);
    assert.equal((await bring({ format: "webvtt", text: vtt, preview: true })).code, undefined);
  });

  it("says who wrote its words: without that it is not taken in, and a program's are drafts that nobody transcribed", async () => {
    const text = "1\n00:00:01,000 --> 00:00:03,000\nДякую за перегляд\n";
    const unsaid = await bring({ format: "srt", text, writtenBy: undefined });
    assert.match(JSON.stringify(unsaid), /writtenBy/);
    const heard = JSON.stringify({ segments: [{ start: 0, end: 2, text: "x" }] });
    assert.match(
      (await bring({ format: "whisper-json", text: heard })).message ?? "",
      /expected JSON of a recogniser to be a program's words/,
    );
    assert.match(
      (await bring({ format: "srt", text, program: "Whisper" })).message ?? "",
      /expected no program of a person's words; found one/,
    );
    const seen = await bring({ format: "srt", text, writtenBy: "program", program: "CapCut", preview: true });
    assert.deepEqual([seen.tiers[0]?.machine, seen.seq], [1, null]);
    assert.match(seen.notes.join("; "), /no sound that is known of: the words of a program were not held against it/);
  });

  it("is looked at before it is taken in; names become labels and stand in no file of the case", async () => {
    const seen = await bring({ format: "webvtt", text: vtt, preview: true });
    assert.deepEqual([seen.seq, seen.tiers[0]?.segments, seen.tiers[0]?.id], [null, 2, null]);
    assert.deepEqual((await to.get<TiersAnswer>("/api/tiers")).tiers, []);
    const made = await bring({ format: "webvtt", text: vtt });
    assert.deepEqual(made.speakers, [
      { label: "SPK1", was: "Olena Kovalenko" },
      { label: "SPK2", was: "Petro" },
    ]);
    const { document, states } = await tier("w1");
    assert.ok(document !== "withheld");
    assert.deepEqual(
      document.segments.map(({ id, startMs, speaker, text }) => [id, startMs, speaker, text]),
      [
        [1, 1000, "SPK1", "Де машина?"],
        [2, 3000, "SPK2", "أين السيارة"],
      ],
    );
    assert.deepEqual([states[0]?.standing, states[0]?.review], ["written", "wrote"], "who brings it in answers for its words");
    assert.deepEqual(
      states[1]?.direction,
      { direction: "ltr", basis: "language", differs: true },
      "Arabic words in a Ukrainian tier are told",
    );
    assert.doesNotMatch(readFileSync(join(kept(), "ledger.jsonl"), "utf8"), /Kovalenko/);
  });

  it("of a recogniser is a machine's draft, which nobody reviews and which carries nothing", async () => {
    const heard = { segments: [{ start: 0, end: 2, text: " Дякую за перегляд", no_speech_prob: 0.95, avg_logprob: -1.2 }], language: "uk" };
    const made = await bring({ format: "whisper-json", text: JSON.stringify(heard), language: "und", writtenBy: "program" });
    assert.deepEqual(made.tiers, [{ id: "w2", sort: "verbatim", language: "uk", segments: 1, machine: 1, suspect: 1 }]);
    const second = await people.as("second");
    const refused = await second.post<Refused>("/api/tiers/w2/review", { version: 1, segments: [1], verdict: "agrees" });
    assert.match(refused.message ?? "", /segment 1: expected words that a person took over; found a machine's draft/);
    to = await people.as("first");
    const { document } = await tier("w2");
    assert.ok(document !== "withheld");
    const [draft] = document.segments;
    const write = (segments: readonly unknown[]) =>
      to.post<Refused & { state?: string }>("/api/tiers", {
        tier: "w2",
        base: 1,
        item: "i1",
        sort: "verbatim",
        language: "uk",
        reason: "heard",
        segments,
      });
    assert.match((await write([{ ...draft, text: "Інше" }])).message ?? "", /segment 1: expected words that were changed to be taken over/);
    assert.match(
      (await write([draft, { ...draft, id: 2, text: "Вигадка", startMs: 5000, endMs: 6000 }])).message ?? "",
      /new words that are said to be a machine's/,
    );
    const { text } = await hand("w2", "webvtt");
    assert.match(text, /\[machine draft\] Дякую/);
    const again = await bring({ format: "webvtt", text });
    assert.equal(again.tiers[0]?.machine, 1, "a draft that went out as a subtitle comes back as a draft");
    assert.equal((await write([{ ...draft, machine: null }])).state, "written");
    assert.equal((await tier("w2")).states[0]?.standing, "written");
  });

  it("in an old encoding is read by the shape of its bytes, and that this is a guess is told", async () => {
    const cp1251 = Buffer.from("1\r\n00:00:01,000 --> 00:00:02,000\r\n\xc4\xe5 \xec\xe0\xf8\xe8\xed\xe0?\r\n", "latin1");
    const made = await bring({ format: "srt", bytes: cp1251.toString("base64"), preview: true });
    assert.match(made.notes.join("; "), /read as windows-1251, a guess/);
    const both = await bring({ format: "srt", text: "x", bytes: "eA==" });
    assert.match(both.message ?? "", /expected its text or its bytes; found both/);
  });

  it("of ELAN brings its translation along, written from the words above it, and goes out as it came", async () => {
    const english = {
      item: "i1",
      sort: "translation",
      language: "en",
      from: { tier: "w1", version: 1 },
      segments: [
        {
          id: 1,
          startMs: 1000,
          endMs: 2500,
          speaker: "SPK1",
          text: "Where is the car?",
          alternatives: ["Where's the machine?"],
          overlap: false,
          language: null,
          of: 1,
          box: null,
          machine: null,
        },
      ],
    };
    const translated = await to.post<{ id: string }>("/api/tiers", english);
    const out = await hand("w1", "eaf");
    assert.equal(out.code, undefined, JSON.stringify(out));
    assert.match(out.text, /PARENT_REF="verbatim-w1-SPK1"/);
    assert.equal(out.fileName, "i1-w1-verbatim-uk-v1.eaf");
    assert.ok(out.notes.some((note) => /Who wrote and who reviewed/.test(note)));
    assert.match(out.text, /MEDIA_URL="i1" /, "the recording's own name stays here");
    assert.doesNotMatch(out.text, /clip\.txt/);
    assert.match((await hand("w1", "eaf", "&confirmed=true&mediaName=true")).text, /MEDIA_URL="clip\.txt"/);
    const made = await bring({ format: "eaf", text: out.text });
    assert.deepEqual(
      made.tiers.map(({ sort, language, segments }) => [sort, language, segments]),
      [
        ["verbatim", "uk", 2],
        ["translation", "en", 1],
      ],
      JSON.stringify(made),
    );
    const back = await tier(made.tiers[1]?.id ?? "");
    const original = await tier(translated.id);
    assert.ok(back.document !== "withheld" && original.document !== "withheld");
    assert.deepEqual(back.tier.from, { tier: made.tiers[0]?.id, version: 1 });
    const [segment] = back.document.segments;
    assert.deepEqual([segment?.text, segment?.alternatives], ["Where is the car?", ["Where's the machine?"]]);
    const above = await tier(made.tiers[0]?.id ?? "");
    assert.ok(above.document !== "withheld");
    assert.equal(above.document.segments.find(({ id }) => id === segment?.of)?.text, "Де машина?");
  });

  it("goes out only once somebody said that they know what stands against it", async () => {
    const refused = await hand("w1", "webvtt", "");
    assert.match(refused.message ?? "", /^export of w1: expected a confirmation, since i1 may not be published \(.+\); found none$/);
    assert.equal(refused.text, undefined);
  });

  it("is refused with what was expected, and nothing of it is kept", async () => {
    const before = (await to.get<TiersAnswer>("/api/tiers")).tiers.length;
    assert.match(
      (await bring({ format: "webvtt", text: "secret words" })).message ?? "",
      /^file for i1: the file: expected WEBVTT at its beginning; found something else$/,
    );
    assert.match((await bring({ format: "srt", text: vtt, item: "i9" })).message ?? "", /item i9: expected an item of this case/);
    assert.match((await bring({ format: "eaf", text: "<!DOCTYPE x><ANNOTATION_DOCUMENT/>" })).message ?? "", /without a document type/);
    assert.match((await bring({ format: "webvtt", text: "WEBVTT" })).message ?? "", /expected words with times; found none/);
    assert.equal((await to.get<TiersAnswer>("/api/tiers")).tiers.length, before);
  });

  it("goes out only after somebody looked where the item's clock begins", async () => {
    writeFileSync(join(desk.folder, "other.txt"), "Stands for another clip.\n");
    await people.collect(join(desk.folder, "other.txt"));
    const segment = {
      ...{ id: 1, startMs: 0, endMs: 900, speaker: null, text: "Тихо", alternatives: [], overlap: false, language: null, of: null },
      ...{ box: null, machine: null },
    };
    const written = await to.post<{ id: string }>("/api/tiers", { item: "i2", sort: "verbatim", language: "uk", segments: [segment] });
    assert.match((await hand(written.id, "srt")).message ?? "", /found that i2 was not looked at yet\. Wait until it was\.$/);
  });

  it("is found by the words of the case's search, which says where it is a machine's", async () => {
    type Found = {
      hits: { in: string; tier?: { id: string; segment: number; machine: boolean }; snippet: { pieces: { text: string }[] } }[];
    };
    const arabic = await to.get<Found>(`/api/search?words=${encodeURIComponent("السيارة")}&in=tier`);
    assert.deepEqual(arabic.hits.find(({ tier: one }) => one?.id === "w1")?.tier, { id: "w1", segment: 2, machine: false });
    const mixed = { segments: [{ start: 0, end: 1, text: "танкетки" }] };
    const made = await bring({ format: "whisper-json", text: JSON.stringify(mixed), writtenBy: "program" });
    const id = made.tiers[0]?.id ?? "";
    const { document } = await tier(id);
    assert.ok(document !== "withheld");
    const [machines] = document.segments;
    const own = { ...machines, id: 2, startMs: 2000, endMs: 3000, text: "біля мосту", machine: null };
    const next = { tier: id, base: 1, item: "i1", sort: "verbatim", language: "uk", reason: "heard", segments: [machines, own] };
    assert.equal((await to.post<{ state: string }>("/api/tiers", next)).state, "written");
    const placed = async (words: string) => {
      const { hits } = await to.get<Found>(`/api/search?words=${encodeURIComponent(words)}&in=tier`);
      const hit = hits.find(({ tier: one }) => one?.id === id);
      return [hit?.tier?.segment, hit?.tier?.machine, hit?.snippet.pieces.map(({ text }) => text).join("")];
    };
    assert.deepEqual(await placed("мосту"), [2, false, "біля мосту"], "what is shown is what was found, and a person's");
    assert.deepEqual((await placed("мосту танкетки")).slice(1), [true, "танкетки\nбіля мосту"]);
    const draft = await to.get<Found>(`/api/search?words=${encodeURIComponent("перегляд")}`);
    assert.ok(
      draft.hits.some(({ tier: one }) => one?.machine === true),
      JSON.stringify(draft.hits),
    );
    await to.post("/api/tiers/w1/withdraw", { reason: "of another clip" });
    const gone = await to.get<Found>(`/api/search?words=${encodeURIComponent("السيارة")}&in=tier`);
    assert.ok(gone.hits.every(({ tier: one }) => one?.id !== "w1"));
  });

  it("goes in and out by the command too, which says what it does not write", async () => {
    await people.leave();
    const file = join(desk.folder, "words.srt");
    writeFileSync(file, "1\n00:00:01,000 --> 00:00:02,000\n[SPK4] Тихо\n");
    const unsaid = await desk.run("tiers", kept(), "i1", "--import", file);
    assert.match(unsaid.err, /expected --written-by person or program, as no file tells who wrote its words; found none/);
    const taken = await desk.run("tiers", kept(), "i1", "--import", file, "--language", "uk", "--written-by", "person", "--json");
    const { type, tiers } = JSON.parse(taken.out) as { type: string; tiers: { id: string }[] };
    assert.equal(type, "tiers-imported");
    const id = tiers[0]?.id ?? "";
    const out = join(desk.folder, "out.vtt");
    const refused = await desk.run("tiers", kept(), "--export", id, "--out", out);
    assert.match(refused.err, /expected a confirmation, since i1 may not be published/);
    assert.ok(!existsSync(out));
    const handed = await desk.run("tiers", kept(), "--export", id, "--out", out, "--confirmed");
    assert.match(handed.err, /note: Who wrote and who reviewed each segment is not in the file/);
    assert.match(readFileSync(out, "utf8"), /<v SPK4>Тихо/);
    assert.match((await desk.run("tiers", kept(), "i1")).out, new RegExp(`${id} +i1 +verbatim +uk +1 +1 .*1 written, 0 may be quoted`));
  });
});
