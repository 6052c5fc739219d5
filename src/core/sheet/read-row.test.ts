/** What a row states under the roles of its columns, and what it becomes beside what the case knows. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { columnsOf, looksLikeHeader } from "./column-roles.ts";
import { type KnownTargets, planImport } from "./plan-import.ts";
import { readSheetRow } from "./read-row.ts";
import { SheetRow } from "./sheet-row.ts";

function row(of: Readonly<Record<string, string>>, hidden: { column: number; href: string }[] = []) {
  const cells = Object.values(of);
  const read = readSheetRow(columnsOf(Object.keys(of), [cells]), { row: 7, cells, hidden });
  SheetRow.parse({ row: read.row, cells: read.cells, means: read.means });
  return read;
}

const nothing: KnownTargets = { byLink: new Map(), byHash: new Map(), byFile: new Map() };

describe("a row of a sheet", () => {
  it("has one place of two columns, widened by the precision that it states and never made finer", () => {
    const vague = row({ latitude: "50.46512", longitude: "30.18534", geolocation_resolution: "Vicinity" });
    assert.deepEqual(
      vague.means.places.map(({ region, precision }) => [region !== "unknown" && region.shape === "circle" && region.radiusM, precision]),
      [[100, "the sheet's own: Vicinity"]],
    );
    assert.deepEqual(vague.reads[1], { as: "with", column: 0 });
    const coarse = row({ latitude: "50.5", longitude: "30.2", geolocation_resolution: "Exact" });
    const region = coarse.means.places[0]?.region;
    assert.ok(region !== undefined && region !== "unknown" && region.shape === "circle" && region.radiusM > 6000);
    const half = row({ latitude: "50.5", longitude: "" });
    assert.match(half.reads[0]?.as === "unreadable" ? half.reads[0].reason : "", /latitude without its longitude/);
  });

  it("has one time of a date and a clock, named after its row", () => {
    const read = row({ date: "2022-03-29", time: "14:30 EEST" });
    assert.deepEqual(
      read.means.times.map(({ earliest, means, basis }) => [earliest, means, basis]),
      [["2022-03-29T11:30:00Z", "stated", "row 7 date"]],
    );
    const broken = row({ date: "2022-03-29", time: "in the morning" });
    assert.equal(broken.means.times[0]?.zone.state, "unknown");
    assert.equal(broken.reads[1]?.as, "unreadable");
    const kinds = row({ "upload timestamp": "2022-03-29T14:30:00Z", "archive date": "2022-04-01", "Date of filming": "2022-03-28" });
    assert.deepEqual(
      kinds.means.times.map(({ means }) => means),
      ["posted", "captured", "recorded"],
    );
  });

  it("has the link of its link column, else of a cell that is one, and never a map's", () => {
    assert.equal(row({ Notes: "see https://t.me/b/2", Link: "t.me/a/1" }).link?.normalised, "https://t.me/a/1");
    assert.equal(row({ Notes: "https://t.me/b/2", Date: "" }).link?.normalised, "https://t.me/b/2");
    assert.equal(row({ Source: "Mira, of https://t.me/b/2", Date: "" }).link?.normalised, "https://t.me/b/2");
    assert.equal(row({ Place: "https://www.google.com/maps/@50.465,30.185,17z", Notes: "" }).link, undefined);
    assert.deepEqual(row({ Link: "https://t.me/a/1 https://t.me/a/2" }).means.links, ["https://t.me/a/1", "https://t.me/a/2"]);
    assert.equal(row({ Notes: "the video" }, [{ column: 0, href: "https://t.me/c/3/4" }]).link !== undefined, true);
    assert.equal(row({ Notes: "the video" }, [{ column: 0, href: "javascript:alert(1)" }]).link, undefined);
    const refused = row({ Link: "javascript:alert(1)" });
    assert.deepEqual([refused.link, refused.reads[0]?.as], [undefined, "unreadable"]);
  });

  it("is no item of an address among the words of a note, or in a formula that was left there", () => {
    for (const note of [
      "see https://t.me/b/2 there",
      '=HYPERLINK("https://example.org";"a formula somebody left here")',
      '\'=A1&"https://t.me/b/2"',
    ]) {
      for (const header of ["Our note", "What", "Source", "Who saw it"]) {
        if (header === "Source" && note.startsWith("see")) continue;
        const read = row({ Link: "", [header]: note });
        assert.deepEqual([read.link, read.means.links, read.reads[1]], [undefined, [], { as: "words" }], `${header}: ${note}`);
        assert.equal(read.cells[1], note);
      }
    }
    assert.equal(row({ Link: "", What: "A reader rang", "Our note": '=HYPERLINK("https://example.org")' }).name, "A reader rang");
  });

  it("with figures that are no place says so, and words for a place stay words", () => {
    const read = row({ Where: "91.5, 200" });
    assert.match(read.reads[0]?.as === "unreadable" ? read.reads[0].reason : "", /latitude from -90 to 90/);
    assert.deepEqual(read.means.places, []);
    for (const words of [
      "the west side of Market Square",
      "Mill Lane 12, flat 45",
      "km 12 of the M-06",
      "5th Ave / 3rd St",
      "49000, Dorvane",
    ]) {
      const place = row({ Where: words });
      assert.deepEqual([place.reads[0]?.as, place.means.places[0]?.verbatim], ["words", words]);
    }
  });

  it("keeps the doubt of words that ask for a shield", () => {
    const read = row({ Graphic: "YES - blood?" });
    assert.deepEqual([read.level, read.reads[0]], ["strong", { as: "level", level: "strong", doubt: true }]);
    assert.deepEqual(row({ Graphic: "yes" }).reads[0], { as: "level", level: "strong", doubt: false });
  });

  it("is called by its title, else by the words that tell most", () => {
    assert.equal(row({ Date: "2022-03-29", Title: "The ford" }).name, "The ford");
    assert.equal(row({ Date: "2022-03-29", Notes: "a van\nat the ford" }).name, "a van at the ford");
    assert.equal(row({ Link: "ftp://files.example/a.mov", "Our note": "+380 is no number", What: "A van" }).name, "A van");
    assert.equal(row({ Date: "2022-03-29" }).name, "2022-03-29");
    assert.equal([...row({ Notes: "🚐".repeat(200) }).name].length <= 121, true);
  });

  it("without a header is told by its cells", () => {
    const cells = ["https://t.me/a/1", "50.465, 30.185", "29.03.2022", "words"];
    assert.equal(looksLikeHeader(cells), false);
    assert.equal(looksLikeHeader(["Link", "When", "Whatever"]), true);
    assert.deepEqual(
      columnsOf(undefined, [cells, cells]).map(({ header, role }) => [header, role]),
      [
        ["Column A", "link"],
        ["Column B", "coordinates"],
        ["Column C", "date"],
        ["Column D", "other"],
      ],
    );
  });
});

describe("what becomes of a row", () => {
  const digest = `sha256:${"ab".repeat(32)}` as const;
  it("goes by hash, then file, then link, then the rows above", () => {
    const known: KnownTargets = {
      byLink: new Map([["https://t.me/a/1", "i4"]]),
      byHash: new Map([[digest, "i2"]]),
      byFile: new Map([
        ["ford.mp4", ["i3"]],
        ["clip.mp4", ["i5", "i6"]],
      ]),
    };
    const of = (cells: Readonly<Record<string, string>>) => planImport([row(cells)], known)[0];
    const all = { Link: "https://t.me/a/1", File: "ford.mp4", Hash: `SHA-256: ${"AB".repeat(32)}` };
    assert.deepEqual([of(all)?.action, of(all)?.item], ["attached", "i2"]);
    assert.deepEqual([of({ ...all, Hash: "" })?.action, of({ ...all, Hash: "" })?.item], ["attached", "i3"]);
    assert.deepEqual([of({ ...all, Hash: "", File: "" })?.action, of({ ...all, Hash: "", File: "" })?.item], ["duplicate", "i4"]);
    const unsure = of({ Link: "https://t.me/a/9", File: "clip.mp4", Hash: "" });
    assert.deepEqual([unsure?.action, unsure?.flags], ["made", [{ flag: "file-ambiguous", items: ["i5", "i6"] }]]);
    // SHA3 of the same length is another thing.
    assert.equal(of({ Link: "", File: "", Hash: `SHA3-256: ${"ab".repeat(32)}` })?.action, "made");
  });

  it("is one item for rows of one link or one hash, and nothing for an empty row", () => {
    const rows = [
      row({ Link: "https://youtu.be/abcdefghijk", Hash: "ab".repeat(32) }),
      row({ Link: "https://www.youtube.com/watch?v=abcdefghijk&t=5", Hash: "" }),
      row({ Link: "https://t.me/a/1", Hash: "ab".repeat(32) }),
      row({ Link: " ", Hash: "" }),
    ].map((read, at) => ({ ...read, row: at + 1 }));
    assert.deepEqual(
      planImport(rows, nothing).map(({ action, sameAs }) => [action, sameAs]),
      [
        ["made", undefined],
        ["duplicate", 1],
        ["duplicate", 1],
        ["left-out", undefined],
      ],
    );
  });
});
