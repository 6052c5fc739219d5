/** Sheets, auto-archiver's and Atlos' files and lists of links: what is read out of them, what is kept as it is, and what bad input costs. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { SheetReading } from "../../src/core/analysis/reading-result.ts";
import { SheetRow } from "../../src/core/sheet/sheet-row.ts";
import { readAtlosJson } from "../../src/formats/atlos/read-atlos-json.ts";
import { isLinkList } from "../../src/formats/link-list/link-list-shape.ts";
import { readLinkList } from "../../src/formats/link-list/read-link-list.ts";
import { createCsvReader, type CsvRecord } from "../../src/formats/sheet/csv-records.ts";
import { readSheet } from "../../src/formats/sheet/read-sheet.ts";
import { isSheet } from "../../src/formats/sheet/sheet-shape.ts";
import {
  archiverCsv,
  archiverSheet,
  atlosCsv,
  atlosIncident,
  atlosSource,
  atlosUpdates,
  bookmarks,
  hashA,
  linkList,
  plainSheet,
} from "./sheet-texts.ts";

type Read = { reading: SheetReading; rows: SheetRow[] };
const seed = 20240914;

async function readBytes(read: typeof readSheet | typeof readLinkList, bytes: Uint8Array, piece = bytes.length || 1): Promise<Read> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const rows: SheetRow[] = [];
  const reading = await read(pieces(), platformDecoder, (row) => rows.push(SheetRow.parse(row)));
  return { reading: SheetReading.parse(reading), rows };
}
const sheet = (text: string, piece?: number) => readBytes(readSheet, new TextEncoder().encode(text), piece);
const list = (text: string) => readBytes(readLinkList, new TextEncoder().encode(text));
const traps = ({ reading }: Read) => reading.traps.map(({ code }) => code);

function records(text: string, delimiter = ",", piece = text.length || 1): CsvRecord[] {
  const found: CsvRecord[] = [];
  const reader = createCsvReader(delimiter, (record) => found.push(record));
  for (let at = 0; at < text.length; at += piece) reader.push(text.slice(at, at + piece));
  reader.end();
  return found;
}

describe("records of a CSV text", () => {
  it("are what was written, whatever the cells hold and however the text arrives", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab \",;\n\r\tя😀'=") });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, piece) => {
          const written = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\r\n");
          assert.deepEqual(
            records(written, ",", piece).map(({ cells }) => cells),
            rows,
          );
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it("are the same however the text is cut into pieces, also when it is no CSV", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab",\n\r') }), fc.integer({ min: 1, max: 5 }), (text, piece) => {
        assert.deepEqual(records(text, ",", piece), records(text));
      }),
      { seed, numRuns: 500 },
    );
  });

  it("outlive a quote that nothing closes: it costs no other record", () => {
    const found = records('a,b\n1,"open\n2,x\n3,y\n');
    assert.deepEqual(
      found.map(({ cells }) => cells),
      [
        ["a", "b"],
        ["1", '"open'],
        ["2", "x"],
        ["3", "y"],
      ],
    );
    assert.deepEqual(found[1]?.flaws, ["quote-open"]);
  });

  it("end at any line end, and an empty last cell is a cell", () => {
    for (const end of ["\n", "\r", "\r\n"]) {
      const cells = records(["a,b", "1,", "2,3"].join(end)).map((record) => record.cells);
      assert.deepEqual(cells, [
        ["a", "b"],
        ["1", ""],
        ["2", "3"],
      ]);
    }
    assert.deepEqual(
      records("a,").map(({ cells }) => cells),
      [["a", ""]],
    );
  });

  it("without an end are cut, and said so", () => {
    const [first] = records("x".repeat(5_000_000));
    assert.deepEqual([first?.flaws, first?.cells[0]?.length], [["cut"], 1024 * 1024]);
    const wide = records(`${",".repeat(100_000)}\n1\n`);
    assert.deepEqual([wide[0]?.flaws, wide[0]?.cells.length, wide[1]?.cells], [["cut"], 20_000, ["1"]]);
  });
});

describe("a sheet", () => {
  it("is read with its cells verbatim, its links, times with their zone state, places with their radius", async () => {
    const read = await sheet(plainSheet);
    assert.deepEqual(read.reading.columns, ["Link", "Date", "Latitude", "Longitude", "Notes", "Назва"]);
    const [first, second, third] = read.rows;
    assert.equal(first?.cells[4], 'two\nlines; "quoted"');
    assert.deepEqual(first?.means.links, ["https://t.me/ostrel/1"]);
    assert.equal(first?.means.title, "Площа");
    assert.deepEqual(first?.means.times[0]?.zone, { state: "unknown", reading: "2022-03-04/2022-04-03" });
    const place = first?.means.places[0]?.region;
    assert.ok(place !== undefined && place !== "unknown" && place.shape === "circle" && place.radiusM > 1 && place.radiusM < 20);
    assert.deepEqual(second?.means.links, ["www.example.org/z"]);
    assert.deepEqual(third?.means.links, ["https://example.org/a", "https://example.org/b"]);
    assert.deepEqual(read.reading.counts, { rows: 3, links: 4 });
    for (const code of ["date-ambiguous", "zone-unknown", "formula-cell"]) assert.ok(traps(read).includes(code), code);
  });

  it("is the same whatever it is encoded in and however it arrives", async () => {
    const plain = await sheet(plainSheet);
    const utf16 = await readBytes(readSheet, new Uint8Array(Buffer.from(`\ufeff${plainSheet}`, "utf16le")));
    assert.deepEqual(utf16.rows, plain.rows);
    for (const piece of [1, 7, 4096]) assert.deepEqual((await sheet(plainSheet, piece)).rows, plain.rows);
    assert.deepEqual(
      (await sheet(`\ufeffsep=;\r\n${plainSheet.replaceAll("\n", "\r\n")}`)).rows.map(({ means }) => means.links),
      plain.rows.map(({ means }) => means.links),
    );
    const cyrillic = await readBytes(readSheet, Buffer.from("cff0e8ecb3f2eae03bc4e0f2e00ad0e8edeeea3b33302e30332e323032320a", "hex"));
    assert.deepEqual([cyrillic.rows[0]?.cells, traps(cyrillic).includes("encoding-guessed")], [["Ринок", "30.03.2022"], true]);
  });

  it("keeps ragged rows, doubled and missing names, lines above the header, and says so", async () => {
    const read = await sheet("Our list,,\n,,\nlink,note,link,\nhttps://a.example/1,x\nhttps://a.example/2,y,https://a.example/3,z,more\n");
    assert.deepEqual(read.reading.columns, ["link", "note", "link", ""]);
    assert.deepEqual(
      read.rows.map(({ cells }) => cells.length),
      [2, 5],
    );
    assert.deepEqual(read.rows[1]?.means.links, ["https://a.example/2", "https://a.example/3"]);
    for (const code of ["lines-above-header", "header-doubled", "header-empty", "ragged-row"]) assert.ok(traps(read).includes(code), code);
  });

  it("without a header has rows from its first line on, and columns without names", async () => {
    const read = await sheet("https://a.example/1,2022-03-30\nhttps://a.example/2,2022-03-31\n");
    assert.deepEqual([read.reading.columns, read.rows.length, read.rows[0]?.means.links], [["", ""], 2, ["https://a.example/1"]]);
    assert.ok(traps(read).includes("header-missing"));
  });

  it("is told from running text, prose with commas and lists", () => {
    for (const text of [
      plainSheet,
      atlosCsv,
      archiverCsv,
      archiverSheet,
      "a\tb\tc\n1\t2\t3\n4\t5\t6\n",
      "sep=|\nx|y\n",
      "link,note\nhttps://a.example/1,x\nhttps://a.example/2,y\n",
    ])
      assert.ok(isSheet(text, true), text.slice(0, 40));
    const prose =
      "Dear friend, on Monday, as you know, it rained\nWe went home, slept, and ate, all of us\nThen, at last, somebody, laughing, came\n";
    for (const text of [prose, "", "One line of words.\n", "Name: value\nOther: value\n", linkList])
      assert.ok(!isSheet(text, true), text.slice(0, 40));
  });

  it("always answers, in the promised form", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await readBytes(readSheet, bytes, 13);
      }),
      { seed, numRuns: 200 },
    );
    const empty = await sheet("");
    assert.deepEqual([empty.rows, empty.reading.faults.length], [[], 1]);
  });
});

describe("auto-archiver", () => {
  it("cells that Python printed are read and not evaluated: link, words, both times, files, hashes", async () => {
    const { reading, rows } = await sheet(archiverCsv);
    assert.equal(reading.format, "auto-archiver");
    const means = rows[0]?.means;
    assert.deepEqual(means?.links, ["https://t.me/ostrel/1"]);
    assert.deepEqual([means?.title, means?.text, means?.status], ['The "fountain"', "It's rolling", "telethon: success"]);
    assert.deepEqual(
      means?.times.map(({ means: of, earliest, zone }) => [of, earliest, zone.state]),
      [
        ["posted", "2022-03-30T05:40:00Z", "utc"],
        ["captured", "2022-04-01T09:00:01Z", "stated"],
      ],
    );
    assert.deepEqual(means?.files, ["tmp/a.mp4", "https://store.example/a.mp4", "tmp/t.jpg"]);
    assert.deepEqual(means?.hashes, [`sha256:${hashA}`]);
  });

  it("media printed as objects and not as dicts say the same", async () => {
    const cell = `[Media(filename='tmp/a.mp4', urls=['https://store.example/a.mp4'], properties={'hash': 'SHA-256:${hashA}'})]`;
    const { rows, reading } = await sheet(`status,metadata,media\nok,"{'url': 'https://t.me/ostrel/1'}","${cell}"\n`);
    assert.deepEqual(rows[0]?.means.files, ["tmp/a.mp4", "https://store.example/a.mp4"]);
    assert.deepEqual([rows[0]?.means.hashes, reading.faults], [[`sha256:${hashA}`], []]);
  });

  it("a broken cell is a fault that names row, field and place, and gives what stands before it", async () => {
    const { reading, rows } = await sheet(archiverCsv);
    assert.deepEqual(rows[1]?.means.links, ["https://t.me/ostrel/2"]);
    assert.deepEqual(reading.faults, [{ where: "row 2 metadata", expected: "a comma or }", found: "the end of the text at character 32" }]);
  });

  it("its sheet keeps columns of one's own, and says what its times are", async () => {
    const read = await sheet(archiverSheet);
    assert.equal(read.reading.format, "auto-archiver");
    assert.equal(read.rows[0]?.cells[9], "kept");
    assert.deepEqual(
      read.rows[0]?.means.times.map(({ means }) => means),
      ["posted", "captured"],
    );
    assert.deepEqual(read.rows[0]?.means.hashes, [`sha256:${hashA}`]);
    assert.ok(read.rows[0]?.means.files.includes("https://store.example/t.jpg"));
    for (const code of ["archiver-upload-time-as-utc", "archiver-time-of-archiving"]) assert.ok(traps(read).includes(code), code);
  });
});

describe("Atlos", () => {
  it("a row has its slug, its radius by the precision, an interval for its time, its links in order", async () => {
    const read = await sheet(atlosCsv);
    assert.equal(read.reading.format, "atlos");
    const [first, second] = read.rows;
    assert.equal(first?.id, "ATL-AB1");
    assert.deepEqual(first?.means.links, ["https://t.me/ostrel/1", "https://example.org/v"]);
    assert.deepEqual(first?.means.places[0]?.region, { shape: "circle", centre: { lat: 50.45, lon: -30.52 }, radiusM: 100 });
    assert.deepEqual(first?.means.times[0]?.zone, { state: "unknown", reading: "2022-03-30T05:40:00" });
    assert.equal(first?.cells.at(-1), "rain");
    assert.deepEqual([second?.means.places, second?.means.times], [[], []]);
    for (const code of ["atlos-radius", "atlos-sensitive", "atlos-removed-at-source", "formula-escaped"])
      assert.ok(traps(read).includes(code), code);
  });

  it("maps its three precisions, and takes none as the widest", async () => {
    const radius = async (word: string) => {
      const { rows } = await sheet(atlosCsv.replace("Vicinity", word));
      const region = rows[0]?.means.places[0]?.region;
      return region !== "unknown" && region?.shape === "circle" ? region.radiusM : undefined;
    };
    assert.deepEqual(
      await Promise.all(["Exact", "Vicinity (± 100 m)", "Locality", "", "elsewhere"].map(radius)),
      [10, 100, 1000, 1000, 1000],
    );
  });

  const json = (value: unknown, folder = "AB1-1") => {
    const rows: SheetRow[] = [];
    const reading = SheetReading.parse(
      readAtlosJson(typeof value === "string" ? value : JSON.stringify(value), folder, (row) => rows.push(SheetRow.parse(row))),
    );
    return { reading, rows };
  };

  it("files of its full export are rows: an incident, what was archived of a link, who changed what", () => {
    const incident = json(atlosIncident);
    assert.deepEqual(incident.rows[0]?.means.places[0]?.region, { shape: "circle", centre: { lat: 50.45, lon: 30.52 }, radiusM: 10 });
    assert.deepEqual(
      [incident.rows[0]?.id, incident.rows[0]?.means.links, incident.rows[0]?.means.hashes],
      ["ATL-AB1", ["https://t.me/ostrel/1"], [`sha256:${hashA}`]],
    );
    assert.ok(incident.reading.columns.includes("project_attributes"));
    const source = json(atlosSource);
    assert.deepEqual(source.rows[1]?.means.files, ["media_AB1-1"]);
    const updates = json(atlosUpdates);
    assert.deepEqual([updates.rows[0]?.means.text, updates.rows[0]?.means.times[0]?.means], ["From the post", "modified"]);
    assert.ok(traps(updates).includes("atlos-old-value-lost"));
  });

  it("a file that is cut, or is something else, is a fault and no outage", () => {
    assert.equal(json(JSON.stringify(atlosIncident).slice(0, -5)).reading.faults[0]?.expected, "JSON");
    assert.equal(json({ a: 1 }).reading.faults[0]?.expected, "a file of an Atlos export");
    assert.deepEqual(json([{ ...atlosUpdates[0] }, 7]).reading.faults[0]?.where, "record 2");
    assert.equal(json("[".repeat(100_000)).reading.faults[0]?.expected, "JSON");
  });
});

describe("a list of links", () => {
  it("gives each line's links with the words beside them, and keeps every line", async () => {
    const read = await list(linkList);
    assert.ok(isLinkList(linkList));
    assert.deepEqual(
      read.rows.map(({ row, means }) => [row, means.links, means.text]),
      [
        [2, ["https://t.me/ostrel/1"], "the fountain"],
        [3, ["https://example.org/a_(b)"], "."],
        [5, ["www.example.org/c"], undefined],
        [6, ["https://user:secret@example.org/d"], undefined],
      ],
    );
    assert.ok(traps(read).includes("credentials-in-link"));
    assert.deepEqual(read.reading.counts, { rows: 4, links: 4 });
  });

  it("takes bookmarks with title and the time they were kept, and no script for a page", async () => {
    const read = await list(bookmarks);
    const kept = read.rows.filter(({ means }) => means.times.length > 0);
    assert.deepEqual(
      kept.map(({ means }) => [means.links, means.title, means.times[0]?.earliest]),
      [
        [["https://t.me/ostrel/1"], "Fountain & van", "2022-03-30T05:40:00Z"],
        [[], "Not a page", "2022-03-30T05:41:40Z"],
      ],
    );
  });

  it("a line without an end is cut and costs no other", async () => {
    const read = await list(`https://example.org/${"a".repeat(300_000)}\nhttps://example.org/b\n`);
    assert.deepEqual([read.rows.length, read.rows[1]?.means.links], [2, ["https://example.org/b"]]);
  });
});
