/** Who is protected, and by what: read from the lines of a case, again after a rebuild, and where words are withheld. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { EntryDraft, OpenedValue } from "../../src/core/entry/entry.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import type { SubjectFact } from "../../src/core/subject/subject-state.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { listSubjects } from "../../src/reads/subjects/list-subjects.ts";
import { protectedSubjects } from "../../src/reads/subjects/protected-subjects.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

type DataOf<K extends EntryDraft["kind"]> = Extract<EntryDraft, { kind: K }>["data"];

describe("persons who are not made public unasked", () => {
  const ledger = new LedgerInMemory();
  let views: Views;
  const reader = (): CaseReader =>
    ({ views, vault: ledger.vault, underway: () => new Set(), versionOf: () => "1" }) as unknown as CaseReader;
  before(async () => {
    views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
  });
  after(() => views.close());

  async function say<K extends EntryDraft["kind"]>(kind: K, make: (seal: (value: Json) => { sealed: `sha256:${string}` }) => DataOf<K>) {
    const opens: OpenedValue[] = [];
    const data = make((value) => {
      const { sealed, opened } = ledger.seal(value);
      opens.push(opened);
      return sealed;
    });
    await views.apply([ledger.append({ kind, data, opens } as EntryDraft)]);
  }
  const subject = (id: `P${string}`, item: `i${string}`, protection: DataOf<"subject.described">["protection"][number]["sort"][] = []) =>
    say("subject.described", (seal) => ({
      ...{ subject: id, item, known: "seen", spokenOf: null, description: seal("dark jacket"), roleAsClaimed: null, reason: null },
      protection: protection.map((sort) => ({ sort, reason: seal("as the reason says") })),
    }));
  const state = (
    id: `st${string}`,
    of: `P${string}`,
    item: `i${string}`,
    [fromS, toS]: [number, number],
    ...facts: (SubjectFact["fact"] | readonly [SubjectFact["fact"], SubjectFact["standing"]])[]
  ) =>
    say("subject-state.stated", (seal) => ({
      ...{ state: id, subject: of, item, fromS, toS, reason: null },
      facts: seal({
        facts: facts.map((one) =>
          typeof one === "string" ? { fact: one, standing: "seen", note: "" } : { fact: one[0], standing: one[1], note: "" },
        ),
        observations: [],
      }),
    }));
  const told = async (items?: `i${string}`[]) =>
    (await protectedSubjects(reader(), items)).map(({ subject: id, protection, because }) => [
      id,
      protection.join(" "),
      because.map(({ record, by }) => [record, ...by].join("<")).join(" "),
    ]);

  it("are those of whom it is stated, and those of whom a state shows it, with what says so", async () => {
    await subject("P1", "i1", ["child"]);
    await subject("P2", "i2");
    await subject("P3", "i1");
    await subject("P4", "i1");
    await state("st1", "P3", "i1", [1, 2], "bound");
    await state("st2", "P3", "i1", [3, 4], "not-in-frame");
    assert.deepEqual(await told(), [
      ["P1", "child", "P1"],
      ["P3", "possible-prisoner", "st1"],
    ]);
    const [, third] = await protectedSubjects(reader(), ["i1"]);
    assert.deepEqual([third?.stretches, third?.outOfFrame], [[{ fromS: 1, toS: 2 }], [{ fromS: 3, toS: 4 }]]);
  });

  it("include who shows no sign of life or whose clothing is missing, and say where somebody is heard", async () => {
    await subject("P5", "i5");
    await state("st51", "P5", "i5", [0, 1], ["own-movement", "not-seen"], ["breath", "not-seen"], "clothing-missing");
    await state("st52", "P5", "i5", [2, 3], "not-in-frame", "voice");
    assert.deepEqual(await told(["i5"]), [["P5", "dead victim-of-sexual-violence", "st51 st51"]]);
    const [fifth] = await protectedSubjects(reader(), ["i5"]);
    assert.deepEqual([fifth?.outOfFrame, fifth?.heard, fifth?.silent], [[{ fromS: 2, toS: 3 }], [{ fromS: 2, toS: 3 }], []]);
    await say("subject.withdrawn", (seal) => ({ subject: "P5", reason: seal("a mannequin") }));
  });

  it("include whoever is judged the same person, until that is taken back", async () => {
    await say("same-person.judged", (seal) => ({
      ...{ judgement: "sj1", a: "P1", b: "P2", verdict: "same", on: ["clothing"], reason: seal("the same sleeve") },
    }));
    assert.deepEqual(await told(["i2"]), [["P2", "child", "P1<sj1"]]);
    await say("same-person.judged", (seal) => ({
      ...{ judgement: "sj1", a: "P1", b: "P2", verdict: "cannot-tell", on: [], reason: seal("on second thoughts") },
    }));
    assert.deepEqual(await told(["i2"]), []);
    await say("same-person.judged", (seal) => ({
      ...{ judgement: "sj2", a: "P2", b: "P3", verdict: "same", on: ["position"], reason: seal("by the same door") },
    }));
    assert.deepEqual(await told(["i2"]), [["P2", "possible-prisoner", "st1<sj2"]]);
    await say("same-person.withdrawn", (seal) => ({ judgement: "sj2", reason: seal("another door") }));
    assert.deepEqual(await told(["i2"]), []);
  });

  it("are read the same after a rebuild, and what this copy withholds is said to be withheld", async () => {
    await views.apply([
      ledger.append({
        kind: "subject-state.stated",
        data: { state: "st3", subject: "P4", item: "i1", fromS: 0, toS: 1, facts: ledger.seal("unsaid here").sealed, reason: null },
      }),
    ]);
    const viewer = { person: "p1", readOnly: true } as const;
    const shown = await listSubjects(reader(), viewer);
    assert.equal(shown.states.find(({ id }) => id === "st3")?.facts, "withheld");
    const saidBefore = await told();
    await views.rebuild();
    assert.deepEqual(await listSubjects(reader(), viewer), shown);
    assert.deepEqual(await told(), saidBefore);
    await say("subject.withdrawn", (seal) => ({ subject: "P1", reason: seal("a mannequin") }));
    assert.deepEqual(await told(), [["P3", "possible-prisoner", "st1"]]);
  });
});
