/** What says that a copy was out: rows of a sheet and people's statements, and what happens when they are taken back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeUpload } from "../../src/actions/judge-upload.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import type { SheetRecords } from "../../src/core/sheet/sheet-records.ts";
import type { TimeClaim, TimeMeaning } from "../../src/core/time/time-claim.ts";
import { getCopyGroup } from "../../src/reads/copies/get-copy-group.ts";
import { withQueue } from "./queue-on-case.ts";

const claim = (instant: string, means: TimeMeaning = "posted"): TimeClaim => ({
  ...{ means, verbatim: instant, earliest: instant, latest: instant, zone: { state: "utc" }, basis: "column Posted" },
});

/** Rows of one sheet that state a time of these items. */
const records = (rows: readonly { readonly item: ItemId; readonly time: TimeClaim }[]): SheetRecords => ({
  ...{ sheet: "i1", of: "rows", header: true, columns: [{ header: "Posted", role: "posted", dateOrder: "not-said" }] },
  rows: rows.map(({ item, time }, at) => ({
    ...{ row: at + 1, cells: [time.verbatim], item, action: "attached" as const },
    means: { links: [], times: [time], places: [], files: [], hashes: [] },
  })),
});

test("a row's time of posting bounds, a row's other times do not, and a bound stays when the import is taken back", async (t) => {
  const on = await withQueue(t);
  const [a, b] = [await on.add("a"), await on.add("b")];
  const kept = await on.keep(
    `${JSON.stringify(
      records([
        { item: b, time: claim("2022-03-30T05:40:00Z") },
        { item: a, time: claim("2022-03-01T00:00:00Z", "recorded") },
      ]),
    )}\n`,
  );
  const counts = { rows: 2, made: 0, attached: 2, duplicates: 0, changed: 0, removed: 0, leftOut: 0 };
  await on.writer.append(() => [{ kind: "sheet.imported", data: { import: "m1", sheet: "i1", records: kept, clipboard: null, counts } }]);
  await on.run();
  const earliest = async () => (await getCopyGroup(on.reader, on.viewer, a)).group.earliest;
  const first = await earliest();
  assert.ok(first !== "unknown");
  assert.deepEqual(
    [first.item, first.by, first.atOrBefore, first.seen],
    [b, { of: "row", import: "m1", row: 1 }, "2022-03-30T05:40:00Z", "now"],
  );

  const why = on.writer.seal("the wrong sheet");
  await on.writer.append(() => [{ kind: "sheet.import-undone", data: { import: "m1", reason: why.sealed }, opens: [why.opened] }]);
  await on.run();
  const { group, copies, earliestReasons } = await getCopyGroup(on.reader, on.viewer, a);
  assert.deepEqual(group.earliest, { ...first, seen: "recorded" });
  assert.deepEqual(
    copies.flatMap(({ uploads }) => uploads),
    [],
  );
  assert.ok(earliestReasons.some((words) => words.includes("row 1 of m1")));

  // Only a person's rejection of that time lets it go, and it may come after the row is gone.
  const { by, claim: time } = first;
  await judgeUpload(on.ports, on.viewer, { item: b, by, claim: time, verdict: "rejected", reason: "the row spoke of another clip" });
  assert.equal(await earliest(), "unknown");
  await on.close();
});

test("a person's statement of a time of posting bounds, a candidate does not", async (t) => {
  const on = await withQueue(t);
  const [a] = [await on.add("a"), await on.add("b")];
  await on.run();
  const state = async (time: `t${string}`, standing: "stated" | "candidate", instant: string) => {
    const [said, why] = [on.writer.seal(claim(instant) as Json), on.writer.seal("seen in an archive")];
    await on.writer.append(() => [
      {
        kind: "time.stated",
        data: { time, claim: said.sealed, about: a, standing, from: null, reason: why.sealed },
        opens: [said.opened, why.opened],
      },
    ]);
    await on.run();
  };
  await state("t1", "candidate", "2022-03-28T00:00:00Z");
  assert.equal((await getCopyGroup(on.reader, on.viewer, a)).group.earliest, "unknown");
  await state("t2", "stated", "2022-03-29T00:00:00Z");
  const { earliest } = (await getCopyGroup(on.reader, on.viewer, a)).group;
  assert.ok(earliest !== "unknown");
  assert.deepEqual([earliest.by, earliest.atOrBefore], [{ of: "statement", time: "t2" }, "2022-03-29T00:00:00Z"]);
  await on.close();
});

test("a copy that joins a group is held against its bound, where somebody judged something of it", async (t) => {
  const on = await withQueue(t);
  const state = async (about: ItemId, time: `t${string}`, said: TimeClaim) => {
    const [sealed, why] = [on.writer.seal(said as Json), on.writer.seal("seen")];
    const data = { time, claim: sealed.sealed, about, standing: "stated" as const, from: null, reason: why.sealed };
    await on.writer.append(() => [{ kind: "time.stated", data, opens: [sealed.opened, why.opened] }]);
  };
  const moves = async () =>
    (await getCopyGroup(on.reader, on.viewer, "i1")).moves.map(({ upload }) => upload.by).filter((by) => by.of === "statement").length;
  const [a] = [await on.add("a"), await on.add("b")];
  await state(a, "t1", claim("2022-03-29T00:00:00Z"));
  await on.run();
  assert.equal(await moves(), 1);
  // Nobody judged anything of it: it joins, and moves nothing.
  await on.add("c");
  await on.run();
  assert.equal(await moves(), 1);
  const d = await on.add("d");
  await state(d, "t2", claim("2022-03-30T00:00:00Z", "stated"));
  await on.run();
  assert.equal(await moves(), 2);
  const { reopened } = await getCopyGroup(on.reader, on.viewer, a);
  assert.deepEqual(
    reopened.filter(({ path }) => path[0] === d).map(({ record, againstBound }) => [record, againstBound]),
    [["t2", "later-than-bound"]],
  );
  // And once is enough.
  await on.run();
  assert.equal(await moves(), 2);
  await on.close();
});

test("the number of the post that a link names bounds what was captured from it, and so does a row on that link", async (t) => {
  const on = await withQueue(t);
  const [a, b] = [await on.add("a"), await on.add("b")];
  // Milliseconds since 2010-11-04T01:42:54.657Z in the upper bits: 2022-03-30T05:40:00.000Z.
  const id = (BigInt(Date.parse("2022-03-30T05:40:00Z") - 1_288_834_974_657) << 22n).toString();
  const address = `https://x.com/ostrel_today/status/${id}`;
  const [name, url] = [on.writer.seal({ encoding: "utf-8", path: address }), on.writer.seal({ given: address, normalised: address })];
  let link: ItemId = "i1";
  await on.writer.append((numbers) => {
    link = numbers.item();
    const data = { item: link, name: name.sealed, url: url.sealed, riskOfRemoval: "high", from: "typed" } as const;
    return [{ kind: "link.noted", data, opens: [name.opened, url.opened] }];
  });
  const notCaptured = { address: "stated", "html-source": "not-captured", "full-page": "not-captured" } as const;
  await on.writer.append(() => [
    {
      kind: "capture.recorded",
      data: {
        ...{
          item: link,
          items: [a],
          how: "by-hand",
          outcome: "complete",
          did: null,
          program: null,
          arguments: null,
          exitCode: "none",
          log: null,
        },
        ...{
          startedAt: "2022-04-05T08:00:00Z",
          endedAt: "2022-04-05T08:01:00Z",
          clockCheck: "not-done",
          account: "unknown",
          network: "unknown",
        },
        minimum: { ...notCaptured, "embedded-media": [a], "uploader-and-context": "unknown" },
      },
    },
  ]);
  const kept = await on.keep(`${JSON.stringify(records([{ item: link, time: claim("2022-03-31T00:00:00Z") }]))}\n`);
  const counts = { rows: 1, made: 0, attached: 1, duplicates: 0, changed: 0, removed: 0, leftOut: 0 };
  await on.writer.append(() => [{ kind: "sheet.imported", data: { import: "m1", sheet: "i1", records: kept, clipboard: null, counts } }]);
  await on.run();
  const { group, copies } = await getCopyGroup(on.reader, on.viewer, b);
  assert.ok(group.earliest !== "unknown");
  assert.deepEqual(
    [group.earliest.item, group.earliest.by, group.earliest.atOrBefore],
    [a, { of: "link", link }, "2022-03-30T05:40:00.000Z"],
  );
  assert.deepEqual(
    copies.find(({ copy }) => copy.item === a)?.uploads.map(({ by }) => by.of),
    ["link", "row"],
  );
  await on.close();
});
