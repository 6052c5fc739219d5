/** Posts as people hand them in, from the folder to the bench: joined to their files, times with what they are the times of, and no key anywhere. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import { androidChat, undecidedChat } from "../readers/chat-texts.ts";
import { clipInfo, dayOnlyInfo, plantedToken } from "../readers/info-files.ts";
import { newPage } from "../readers/telegram-pages.ts";
import { archiveScript, archiveTweet, postId } from "../readers/x-files.ts";
import { axeViolations } from "./axe.ts";
import { detailOf, goToItem, itemNamed } from "./bench-page.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

async function fill(folder: string): Promise<void> {
  const picture = (path: string, width = 64, height = 48) =>
    sharp({ create: { width, height, channels: 3, background: { r: path.length * 7, g: 90, b: 140 } } }).toFile(join(folder, path));
  const sound = (path: string, tone: number) =>
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      `sine=${tone}:duration=1`,
      "-ac",
      "1",
      "-c:a",
      "libopus",
      join(folder, path),
    ]);
  for (const one of ["whatsapp", "download", "telegram/photos", "telegram/voice_messages", "x/tweets_media", "loose"])
    mkdirSync(join(folder, one), { recursive: true });
  writeFileSync(join(folder, "whatsapp/_chat.txt"), androidChat);
  writeFileSync(join(folder, "loose/undecided.txt"), undecidedChat);
  await picture("whatsapp/IMG-20240914-WA0003.jpg");
  sound("whatsapp/PTT-20240914-WA0000.opus", 440);
  writeFileSync(join(folder, "download/Van [abc123].info.json"), JSON.stringify(clipInfo));
  writeFileSync(join(folder, "download/Day [day].info.json"), JSON.stringify({ ...dayOnlyInfo, id: "day" }));
  for (const name of ["Van [abc123].mp4", "Day [day].f137.mp4"])
    execFileSync("ffmpeg", [
      ...["-v", "error", "-f", "lavfi", "-i", `testsrc2=size=160x120:rate=25:duration=${name.length / 10}`, "-c:v", "libx264"],
      ...["-pix_fmt", "yuv420p", join(folder, "download", name)],
    ]);
  writeFileSync(join(folder, "telegram/messages.html"), newPage);
  await picture("telegram/photos/photo_1@14-09-2024_16-21-00.jpg", 80, 60);
  sound("telegram/voice_messages/audio_1@14-09-2024_16-22-00.ogg", 660);
  const changed = { tweet: { ...archiveTweet.tweet, created_at: "Sat Sep 14 13:20:17 +0000 2024" } };
  writeFileSync(join(folder, "x/tweets.js"), archiveScript([changed]));
  await picture(`x/tweets_media/${postId}-EabcDEF.jpg`, 90, 60);
  await picture("loose/Screenshot_20240914-162005.png", 120, 60);
}

describe("posts that people hand in", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench({ material: fill });
  });
  after(() => bench?.close());

  it("of WhatsApp are joined to their pictures and voice notes, in no stated zone", async () => {
    const chat = await itemNamed(bench.page, "_chat.txt");
    assert.deepEqual([chat.kind, chat.source], ["posts", "Anna Baker, Borys"]);
    await goToItem(bench.page, chat.id);
    await bench.page.getByText("7 posts in this file").waitFor();
    assert.equal(await bench.page.locator(".post").nth(2).locator("header b").innerText(), "Borys");
    assert.deepEqual(await axeViolations(bench.page), []);
    const picture = await itemNamed(bench.page, "WA0003.jpg");
    assert.equal(picture.posted !== "unknown" && picture.posted.zone.state, "unknown");
    const voice = await detailOf(bench.page, (await itemNamed(bench.page, ".opus")).id);
    assert.ok(
      voice.holds.some((words) => words.startsWith("A voice note: a post that carries it says so")),
      voice.holds.join(" | "),
    );
    assert.ok(voice.traps.some(({ code }) => code === "name-time-not-filming"));
    assert.deepEqual(
      voice.times.map(({ means, zone }) => [means, zone.state === "unknown" && zone.reading]),
      [["sent-or-saved", "2024-09-14"]],
    );
  });

  it("of undecided dates show both readings", async () => {
    await goToItem(bench.page, (await itemNamed(bench.page, "undecided.txt")).id);
    const first = bench.page.locator(".post").first();
    await first.getByText("2 readings").waitFor();
    const words = await first.innerText();
    assert.match(words, /2024-03-04 10:00:00/);
    assert.match(words, /2024-04-03 10:00:00/);
  });

  it("of yt-dlp give the clip beside them its posted time, a day where only a day is known", async () => {
    const clip = await itemNamed(bench.page, "Van [abc123].mp4");
    assert.deepEqual([clip.source, clip.posted !== "unknown" && clip.posted.earliest], ["Ostrel Corner", "2024-09-14T14:40:17Z"]);
    const day = await itemNamed(bench.page, "Day [day].f137.mp4");
    assert.ok(day.posted !== "unknown");
    assert.deepEqual([day.posted.earliest, day.posted.latest], ["2024-09-14T00:00:00Z", "2024-09-14T23:59:59Z"]);
    const info = await itemNamed(bench.page, "Van [abc123].info.json");
    await goToItem(bench.page, info.id);
    const post = bench.page.locator(".post").first();
    await post.getByText("Fetched, which is not posting").waitFor();
    await post.getByText("https://video.example/watch?v=abc123", { exact: true }).waitFor();
    await post.getByRole("heading", { name: "Van rolls into the fountain" }).waitFor();
    assert.deepEqual(await axeViolations(bench.page), []);
  });

  it("hold no key in any answer of the server", async () => {
    const { id } = await itemNamed(bench.page, "Van [abc123].info.json");
    const clip = await itemNamed(bench.page, "Van [abc123].mp4");
    const paths = [
      "/api/items?limit=500",
      `/api/items/${id}`,
      `/api/items/${clip.id}`,
      `/api/items/${id}/posts?offset=0&limit=50`,
      "/api/custody?limit=500",
      "/api/search?words=fountain",
    ];
    for (const path of paths) {
      const text = await bench.page.evaluate(async (address) => (await fetch(address)).text(), path);
      assert.ok(text.length > 100, path);
      assert.ok(!text.includes(plantedToken) && !text.includes("cdn.example"), path);
    }
  });

  it("of X show the id's own time where it is not the one shown", async () => {
    await goToItem(bench.page, (await itemNamed(bench.page, "tweets.js")).id);
    const post = bench.page.locator(".post").first();
    await post.getByText("In the post's own id").waitFor();
    await post.getByText("not the time shown").waitFor();
    const picture = await itemNamed(bench.page, "EabcDEF.jpg");
    assert.equal(picture.posted !== "unknown" && picture.posted.earliest, "2024-09-14T13:20:17Z");
  });

  it("of a Telegram page are joined to files beside it, and its voice note says what it is", async () => {
    const photo = await itemNamed(bench.page, "photo_1@14-09-2024_16-21-00.jpg");
    assert.deepEqual([photo.source, photo.posted !== "unknown" && photo.posted.earliest], ["Ostrel Today", "2024-09-14T13:21:00Z"]);
    const voice = await detailOf(bench.page, (await itemNamed(bench.page, "audio_1@14-09-2024_16-22-00.ogg")).id);
    assert.ok(voice.holds.some((words) => words.startsWith("A voice note")));
  });

  it("and a screenshot is a picture of a post, with no time of posting from it", async () => {
    const row = await itemNamed(bench.page, "Screenshot_20240914-162005.png");
    const detail = await detailOf(bench.page, row.id);
    assert.equal(row.posted, "unknown");
    assert.ok(detail.traps.some(({ code }) => code === "picture-of-a-post"));
    assert.deepEqual(
      detail.times.map(({ means }) => means),
      ["sent-or-saved"],
    );
    assert.deepEqual(bench.complaints, []);
  });
});
