/**
 * Tells English, Ukrainian and Russian apart by letters that only one of them has and by its commonest small words. Anything
 * else, and too little text, is "other": no rules are then applied that were made for one language.
 */

export type TextLanguage = "en" | "uk" | "ru" | "other";

/** Characters looked at: enough for any text to show its letters. */
const looked = 20_000;

const smallWords: Readonly<Record<"en" | "uk" | "ru", ReadonlySet<string>>> = {
  en: new Set("the of and to in a was were that is on by for at from with said had has as it he they not are an be".split(" ")),
  uk: new Set(
    "і та в у на що не з за до про від як це та його її їх був була було були які який яка після під час повідомив повідомили зі або сказав".split(
      " ",
    ),
  ),
  ru: new Set(
    "и в на что не с за до о от как это его её их был была было были которые который которая после во время сообщил сообщили или сказал из".split(
      " ",
    ),
  ),
};

export function tellLanguage(text: string): TextLanguage {
  const some = text.slice(0, looked).toLowerCase();
  let [latin, cyrillic, ofUk, ofRu] = [0, 0, 0, 0];
  for (const letter of some) {
    if (letter >= "a" && letter <= "z") latin++;
    else if (letter >= "\u0400" && letter <= "\u04ff") {
      cyrillic++;
      if ("іїєґ".includes(letter)) ofUk++;
      else if ("ыэёъ".includes(letter)) ofRu++;
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
  if (ofUk !== ofRu) return ofUk > ofRu ? "uk" : "ru";
  const [uk, ru] = [share("uk"), share("ru")];
  return uk === ru ? "other" : uk > ru ? "uk" : "ru";
}
