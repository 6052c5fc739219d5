/** A sheet as people paste it: invented posts about an invented town, with the untidiness of real ones. */

export const sheetHeader = ["Link", "Date", "Coordinates", "Status", "Graphic?", "Notes", "Who saw it"] as const;

const dates = ["3/4/2022", "29/03/2022", "2022-03-30 05:40", "31/02/2022", "5/4/2022 14:30", "March 2022", "44649", "30 березня 2022"];
const places = [
  "50.465, 30.185",
  `50°27'54"N 30°11'06"E`,
  "",
  "https://www.google.com/maps/@50.465,30.185,17z",
  "130.185, 50.465",
  "8FW4V75V+8Q",
  "by the mill",
];
const graphic = ["no", "yes", "", "very graphic", "mild"];

/** `count` rows; every tenth repeats the link of the row before, every thirteenth has none. */
export function sheetRows(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => {
    const post = at % 10 === 9 ? at - 1 : at;
    const link =
      at % 13 === 12
        ? ""
        : post % 2 === 0
          ? `https://t.me/s/dorvane_news/${post + 100}`
          : `https://x.com/dorvane/status/15068793255262${String(post).padStart(5, "0")}?s=20`;
    return [
      link,
      dates[at % dates.length] ?? "",
      places[at % places.length] ?? "",
      at % 3 === 0 ? "To do" : "In progress",
      graphic[at % graphic.length] ?? "",
      at === 4
        ? "<img src=x onerror=alert(1)>\u202Egnp.exe"
        : at === 5
          ? '=HYPERLINK("http://example.org","look")'
          : `note ${at + 1}, from the square`,
      at % 4 === 0 ? "Mara" : "",
    ];
  });
}

/** As a spreadsheet puts it on the clipboard. */
export function asText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}

export function asHtml(rows: readonly (readonly string[])[], hrefs: Readonly<Record<string, string>> = {}): string {
  const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const cell = (text: string) => (hrefs[text] === undefined ? safe(text) : `<a href="${hrefs[text]}">${safe(text)}</a>`);
  return `<meta charset="utf-8"><table>${rows.map((cells) => `<tr>${cells.map((text) => `<td>${cell(text)}</td>`).join("")}</tr>`).join("")}</table><script>document.title = "run"</script>`;
}
