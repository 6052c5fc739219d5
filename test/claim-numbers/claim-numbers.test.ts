/** Numbers in texts: how many of what, what is left open, and what is no number. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readNumbers } from "../../src/reason/claim-text/numbers/read-numbers.ts";
import { tellLanguage } from "../../src/reason/claim-text/languages/tell-language.ts";

const seed = 20310508;

/** "14 14 - buildings": low, best, high and unit; "-" where open. */
type NumberRow = readonly [sentence: string, ...expected: (readonly [words: string, figures: string, ...hedges: string[]])[]];

const rows: Readonly<Record<"en" | "uk" | "ru", readonly NumberRow[]>> = {
  en: [
    ["Two men were hurt near the mill.", ["Two men", "2 2 2 people"]],
    ["At least 14 houses burned.", ["14 houses", "14 14 - buildings", "At least"]],
    ["No more than five lorries left.", ["five lorries", "- - 5 vehicles", "No more than"]],
    ["Up to 50 tonnes were lost.", ["50 tonnes", "- - 50 tonnes", "Up to"]],
    ["About 30 people fled.", ["30 people", "30 30 30 people", "About"]],
    ["Some 200 fled.", ["200", "200 200 200 unstated", "Some"]],
    ["Between 30 and 40 people fled.", ["30 and 40 people", "30 - 40 people"]],
    ["Six or seven soldiers came.", ["Six or seven soldiers", "6 - 7 people"]],
    ["They counted 20-30 graves.", ["20-30 graves", "20 - 30 graves"]],
    ["They counted 12, maybe more.", ["12", "12 12 - unstated", ", maybe more"]],
    ["Dozens of villagers fled.", ["Dozens of villagers", "24 - - people"]],
    ["Several drivers fled.", ["Several drivers", "3 - - people"]],
    ["He heard a few shots.", ["a few shots", "2 - - shots"]],
    ["Hundreds of shells fell.", ["Hundreds of shells", "200 - - munitions"]],
    ["A few hundred people came.", ["A few hundred people", "200 - - people"]],
    ["A dozen lorries came.", ["A dozen lorries", "12 12 12 vehicles"]],
    ["Two hundred and five men came.", ["Two hundred and five men", "205 205 205 people"]],
    ["Forty-two men came.", ["Forty-two men", "42 42 42 people"]],
    [
      "1,200 people came, and 3.5 million dollars.",
      ["1,200 people", "1200 1200 1200 people"],
      ["3.5 million dollars", "3500000 3500000 3500000 money"],
    ],
    ["Three heavily armed young men came.", ["Three heavily armed young men", "3 3 3 people"]],
    ["Two of the prisoners fled.", ["Two of the prisoners", "2 2 2 people"]],
    ["3 lorry drivers fled.", ["3 lorry drivers", "3 3 3 people"]],
    ["No lorry was seen.", ["No lorry", "0 0 0 vehicles"]],
    ["One man came.", ["One man", "1 1 1 people"]],
    ["It lay about 7 miles southwest of Harrow.", ["7 miles", "7 7 7 miles", "about"]],
    ["It burned for three hours.", ["three hours", "3 3 3 hours"]],
    ["On 3 May 2031 at 14:30 the 3rd Brigade took route 12 with a T-72 and a 60-year-old man, aged 60."],
    ["One said so, and no one spoke."],
    ["He came on Tuesday between 2 and 4 p.m."],
  ],
  uk: [
    ["Двоє загинули.", ["Двоє", "2 2 2 people"]],
    ["Щонайменше 14 будинків згоріли.", ["14 будинків", "14 14 - buildings", "Щонайменше"]],
    ["Поранено від 30 до 40 людей.", ["30 до 40 людей", "30 - 40 people"]],
    ["Близько 200 людей виїхали.", ["200 людей", "200 200 200 people", "Близько"]],
    ["Десятки мешканців виїхали.", ["Десятки мешканців", "20 - - people"]],
    ["Кілька водіїв виїхали.", ["Кілька водіїв", "2 - - people"]],
    ["Двадцять п'ять осіб виїхали.", ["Двадцять п'ять осіб", "25 25 25 people"]],
    ["1 200 людей виїхали.", ["1 200 людей", "1200 1200 1200 people"]],
    ["Понад сто машин виїхали.", ["сто машин", "100 100 - vehicles", "Понад"]],
    ["Жодної машини не бачили.", ["Жодної машини", "0 0 0 vehicles"]],
    ["Це за 7,5 кілометра на південь.", ["7,5 кілометра", "7.5 7.5 7.5 km"]],
    ["Вода піднялася на пів метра.", ["пів метра", "0.5 0.5 0.5 m"]],
    ["Вивезли понад двадцятьох пацієнтів.", ["двадцятьох пацієнтів", "20 20 - people", "понад"]],
    ["3 травня о 14:30 виїхав 60-річний чоловік."],
  ],
  ru: [
    ["Погибли двое.", ["двое", "2 2 2 people"]],
    ["По меньшей мере 14 домов сгорели.", ["14 домов", "14 14 - buildings", "По меньшей мере"]],
    ["Ранены от 30 до 40 человек.", ["30 до 40 человек", "30 - 40 people"]],
    ["Около 200 человек выехали.", ["200 человек", "200 200 200 people", "Около"]],
    ["Десятки жителей выехали.", ["Десятки жителей", "20 - - people"]],
    ["Двадцать пять человек выехали.", ["Двадцать пять человек", "25 25 25 people"]],
    ["Ни одного грузовика не видели.", ["Ни одного грузовика", "0 0 0 vehicles"]],
    ["Свыше ста машин выехали.", ["ста машин", "100 100 - vehicles", "Свыше"]],
    ["3 мая в 14:30 выехал 60-летний мужчина."],
  ],
};

describe("numbers in a text", () => {
  for (const [language, of] of Object.entries(rows)) {
    for (const [sentence, ...expected] of of)
      it(`are read: ${sentence}`, () => {
        const found = readNumbers(sentence, language).map(({ words, low, best, high, unit, hedges }) => [
          words,
          `${low ?? "-"} ${best ?? "-"} ${high ?? "-"} ${unit}`,
          ...hedges.map((hedge) => hedge.words),
        ]);
        assert.deepEqual(found, expected);
      });
  }

  it("stand where their spans say, and lengths are told from other figures", () => {
    const text = "About 7 miles from Harrow at least two men were hurt.";
    const found = readNumbers(text, "en");
    assert.deepEqual(
      found.map(({ span, unitSpan, isDistance }) => [
        text.slice(span.start, span.end),
        text.slice(unitSpan?.start, unitSpan?.end),
        isDistance,
      ]),
      [
        ["7 miles", "miles", true],
        ["two men", "men", false],
      ],
    );
  });

  it("written in words are the figures they were written from", () => {
    const ones =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
        " ",
      );
    const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    const below100 = (n: number): string =>
      n < 20 ? (ones[n - 1] ?? "") : `${tens[Math.floor(n / 10) - 2]}${n % 10 === 0 ? "" : `-${ones[(n % 10) - 1]}`}`;
    const below1000 = (n: number): string =>
      n < 100 ? below100(n) : `${ones[Math.floor(n / 100) - 1]} hundred${n % 100 === 0 ? "" : ` and ${below100(n % 100)}`}`;
    const worded = (n: number): string =>
      n < 1000 ? below1000(n) : `${below1000(Math.floor(n / 1000))} thousand${n % 1000 === 0 ? "" : ` ${below1000(n % 1000)}`}`;
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 1000, max: 99_999 })), (n) => {
        for (const written of [String(n), n.toLocaleString("en-GB"), worded(n)]) {
          const [found] = readNumbers(`They counted ${written} people there.`, "en");
          assert.deepEqual([found?.low, found?.best, found?.high], [n, n, n], written);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("the language of a text", () => {
  it("is told by its letters and its small words, and is other where no rules were made for it", () => {
    for (const [text, language] of [
      ["Two men were hurt near the mill on Tuesday, the mayor said.", "en"],
      ["За словами мера, у вівторок вранці вибухнув склад.", "uk"],
      ["По словам мэра, во вторник утром взорвался склад.", "ru"],
      ["На дороге стояли солдаты.", "ru"],
      ["На мосту стояли солдати та водій.", "uk"],
      ["Zwei Männer wurden am Dienstag bei der Mühle verletzt, sagte der Bürgermeister.", "other"],
      ["Deux hommes ont été blessés mardi près du moulin, a dit le maire.", "other"],
      ["שני גברים נפצעו ליד הטחנה ביום שלישי", "other"],
      ["Прикордонники затримали чотирьох рибалок.", "uk"],
      ["Сторож заметил двух мужчин у склада.", "ru"],
      ["Жители покинули село.", "ru"],
      ["Жыхары пакінулі вёску, бо ўначы гарэў млын.", "other"],
      ["Становници су напустили село јер је горео млин.", "other"],
      ["12 34 56", "other"],
      ["", "other"],
    ] as const)
      assert.equal(tellLanguage(text), language, text);
  });
});
