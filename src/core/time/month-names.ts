/** Names of months as they stand in dates: English, Ukrainian, Russian, German, in full or by their first letters. */

const names: readonly (readonly string[])[] = [
  ["january", "січня", "січень", "января", "январь", "januar", "jänner"],
  ["february", "лютого", "лютий", "февраля", "февраль", "februar"],
  ["march", "березня", "березень", "марта", "март", "märz"],
  ["april", "квітня", "квітень", "апреля", "апрель"],
  ["may", "травня", "травень", "мая", "май", "mai"],
  ["june", "червня", "червень", "июня", "июнь", "juni"],
  ["july", "липня", "липень", "июля", "июль", "juli"],
  ["august", "серпня", "серпень", "августа", "август"],
  ["september", "вересня", "вересень", "сентября", "сентябрь", "sept"],
  ["october", "жовтня", "жовтень", "октября", "октябрь", "oktober"],
  ["november", "листопада", "листопад", "ноября", "ноябрь"],
  ["december", "грудня", "грудень", "декабря", "декабрь", "dezember"],
];

/** 1 to 12. Three letters are enough where they fit one month only ("черв" and "лип" need theirs). */
export function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, "");
  if (lower.length < 3) return undefined;
  const exact = names.findIndex((of) => of.includes(lower));
  if (exact >= 0) return exact + 1;
  if (lower.length > 4) return undefined;
  const fits = names.flatMap((of, i) => (of.some((one) => one.startsWith(lower)) ? [i + 1] : []));
  return fits.length === 1 ? fits[0] : undefined;
}
