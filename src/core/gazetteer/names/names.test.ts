/** Spellings of one place find each other in any script, those of others do not, and the sorted list is searched as if it were read whole. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { editDistance, editsAllowed } from "./edit-distance.ts";
import { foldName } from "./fold-name.ts";
import { askedName, howMatched } from "./how-matched.ts";
import { keysOfAsked, keysOfListed } from "./name-keys.ts";
import { nearKeys } from "./near-keys.ts";
import { latinReadings } from "./to-latin.ts";

const seed = 20240914;

/** Asked for, listed, country of the listed place. */
const pairs: readonly (readonly [asked: string, listed: string, country: string, how: string])[] = [
  // Ukrainian, by the table of 2010, and its Russian form.
  ["Дмитрівка", "Dmytrivka", "UA", "transliteration"],
  ["Дмитровка", "Dmytrivka", "UA", "transliteration"],
  ["Dmitrovka", "Dmytrivka", "UA", "transliteration"],
  ["Київ", "Kyiv", "UA", "transliteration"],
  ["Киев", "Kyiv", "UA", "transliteration"],
  ["Kiev", "Kyiv", "UA", "transliteration"],
  ["Горлівка", "Horlivka", "UA", "transliteration"],
  ["Горловка", "Horlivka", "UA", "transliteration"],
  ["Chernigov", "Chernihiv", "UA", "transliteration"],
  ["Харків", "Kharkov", "UA", "transliteration"],
  ["Згурівка", "Zghurivka", "UA", "transliteration"],
  ["Сєвєродонецьк", "Severodonetsk", "UA", "transliteration"],
  ["Щастя", "Shchastia", "UA", "transliteration"],
  ["Ізюм", "Izium", "UA", "transliteration"],
  ["Юр’ївка", "Yurivka", "UA", "transliteration"],
  // Russian.
  ["Ельня", "Yelnya", "RU", "transliteration"],
  ["Екатеринбург", "Yekaterinburg", "RU", "transliteration"],
  ["Грозный", "Groznyy", "RU", "transliteration"],
  ["Тюмень", "Tyumen", "RU", "transliteration"],
  // Belarusian, Bulgarian, Serbian, Macedonian.
  ["Магілёў", "Mahilyow", "BY", "transliteration"],
  ["Велико Търново", "Veliko Tarnovo", "BG", "transliteration"],
  ["Пещера", "Peshtera", "BG", "transliteration"],
  ["Ћуприја", "Ćuprija", "RS", "transliteration"],
  ["Љубовија", "Ljubovija", "RS", "transliteration"],
  ["Скопје", "Skopje", "MK", "transliteration"],
  // Greek.
  ["Θεσσαλονίκη", "Thessaloniki", "GR", "transliteration"],
  ["Χανιά", "Chania", "GR", "transliteration"],
  ["Khania", "Chaniá", "GR", "transliteration"],
  ["Μπραχάμι", "Brachami", "GR", "transliteration"],
  ["Λευκωσία", "Lefkosia", "CY", "transliteration"],
  // Georgian, Armenian.
  ["თბილისი", "Tbilisi", "GE", "transliteration"],
  ["ქუთაისი", "Kutaisi", "GE", "transliteration"],
  ["Երևան", "Yerevan", "AM", "transliteration"],
  ["Գյումրի", "Gyumri", "AM", "transliteration"],
  // Arabic and Hebrew: consonants alone.
  ["حلب", "Ḩalab", "SY", "consonants"],
  ["دمشق", "Dimashq", "SY", "consonants"],
  ["القاهرة", "Al Qāhirah", "EG", "consonants"],
  ["Dimashq", "دمشق", "SY", "consonants"],
  ["חיפה", "Haifa", "IL", "consonants"],
  ["באר שבע", "Be'er Sheva", "IL", "consonants"],
  // Latin with marks.
  ["Zuerich", "Zürich", "CH", "name"],
  ["Lodz", "Łódź", "PL", "name"],
  ["Da Nang", "Đà Nẵng", "VN", "name"],
  ["SAO PAULO", "São Paulo", "BR", "name"],
  ["izmir", "İzmir", "TR", "name"],
  ["Saint Denis", "Saint-Denis", "FR", "name"],
  // Letters apart.
  ["Dmytivka", "Dmytrivka", "UA", "near-spelling"],
  ["Sebastopol", "Sevastopol", "UA", "near-spelling"],
  ["北京", "北京", "CN", "name"],
];

describe("spellings of one place", () => {
  for (const [asked, listed, country, how] of pairs) {
    it(`${asked} finds ${listed} by ${how}`, () => {
      assert.equal(howMatched(askedName(asked), { name: listed, variants: [], country })?.matchedBy, how);
    });
  }

  it("all find each other, whichever is listed", () => {
    const all = ["Dmytrivka", "Dmitrivka", "Dmitrovka", "Дмитрівка", "Дмитровка", "Dmitrievka"];
    for (const asked of all)
      for (const name of all) {
        const how = howMatched(askedName(asked), { name, variants: [], country: "UA" });
        assert.equal(how?.matchedBy, asked === name ? "name" : "transliteration", `${asked} ${name}`);
      }
  });

  it("say which further name matched", () => {
    const how = howMatched(askedName("Аеропорт"), { name: "Airfield", variants: ["Летовище", "Аеропорт"], country: "UA" });
    assert.deepEqual(how, { matchedBy: "variant", matched: "Аеропорт", edits: 0 });
  });
});

describe("names of other places", () => {
  for (const [asked, listed, country] of [
    ["Halle", "Hölle", "DE"],
    ["Alta", "Yalta", "UA"],
    ["Bucha", "Bukhara", "UZ"],
    ["Ur", "Ar", "IQ"],
    ["Bari", "Bir", "EG"],
    ["Dmytrivka", "Dymerka", "UA"],
  ] as const)
    it(`${asked} is not ${listed}`, () => {
      const how = howMatched(askedName(asked), { name: listed, variants: [], country });
      assert.ok(how === undefined || how.matchedBy === "near-spelling", how?.matchedBy ?? "no match");
    });

  it("of other countries do not meet by what Slavic spellings write for one another", () => {
    assert.ok(!keysOfListed("Galle", "LK").some((key) => keysOfAsked("Halle").includes(key)));
    assert.ok(keysOfListed("Galle", "RU").some((key) => keysOfAsked("Halle").includes(key)));
  });
});

describe("names that are made by chance", () => {
  const anyName = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.array(fc.constantFrom(..."abcdikvoуїєщёљΘμπჭძշռحلשצé ’-"), { maxLength: 14 }).map((letters) => letters.join("")),
  );

  it("find themselves, whatever the case and the punctuation", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        if (foldName(name) === "") return;
        for (const asked of [name, name.toLowerCase(), ` ${name}.`]) {
          const how = howMatched(askedName(asked), { name, variants: [], country: "" });
          assert.ok(how !== undefined && how.matchedBy !== "near-spelling", asked);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it("have keys that are short and the same every time", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const keys = keysOfListed(name, "UA");
        assert.deepEqual(keysOfListed(name, "UA"), keys);
        assert.ok(keys.length <= 20 && keys.every((key) => key.length <= 4 * name.length + 20));
        assert.ok(latinReadings(name).length <= 3);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe("a sorted list of keys", () => {
  const word = fc.array(fc.constantFrom(..."abcd"), { minLength: 1, maxLength: 7 }).map((letters) => letters.join(""));

  it("is searched for near ones as if every key were compared", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.integer({ min: 0, max: 2 }), (words, asked, edits) => {
        const keys = [...words.map((one) => `g${one}`), "a", "h"].sort();
        const next = (from: string) => keys.find((key) => key >= from);
        const found = nearKeys(next, "g", asked, edits).map((one) => `${one.key} ${one.edits}`);
        const compared = words.map((one) => ({ one, by: editDistance(asked, one) })).filter(({ by }) => by <= edits);
        assert.deepEqual(found.sort(), compared.map(({ one, by }) => `g${one} ${by}`).sort());
      }),
      { seed, numRuns: 400 },
    );
  });

  it("allows no change in short names, and two in long ones", () => {
    assert.deepEqual([4, 5, 8, 9].map(editsAllowed), [0, 1, 1, 2]);
  });
});
