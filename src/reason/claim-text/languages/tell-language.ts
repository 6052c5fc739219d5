/**
 * Tells English, Ukrainian and Russian apart by letters that only one of them has, by its commonest small words and by endings.
 * Anything else, and too little text, is "other": no rules are then applied that were made for one language.
 */

export type TextLanguage = "en" | "uk" | "ru" | "other";

/** Characters looked at: enough for any text to show its letters. */
const looked = 20_000;

const smallWords: Readonly<Record<"en" | "uk" | "ru", ReadonlySet<string>>> = {
  en: new Set("the of and to in a was were that is on by for at from with said had has as it he they not are an be".split(" ")),
  uk: new Set(
    "і та в у на що не з за до про від як це та його її їх була був було були який яка після під час повідомив повідомили зі або сказав чи ще лише вже має чотирьох трьох двох біля".split(
      " ",
    ),
  ),
  ru: new Set(
    "и в на что не с за до о от как это его её их был была было были которые который которая после во время сообщил сообщили или сказал из у ещё лишь только уже около возле".split(
      " ",
    ),
  ),
};
/** Endings and pieces of one of the two and not of the other; a past tense in -в or -л among them. */
const ofUkrainian = /(?:ськ|цьк|зьк|ння|ття|ьо|йо|ими|ого|ому|ти|лася|лися|лося|ець)$|ськ|цьк|зьк|(?:а|и|у|о|е)в$/u;
const ofRussian =
  /(?:ск|цк)(?:ий|ой|ая|ое|ие|их|ого|ом)$|(?:ение|ания|ание|ения|ость|ости|лась|лись|лось|ться|тся|ов|ые|ый|ая|ое|ой|ть)$|[аеиоуыя]л$|тель|вши/u;
/** Letters of other languages in Cyrillic: Belarusian, Serbian, Macedonian, Kazakh, Tatar. */
const ofOthers = /[ўђјљњћџѓќѕәңғүұқөһ]/u;
/** Without a letter of Ukrainian in so many it is more likely Russian: of its letters one in thirteen is і, ї or є. */
const leastWithout = 16;

export function tellLanguage(text: string): TextLanguage {
  const some = text.slice(0, looked).toLowerCase().normalize("NFC");
  let [latin, cyrillic, ofUk, ofRu, hard] = [0, 0, 0, 0, 0];
  for (const letter of some) {
    if (letter >= "a" && letter <= "z") latin++;
    else if (letter >= "\u0400" && letter <= "\u04ff") {
      cyrillic++;
      if ("іїєґ".includes(letter)) ofUk++;
      else if ("ыэё".includes(letter)) ofRu++;
      else if (letter === "ъ") hard++;
    }
  }
  const other = (some.match(/\p{L}/gu)?.length ?? 0) - latin - cyrillic;
  if (other > latin + cyrillic || latin + cyrillic === 0) return "other";
  const words = some.match(/\p{L}+/gu) ?? [];
  const share = (of: "en" | "uk" | "ru") => words.filter((word) => smallWords[of].has(word)).length;
  if (latin >= cyrillic) {
    // Other languages in Latin letters have a few of these words too; running English has one in three.
    const [found, accented] = [share("en"), some.match(/[^\P{Script=Latin}a-z]/gu)?.length ?? 0];
    return found > 0 && found * 10 >= words.length && accented * 20 <= latin ? "en" : words.length <= 3 && accented === 0 ? "en" : "other";
  }
  // Bulgarian writes ъ for a vowel, one letter in fifty.
  if (hard * 100 > cyrillic && hard > 2 && ofRu === 0) return "other";
  if (ofOthers.test(some)) return "other";
  if (ofUk !== ofRu) return ofUk > ofRu ? "uk" : "ru";
  const points = (of: "uk" | "ru") => share(of) * 2 + words.filter((word) => (of === "uk" ? ofUkrainian : ofRussian).test(word)).length;
  const [uk, ru] = [points("uk"), points("ru")];
  if (uk !== ru) return uk > ru ? "uk" : "ru";
  return ofUk === 0 && cyrillic >= leastWithout ? "ru" : "other";
}
