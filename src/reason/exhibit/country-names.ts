/** Names of countries in the languages that captions are read in: a caption that says "Ukraine" names no spot. */

const languages = ["en", "uk", "ru"];
/** What people call such places beside their names in the lists. */
const further = ["russia", "україна", "украина", "росія", "россия", "crimea", "крим", "крым", "donbas", "donbass", "донбас", "донбасс"];
let known: ReadonlySet<string> | undefined;

/** Folded to lower case. Made once: every two-letter code of every language is asked for. */
export function countryNames(): ReadonlySet<string> {
  known ??= new Set([...further, ...languages.flatMap(namesIn)]);
  return known;
}

function namesIn(language: string): string[] {
  const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => display.of(code)?.toLocaleLowerCase("und") ?? []);
}
