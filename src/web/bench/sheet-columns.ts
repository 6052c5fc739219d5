/** What a column is called: by its header, or, where it has none, by its letter as spreadsheets count them. */
import { t } from "../words/t.ts";

export function columnName(header: string, column: number): string {
  return header.trim() === "" ? t("sheet.column", { letter: columnLetter(column) }) : header;
}

/** A for 0, Z for 25, AA for 26. */
function columnLetter(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
