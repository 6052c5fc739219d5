/** Writes what people hand in: sheets, chats, mail, saved posts, files named by phones. Pictures carry the sample's own stills. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PLACE, SYNTHETIC_LABEL } from "../event.ts";
import { withJpegComment } from "../jpeg-comment.ts";
import { COMMENT } from "../record.ts";
import { sharpStill, stillById } from "../stills.ts";
import type { HandedInFile } from "./handed-in-file.ts";
import { CHAT_PICTURE, CHAT_TEXT, CHAT_ZIP, CLIP, CLIP_FROM, MAIL, mailText, POSTS } from "./posts.ts";
import { SHEETS } from "./sheets.ts";
import { storeZip } from "./store-zip.ts";

const MAP = "handed-in/from-the-globe.kml";

/** Named as phones and programs name what they save. The name's time is when it was saved or sent, never when it was filmed. */
const FROM_PHONES = [
  { file: "handed-in/phones/signal-2024-09-14-16-31-07-224.jpg", still: "van-at-fountain" },
  { file: "handed-in/phones/IMG-20240914-WA0003.jpg", still: "square-wide" },
  { file: "handed-in/phones/Screenshot_20240914-190211.png", still: "awnings" },
] as const;

export const HANDED_IN: readonly HandedInFile[] = [
  ...SHEETS,
  ...POSTS,
  {
    file: CHAT_ZIP,
    format: "whatsapp",
    traps: ["times are of the phone that exported, without a zone", "one video was left out of the export"],
  },
  { file: MAIL, format: "e-mail", traps: ["Date is the sender's clock; only the Received line of one's own server is one's own"] },
  { file: CLIP, format: "media", traps: [`the same bytes as ${CLIP_FROM}`] },
  ...FROM_PHONES.map(({ file }) => ({ file, format: "file-name", traps: ["the time in the name is when it was saved or sent"] })),
  { file: MAP, format: "kml", traps: ["a pin on a globe is a proposal, and names no radius"] },
].map(({ file, format, traps }) => ({ file, format, traps }));

/** The copies must already be there. */
export async function writeHandedIn(folder: string): Promise<void> {
  const put = async (file: string, bytes: string | Uint8Array) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), bytes);
  };
  for (const { file, text } of [...SHEETS, ...POSTS]) await put(file, text);
  const picture = await jpegOf("square-wide");
  await put(
    CHAT_ZIP,
    storeZip([
      { name: "_chat.txt", bytes: Buffer.from(CHAT_TEXT) },
      { name: CHAT_PICTURE, bytes: await jpegOf("van-at-fountain") },
    ]),
  );
  await put(MAIL, mailText(picture));
  await copyFile(join(folder, CLIP_FROM), join(folder, CLIP));
  for (const { file, still } of FROM_PHONES) {
    const bytes = file.endsWith(".png")
      ? await sharpStill(stillById(still))
          .withExif({ IFD0: { ImageDescription: COMMENT } })
          .png({ compressionLevel: 9 })
          .toBuffer()
      : await jpegOf(still);
    await put(file, bytes);
  }
  await put(MAP, kml);
}

async function jpegOf(still: string): Promise<Buffer> {
  return withJpegComment(await sharpStill(stillById(still)).jpeg({ quality: 80 }).toBuffer(), COMMENT);
}

const kml = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Ostrel (${SYNTHETIC_LABEL})</name>
<NetworkLink><name>never followed</name><Link><href>https://tiles.example/live.kml</href></Link></NetworkLink>
<Placemark><name>Where the phone stood?</name><TimeSpan><begin>2024-09-14T12:59:00Z</begin><end>2024-09-14T13:01:00Z</end></TimeSpan>
<LookAt><longitude>${PLACE.lonDeg}</longitude><latitude>${PLACE.latDeg}</latitude><heading>36</heading><range>60</range></LookAt>
<Point><coordinates>${PLACE.lonDeg},${PLACE.latDeg},0</coordinates></Point></Placemark>
</Document></kml>
`;
