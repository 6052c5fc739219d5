/** Sheets as a desk keeps them: a list of leads with everything that goes wrong in sheets, and two exports of other tools. */
import { PLACE, SYNTHETIC_LABEL } from "../event.ts";
import type { HandedInFile } from "./handed-in-file.ts";
import { DORVANE_POST_ID } from "./posts.ts";

const { latDeg, lonDeg } = PLACE;

/** Degrees, minutes and whole seconds, as people copy them off a map. */
function dms(value: number, letters: readonly [string, string]): string {
  const seconds = Math.round(Math.abs(value) * 3600);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}'${two(seconds % 60)}"${value < 0 ? letters[1] : letters[0]}`;
}

const leads: readonly (readonly string[])[] = [
  ["Link", "Posted", "Where", "What", "Status", "Graphic", "Reporter", "Desk code", "Our note"],
  [
    "https://t.me/ostrel_today_example/41",
    "14.09.2024 16:41",
    `${latDeg}, ${lonDeg}`,
    "Red van rolls to the fountain",
    "To Do",
    "no",
    "Mira",
    "OST-1",
    SYNTHETIC_LABEL,
  ],
  [
    "https://t.me/s/ostrel_today_example/41?before=60",
    "14.09.2024 16:41",
    "",
    "Same post, another way to its page",
    "To Do",
    "no",
    "Mira",
    "OST-2",
    "",
  ],
  [
    `https://twitter.com/dorvane_live_example/status/${DORVANE_POST_ID}?s=20&t=abc`,
    "09/14/2024",
    "Kessany, Dorvane",
    "Says it was in Dorvane",
    "Help Needed",
    "no",
    "Teo",
    "OST-3",
    "Check the street lamps",
  ],
  [`https://x.com/dorvane_live_example/status/${DORVANE_POST_ID}`, "", "", "The same again", "", "", "Teo", "OST-4", ""],
  [
    "https://www.youtube.com/watch?v=synthetic00&utm_source=chat",
    "03/04/2024",
    `${dms(latDeg, ["N", "S"])} ${dms(lonDeg, ["E", "W"])}`,
    "Older clip of the square; day and month unclear",
    "In Progress",
    "no",
    "Anik",
    "OST-5",
    "",
  ],
  ["https://youtu.be/synthetic00", "", "", "The same clip", "", "", "Anik", "OST-6", ""],
  [
    "",
    "14 September 2024",
    "the west side of Market Square",
    "A reader rang: she has a film on her phone",
    "To Do",
    "unknown",
    "Mira",
    "OST-7",
    '=HYPERLINK("https://example.org";"a formula somebody left here")',
  ],
  [
    "https://courier.example/ostrel/van-rolls-to-fountain?fbclid=xyz#pictures",
    "2024-09-14T18:10:00+03:00",
    `https://maps.example/@${latDeg},${lonDeg},17z`,
    "The Courier's story",
    "Completed",
    "no",
    "Mira",
    "OST-8",
    "",
  ],
  [
    "https://gazette.example/runaway",
    "15.9.24",
    "",
    "Contradicts the Courier",
    "To Do",
    "no",
    "",
    "OST-9",
    'Read "both" pictures\nand their captions',
  ],
  [
    "ftp://files.example/square.mov",
    "31.02.2024",
    "91.5, 200",
    "A date and a place that cannot be",
    "To Do",
    "",
    "",
    "OST-10",
    "+380 00 000 00 00 is no number",
  ],
  [
    "https://t.me/velmara_watch_example/210",
    "45550.354167",
    `${String(latDeg).replace(".", ",")} ${String(lonDeg).replace(".", ",")}`,
    "Blue van, noon: not so",
    "To Do",
    "no",
    "Teo",
    "OST-11",
    "The date came out of a spreadsheet as a number",
  ],
  [
    "https://t.me/velmara_watch_example/213",
    "2024-09-15",
    "",
    "Sharper copy",
    "To Do",
    "YES - blood?",
    "Teo",
    "OST-12",
    "Nobody looked yet",
  ],
];

const atlos: readonly (readonly string[])[] = [
  [
    "slug",
    "inserted_at",
    "updated_at",
    "latitude",
    "longitude",
    "status",
    "description",
    "date",
    "time",
    "general_location",
    "geolocation_resolution",
    "sensitive",
    "source_1",
    "source_2",
    "weather",
  ],
  [
    "OSTREL-0001",
    "2024-09-15 08:11:02",
    "2024-09-16 07:40:00",
    String(latDeg),
    String(lonDeg),
    "In Progress",
    `Van rolls across Market Square (${SYNTHETIC_LABEL})`,
    "2024-09-14",
    "16:00:00",
    "Ostrel",
    "Vicinity",
    "Not Sensitive",
    "https://t.me/ostrel_today_example/41",
    "https://courier.example/ostrel/van-rolls-to-fountain",
    "clear",
  ],
  [
    "OSTREL-0002",
    "2024-09-15 08:20:40",
    "2024-09-15 08:20:40",
    "",
    "",
    "To Do",
    "Claim that it happened in Dorvane",
    "2024-09-14",
    "",
    "Dorvane",
    "",
    "Not Sensitive",
    `https://x.com/dorvane_live_example/status/${DORVANE_POST_ID}`,
    "",
    "",
  ],
];

/** `status,metadata,media` as auto-archiver's csv_db writes them: the last two are Python, not JSON. */
const autoArchiver: readonly (readonly string[])[] = [
  ["status", "metadata", "media"],
  [
    "telegram_extractor: success",
    `{'url': 'https://t.me/ostrel_today_example/41', 'title': 'Ostrel Today', 'timestamp': datetime.datetime(2024, 9, 14, 13, 41, 5, tzinfo=datetime.timezone.utc), 'content': "Market Square, today at four. ${SYNTHETIC_LABEL}", 'hash_algorithm': 'SHA-256', '_processed_at': datetime.datetime(2024, 9, 16, 7, 2, 11, 120000, tzinfo=datetime.timezone.utc)}`,
    "[Media(filename='tmp/a_small.mp4', key=None, urls=['archive/a_small.mp4'], properties={'hash': 'SHA-256:unknown', 'duration': 20.0}, _mimetype='video/mp4')]",
  ],
  ["wayback: no archiver could preserve the url", "{'url': 'https://gazette.example/runaway', 'title': None}", "[]"],
];

export const LEADS = "handed-in/leads.csv";
export const ATLOS = "handed-in/atlos-export-2024-09-16.csv";
export const AUTO_ARCHIVER = "handed-in/auto-archiver.csv";
export const LINKS = "handed-in/links.txt";

export const SHEETS: readonly (HandedInFile & { readonly text: string })[] = [
  {
    file: LEADS,
    format: "sheet",
    traps: [
      "OST-1 and OST-2, OST-3 and OST-4, OST-5 and OST-6 are one link each in two spellings",
      "03/04/2024 is 3 April or 4 March: nothing in the sheet decides",
      "31.02.2024 is no day, 91.5, 200 is no place",
      "45550.354167 is a spreadsheet's number for 15 September 2024, 08:30",
      "OST-7 holds a formula, OST-10 a text that begins like one",
    ],
    text: csv(leads),
  },
  {
    file: ATLOS,
    format: "atlos",
    traps: ["Vicinity means within 100 metres; date and time name no zone"],
    text: csv(atlos),
  },
  {
    file: AUTO_ARCHIVER,
    format: "auto-archiver",
    traps: ["metadata and media are Python values, not JSON; _processed_at is when it was collected, not posted"],
    text: csv(autoArchiver),
  },
  {
    file: LINKS,
    format: "link-list",
    traps: ["two lines name one post"],
    text: `# ${SYNTHETIC_LABEL} list of links\nhttps://t.me/velmara_watch_example/210\nhttps://t.me/velmara_watch_example/210?single\nhttps://courier.example/ostrel/van-rolls-to-fountain\n`,
  },
];

/** RFC 4180, with a quoted cell wherever it may be misread. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
