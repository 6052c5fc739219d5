/** A small folder of material: one of each kind that the program reads, invented and synthetic. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

export const articleHtml = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Van rolls into fountain</title>
<meta property="article:published_time" content="2024-09-14T15:10:00+03:00"><meta name="author" content="Synthetic Author"></head>
<body><article><h1>Van rolls into fountain</h1><p>A van rolled into the fountain of Ostrel. Nobody was hurt.</p>
<blockquote>It just started to roll, said a baker.</blockquote>
<figure><img src="pictures/square.png" alt="square"><figcaption>The square at four. Photo: Synthetic</figcaption></figure></article></body></html>`;

export const telegramExport = {
  name: "Ostrel Today",
  type: "public_channel",
  id: 1000000001,
  messages: [
    {
      id: 1,
      type: "message",
      date: "2024-09-14T16:20:00",
      date_unixtime: "1726320000",
      from: "Ostrel Today",
      from_id: "channel1000000001",
      text: ["At the ", { type: "bold", text: "fountain" }, " now <script>alert(1)</script>"],
      file: "video_files/clip.mp4",
      media_type: "video_file",
      mime_type: "video/mp4",
      duration_seconds: 2,
    },
    {
      id: 2,
      type: "message",
      date: "2024-09-14T16:25:00",
      from: "Ostrel Today",
      from_id: "channel1000000001",
      forwarded_from: "Someone Else",
      text: "площа",
      photo: "(File not included. Change data exporting settings to download.)",
      width: 10,
      height: 10,
    },
  ],
};

/** Writes the folder. Needs ffmpeg. */
export async function makeMaterial(folder: string): Promise<void> {
  mkdirSync(join(folder, "chat", "video_files"), { recursive: true });
  mkdirSync(join(folder, "news", "pictures"), { recursive: true });
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=25:duration=2", "-f", "lavfi", "-i", "sine=440:duration=2"],
    ...["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest", join(folder, "chat", "video_files", "clip.mp4")],
  ]);
  await sharp({ create: { width: 64, height: 48, channels: 3, background: "#4060a0" } })
    .png()
    .toFile(join(folder, "news", "pictures", "square.png"));
  writeFileSync(join(folder, "chat", "result.json"), JSON.stringify(telegramExport, null, 1));
  writeFileSync(join(folder, "news", "article.html"), articleHtml);
  writeFileSync(join(folder, "unreadable.bin"), Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]));
}
