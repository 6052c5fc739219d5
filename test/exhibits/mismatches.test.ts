/** What stands against a picture's showing an event: the words beside it, and where else it was seen. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readCaptionPlaces } from "../../src/reason/exhibit/caption-places.ts";
import { captionDays } from "../../src/reason/exhibit/caption-days.ts";
import { checkExhibit } from "../../src/reason/exhibit/check-exhibit.ts";
import { filePictureWords } from "../../src/reason/exhibit/file-picture-words.ts";
import type { ComparedEvent, ExhibitMaterial, NamedPoint } from "../../src/reason/exhibit/mismatch.ts";

const point = (name: string, lat: number, lon: number, population: number | null = null): NamedPoint => ({
  ...{ name, lat, lon, radiusKm: 0, population },
  source: "an invented list",
  floor: "every village",
});
/** Verkhnia lies 3 km from the event, Nyzhnia about 400 km away; Velyke is a large city some 25 km away. */
const places = new Map([
  ["Verkhnia", [point("Verkhnia", 50.49, 30.19)]],
  ["Nyzhnia", [point("Nyzhnia", 48.0, 26.4), point("Nyzhnia", 47.0, 36.0)]],
  ["Velyke", [point("Velyke", 50.45, 30.52, 2_900_000)]],
]);
const event: ComparedEvent = {
  id: "e1",
  title: "Synthetic filming",
  place: { lat: 50.465, lon: 30.185, radiusKm: 2 },
  time: { earliest: "2022-03-29T10:00:00Z", latest: "2022-03-29T17:00:00Z" },
};
const bare: ExhibitMaterial = {
  words: { caption: null, credit: null, alt: null },
  places,
  days: [],
  sightings: [],
  publishedFrom: "unknown",
};
const published = { earliest: "2022-04-06T00:00:00Z", latest: "2022-04-06T23:59:59Z" } as const;
const check = (caption: string, events: readonly ComparedEvent[] = [event], more: Partial<ExhibitMaterial> = {}) => {
  const words = { caption, credit: null, alt: null };
  return checkExhibit({ ...bare, words, days: captionDays(words, published), ...more }, events);
};
const sorts = (caption: string, ...rest: [] | [readonly ComparedEvent[]]) => check(caption, ...rest).mismatches.map(({ sort }) => sort);

describe("a caption", () => {
  it("that names the event's village raises nothing", () => {
    assert.deepEqual(sorts("A road near Verkhnia"), []);
    assert.deepEqual(sorts("A road in Verkhnia, outside Velyke"), []);
  });

  it("that names another village is held against the nearest place of that name, with figures", () => {
    const [mismatch] = check("A road near Nyzhnia").mismatches;
    assert.equal(mismatch?.sort, "caption-place");
    const figures = new Map(mismatch?.figures.map(({ what, value }) => [what, value]));
    assert.match(figures.get("distance") ?? "", /^38\d km$/);
    assert.equal(figures.get("places of that name on the lists"), "2");
  });

  it("that only says by the event's village where another one is, names the other one", () => {
    assert.deepEqual(sorts("A road in Nyzhnia, outside Verkhnia"), ["caption-at-odds", "caption-place"]);
  });

  it("that names both is not at odds with the event", () => {
    assert.deepEqual(sorts("A road near Verkhnia, and another in Nyzhnia"), []);
  });

  it("that calls a village outside a city what lies 400 km away is at odds with itself", () => {
    const { mismatches } = check("A tank in Nyzhnia, a village outside Velyke", []);
    assert.deepEqual(
      mismatches.map(({ sort, event: of }) => [sort, of]),
      [["caption-at-odds", null]],
    );
    assert.match(
      mismatches[0]?.says ?? "",
      /"Nyzhnia, a village outside Velyke", and no Nyzhnia on the lists lies nearer to Velyke than 4\d\d km/,
    );
    assert.match(mismatches[0]?.notProven ?? "", /too small for the lists/);
    assert.deepEqual(sorts("A tank in Verkhnia, a village outside Velyke", []), []);
  });

  it("that states a distance is held to it", () => {
    assert.deepEqual(sorts("A man in Verkhnia, 25 km from Velyke", []), []);
    assert.deepEqual(sorts("A man in Nyzhnia, 12 miles from Velyke", []), ["caption-at-odds"]);
  });

  it("that names a country, or a place on no list, is held against nothing and says so", () => {
    const { mismatches, notCompared } = check("A street in Ukraine, near Unknownville");
    assert.deepEqual(mismatches, []);
    assert.deepEqual(
      notCompared.map((said) => said.split(":")[0]),
      ["Ukraine", "Unknownville"],
    );
    assert.match(notCompared.join(), /does not mean that there is none/);
  });

  it("is not held against an event without a place, and says so", () => {
    const { mismatches, notCompared } = check("A road near Nyzhnia", [{ ...event, place: "unknown" }]);
    assert.deepEqual(mismatches, []);
    assert.match(notCompared.join(), /e1: no place is stated/);
  });

  it("that names another day than the event is told of, and one that names the day is not", () => {
    const [mismatch] = check("A road near Verkhnia on March 3, 2022").mismatches;
    assert.equal(mismatch?.sort, "caption-date");
    assert.match(mismatch?.figures[0]?.value ?? "", /2022-03-03/);
    assert.deepEqual(sorts("A road near Verkhnia on March 29, 2022"), []);
    for (const short of [
      "Trees beside Verkhnia, March 3, 2022. File photo",
      "Дмитрівка, 3 березня 2022 року",
      "Дмитровка, 3 марта 2022 года",
    ])
      assert.ok(sorts(short).includes("caption-date"), short);
    assert.deepEqual(sorts("A road near Verkhnia on March 30, 2022"), [], "a day by an unknown clock may begin on the day before");
  });
});

describe("the names in a caption", () => {
  const names = (caption: string) => readCaptionPlaces(caption).places.map(({ name }) => name);

  it("are those behind a word of place, in three languages", () => {
    assert.deepEqual(names("Soldiers in the village of Verkhnia outside Velyke, Ukraine (AP Photo/Ann Example)"), ["Verkhnia", "Velyke"]);
    assert.deepEqual(names("Вибухи в Бучі під Києвом"), ["Бучі", "Києвом"]);
    assert.deepEqual(names("Мост возле Ирпеня"), ["Ирпеня"]);
    assert.deepEqual(names("Bucha, Ukraine"), ["Bucha"]);
  });

  it("are never agencies, people or months", () => {
    assert.deepEqual(names("Photo by Ann Example for Reuters, in April"), []);
  });

  it("are asked for in the case in which a list holds them", () => {
    const [bucha, kyiv] = readCaptionPlaces("Вибухи в Бучі під Києвом").places;
    assert.ok(bucha?.spellings.includes("Буча"));
    assert.ok(kyiv?.spellings.includes("Київ"));
  });

  it("are found in any words without end or error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        for (const { name, start, end } of readCaptionPlaces(text).places) assert.equal(text.slice(start, end), name);
      }),
    );
    assert.ok(readCaptionPlaces("in A".repeat(100_000)).places.length < 5000);
  });
});

describe("a file picture", () => {
  it("is known by the words that say so in three languages", () => {
    for (const said of [
      "Destroyed vehicles. File photo: Example",
      "(FILE) A road",
      "Photo from archive",
      "Illustrative image / Example Agency",
      "Image used for illustration purposes",
      "Фото з архіву",
      "архівне фото",
      "Ілюстративне фото",
      "Фото из архива агентства",
      "Архивное фото",
      "Иллюстративное фото",
      "Фото: архів",
    ])
      assert.ok(filePictureWords(said) !== undefined, said);
  });

  it("is not seen where a caption speaks of files and archives otherwise", () => {
    for (const said of ["People file past a road", "The archives of the town burnt", "A photo of the mayor", "Архів міста згорів"])
      assert.equal(filePictureWords(said), undefined, said);
  });
});

describe("a picture that was seen earlier", () => {
  const sightings = [{ item: "i7", by: "a post in i6", atOrBefore: "2021-05-01T08:00:00Z" }];

  it("cannot show what happened later, and says where it was seen", () => {
    const [mismatch] = checkExhibit({ ...bare, sightings }, [event]).mismatches;
    assert.equal(mismatch?.sort, "seen-earlier");
    assert.match(mismatch?.says ?? "", /before e1 at the earliest: in i7, a post in i6, at or before 2021-05-01T08:00:00Z/);
  });

  it("raises nothing where it was seen after the event", () => {
    const after = [{ item: "i7", by: "a post in i6", atOrBefore: "2022-03-30T05:40:00Z" }];
    const publishedFrom = "2022-04-06T00:00:00Z";
    assert.deepEqual(checkExhibit({ ...bare, sightings: after, publishedFrom }, [event]).mismatches, [], "though before the text");
  });

  it("without a time of the event, is told of where it was out before the text beside it", () => {
    const untimed = { ...event, time: "unknown" as const };
    const [mismatch] = checkExhibit({ ...bare, sightings, publishedFrom: "2022-04-06T00:00:00Z" }, [untimed]).mismatches;
    assert.match(mismatch?.says ?? "", /before the text beside it was published/);
    assert.match(mismatch?.notProven ?? "", /not made for that text/);
  });
});

describe("a mismatch", () => {
  it("is another one once its words or figures change, so that an old answer does not cover it", () => {
    const key = (caption: string, at = event) => check(caption, [at]).mismatches[0]?.key;
    assert.equal(key("A road near Nyzhnia"), key("A street near Nyzhnia"));
    assert.notEqual(key("A road near Nyzhnia"), key("A road near Nyzhnia", { ...event, place: { lat: 50.0, lon: 30.0, radiusKm: 2 } }));
  });
});
