/** Days and places count what somebody counts who goes through every post with pencil and paper. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Post } from "../../src/core/post/post.ts";
import { writePostLine } from "../../src/core/post/posts-file.ts";
import { postedBins } from "../../src/reads/search-days.ts";
import { placeGrid } from "../../src/reads/search-grid.ts";
import { openViews } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";
import { nameItem, readerOf, viewer } from "./case-of-texts.ts";

interface Placed {
  readonly text: "fountain" | "bridge" | "";
  /** Hours after the first instant; none for a post without a time. */
  readonly hour: number | undefined;
  readonly span: number;
  /** Hundredths of a degree. */
  readonly place: readonly [lat: number, lon: number] | undefined;
}

const start = Date.parse("2024-09-14T00:00:00Z");
const instant = (hour: number) => new Date(start + hour * 3_600_000).toISOString().replace(".000", "");
const placed: fc.Arbitrary<Placed> = fc.record({
  text: fc.constantFrom("fountain", "bridge", ""),
  hour: fc.option(fc.integer({ min: -30, max: 90 }), { nil: undefined }),
  span: fc.constantFrom(0, 0, 1, 26, 60),
  place: fc.option(fc.tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -18_000, max: 18_000 })), { nil: undefined }),
});

function postOf({ text, hour, span, place }: Placed, number: number): Post {
  const posted: Post["posted"] =
    hour === undefined
      ? "unknown"
      : { means: "posted", verbatim: "x", earliest: instant(hour), latest: instant(hour + span), zone: { state: "utc" }, basis: "x" };
  const said = place?.map((hundredths) => (hundredths / 100).toFixed(2)).join(", ");
  return {
    ...{ id: String(number), channelId: "1", posted, text, entities: [], media: [] },
    ...(said === undefined ? {} : { carries: [{ kind: "location", said }] }),
  };
}

async function caseOf(posts: readonly Placed[]) {
  const ledger = new LedgerInMemory();
  nameItem(ledger, 1, "fountain");
  const object = ledger.keepText(posts.map((one, i) => writePostLine(postOf(one, i))).join(""));
  const result = ledger.keep({
    kind: "posts",
    format: "telegram-desktop",
    shape: "single-chat",
    channels: [{ id: "1", name: "Ostrel", platform: "telegram", type: "public_channel" }],
    postsFile: "posts.jsonl",
    counts: { posts: posts.length, mediaNotInExport: 0 },
    cannotTell: [],
    traps: [],
    faults: [],
  });
  ledger.append({
    kind: "analysis.recorded",
    data: {
      item: "i1",
      ground: { analyser: "telegram-export", version: "1", parameters: {}, inputs: [], decoder: "none" },
      outcome: { state: "done", result, files: [{ name: "posts.jsonl", object }] },
    },
  });
  const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
  return { views, reader: readerOf(views, ledger) };
}

test("days hold the posts that lie in them, and apart those that may", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(placed, { maxLength: 40 }), fc.constantFrom("", "fountain", "bri"), async (posts, words) => {
      const { views, reader } = await caseOf(posts);
      const { bins, counted, withoutTime, others } = await postedBins(reader, viewer, { words });
      const found = posts.filter(({ text }) => text.includes(words));
      const timed = found.flatMap(({ hour, span }) => (hour === undefined ? [] : [{ first: hour, last: hour + span }]));
      const expected = new Map<string, [number, number]>();
      for (const { first, last } of timed) {
        for (let day = Math.floor(first / 24); day <= Math.floor(last / 24); day++) {
          const at = instant(day * 24);
          const [within, touching] = expected.get(at) ?? [0, 0];
          const isInside = Math.floor(first / 24) === Math.floor(last / 24);
          expected.set(at, isInside ? [within + 1, touching] : [within, touching + 1]);
        }
      }
      assert.deepEqual(
        bins.map(({ at, within, touching }) => [at, [within, touching]]),
        [...expected].sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      assert.deepEqual([counted, withoutTime], [timed.length, found.length - timed.length]);
      assert.equal(others, "fountain".includes(words) ? 1 : 0);
      await views.close();
    }),
    { seed: 20240914, numRuns: 120 },
  );
});

test("cells hold the places that lie in them, also over the 180th meridian", async () => {
  const box = fc.constantFrom(
    { west: -180, south: -90, east: 180, north: 90 },
    { west: 20, south: 40, east: 40, north: 60 },
    { west: 170, south: -40, east: -170, north: 40 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(placed, { maxLength: 60 }), box, fc.boolean(), async (posts, { west, south, east, north }, narrowed) => {
      const { views, reader } = await caseOf(posts);
      const asked = { words: "", ...(narrowed ? { from: instant(0), to: instant(48) } : {}) };
      const grid = await placeGrid(reader, viewer, { ...asked, west, south, east, north });
      const found = posts.filter(({ hour, span }) => !narrowed || (hour !== undefined && hour <= 48 && hour + span >= 0));
      const places = found.flatMap(({ place }) => (place === undefined ? [] : [{ lat: place[0] / 100, lon: place[1] / 100 }]));
      const width = east > west ? east - west : east + 360 - west;
      const inside = places.filter(({ lat, lon }) => {
        const away = lon < west ? lon + 360 - west : lon - west;
        return lat >= south && lat <= north && away <= width;
      });
      assert.equal(grid.counted, inside.length);
      assert.equal(grid.outside, places.length - inside.length);
      assert.equal(
        grid.cells.reduce((sum, { count }) => sum + count, 0),
        inside.length,
      );
      const named = narrowed ? 0 : 1;
      assert.equal(grid.withoutPlace, found.length + named - places.length);
      for (const { x, y, count, radiusM } of grid.cells) {
        const cell = inside.filter(({ lat, lon }) => {
          const away = lon < west ? lon + 360 - west : lon - west;
          const column = Math.min(63, Math.floor((away * 64) / width));
          return column === x && Math.min(63, Math.floor(((lat - south) * 64) / (north - south))) === y;
        });
        // A place on the line between two cells may fall to either, by the last bit of a division.
        assert.ok(Math.abs(cell.length - count) <= 1);
        // Two digits behind the point: half a hundredth of a degree.
        assert.ok(radiusM.least > 500 && radiusM.most < 600);
      }
      await views.close();
    }),
    { seed: 20240914, numRuns: 120 },
  );
});
