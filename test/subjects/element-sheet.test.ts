/** Element sheets: the list as data, what each coverage must rest on, and words that conclude. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { elementList } from "../../src/core/element/element-lists.ts";
import type { ElementList } from "../../src/core/element/element-list.ts";
import type { ElementCell, ElementGround } from "../../src/core/element/element-sheet.ts";
import { sortOfRecord } from "../../src/core/review/record-sort.ts";
import { conclusionIn } from "../../src/reason/element/conclusion-words.ts";
import { faultOfSheet } from "../../src/reason/element/check-sheet.ts";
import { newSheet } from "../../src/reason/element/new-sheet.ts";
import { sheetRows } from "../../src/reason/element/sheet-rows.ts";

const list = elementList({ name: "rome-statute-8-2-b-vi", version: "1" }) as ElementList;
const ground = (record: string, more: Partial<ElementGround["ground"]> = {}, fact: string | null = null): ElementGround => ({
  ground: { record, line: 9, at: null, segments: null, shows: "", ...more },
  fact,
});
const fault = (element: number, change: Partial<ElementCell>) => {
  const { format, cells } = newSheet(list);
  return faultOfSheet(list, { format, cells: cells.map((cell) => (cell.element === element ? { ...cell, ...change } : cell)) });
};
const shown = { coverage: "shown", shown: "P1 lies face down with hands bound", missing: "" } as const;

describe("the list of elements of article 8(2)(b)(vi)", () => {
  it("has six, names its source, and two articles under which the same conduct may be pleaded", () => {
    assert.deepEqual(
      list.elements.map(({ number, sort }) => `${number} ${sort}`),
      ["1 context", "2 mental", "3 conduct", "4 circumstance", "5 mental", "6 mental"],
    );
    assert.match(list.source.title, /Elements of Crimes/);
    assert.match(list.source.address, /^https:\/\/www\.icc-cpi\.int\//);
    assert.deepEqual(
      list.alsoPleaded.map(({ article }) => article),
      ["Rome Statute, article 8(2)(a)(i)", "Rome Statute, article 8(2)(c)(i)"],
    );
  });

  it("knows every fact that matters, and each can be cited by a record of a case", () => {
    // METHOD step 14: alive at t, weapon absent, hands bound, wounds, words spoken, distance, number of shots, who could see.
    const citedBy = {
      ...{ alive: "st1", "no-weapon": "st2", bound: "st3", wounds: "st4", shots: "sh1", distance: "n1", "who-could-see": "o1" },
      "words-spoken": "w1",
    };
    for (const [fact, record] of Object.entries(citedBy)) {
      assert.ok(
        list.facts.some(({ key }) => key === fact),
        fact,
      );
      assert.notEqual(sortOfRecord(record), undefined, `${record} is a record`);
      const of = list.facts.find(({ key }) => key === fact)?.elements[0] as number;
      const cited = ground(record, record.startsWith("w") ? { segments: ["4"] } : {}, fact);
      assert.equal(fault(of, { coverage: "partly", shown: "a part", missing: "the rest", grounds: [cited] }), undefined, fact);
    }
  });
});

describe("coverage of a cell", () => {
  it("a new sheet shows nothing, and says of what somebody knew or meant that footage does not show it", () => {
    const { format, cells } = newSheet(list);
    assert.equal(faultOfSheet(list, { format, cells }), undefined);
    assert.deepEqual(
      cells.map(({ coverage }) => coverage),
      ["not-shown", "not-showable", "not-shown", "not-shown", "not-showable", "not-showable"],
    );
    assert.ok(cells.every(({ missing }) => missing !== ""));
  });

  it("shown needs a ground and words, partly what is missing too, the others what was looked for or why", () => {
    assert.match(fault(4, shown) ?? "", /element 4: expected at least one ground for shown; found none/);
    assert.equal(fault(4, { ...shown, grounds: [ground("st1")] }), undefined);
    assert.match(fault(4, { ...shown, shown: " ", grounds: [ground("st1")] }) ?? "", /expected what the grounds show/);
    assert.match(fault(4, { ...shown, coverage: "partly", grounds: [ground("st1")] }) ?? "", /expected what is missing/);
    assert.match(fault(4, { coverage: "partly", shown: "x", missing: "y", grounds: [] }) ?? "", /at least one ground for partly/);
    assert.match(fault(1, { coverage: "not-shown", missing: "" }) ?? "", /what was looked for and is missing/);
    assert.match(fault(6, { coverage: "not-showable", missing: "  " }) ?? "", /expected why this cannot be shown/);
  });

  it("an item or a tier is cited at a time code", () => {
    assert.match(fault(4, { ...shown, grounds: [ground("i1")] }) ?? "", /expected i1 at a time code; found none/);
    assert.equal(fault(4, { ...shown, grounds: [ground("i1", { at: { fromS: 1, toS: 2 } })] }), undefined);
    assert.match(fault(4, { ...shown, grounds: [ground("w2", { segments: [] })] }) ?? "", /expected w2 at a time code/);
  });

  it("what somebody knew or meant is shown by words that were spoken, or not shown", () => {
    assert.match(fault(5, { ...shown, grounds: [ground("st1")] }) ?? "", /element 5: expected words that were spoken among the grounds/);
    assert.equal(fault(5, { ...shown, shown: "SPK1 says that he breathes", grounds: [ground("w1", { segments: ["3"] })] }), undefined);
    assert.equal(
      fault(5, { coverage: "partly", shown: "stands a metre away", missing: "what was seen", grounds: [ground("o1")] }),
      undefined,
    );
  });

  it("facts are those of the list, and every element has its cell in order", () => {
    assert.match(
      fault(4, { ...shown, grounds: [ground("st1", {}, "guess")] }) ?? "",
      /expected facts of rome-statute-8-2-b-vi 1; found "guess"/,
    );
    const { format, cells } = newSheet(list);
    assert.match(
      faultOfSheet(list, { format, cells: cells.slice(1) }) ?? "",
      /a cell for each element in order, 1, 2, 3, 4, 5, 6; found 2, 3/,
    );
  });
});

describe("words that conclude", () => {
  it("are refused wherever they stand, in every language that the program knows them in", () => {
    for (const words of [
      "P2 is guilty",
      "no guilt is shown",
      "A war crime was committed here",
      "thereby committing a war crime",
      "this constitutes a war crime",
      "P2 murdered P1",
      "the execution of P1",
      "proven beyond reasonable doubt",
      "GUIL\u200bTY",
      "винні у смерті P1",
      "це воєнний злочин",
      "виновен",
      "This shows a war crime",
      "evidence of war crimes",
      "they execute P1",
      "P2 is culpable",
      "P2 is responsible for the killing",
      "an unlawful killing",
      "a grave breach",
      "this satisfies the element",
      "The element is proven",
      "Це вбивство полоненого",
      "його розстріляно, розстріл",
      "P1 страчено",
      "это убийство",
      "расстрел P1",
      "они казнены",
      "P1 казнён",
      "جرائم حرب",
      "تنفيذ الإعدام",
      "это военное преступление",
      "جريمة حرب",
    ]) {
      assert.notEqual(conclusionIn(words), undefined, words);
      assert.match(fault(4, { ...shown, shown: words, grounds: [ground("st1")] }) ?? "", /element 4: .*which concludes/, words);
    }
    assert.match(fault(4, { ...shown, grounds: [ground("st1", { shows: "the murder" })] }) ?? "", /which concludes/);
  });

  it("what is seen, heard and missing can be said", () => {
    for (const words of [
      "P1 lies face down, hands bound behind the back, and breathes at 00:12.4",
      "two sudden sounds, called shots by a person, 0.8 s apart",
      "What P2 could see is not in the picture.",
      "The crimes of others are not looked at here.",
      "SPK1: /unintelligible/ he is gasping",
      "P1 лежить обличчям донизу, руки зв'язані",
      "на столі стоїть винна пляшка",
      "P2 is responsible for the radio, as SPK1 says",
    ])
      assert.equal(conclusionIn(words), undefined, words);
  });
});

describe("a sheet as a table", () => {
  it("has a row for each ground, one for a cell without, and none that adds anything up", () => {
    const { format, cells } = newSheet(list);
    const filled = cells.map((cell) =>
      cell.element === 4 ? { ...cell, ...shown, grounds: [ground("st1", {}, "bound"), ground("o2")] } : cell,
    );
    const rows = sheetRows(list, { format, cells: filled });
    assert.deepEqual(
      rows.map(({ element, coverage, ground: cited, fact }) => [element, coverage, cited?.record ?? null, fact]),
      [
        [1, "not-shown", null, null],
        [2, "not-showable", null, null],
        [3, "not-shown", null, null],
        [4, "shown", "st1", "Hands bound, or hooded"],
        [4, "shown", "o2", null],
        [5, "not-showable", null, null],
        [6, "not-showable", null, null],
      ],
    );
  });
});
