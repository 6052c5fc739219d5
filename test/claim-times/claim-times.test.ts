/** Words about times in texts: how each can be read, and that nothing is passed on as sure that the words leave open. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { UtcInstant } from "../../src/core/time/time-claim.ts";
import { intervalOfReading } from "../../src/reason/claim-text/times/interval-of-reading.ts";
import type { TimeSetting } from "../../src/reason/claim-text/times/read-time.ts";
import { readTimes } from "../../src/reason/claim-text/times/read-times.ts";
import { englishPhrases, type PhraseRow, russianPhrases, shownReading, ukrainianPhrases } from "./phrases.ts";

const seed = 20310508;
const instant = (text: string) => text as UtcInstant;
const onDay = (day: string): TimeSetting["published"] => ({ earliest: instant(`${day}T00:00:00Z`), latest: instant(`${day}T23:59:59Z`) });
const setting = (language: string): TimeSetting => ({ published: onDay("2031-05-08"), zone: null, language });

function shown(text: string, about: TimeSetting): [string, string][] {
  return readTimes(text, about).map(({ words, readings }) => [words, readings.map(shownReading).join(" | ")]);
}

describe("words about times", () => {
  for (const [language, name, rows] of [
    ["en", "English", englishPhrases],
    ["uk", "Ukrainian", ukrainianPhrases],
    ["ru", "Russian", russianPhrases],
  ] as const satisfies readonly (readonly [string, string, readonly PhraseRow[]])[]) {
    for (const [sentence, ...expected] of rows)
      it(`are read in ${name}: ${sentence}`, () => assert.deepEqual(shown(sentence, setting(language)), expected));
  }

  it("stand in the text exactly where their spans say, hedges too", () => {
    for (const [language, rows] of [
      ["en", englishPhrases],
      ["uk", ukrainianPhrases],
      ["ru", russianPhrases],
    ] as const) {
      for (const [sentence] of rows) {
        for (const { span, words, hedges } of readTimes(sentence, setting(language))) {
          assert.equal(sentence.slice(span.start, span.end), words);
          for (const hedge of hedges) assert.equal(sentence.slice(hedge.span.start, hedge.span.end), hedge.words);
        }
      }
    }
  });

  it("say which words make them approximate", () => {
    const [found] = readTimes("It burned on or around Tuesday.", setting("en"));
    assert.deepEqual(
      found?.hedges.map(({ words }) => words),
      ["on or around"],
    );
  });

  it("have no reading, and say why, where the year or the day is nobody's knowledge", () => {
    for (const [sentence, language, why] of [
      ["It burned on 3 May.", "en", /the year is not known/],
      ["It burned on the 29th.", "en", /month and year are not known/],
      ["It burned on Tuesday.", "en", /the day is not known/],
      ["Вчора горів ліс.", "uk", /the day is not known/],
      ["Лес горел 3 мая.", "ru", /the year is not known/],
      ["It burned at 5 p.m.", "en", /no day beside it/],
    ] as const) {
      const [found] = readTimes(sentence, { published: "unknown", zone: null, language });
      assert.deepEqual(found?.readings, [], sentence);
      assert.match(found?.notes.join("; ") ?? "", why);
    }
  });

  it("say by which day of publication they are read, and when that day is one of UTC for want of a zone", () => {
    const late = { earliest: instant("2031-05-08T22:30:00Z"), latest: instant("2031-05-08T22:30:00Z") };
    const utc = readTimes("They met yesterday.", { published: late, zone: null, language: "en" });
    assert.match(utc[0]?.notes.join() ?? "", /2031-05-08 \(in UTC: its zone is not known\)/);
    const kyiv = readTimes("They met yesterday.", { published: late, zone: "Europe/Kyiv", language: "en" });
    assert.equal(kyiv[0]?.readings.map(shownReading).join(), "2031-05-08 Europe/Kyiv");
  });

  it("take a day stated without a zone for that day, although its interval reaches into three", () => {
    const spread = { earliest: instant("2031-05-07T10:00:00Z"), latest: instant("2031-05-09T11:59:59Z") };
    assert.deepEqual(shown("They met yesterday.", { published: spread, zone: null, language: "en" }), [["yesterday", "2031-05-07"]]);
  });

  it("keep a reading for every day on which the text may have been published", () => {
    const two = { earliest: instant("2031-05-07T00:00:00Z"), latest: instant("2031-05-08T10:00:00Z") };
    assert.deepEqual(shown("They met yesterday.", { published: two, zone: null, language: "en" }), [
      ["yesterday", "2031-05-06 | 2031-05-07"],
    ]);
  });

  it("take the day that goes before them in the paragraph, and none from a month", () => {
    const said = (before: string, text: string) => shown(text, { ...setting("en"), before });
    assert.deepEqual(said("They left on Tuesday.", "At 14:30 the mill fell."), [["At 14:30", "2031-05-06 14:30-14:30"]]);
    assert.deepEqual(said("They left on Tuesday.", "It fell that evening."), [["that evening", "2031-05-06 evening"]]);
    assert.deepEqual(said("They left on Tuesday", "3 May was wet."), [["3 May", "2031-05-03"]]);
    assert.deepEqual(said("In April 2031 they left.", "At 14:30 it fell."), [
      ["At 14:30", "2031-05-08 14:30-14:30 | 2031-05-07 14:30-14:30"],
    ]);
  });

  it("say that a weekday beside a date is another day's", () => {
    const [found] = readTimes("On Monday, 6 May 2031, it fell.", setting("en"));
    assert.match(found?.notes.join() ?? "", /weekday beside the date is not that of the date/);
  });

  it("are left alone in a language without rules", () => {
    assert.deepEqual(readTimes("Am 3. Mai 2031 um 14:00 Uhr.", setting("de")), []);
  });

  it("give an interval that holds the moment they were written from", () => {
    const months = "January February March April May June July August September October November December".split(" ");
    const ofUk = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" ");
    const ofRu = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
    const two = (n: number) => String(n).padStart(2, "0");
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2031, 4, 7) / 60_000 }),
        fc.integer({ min: 0, max: 11 }),
        fc.constantFrom("Europe/Kyiv", "America/New_York", "Asia/Kathmandu", "UTC", null),
        (minute, form, zone) => {
          const at = minute * 60_000;
          const local = new Date(at).toLocaleString("sv-SE", { timeZone: zone ?? "Pacific/Auckland" });
          const [year, month, day, hour, min] = local.split(/[- :]/).map(Number) as [number, number, number, number, number];
          const half = hour < 12 ? "a.m." : "p.m.";
          const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
          const clock = `${two(hour)}:${two(min)}`;
          const name = months[month - 1] ?? "";
          const forms: [string, string][] = [
            ["en", `It fell on ${day} ${name} ${year}.`],
            ["en", `It fell on ${name} ${day}, ${year}.`],
            ["en", `It fell on ${year}-${two(month)}-${two(day)} at ${clock}.`],
            ["en", `It fell at ${hour % 12 || 12}:${two(min)} ${half} on ${day} ${name} ${year}.`],
            ["en", `It fell on the ${part} of ${day} ${name} ${year}.`],
            ["en", `It fell on ${two(day)}/${two(month)}/${year}.`],
            ["en", `It fell no later than ${day} ${name} ${year}.`],
            ["en", `It fell in ${name} ${year}.`],
            ["uk", `Це сталося ${day} ${ofUk[month - 1]} ${year} року о ${clock}.`],
            ["uk", `Це сталося ${two(day)}.${two(month)}.${year}.`],
            ["ru", `Это случилось ${day} ${ofRu[month - 1]} ${year} года в ${clock}.`],
            ["ru", `Это случилось с ${day} ${ofRu[month - 1]} ${year} года.`],
          ];
          const [language, sentence] = forms[form] as [string, string];
          const [found] = readTimes(sentence, { published: onDay("2031-05-08"), zone, language });
          assert.ok(found !== undefined && found.readings.length > 0, sentence);
          const holds = found.readings.some((reading) => {
            const interval = intervalOfReading(reading, { zone });
            if (interval.state !== "interval") return false;
            const [from, to] = [
              Date.parse(interval.earliest ?? "0001-01-01T00:00:00Z"),
              Date.parse(interval.latest ?? "9999-01-01T00:00:00Z"),
            ];
            // A clock is told to the minute.
            return from <= at && at <= to + 59_999;
          });
          assert.ok(holds, `${sentence} ${zone ?? "no zone"}`);
        },
      ),
      { seed, numRuns: 400 },
    );
  });

  it("take time in proportion to the text, also where it is made to be slow", () => {
    for (const unit of ["between ", "on or around ", "3 and ", "12:", "the 3rd of ", "о ", "1 ", "Tuesday, ", "before after "]) {
      const text = unit.repeat(40_000);
      const of = (length: number) => {
        const from = process.cpuUsage().user;
        readTimes(text.slice(0, length), setting(/[а-я]/.test(unit) ? "uk" : "en"));
        return process.cpuUsage().user - from;
      };
      of(4000);
      // Twenty times the text may take a hundred times as long before this fails: a square would take four hundred.
      assert.ok(of(80_000) < 100 * Math.max(of(4000), 5000), unit);
    }
  });
});
