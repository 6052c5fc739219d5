/** Names that words on a sign may hold, to be looked up: each word of some length, and the words together where there are few. */

const leastLetters = 3;
const mostWords = 4;
const mostTerms = 12;
/** What stands on half of all signs and names no place: kinds of streets, hours, doors. Ukrainian, Russian, Arabic, English. */
const common = new Set([
  ...["вул", "вулиця", "просп", "проспект", "площа", "пров", "провулок", "бульв", "бульвар", "шосе", "вхід", "вихід", "години", "аптека"],
  ...["улица", "площадь", "переулок", "шоссе", "вход", "выход", "часы", "магазин", "маркет", "продукти", "продукты", "кафе", "банк"],
  ...["شارع", "ساحة", "طريق", "مدخل", "مخرج", "صيدلية", "مسجد", "مدرسة"],
  ...["street", "road", "avenue", "square", "exit", "entrance", "open", "closed", "shop", "bank", "cafe", "pharmacy", "stop", "the", "and"],
]);

/** The words together come first. */
export function signTerms(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’ʼ-]*/gu) ?? [];
  const named = words.filter((word) => letters(word) >= leastLetters && !common.has(word.toLowerCase()));
  const together = named.length > 1 && named.length <= mostWords ? [named.join(" ")] : [];
  return [...new Set([...together, ...named])].slice(0, mostTerms);
}

function letters(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}
