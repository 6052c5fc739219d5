/** What misleads in sheets and lists of links is said with its rows: links in two spellings, days and places that are none, formulas, comments. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { SheetReading } from "../../src/core/analysis/reading-result.ts";
import { SheetRow } from "../../src/core/sheet/sheet-row.ts";
import { readLinkList } from "../../src/formats/link-list/read-link-list.ts";
import { createLinkSpellings } from "../../src/formats/sheet/link-spellings.ts";
import { readSheet } from "../../src/formats/sheet/read-sheet.ts";
import { createSheetLog } from "../../src/formats/sheet/sheet-log.ts";

async function read(reader: typeof readSheet | typeof readLinkList, text: string) {
  async function* pieces() {
    yield new TextEncoder().encode(text);
  }
  const rows: SheetRow[] = [];
  const reading = SheetReading.parse(await reader(pieces(), platformDecoder, (row) => rows.push(SheetRow.parse(row))));
  const where = (code: string) => reading.traps.find((trap) => trap.code === code)?.where ?? [];
  return { reading, rows, where };
}

const leads = [
  "Link,Posted,Where,Our note",
  "https://t.me/ostrel_example/41,14.09.2024 16:41,Ostrel,",
  "https://t.me/s/ostrel_example/41?before=60,03/04/2024,,see https://example.org/beside",
  ',,"91.5, 200","=HYPERLINK(""https://example.org"";""left here"")"',
  "https://x.com/dorvane_example/status/1834975462028214272,31.02.2024,,+380 00 is no number",
  "https://twitter.com/dorvane_example/status/1834975462028214272?s=20,45550.354167,,-12.5",
].join("\n");

describe("traps of a sheet of leads", () => {
  it("name the rows of one link in two spellings, and both rows stay", async () => {
    const { where, rows } = await read(readSheet, leads);
    assert.deepEqual(where("link-two-spellings"), ["row 1 and row 2", "row 4 and row 5"]);
    assert.equal(rows.length, 5);
  });

  it("name a date that no calendar has, a date with two readings, and a day number with both epochs", async () => {
    const { where, rows } = await read(readSheet, leads);
    assert.deepEqual(where("date-impossible"), ["row 4 Posted: no calendar has year 2024, month 2, day 31"]);
    assert.deepEqual(where("date-not-read"), []);
    assert.deepEqual(where("date-ambiguous"), ["row 2 Posted"]);
    assert.deepEqual(where("date-serial-number"), ["row 5 Posted: 2024-09-15T08:30:00 from 1900, 2028-09-16T08:30:00 from 1904"]);
    assert.deepEqual(rows[3]?.means.times, []);
  });

  it("name figures that are no place, and keep them as words", async () => {
    const { where, rows } = await read(readSheet, leads);
    assert.deepEqual(where("figures-no-place"), [
      "row 3 Where: expected a latitude from -90 to 90 and a longitude from -180 to 180, found 91.5 and 200",
    ]);
    assert.equal(rows[2]?.means.places[0]?.region, "unknown");
  });

  it("tell a formula from words that begin like one, and count no address of a formula or a note as a link", async () => {
    const { where, reading } = await read(readSheet, leads);
    assert.deepEqual([where("formula-cell"), where("formula-like")], [["row 3 Our note"], ["row 4 Our note"]]);
    assert.deepEqual(reading.counts, { rows: 5, links: 4 });
    const linked = await read(readSheet, 'Link,Date\n"=HYPERLINK(""https://example.org"")",2024-09-14\nhttps://example.org/b,2024-09-15\n');
    assert.equal(linked.reading.counts.links, 1);
  });

  it("say so when there are more links than are compared", () => {
    const log = createSheetLog();
    const note = createLinkSpellings(log, 1);
    note(["https://example.org/a"], "row 1");
    note(["https://example.org/b"], "row 2");
    note(["https://example.org/a#"], "row 3");
    assert.deepEqual(
      log.traps().map(({ code, where }) => [code, where]),
      [
        ["links-not-compared", ["row 2"]],
        ["link-two-spellings", ["row 1 and row 3"]],
      ],
    );
  });

  it("say one line above the header in the singular", async () => {
    const { where } = await read(readSheet, "Our list,,\nlink,note,date\nhttps://a.example/1,x,2024-09-14\n");
    assert.deepEqual(where("lines-above-header"), ["1 line"]);
  });
});

describe("traps of auto-archiver's file", () => {
  const file =
    "status,metadata,media\n" +
    "telegram_extractor: success,\"{'url': 'https://t.me/ostrel_example/41', '_processed_at': datetime.datetime(2024, 9, 16, 7, 2, 11, tzinfo=datetime.timezone.utc)}\",\"[Media(filename='tmp/a.mp4', urls=[])]\"\n" +
    "wayback: no archiver could preserve the url,\"{'url': 'https://gazette.example/runaway', 'title': None}\",[]\n";

  it("name the row of which nothing was archived, and no success", async () => {
    const { where, reading } = await read(readSheet, file);
    assert.deepEqual(where("archiver-nothing-archived"), ["row 2: wayback: no archiver could preserve the url"]);
    for (const { code, where: places } of reading.traps)
      assert.ok(
        code === "archiver-python-values" || code === "archiver-time-of-archiving" || !places.some((one) => one.startsWith("row 1")),
        code,
      );
  });

  it("say that its cells are Python values and that its time is of the collecting", async () => {
    const { where, reading } = await read(readSheet, file);
    assert.deepEqual(where("archiver-python-values"), ["row 1", "row 2"]);
    assert.deepEqual(where("archiver-time-of-archiving"), ["row 1 metadata _processed_at"]);
    assert.deepEqual(reading.faults, []);
  });

  it("are said of its sheet too", async () => {
    const { where } = await read(
      readSheet,
      "Link,Archive status,Archive location,Archive date\nhttps://t.me/ostrel_example/41,nothing archived,,\nhttps://t.me/ostrel_example/42,wayback: success,,\n",
    );
    assert.deepEqual(where("archiver-nothing-archived"), ["row 1: nothing archived"]);
  });
});

describe("traps of a list of links", () => {
  it("name the lines of one post in two spellings", async () => {
    const { where, reading } = await read(readLinkList, "https://t.me/velmara_example/210\nhttps://t.me/velmara_example/210?single\n");
    assert.deepEqual(where("link-two-spellings"), ["line 1 and line 2"]);
    assert.deepEqual(reading.counts, { rows: 2, links: 2 });
  });

  it("show comments, which are no rows, and hide a password in them", async () => {
    const { where, rows, reading } = await read(
      readLinkList,
      "# a list of links\nhttps://example.org/a\n# out: https://mara:secret@example.org/b\n",
    );
    assert.deepEqual(where("comment-line"), ["line 1: # a list of links", "line 3: # out: https://example.org/b"]);
    assert.deepEqual(where("comment-with-link"), ["line 3"]);
    assert.deepEqual([rows.map(({ row }) => row), reading.counts], [[2], { rows: 1, links: 1 }]);
  });
});
