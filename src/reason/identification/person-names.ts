/**
 * Words that look like a person's name, so that they are asked about before they enter a record. A guess on the safe side: it
 * stops two capitalised words that are not known to name a people, a force, a place or a time, and whatever follows "named".
 */

/** Words that begin with a capital letter in descriptions that name nobody. */
const plain = new Set(
  (
    "ukrainian russian belarusian georgian chechen soviet british american polish crimean cossack foreign international " +
    "forces force army armed troops soldiers soldier guard guards national territorial defence defense legion battalion brigade regiment " +
    "company platoon division corps marines marine navy naval airborne paratroopers police security service services ministry command " +
    "military district northern southern eastern western central north south east west federation republic state special operations unit " +
    "group men women persons person people fighters members crew january february march april may june july august september october " +
    "november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday " +
    "the a an of in on at and or with wearing worn used two three several some unknown one i bmd bmp btr " +
    "українські українська російські російська збройні сили україни росії армія національна гвардія " +
    "украинские украинская российские российская вооруженные вооружённые силы украины россии армия национальная гвардия"
  ).split(" "),
);

/** The same in the names of outlets, agencies and programs, which say who says something and name nobody. */
export const outletWords: ReadonlySet<string> = new Set(
  (
    "press news times post radio tv television agency agence media journal herald telegraph guardian observer independent tribune gazette " +
    "magazine newspaper channel broadcasting sky new wall street deutsche welle jazeera free le la el der die pravda novaya gazeta " +
    "ukrainska kyiv human rights watch amnesty conflict intelligence team staff office court council commission mission nations union " +
    "google maps earth view telegram twitter youtube facebook " +
    "радіо канал телеканал агентство новини пресса правда українська радио новости газета новая"
  ).split(" "),
);

const word = String.raw`[\p{Lu}][\p{L}\p{M}'’-]+`;
const pair = new RegExp(String.raw`(?<![\p{L}\p{M}])(${word})\s+(${word})(?![\p{L}\p{M}])`, "gu");
const following = new RegExp(String.raw`^\s+(${word})(?![\p{L}\p{M}])`, "u");
const named = new RegExp(String.raw`\b(?:named|called|by the name of)\s+(${word}(?:\s+${word})*)`, "gu");
const namedCyrillic = new RegExp(String.raw`(?<![\p{L}])(?:на ім['’]я|на прізвище|по имени|по фамилии)\s+(${word}(?:\s+${word})*)`, "gu");

/** Each as it stands in the text; empty where nothing looks like one. `more`: further words that name nobody there. */
export function likelyNames(text: string, more: ReadonlySet<string> = new Set()): string[] {
  const found = namedInFull(text);
  pair.lastIndex = 0;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [whole, first = "", second = ""] = match;
    const isPlain = (one: string) => plain.has(one.toLowerCase()) || more.has(one.toLowerCase());
    if (isPlain(first) || isPlain(second)) {
      // The second word may begin the next pair: "Unit Ann Example".
      pair.lastIndex = match.index + first.length;
      continue;
    }
    // To its end, so that a label in its place leaves no part of it: "Sergeant Ann Example".
    let end = match.index + whole.length;
    for (let next = following.exec(text.slice(end)); next !== null && !isPlain(next[1] ?? ""); next = following.exec(text.slice(end)))
      end += next[0].length;
    found.push(text.slice(match.index, end));
    pair.lastIndex = end;
  }
  return [...new Set(found)];
}

/** Only what follows "named" or "called": for words that stand as they were heard. */
export function namedInFull(text: string): string[] {
  return [...text.matchAll(named), ...text.matchAll(namedCyrillic)].flatMap(({ 1: name }) => name ?? []);
}
