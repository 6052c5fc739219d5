/**
 * Texts and saved pages that claims are proposed from. Whatever the bytes: no exception but a named refusal, every quote and every
 * value stands in its text word for word, and every statement keeps to its schema.
 */
import assert from "node:assert/strict";
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { ClaimStatement } from "../../../src/core/claim/claim.ts";
import type { SourceText } from "../../../src/core/claim/source-text.ts";
import type { UtcInstant } from "../../../src/core/time/time-claim.ts";
import { ClaimFileRefused } from "../../../src/formats/claim-file/claim-file-refused.ts";
import { type ClaimFile, readClaimFile } from "../../../src/formats/claim-file/read-claim-file.ts";
import { readNumbers } from "../../../src/reason/claim-text/numbers/read-numbers.ts";
import { proposeClaims } from "../../../src/reason/claim-text/propose-claims.ts";
import { intervalOfReading } from "../../../src/reason/claim-text/times/interval-of-reading.ts";
import { readTimes } from "../../../src/reason/claim-text/times/read-times.ts";
import { articleHtml } from "../../support/material.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const english = `Two men were hurt near the mill on Tuesday, the mayor said. “They fired first,” a driver told the agency, which quoted soldiers as
saying that at least 14 lorries had left around 3 p.m. on 3 May, 48 hours earlier. It was not clear who filmed it on 04/03/22.
The group geolocated the clip to a road about 7 miles southwest of Harrow; it could not be verified. "Stop!" can be heard.`;
const ukrainian =
  "За словами мера, у вівторок вранці біля млина вибухнув склад, щонайменше троє людей загинули. Невідомо, хто стріляв в ніч на 3 травня. «Вони поїхали о 14:30», — сказав водій.";
const russian =
  "По словам мэра, во вторник утром у мельницы взорвался склад, не менее 14 домов сгорели с 3 по 5 мая 2031 года. Неизвестно, кто стрелял около трёх часов ночи.";

const published = { earliest: "2031-05-08T00:00:00Z" as UtcInstant, latest: "2031-05-08T23:59:59Z" as UtcInstant };

export const target: FuzzTarget = {
  name: "claims",
  seeds: () => [english, ukrainian, russian, articleHtml, `${english}\n\n${russian}`].map(bytesOf),
  dictionary: [
    ...[
      "said",
      "told",
      "quoted",
      "as saying",
      "according to",
      "that",
      "not ",
      "n't",
      "at least",
      "about",
      "between ",
      " and ",
      "from ",
      " to ",
      "or earlier",
    ],
    ...[
      "“",
      "”",
      '"',
      "«",
      "»",
      "’s",
      "'",
      "—",
      "…",
      "\n\n",
      "\r\n",
      "\u202e",
      "\u200f",
      "\u0301",
      "\u00a0",
      "e\u0301",
      "𐀀",
      "\ud83d\ude80",
    ],
    ...[
      "on or around ",
      "before ",
      "3rd",
      "29th",
      "12:",
      "24:00",
      "31 February",
      "99/99/99",
      "00:60",
      "31.12.9999",
      "1 000 000",
      "1,2,3",
      "2031-13-45",
      "a.m.",
    ],
    ...["за словами ", "нібито ", "в ніч на ", "о другій годині", "якобы ", "в половине ", "через ", " тому", "№ ", "десятки "],
    ...["<p>", "<h1>", "<blockquote>", "<figcaption>", "<!doctype html>", "\u0000", "\ufeff"],
  ],
  run(bytes) {
    const file = fileIn(bytes);
    if (file === undefined) return;
    const text: SourceText = { parts: file.parts, published, zone: null, publisher: file.publisher };
    for (const { part, span, quote, statement } of proposeClaims(text).proposals) {
      const own: string = file.parts.find((one) => JSON.stringify(one.part) === JSON.stringify(part))?.text ?? "";
      assert.equal(own.slice(span.start, span.end), quote);
      ClaimStatement.parse(statement);
      const { valueSpan, hedges, speakers } = statement;
      assert.ok(valueSpan.start < valueSpan.end && valueSpan.end <= own.length, "a value outside the text");
      for (const hedge of hedges) assert.equal(own.slice(hedge.span.start, hedge.span.end), hedge.words);
      for (const { words, span: at } of speakers) if (at !== null) assert.equal(own.slice(at.start, at.end), words);
    }
    for (const language of ["en", "uk", "ru"]) for (const { text: own } of file.parts) readingsKeepToTheText(own, language);
  },
};

function fileIn(bytes: Uint8Array): ClaimFile | undefined {
  try {
    return readClaimFile(bytes, "text.txt", platformDecoder);
  } catch (error) {
    if (error instanceof ClaimFileRefused) return undefined;
    throw error;
  }
}

function readingsKeepToTheText(text: string, language: string): void {
  for (const zone of [null, "Europe/Kyiv"]) {
    for (const { span, words, readings, hedges } of readTimes(text, { published, zone, language })) {
      assert.equal(text.slice(span.start, span.end), words);
      assert.ok(words !== "" && readings.length <= 8);
      for (const hedge of hedges) assert.equal(text.slice(hedge.span.start, hedge.span.end), hedge.words);
      for (const reading of readings) {
        const interval = intervalOfReading(reading, { zone });
        if (interval.state === "interval" && interval.earliest !== undefined && interval.latest !== undefined)
          assert.ok(Date.parse(interval.earliest) <= Date.parse(interval.latest), `${words}: ends before it begins`);
      }
    }
  }
  for (const { span, words, low, best, high } of readNumbers(text, language)) {
    assert.equal(text.slice(span.start, span.end), words);
    assert.ok(
      (low ?? -Infinity) <= (best ?? low ?? -Infinity) && (best ?? low ?? -Infinity) <= (high ?? Infinity),
      `${words}: out of order`,
    );
    for (const figure of [low, best, high]) assert.ok(figure === null || Number.isFinite(figure));
  }
}
