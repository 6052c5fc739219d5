/**
 * What sort of thing words name, as far as a few plain nouns tell: enough to see that a video became pictures, and no more. Words that
 * name none of these are never held against each other, since two words for one thing look alike to no rule.
 */
import { folded } from "../derive/words.ts";

/** Nouns by the thing they name; things of one line are apart from each other, and from no thing of another line. */
const lines: readonly Readonly<Record<string, readonly string[]>>[] = [
  {
    video: ["video", "videos", "clip", "clips", "footage", "film", "recording", "recordings", "відео", "ролик", "видео"],
    pictures: [
      "picture",
      "pictures",
      "photo",
      "photos",
      "photograph",
      "photographs",
      "image",
      "images",
      "still",
      "stills",
      "фото",
      "знімки",
      "снимки",
    ],
    text: ["text", "texts", "statement", "statements", "message", "messages", "letter", "document", "documents"],
  },
  {
    civilians: ["civilian", "civilians", "resident", "residents", "villager", "villagers", "цивільні", "цивільних", "гражданские"],
    soldiers: [
      "soldier",
      "soldiers",
      "troop",
      "troops",
      "fighter",
      "fighters",
      "serviceman",
      "servicemen",
      "paratrooper",
      "paratroopers",
      "captive",
      "captives",
      "солдати",
      "солдаты",
      "військові",
      "военные",
    ],
  },
  {
    vehicles: ["vehicle", "vehicles", "tank", "tanks", "column", "convoy", "truck", "trucks", "колона", "колонна"],
    buildings: ["building", "buildings", "house", "houses", "school", "hospital", "bridge", "bridges"],
    persons: [
      "person",
      "persons",
      "people",
      "man",
      "men",
      "woman",
      "women",
      "body",
      "bodies",
      "soldier",
      "soldiers",
      "civilian",
      "civilians",
      "captive",
      "captives",
    ],
  },
];

/** Whether the first noun of each that is known names things that are apart; "the video of the column" is a video. */
export function areApart(was: string, became: string): boolean {
  const [first, second] = [folded(was).split(" "), folded(became).split(" ")];
  for (const things of lines) {
    const [one, other] = [thingIn(first, things), thingIn(second, things)];
    if (one === undefined || other === undefined) continue;
    if (one !== other) return true;
  }
  return false;
}

function thingIn(words: readonly string[], things: Readonly<Record<string, readonly string[]>>): string | undefined {
  for (const word of words) for (const [thing, nouns] of Object.entries(things)) if (nouns.includes(word)) return thing;
  return undefined;
}

/** Type designations, such as "T-72" or "BMP-2", as folded signs. */
export function designationsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{1,6}[-‐– ]?\p{N}{1,4}\p{Lu}{0,3}\p{N}?(?![\p{L}\p{N}])/gu)].map(([one]) =>
    one.replaceAll(/[-‐– ]/g, "").toUpperCase(),
  );
}
