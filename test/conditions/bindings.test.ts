/** What binds items, read from real tables filled by real lines: the way up from one item and the way down from each statement agree. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { disposalDue, holdIn } from "../../src/core/conditions/binding.ts";
import type { StatedConditions } from "../../src/core/conditions/conditions.ts";
import { mayUse } from "../../src/core/conditions/may-use.ts";
import type { EntryData } from "../../src/core/entry/entry.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import { compareInstants } from "../../src/core/time/compare-instants.ts";
import { itemBindings } from "../../src/reads/item-bindings.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { conditionHistory } from "../../src/reads/condition-history.ts";
import { listItems } from "../../src/reads/list-items.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

const agreed: StatedConditions = {
  givenBy: "unknown",
  scope: { keep: "yes", analyse: "yes", "show-redacted": "yes", publish: "yes", "share-with-court": "yes" },
  embargoUntil: "none",
  withdrawnAt: "not-withdrawn",
  mayContact: "unknown",
  legalBasis: "unknown",
  accessMethod: "unknown",
  retention: "no-limit",
  terms: "none",
  legalHold: "none",
};

/** A case of seven items: i2 and i3 came out of i1, i4 out of i3, i5 is stated by i1, i6 stands alone, i7 was captured at i5; and two sources. */
class SmallCase {
  readonly ledger = new LedgerInMemory();

  constructor() {
    const digest = this.ledger.keep("bytes");
    const name = (path: string) => this.ledger.seal({ encoding: "utf-8", path });
    const collect = (item: ItemId) => {
      const { sealed, opened } = name(`${item}.bin`);
      const data = { item, collection: "c1", name: sealed, object: digest, size: 1, fileWrittenAt: "unknown" as const };
      const how = { capturedAt: "2024-09-14T12:00:00Z", assessment: "urgent-path-not-assessed" as const };
      this.ledger.append({ kind: "item.collected", data: { ...data, ...how }, opens: [opened] });
    };
    const unpack = (item: ItemId, from: ItemId) => {
      const { sealed, opened } = name(`${from}/${item}`);
      const data = { item, from, where: `member ${item}`, name: sealed, object: digest, size: 1, fileWrittenAt: "unknown" as const };
      this.ledger.append({ kind: "item.unpacked", data, opens: [opened] });
    };
    collect("i1");
    unpack("i2", "i1");
    unpack("i3", "i1");
    unpack("i4", "i3");
    const known = name("i5");
    this.ledger.append({
      kind: "item.known",
      data: { item: "i5", name: known.sealed, statedBy: { item: "i1", where: "post 3" }, reason: "not in the export" },
      opens: [known.opened],
    });
    collect("i6");
    collect("i7");
    const capture = {
      how: "by-hand",
      outcome: "complete",
      did: null,
      program: null,
      arguments: null,
      exitCode: "none",
      log: null,
    } as const;
    const when = { startedAt: "2024-09-14T12:00:00Z", endedAt: "2024-09-14T12:01:00Z", clockCheck: "not-done" } as const;
    const minimum = {
      address: "stated",
      "html-source": "unknown",
      "full-page": "unknown",
      "embedded-media": "unknown",
      "uploader-and-context": "unknown",
    } as const;
    const by = { account: "unknown", network: "unknown", minimum } as const;
    this.ledger.append({ kind: "capture.recorded", data: { item: "i5", items: ["i7"], ...capture, ...when, ...by } });
    for (const source of ["s1", "s2"] as const) {
      const label = this.ledger.seal(`Source ${source}`);
      const data = { source, sort: "person" as const, label: label.sealed, about: null, identity: "none" as const, reason: null };
      this.ledger.append({ kind: "source.described", data, opens: [label.opened] });
    }
  }

  state(about: ItemId | SourceId, conditions: Partial<StatedConditions>): number {
    const subject: EntryData<"conditions.stated">["about"] = about.startsWith("i")
      ? { of: "items", items: [about as ItemId] }
      : { of: "source", source: about as SourceId };
    return this.ledger.append({ kind: "conditions.stated", data: { about: subject, ...agreed, ...conditions } }).head.seq;
  }

  attribute(item: ItemId, source: SourceId, role: "given-by" | "filmed-by", standing: "stated" | "withdrawn" = "stated"): void {
    const basis = this.ledger.seal("synthetic");
    const data = { items: [item], role, account: "unknown" as const, source, basis: basis.sealed, standing };
    this.ledger.append({ kind: "item.attributed", data, opens: [basis.opened] });
  }

  async reader(): Promise<CaseReader & { views: Views }> {
    const { ledger } = this;
    const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
    const derived = { read: async () => undefined } as unknown as CaseReader["derived"];
    return { views, vault: ledger.vault, derived, versionOf: () => "1", underway: () => new Set() };
  }
}

const viewer = { person: "p1", readOnly: false } as const;

async function boundBy(made: SmallCase, item: number): Promise<string[]> {
  const reader = await made.reader();
  const found = (await itemBindings(reader, [item])).get(item) ?? [];
  await reader.views.close();
  return found.map(({ subject, through, line }) => `${through} ${subject} ${line}`);
}

describe("what binds an item", () => {
  it("is its own statement, then those of everything that it came from, however far back", async () => {
    const made = new SmallCase();
    const [outer, own, other] = [made.state("i1", {}), made.state("i4", {}), made.state("i6", {})];
    assert.deepEqual(await boundBy(made, 4), [`own i4 ${own}`, `came-from i1 ${outer}`]);
    assert.deepEqual(await boundBy(made, 5), [`came-from i1 ${outer}`], "what an item states is bound by that item");
    assert.deepEqual(await boundBy(made, 6), [`own i6 ${other}`]);
    assert.deepEqual(await boundBy(made, 7), [`came-from i1 ${outer}`], "and so is what was captured there");
  });

  it("is what its giver said, and that of the giver of what it came from; who filmed it binds nothing", async () => {
    const made = new SmallCase();
    made.attribute("i3", "s1", "given-by");
    made.attribute("i4", "s2", "filmed-by");
    const [ofGiver] = [made.state("s1", {}), made.state("s2", {})];
    assert.deepEqual(await boundBy(made, 4), [`given-by s1 ${ofGiver}`]);
    assert.deepEqual(await boundBy(made, 2), []);
  });

  it("takes the giver that conditions name as well, and lets go of one that is taken back", async () => {
    const made = new SmallCase();
    const own = made.state("i6", { givenBy: "s2" });
    const ofGiver = made.state("s2", {});
    assert.deepEqual(await boundBy(made, 6), [`own i6 ${own}`, `given-by s2 ${ofGiver}`]);
    made.attribute("i2", "s2", "given-by");
    assert.deepEqual(await boundBy(made, 2), [`given-by s2 ${ofGiver}`]);
    made.attribute("i2", "s2", "given-by", "withdrawn");
    assert.deepEqual(await boundBy(made, 2), []);
  });

  it("is the later of two statements about one subject; the earlier stays readable with who and when", async () => {
    const made = new SmallCase();
    const [first, second] = [made.state("i6", { mayContact: "no" }), made.state("i6", { mayContact: "yes" })];
    assert.deepEqual(await boundBy(made, 6), [`own i6 ${second}`]);
    const reader = await made.reader();
    const history = await conditionHistory(reader, "i6");
    await reader.views.close();
    assert.deepEqual(
      history.map(({ seq, conditions, by, at }) => [seq, conditions.mayContact, by, at]),
      [
        [second, "yes", "p1", "2024-09-14T13:00:00Z"],
        [first, "no", "p1", "2024-09-14T13:00:00Z"],
      ],
    );
  });
});

const past = "2020-01-01T00:00:00Z";
const future = "2999-01-01T00:00:00Z";
const someConditions = fc.record({
  givenBy: fc.constantFrom("unknown" as const, "nobody" as const, "s1" as const, "s2" as const),
  scope: fc.record({
    ...agreed.scope,
    ...Object.fromEntries(["keep", "analyse", "show-redacted", "share-with-court"].map((use) => [use, fc.constant("yes" as const)])),
    publish: fc.constantFrom("yes" as const, "no" as const, "unknown" as const),
  } as never) as fc.Arbitrary<StatedConditions["scope"]>,
  embargoUntil: fc.constantFrom("none" as const, "unknown" as const, past, future),
  withdrawnAt: fc.constantFrom("not-withdrawn" as const, "unknown" as const, past, future),
  retention: fc.constantFrom("no-limit" as const, "unknown" as const, past, future),
});
const subject = fc.constantFrom<ItemId | SourceId>("i1", "i2", "i3", "i4", "i5", "i6", "s1", "s2");
const statement = fc.record({ about: subject, conditions: someConditions, hold: fc.boolean() });
const attribution = fc.record({
  item: fc.constantFrom<ItemId>("i1", "i3", "i4", "i6"),
  source: fc.constantFrom<SourceId>("s1", "s2"),
  standing: fc.constantFrom("stated" as const, "withdrawn" as const),
});

function writeAll(made: SmallCase, statements: readonly Generated[], attributions: readonly GeneratedAttribution[]): void {
  for (const { about, conditions, hold } of statements) {
    const reason = made.ledger.seal("synthetic").sealed;
    made.state(about, { ...conditions, ...(hold ? { legalHold: { reason } } : {}) });
  }
  for (const { item, source, standing } of attributions) made.attribute(item, source, "given-by", standing);
}
type Generated = { about: ItemId | SourceId; conditions: Partial<StatedConditions>; hold: boolean };
type GeneratedAttribution = { item: ItemId; source: SourceId; standing: "stated" | "withdrawn" };

describe("lists narrowed by conditions", () => {
  it("hold exactly the items whose bindings say so", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { maxLength: 6 }), fc.array(attribution, { maxLength: 4 }), async (statements, attributions) => {
        const made = new SmallCase();
        writeAll(made, statements, attributions);
        const reader = await made.reader();
        const at = new Date().toISOString();
        const bindings = await itemBindings(reader, [1, 2, 3, 4, 5, 6, 7]);
        const expected = (is: (number: number) => boolean) => [1, 2, 3, 4, 5, 6, 7].filter(is);
        const of = (number: number) => bindings.get(number) ?? [];
        const isPast = (instant: string) => /^\d/.test(instant) && compareInstants(instant, at) <= 0;
        const listed = async (has: Parameters<typeof listItems>[2]["has"]) =>
          (await listItems(reader, viewer, { has })).items.map(({ number }) => number);
        assert.deepEqual(
          await listed("withdrawn"),
          expected((number) => of(number).some(({ conditions }) => isPast(conditions.withdrawnAt))),
        );
        assert.deepEqual(
          await listed("embargo"),
          expected((number) => of(number).some(({ conditions: { embargoUntil } }) => /^\d/.test(embargoUntil) && !isPast(embargoUntil))),
        );
        assert.deepEqual(
          await listed("legal-hold"),
          expected((number) => holdIn(of(number)) !== undefined),
        );
        assert.deepEqual(
          await listed("disposal-due"),
          expected((number) => disposalDue(of(number), at) !== undefined),
        );
        const unknown = await listed("conditions-unknown");
        for (const number of [1, 2, 3, 4, 5, 6, 7]) {
          const may = mayUse(of(number), "publish", at);
          if (may.allowed) assert.ok(!unknown.includes(number), `i${number} may be published, and is not listed as unknown`);
          if (!may.allowed && may.because === "unknown") assert.ok(unknown.includes(number), `i${number} is unknown, and is listed`);
        }
        await reader.views.close();
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on the order of statements about different subjects", async () => {
    const apart = fc
      .uniqueArray(statement, { maxLength: 6, selector: ({ about }) => about })
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    await fc.assert(
      fc.asyncProperty(apart, async ([some, other]) => {
        const answers = [];
        for (const statements of [some, other]) {
          const made = new SmallCase();
          writeAll(made, statements, [{ item: "i3", source: "s1", standing: "stated" }]);
          const reader = await made.reader();
          const { items } = await listItems(reader, viewer, {});
          answers.push(items.map(({ id, conditions }) => ({ id, ...conditions })));
          await reader.views.close();
        }
        assert.deepEqual(answers[0], answers[1]);
      }),
      { numRuns: 40 },
    );
  });
});
