/** Material to search: a channel that writes in several scripts, some of it without a zone, an article, and names. Synthetic. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { articleHtml } from "../support/material.ts";

export const markup = "<img src=x onerror=alert(1)>";

const said: readonly (readonly [text: string, zone?: "no zone"])[] = [
  ["The fountain of Ostrel is dry today"],
  ["Фонтан на площі не працює, п’ять людей чекають"],
  ["نافورة المدينة مُتَوَقِّفة اليوم"],
  ["市場の噴水は今日止まっています"],
  ["广场上的喷泉今天停了"],
  ["น้ำพุที่จัตุรัสหยุดทำงานวันนี้"],
  ["Fountains elsewhere run as usual", "no zone"],
  [`Somebody wrote ${markup} beside the fountain`, "no zone"],
  ["Underfountain is a village", "no zone"],
  ["Café Zürich closes early, Łódź too"],
  ["C-130 over t.me/ostrel at 12:30"],
  ["🚨 siren"],
];

export function makeManyScripts(folder: string): void {
  mkdirSync(join(folder, "chat"), { recursive: true });
  mkdirSync(join(folder, "news"), { recursive: true });
  const messages = Array.from({ length: 60 }, (_, i) => {
    const [text, zone] = said[i % said.length] as (typeof said)[number];
    const seconds = 1_726_300_000 + Math.floor(i / 3) * 50_000;
    return {
      id: i + 1,
      type: "message",
      date: new Date(seconds * 1000).toISOString().slice(0, 19),
      ...(zone === undefined ? { date_unixtime: String(seconds) } : {}),
      from: "Ostrel Today",
      from_id: "channel1000000001",
      ...(i % 10 === 0 ? { location_information: { latitude: 50.125, longitude: 30.25 } } : {}),
      text: i < said.length ? text : `${text} ${i}`,
    };
  });
  const chat = { name: "Ostrel Today", type: "public_channel", id: 1000000001, messages };
  writeFileSync(join(folder, "chat", "result.json"), JSON.stringify(chat));
  writeFileSync(join(folder, "news", "article.html"), articleHtml);
  writeFileSync(join(folder, "fountain plan.txt"), "Synthetic: plan of the fountain.");
}
