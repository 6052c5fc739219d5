/** Loose pictures with metadata, a voice note, notes, and a file that nothing can read. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ANNOUNCEMENTS, PLACE, SEED, SYNTHETIC_LABEL, TOWN_UTC_OFFSET_H } from "./event.ts";
import { REPRODUCIBLE, runFfmpeg } from "./ffmpeg.ts";
import { randomStream } from "./random.ts";
import { COMMENT, voiceFolder } from "./record.ts";
import { sharpStill, stillById, type Still } from "./stills.ts";

export interface LoosePicture {
  readonly file: string;
  readonly still: string;
  /** What the metadata says, and in which way it misleads. */
  readonly dateTimeOriginal: string | null;
  readonly offsetTimeOriginal: string | null;
  readonly gps: { readonly latDeg: number; readonly lonDeg: number } | null;
  readonly note: string;
}

const two = (n: number) => String(n).padStart(2, "0");

/** EXIF's form of a moment on the clocks of Ostrel; EXIF itself names no zone. */
function exifTime(still: Still, aheadS = 0): string {
  const d = new Date(still.utcMs + (TOWN_UTC_OFFSET_H * 3600 + aheadS) * 1000);
  const day = [d.getUTCFullYear(), two(d.getUTCMonth() + 1), two(d.getUTCDate())].join(":");
  return `${day} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
}

const GPS = { latDeg: PLACE.latDeg, lonDeg: PLACE.lonDeg };
const wide = stillById("square-wide");
const van = stillById("van-at-fountain");

export const LOOSE_PICTURES: readonly LoosePicture[] = [
  {
    file: "pictures/square-wide.jpg",
    still: wide.id,
    dateTimeOriginal: exifTime(wide),
    offsetTimeOriginal: null,
    gps: GPS,
    note: "camera clock right on Ostrel's wall clock; the metadata names no zone",
  },
  {
    file: "pictures/van-at-fountain.jpg",
    still: van.id,
    dateTimeOriginal: exifTime(van, -3600),
    offsetTimeOriginal: "+03:00",
    gps: GPS,
    note: "camera clock one hour slow, and the metadata names a zone: wrong with confidence",
  },
  {
    file: "pictures/awnings.png",
    still: "awnings",
    dateTimeOriginal: null,
    offsetTimeOriginal: null,
    gps: null,
    note: "a PNG without a time and without a place",
  },
];

export const VOICE_NOTE = "documents/voice-note.ogg";
export const NOTES = "documents/notes.txt";
export const UNREADABLE = "documents/card-dump.dat";

export async function writePictures(folder: string): Promise<void> {
  await mkdir(join(folder, "pictures"), { recursive: true });
  for (const picture of LOOSE_PICTURES) {
    const drawn = sharpStill(stillById(picture.still)).withExif(exifOf(picture));
    const encoded = picture.file.endsWith(".png") ? drawn.png({ compressionLevel: 9 }) : drawn.jpeg({ quality: 88 });
    await writeFile(join(folder, picture.file), await encoded.toBuffer());
  }
}

function exifOf({ dateTimeOriginal, offsetTimeOriginal, gps }: LoosePicture) {
  return {
    IFD0: { ImageDescription: COMMENT, Make: "Witnessmark sample", Model: `${SYNTHETIC_LABEL} still camera` },
    ...(dateTimeOriginal
      ? { IFD2: { DateTimeOriginal: dateTimeOriginal, ...(offsetTimeOriginal ? { OffsetTimeOriginal: offsetTimeOriginal } : {}) } }
      : {}),
    ...(gps
      ? { IFD3: { GPSLatitudeRef: "N", GPSLatitude: degrees(gps.latDeg), GPSLongitudeRef: "E", GPSLongitude: degrees(gps.lonDeg) } }
      : {}),
  };
}

/** Degrees, minutes and hundredths of seconds as EXIF writes fractions. */
function degrees(value: number): string {
  const hundredths = Math.round(value * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor((hundredths % 360_000) / 6000)}/1 ${hundredths % 6000}/100`;
}

export async function writeDocuments(folder: string): Promise<void> {
  await mkdir(join(folder, "documents"), { recursive: true });
  const [english] = ANNOUNCEMENTS;
  if (!english) throw new Error("the event has no announcement");
  await runFfmpeg([
    ...["-i", join(voiceFolder, english.file), "-af", "highpass=f=300,lowpass=f=3000,volume=0.8"],
    ...["-c:a", "libopus", "-b:a", "20k", "-application", "voip", "-ac", "1", ...REPRODUCIBLE],
    ...["-metadata", `comment=${COMMENT}`, join(folder, VOICE_NOTE)],
  ]);
  await writeFile(join(folder, NOTES), NOTES_TEXT);
  const random = randomStream(SEED, "unreadable");
  const noise = Uint8Array.from({ length: 3072 }, () => Math.floor(random() * 256));
  const marker = new TextEncoder().encode(`${SYNTHETIC_LABEL} random bytes\n`);
  await writeFile(join(folder, UNREADABLE), new Uint8Array([0, ...marker, ...noise]));
}

const NOTES_TEXT = `SYNTHETIC notes, made for testing. The town, the event and the people are invented.

Phone call, Saturday about six: the reader with the phone stood on the west side,
near the striped stalls, and pointed it at the market hall. She says the bell had
begun when she pressed record, or just before. She did not change the clock of the
phone after her holiday.

To do: find who stood on the balcony to the south. Ask for the file, not for a copy.
`;

export const VOICE_NOTE_TEXT = ANNOUNCEMENTS[0]?.text ?? "";
