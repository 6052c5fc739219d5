import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { TimeClaim } from "../../core/time/time-claim.ts";
import { timesOf } from "./metadata-times.ts";

const row = (group: string, tag: string, value: string) => ({ group, tag, value });
const only = (...rows: ReturnType<typeof row>[]) => timesOf(rows)[0];

it("a camera's time without a zone spans UTC+14 to UTC-12", () => {
  const claim = only(row("ExifIFD", "DateTimeOriginal", "2008:10:22 16:28:39"));
  assert.deepEqual(claim, {
    means: "recorded",
    verbatim: "2008:10:22 16:28:39",
    earliest: "2008-10-22T02:28:39Z",
    latest: "2008-10-23T04:28:39Z",
    zone: { state: "unknown", reading: "2008-10-22T16:28:39Z" },
    basis: "ExifIFD DateTimeOriginal",
  });
});

it("a camera's time takes its own offset and fraction, not those of another field", () => {
  const rows = [
    row("ExifIFD", "DateTimeOriginal", "2022:03:30 08:40:00"),
    row("ExifIFD", "OffsetTimeOriginal", "+03:00"),
    row("ExifIFD", "SubSecTimeOriginal", "25 "),
    row("ExifIFD", "CreateDate", "2022:03:30 08:40:01"),
  ];
  const [original, digitised] = timesOf(rows);
  assert.equal(original?.earliest, "2022-03-30T05:40:00.25Z");
  assert.equal(digitised?.zone.state, "unknown");
});

it("a telephone's creation date keeps the zone that it states", () => {
  const claim = only(row("Keys", "CreationDate", "2022:03:30 08:40:00+03:00"));
  assert.deepEqual([claim?.earliest, claim?.means], ["2022-03-30T05:40:00Z", "recorded"]);
});

it("satellite date and time together are an instant in UTC, and one of them alone is none", () => {
  const date = row("GPS", "GPSDateStamp", "2008:10:23");
  assert.deepEqual(timesOf([date]), []);
  const claim = only(date, row("GPS", "GPSTimeStamp", "14:27:07.24"));
  assert.deepEqual([claim?.means, claim?.earliest, claim?.latest], ["gps", "2008-10-23T14:27:07.24Z", "2008-10-23T14:27:07.24Z"]);
});

it("zeros, months that do not exist and words are no times", () => {
  for (const value of ["0000:00:00 00:00:00", "2022:13:01 00:00:00", "2022:02:30 10:00:00", "yesterday", "", "9999:12:31 23:59:59"])
    assert.deepEqual(timesOf([row("QuickTime", "CreateDate", value)]), [], value);
});

it("whatever a file writes, a claim is a valid one and its interval the right way round", () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const value = fc
    .tuple(
      digits(4),
      digits(2),
      digits(2),
      digits(2),
      digits(2),
      digits(2),
      fc.constantFrom("", "Z", "+03:00", "-25:99", ".5", ".123456789012"),
    )
    .map(([y, m, d, h, i, s, tail]) => `${y}:${m}:${d} ${h}:${i}:${s}${tail}`);
  const tag = fc.constantFrom(["ExifIFD", "DateTimeOriginal"], ["QuickTime", "CreateDate"], ["XMP-xmp", "ModifyDate"]);
  fc.assert(
    fc.property(tag, fc.oneof(value, fc.string()), ([group = "", name = ""], text) => {
      for (const claim of timesOf([row(group, name, text)])) {
        TimeClaim.parse(claim);
        assert.ok(Date.parse(claim.earliest) <= Date.parse(claim.latest));
      }
    }),
  );
});
