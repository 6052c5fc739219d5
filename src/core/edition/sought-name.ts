/** How short a name may be and still be looked for, and whether it can be told from the words around it. One rule for whoever takes names out and whoever looks whether they are out. */

/** Scripts that are written without spaces between words, or with endings grown on: a name stands inside what is around it. */
const runsOn =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function isWrittenWithoutSpaces(text: string): boolean {
  return runsOn.test(text);
}

/** Two letters of the Latin script stand in every text; of other scripts they are a name. */
export function isLongEnough(text: string): boolean {
  const letters = [...text.trim()].length;
  return letters >= 3 || (letters === 2 && /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text));
}

/** Names that are words of every page too: of these only the whole name is looked for. */
const everyday: ReadonlySet<string> = new Set([
  ...["case", "court", "date", "edition", "file", "finding", "first", "from", "full", "grade", "grant", "ground", "head", "image", "item"],
  ...["keep", "kept", "label", "line", "lines", "long", "made", "mark", "marks", "name", "note", "open", "page", "part", "person", "place"],
  ...["point", "press", "public", "read", "record", "report", "road", "root", "said", "seal", "second", "send", "sharp", "short", "still"],
  ...["stone", "text", "that", "this", "time", "tool", "under", "user", "video", "west", "when", "white", "will", "with", "witness"],
  ...["black", "green", "brown", "grey", "east", "north", "south", "church", "house", "hill", "field", "wood", "page", "main", "body"],
  ...["unknown", "protected", "source", "outside", "prosecutor", "office", "registry", "journalist", "lawyer", "editor", "analyst"],
]);

export function isEveryday(word: string): boolean {
  return everyday.has(word.toLowerCase());
}

/** Words of a person's name that tell of the person by themselves, such as a surname. */
export function wordsOfName(name: string): string[] {
  return name.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => [...word].length >= 4 && /^\p{Lu}|^\p{Lo}/u.test(word) && !isEveryday(word));
}
