/** Files of other programs as tiers and tiers as their files: what comes back, what cannot, and what hostile files do not do. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { TierDocument, TierSegment } from "../../src/core/tier/tier.ts";
import { namesInWords } from "../../src/core/tier/names-in-words.ts";
import type { FileCue, TierFile, TierToWrite } from "../../src/core/tier/tier-file.ts";
import { readEaf } from "../../src/formats/eaf/read-eaf.ts";
import { writeEaf } from "../../src/formats/eaf/write-eaf.ts";
import { readSrt } from "../../src/formats/srt/read-srt.ts";
import { writeSrt } from "../../src/formats/srt/write-srt.ts";
import { readCueText } from "../../src/formats/webvtt/cue-text.ts";
import { readWebvtt } from "../../src/formats/webvtt/read-webvtt.ts";
import { writeWebvtt } from "../../src/formats/webvtt/write-webvtt.ts";
import { readWhisperJson } from "../../src/formats/whisper-json/read-whisper-json.ts";
import { readWhisperTier } from "../../src/formats/whisper-json/whisper-tier.ts";
import { writeWhisperJson } from "../../src/formats/whisper-json/write-whisper-json.ts";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";

const document = (segments: readonly TierSegment[], more: Partial<TierDocument> = {}): TierDocument => ({
  format: "witnessmark-tier-v1",
  ...{ item: "i1", object: `sha256:${"0".repeat(64)}`, sort: "verbatim", language: "uk", segments: [...segments] },
  ...more,
});
const toWrite = (segments: readonly TierSegment[], more: Partial<TierToWrite> = {}): TierToWrite => ({
  ...{ id: "w1", version: 1, document: document(segments), from: null, zeroMs: 0 },
  ...more,
});
const occasion = { date: "2024-09-14T13:00:00Z", media: "clip one.mp4", mediaType: "video/mp4" };

/** Words without what a format or our own marks in it mean something by. */
const words = fc
  .array(fc.constantFrom("де", "машина", "Belgravia", "أين", "السيارة", "ледве дихає", "x & y < z", "/unintelligible/", "…", "no. 3"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(" "));
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n"));

const segments = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 5000 }),
      length: fc.integer({ min: 1, max: 9000 }),
      speaker: fc.constantFrom(null, "SPK1", "SPK2", "SPK30"),
      text: lines,
      alternatives: fc.uniqueArray(words, { maxLength: 2 }),
      overlap: fc.boolean(),
      draft: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((parts): TierSegment[] => {
    let at = 0;
    return parts.map(({ gap, length, speaker, text, alternatives, overlap, draft }, place) => {
      const startMs = (at += gap);
      return {
        ...{ id: place + 1, startMs, endMs: startMs + length, speaker, text, overlap, language: null, of: null, box: null },
        alternatives: alternatives.filter((one) => one !== text),
        machine: draft ? { confidence: null, suspect: [] } : null,
      };
    });
  });

const said = ({ startMs, endMs, speaker, text, alternatives, overlap, machine }: TierSegment | FileCue) => ({
  ...{ startMs, endMs, speaker, text, alternatives: [...alternatives], overlap, draft: machine !== null },
});
const sorted = (all: readonly (TierSegment | FileCue)[]) =>
  all
    .map(said)
    .map((one) => JSON.stringify(one))
    .sort();

describe("WebVTT", () => {
  it("what is written comes back: times, numbers, speakers, words in any script, alternatives and the mark of a draft", () => {
    fc.assert(
      fc.property(segments, (all) => {
        const { tiers } = readWebvtt(writeWebvtt(toWrite(all)).text);
        assert.deepEqual(tiers[0]?.cues.map(said), all.map(said));
        assert.deepEqual(
          tiers[0]?.cues.map(({ id }) => id),
          all.map(({ id }) => id),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("a cue of two voices becomes two segments at one time, and markup is words alone", () => {
    const { tiers, notes } = readWebvtt(
      "WEBVTT\n\nintro\n00:01.000 --> 00:02.500 line:0 align:start\n<v Olena>Де <i>він</i>?</v>\n<v.loud Petro>Тут &amp; там</v>\n\nNOTE nothing\n\nSTYLE\n::cue {}\n",
    );
    assert.deepEqual(
      tiers[0]?.cues.map(({ speaker, text, overlap, id, startMs, endMs }) => [speaker, text, overlap, id, startMs, endMs]),
      [
        ["Olena", "Де він?", true, null, 1000, 2500],
        ["Petro", "Тут & там", true, null, 1000, 2500],
      ],
    );
    for (const expected of [/place on the picture/, /markup/, /identifier that is no number/, /several voices/, /Style sheets/, /Comments/])
      assert.ok(
        notes.some((note) => expected.test(note)),
        `${expected}: ${notes.join("; ")}`,
      );
  });

  it("a sign that opens no tag is words, although a player shows none of them, and that is told", () => {
    const cue = (words: string) => readWebvtt(`WEBVTT\n\n1\n00:01.000 --> 00:02.000\n${words}\n`);
    for (const [words, said] of [
      ["5 < 6 і всі загинули", "5 < 6 і всі загинули"],
      ["було <3 роки, <b>не</b> більше", "було <3 роки, не більше"],
      ["a <unknown b> c < d", "a <unknown b> c < d"],
    ] as const) {
      const { tiers, notes } = cue(words);
      assert.equal(tiers[0]?.cues[0]?.text, said);
      assert.match(notes.join("; "), /1 cue with a "<" that opens no tag of the format: .* kept as words/);
    }
    const { tiers, notes } = cue("5 < 6 <v Olena>так</v> <00:01.500><font color=red>і</font>");
    assert.deepEqual(
      tiers[0]?.cues.map(({ speaker, text }) => [speaker, text]),
      [
        [null, "5 < 6 і"],
        ["Olena", "так"],
      ],
    );
    assert.match(notes.join("; "), /markup/);
    assert.equal(cue("<".repeat(190_000)).tiers[0]?.cues[0]?.text.length, 190_000);
  });

  it("is refused without its signature", () => {
    assert.throws(() => readWebvtt("1\n00:01.000 --> 00:02.000\nx"), /expected WEBVTT at its beginning/);
  });

  const missing = needs({ fixtures: "webvtt" });
  it("files of the web platform tests give the cues that a browser finds", { skip: missing }, () => {
    const folder = join(fixturesFolder("webvtt"), "test/wpt-file-parsing");
    const expected: Record<string, number> = {
      ...{ "arrows.vtt": 6, "newlines.vtt": 4, "header-timings.vtt": 1, "header-space.vtt": 1, "timings-too-long.vtt": 2 },
      ...{ "timings-negative.vtt": 4, "timings-eof.vtt": 0, "signature-no-newline.vtt": 0, "signature-space-no-newline.vtt": 0 },
      ...{
        "signature-tab-no-newline.vtt": 0,
        "stylesheets.vtt": 2,
        "whitespace-chars.vtt": 3,
        "settings-align.vtt": 13,
        "settings-multiple.vtt": 2,
      },
      ...{ "regions-id.vtt": 4, "settings-vertical.vtt": 8 },
    };
    for (const [name, count] of Object.entries(expected))
      assert.equal(readWebvtt(readFileSync(join(folder, name), "utf8")).tiers[0]?.cues.length, count, name);
  });

  it("words of its cue vectors are those of the expected trees", { skip: missing }, () => {
    const folder = join(fixturesFolder("webvtt"), "test/wpt-cue-parsing");
    let looked = 0;
    for (const name of ["tags.json", "timestamps.json"])
      for (const { text, expectedTree } of JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        text: string;
        expectedTree: string;
      }[]) {
        const read = readCueText(text.replace(/\n+$/, ""), "as-a-player");
        const inTree = [...expectedTree.matchAll(/^\| *"(.*)"$/gm)].map(([, one]) => one).join("");
        assert.equal(read.runs.map((run) => run.text).join(""), inTree, JSON.stringify(text));
        assert.deepEqual(
          read.voices,
          [...expectedTree.matchAll(/title="(.*)"/g)].map(([, one]) => one),
          JSON.stringify(text),
        );
        looked++;
      }
    assert.ok(looked > 30, `${looked} vectors`);
  });
});

describe("SubRip", () => {
  it("what is written comes back, speakers from their brackets", () => {
    fc.assert(
      fc.property(segments, (all) => {
        fc.pre(all.length > 0);
        const { tiers } = readSrt(writeSrt(toWrite(all)).text);
        assert.deepEqual(tiers[0]?.cues.map(said), all.map(said));
        assert.deepEqual(
          tiers[0]?.cues.map(({ id }) => id),
          all.map(({ id }) => id),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("bad numbers, points for commas, short fractions, empty lines and markup are taken as players take them", () => {
    const { tiers, notes } = readSrt(
      "\ufeff0\r\n00:00:01,5 --> 00:00:02.000 X1:10 X2:20\r\n<i>Перше</i>\r\n\r\nдруге\r\n\r\nнечисло\r\n1:2:3,000 -> 1:2:4,000\r\n{\\an8}третє\r\n\r\n0\r\n00:61:00,000 --> 00:62:00,000\r\nx\r\n",
    );
    assert.deepEqual(
      tiers[0]?.cues.map(({ startMs, endMs, text, id }) => [startMs, endMs, text, id]),
      [
        [1500, 2000, "Перше\n\nдруге\n\nнечисло", null],
        [3_723_000, 3_724_000, "третє", null],
      ],
    );
    assert.ok(
      notes.some((note) => /1 cue left out: its minutes or seconds are above 59/.test(note)),
      notes.join("; "),
    );
    assert.throws(() => readSrt("just words\n"), /expected a line of times/);
  });

  it("says what it cannot hold", () => {
    const [one] = fc.sample(segments, { numRuns: 1, seed: 7 })[0] ?? [];
    assert.ok(one !== undefined);
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const { notes } = writeSrt(
      toWrite([{ ...one, speaker: "SPK1", language: "ru", of: 3, box, startMs: -500, endMs: 100, text: "a --> b" }]),
    );
    for (const expected of [/brackets/, /own language/, /written from/, /on the picture/, /cut there/, /arrow/])
      assert.ok(
        notes.some((note) => expected.test(note)),
        `${expected}: ${notes.join("; ")}`,
      );
  });
});

describe("JSON of a speech recogniser", () => {
  const whisper = (more: object[]) => JSON.stringify({ text: "", language: "Ukrainian", segments: more });
  const heard = {
    id: 0,
    seek: 0,
    start: 0,
    end: 2.5,
    text: " Де машина?",
    tokens: [1, 2],
    temperature: 0,
    avg_logprob: -0.2,
    compression_ratio: 1.1,
    no_speech_prob: 0.02,
  };

  it("gives drafts, doubted where the recogniser's own numbers doubt them", () => {
    const { tiers, notes } = readWhisperTier(
      whisper([
        heard,
        { ...heard, text: " Тут", no_speech_prob: 0.9 },
        { ...heard, text: " Там", avg_logprob: -1.4 },
        { ...heard, text: " так", compression_ratio: 3 },
        { ...heard, text: " Дякую за перегляд усім, до нових зустрічей", end: 0.4 },
        ...[1, 2, 3].map(() => ({ ...heard, text: " Дякую" })),
      ]),
    );
    assert.equal(tiers[0]?.language, "uk");
    assert.deepEqual(
      tiers[0]?.cues.map(({ machine }) => machine?.suspect),
      [[], ["no-speech"], ["low-probability"], ["repeats"], ["implausible-rate"], ["repeats"], ["repeats"], ["repeats"]],
    );
    assert.ok(Math.abs((tiers[0]?.cues[0]?.machine?.confidence ?? 0) - Math.exp(-0.2)) < 1e-9);
    assert.equal(tiers[0]?.cues[0]?.text, "Де машина?");
    assert.ok(
      notes.some((note) => /7 segments that may be an invention/.test(note)),
      notes.join("; "),
    );
  });

  it("of whisper.cpp and of WhisperX has the same words, times and probabilities", () => {
    const cpp = readWhisperJson(
      JSON.stringify({
        ...{ model: { type: "tiny" }, result: { language: "uk" }, params: { translate: false } },
        transcription: [
          {
            ...{ timestamps: { from: "00:00:00,000", to: "00:00:02,500" }, offsets: { from: 0, to: 2500 }, text: " Де машина?" },
            tokens: [
              { text: "[_BEG_]", offsets: { from: 0, to: 0 }, p: 0.9 },
              { text: " Де", offsets: { from: 100, to: 400 }, p: 0.5 },
              { text: " машина", offsets: { from: 400, to: 2000 }, p: 1 },
            ],
          },
        ],
      }),
    );
    assert.deepEqual(
      cpp.segments.map(({ startSec, endSec, confidence, words: each }) => [startSec, endSec, confidence, each.length]),
      [[0, 2.5, 0.75, 2]],
    );
    const x = readWhisperJson(
      JSON.stringify({
        segments: [{ start: 1, end: 2, text: "x", speaker: "SPEAKER_00", words: [{ word: "x", start: 1, end: 2, score: 0.4 }] }],
      }),
    );
    assert.deepEqual([x.segments[0]?.speaker, x.segments[0]?.confidence, x.language], ["SPEAKER_00", 0.4, null]);
  });

  it("is refused where it is none, and never by its words", () => {
    for (const text of [
      "{",
      "[]",
      '{"segments": 3}',
      '{"segments": [{"start": 0, "end": 1}]}',
      '{"segments": [{"start": "0", "end": 1, "text": "secret"}]}',
    ])
      assert.throws(
        () => readWhisperJson(text),
        (error: Error) => error.name === "TierFileRefused" && !error.message.includes("secret"),
        text,
      );
  });

  it("that we write is read by the same reader, as drafts", () => {
    fc.assert(
      fc.property(segments, (all) => {
        const { tiers } = readWhisperTier(writeWhisperJson(toWrite(all)).text);
        assert.deepEqual(
          tiers[0]?.cues.map(({ startMs, endMs, text, speaker, machine }) => [startMs, endMs, text, speaker, machine !== null]),
          all.map(({ startMs, endMs, text, speaker }) => [startMs, endMs, text.trim(), speaker, true]),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("ELAN", () => {
  const elan = (inner: string, header = 'TIME_UNITS="milliseconds"') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-01-01T00:00:00Z" FORMAT="3.0" VERSION="3.0"><HEADER MEDIA_FILE="" ${header}/>${inner}</ANNOTATION_DOCUMENT>`;
  const alignable = (id: string, from: string, to: string, value: string) =>
    `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="${id}" TIME_SLOT_REF1="${from}" TIME_SLOT_REF2="${to}"><ANNOTATION_VALUE>${value}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;
  const referring = (id: string, ref: string, value: string) =>
    `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${ref}"><ANNOTATION_VALUE>${value}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`;

  it("tiers of two participants and their translations become one tier and what is written from it", () => {
    const { tiers, notes } = readEaf(
      elan(
        '<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2"/><TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="3000"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="3500"/><TIME_SLOT TIME_SLOT_ID="ts5"/></TIME_ORDER>' +
          `<TIER TIER_ID="ft@A" PARENT_REF="tx@A" LINGUISTIC_TYPE_REF="ft" LANG_REF="eng">${referring("a9", "a1", "Where?")}${referring("a10", "a2", "There &amp; here")}</TIER>` +
          `<TIER TIER_ID="tx@A" PARTICIPANT="Olena" ANNOTATOR="xy" LINGUISTIC_TYPE_REF="tx" LANG_REF="ukr">${alignable("a1", "ts1", "ts2", "Де?")}${alignable("a2", "ts2", "ts3", "Там")}</TIER>` +
          `<TIER TIER_ID="tx@B" PARTICIPANT="Petro" LINGUISTIC_TYPE_REF="tx" LANG_REF="ukr">${alignable("a3", "ts1", "ts4", "Тихо")}${alignable("a4", "ts4", "ts5", "?")}</TIER>`,
      ),
    );
    assert.deepEqual(
      tiers.map(({ sort, language, from }) => [sort, language, from]),
      [
        [null, "uk", null],
        ["translation", "en", 0],
      ],
    );
    assert.deepEqual(
      tiers[0]?.cues.map(({ speaker, startMs, endMs, text, id }) => [speaker, startMs, endMs, text, id]),
      [
        ["Olena", 0, 1500, "Де?", 1],
        ["Petro", 0, 3500, "Тихо", 3],
        ["Olena", 1500, 3000, "Там", 2],
      ],
    );
    assert.deepEqual(
      tiers[1]?.cues.map(({ text, of, startMs }) => [text, of, startMs]),
      [
        ["Where?", 0, 0],
        ["There & here", 2, 1500],
      ],
    );
    for (const expected of [/2 annotations without a time of its own/, /1 annotation left out/, /annotated the tiers in ELAN is not kept/])
      assert.ok(
        notes.some((note) => expected.test(note)),
        `${expected}: ${notes.join("; ")}`,
      );
  });

  it("what is written comes back, with who speaks, what overlaps, and which segment a translation is written from", () => {
    fc.assert(
      fc.property(segments, fc.boolean(), (all, all2) => {
        const translated = all
          .filter((_, at) => all2 || at % 2 === 0)
          .map((one) => ({ ...one, id: one.id + 100, of: one.id, text: `en ${one.text}` }));
        const english: TierToWrite = toWrite([], {
          id: "w2",
          from: "w1",
          document: document(translated, { sort: "translation", language: "en" }),
        });
        const { text } = writeEaf([toWrite(all), english], occasion);
        const { tiers } = readEaf(text);
        assert.deepEqual(sorted(tiers[0]?.cues ?? []), sorted(all));
        assert.deepEqual(sorted(tiers[1]?.cues ?? []), sorted(translated));
        for (const cue of tiers[1]?.cues ?? []) {
          const source = tiers[0]?.cues[cue.of ?? -1];
          assert.deepEqual([source?.startMs, `en ${source?.text}`], [cue.startMs, cue.text]);
        }
        if (all.length > 0) assert.equal(tiers[0]?.language, "uk");
      }),
      { numRuns: 60 },
    );
  });

  it("a document type, an entity, an end that is missing and a deep nest are refused", () => {
    const entity =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ANNOTATION_DOCUMENT>&x;</ANNOTATION_DOCUMENT>';
    assert.throws(() => readEaf(entity), /expected XML without a document type/);
    assert.throws(() => readEaf("<ANNOTATION_DOCUMENT><TIER>"), /expected the end of every element/);
    assert.throws(() => readEaf("<a>".repeat(40)), /at most 12 deep/);
    assert.throws(() => readEaf("words"), /expected ANNOTATION_DOCUMENT; found none/);
    const loop = elan(
      '<TIME_ORDER/><TIER TIER_ID="x" PARENT_REF="y" LINGUISTIC_TYPE_REF="t"/><TIER TIER_ID="y" PARENT_REF="x" LINGUISTIC_TYPE_REF="t"/>',
    );
    assert.deepEqual(readEaf(loop).tiers, []);
  });

  it("frames of an older file are milliseconds, and a recording that begins elsewhere is told", () => {
    const { tiers, notes } = readEaf(
      elan(
        `<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="25"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="50"/></TIME_ORDER><TIER TIER_ID="x" LINGUISTIC_TYPE_REF="t">${alignable("a1", "ts1", "ts2", "x")}</TIER>`,
        'TIME_UNITS="PAL-frames"',
      ).replace(
        "/><TIME_ORDER>",
        '><MEDIA_DESCRIPTOR MEDIA_URL="file:///x" MIME_TYPE="video/mp4" TIME_ORIGIN="400"/></HEADER><TIME_ORDER>',
      ),
    );
    assert.deepEqual([tiers[0]?.cues[0]?.startMs, tiers[0]?.cues[0]?.endMs, tiers[0]?.cues[0]?.speaker], [1000, 2000, null]);
    assert.ok(notes.some((note) => /TIME_ORIGIN/.test(note)));
  });
});

describe("speakers who are named in the words", () => {
  const srt = (...cues: string[]) =>
    readSrt(cues.map((text, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`).join("\n"));
  const read = (file: TierFile) => file.tiers[0]?.cues.map(({ id, speaker, text, overlap }) => [id, speaker, text, overlap]);

  it("twice or more become speakers, out of the words, two of them in one cue a segment each", () => {
    const found = namesInWords(
      srt("Іван Петренко: Стій", "- ОЛЕНА: Ні\n- Іван Петренко: Так", "ОЛЕНА: Де 12:30: тут", "أحمد: قف", "أحمد: لا"),
      true,
    );
    assert.deepEqual(read(found), [
      [1, "Іван Петренко", "Стій", false],
      [2, "ОЛЕНА", "Ні", true],
      [null, "Іван Петренко", "Так", true],
      [3, "ОЛЕНА", "Де 12:30: тут", false],
      [4, "أحمد", "قف", false],
      [5, "أحمد", "لا", false],
    ]);
    assert.match(found.notes.join("; "), /taken for a speaker's name and out of the words/);
  });

  it("once stay in the words, as do all where that is asked for, and both is told", () => {
    const once = namesInWords(srt("Іван Петренко: Стій", "о 12:30 почалося", "сказав: іди", "https://example.org"), true);
    assert.deepEqual(
      read(once)?.map(([, speaker, text]) => [speaker, text]),
      [
        [null, "Іван Петренко: Стій"],
        [null, "о 12:30 почалося"],
        [null, "сказав: іди"],
        [null, "https://example.org"],
      ],
    );
    assert.match(once.notes.join("; "), /1 cue that begins with what may be a name and a colon/);
    const kept = namesInWords(srt("Олена: Так", "Олена: Ні"), false);
    assert.deepEqual(
      read(kept)?.map(([, speaker, text]) => [speaker, text]),
      [
        [null, "Олена: Так"],
        [null, "Олена: Ні"],
      ],
    );
    assert.match(kept.notes.join("; "), /2 cues with what seems to be a speaker's name, which stays in the words/);
  });
});
