/** Times in the names of files: whose way of naming it is, and never more than the name says. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { TimeClaim } from "../time/time-claim.ts";
import { namedAsVoice, readFileNameTime } from "./file-name-time.ts";
import { saidByName } from "./said-by-name.ts";

describe("the time in a file's name", () => {
  for (const [name, by, reading] of [
    ["signal-2022-03-29-16-20-05-123.mp4", "Signal", "2022-03-29T16:20:05.123"],
    ["signal-2022-03-29-162005.jpg", "Signal", "2022-03-29T16:20:05"],
    ["signal-attachment-2022-03-29-162005.jpeg", "Signal", "2022-03-29T16:20:05"],
    ["IMG-20220329-WA0003.jpg", "WhatsApp", "2022-03-29"],
    ["VID-20220329-WA0003.mp4", "WhatsApp", "2022-03-29"],
    ["PTT-20220329-WA0000.opus", "WhatsApp", "2022-03-29"],
    ["WhatsApp Image 2022-03-29 at 16.20.05.jpeg", "WhatsApp", "2022-03-29T16:20:05"],
    ["WhatsApp Video 2022-03-29 at 4.20.05 PM (1).mp4", "WhatsApp", "2022-03-29T16:20:05"],
    ["00000012-PHOTO-2022-03-29-16-20-05.jpg", "WhatsApp", "2022-03-29T16:20:05"],
    ["photo_2022-03-29_16-20-05.jpg", "Telegram", "2022-03-29T16:20:05"],
    ["chat/photos/photo_1@29-03-2022_16-20-05.jpg", "Telegram", "2022-03-29T16:20:05"],
    ["video_2022-03-29_16-20-05 (2).mp4", "Telegram", "2022-03-29T16:20:05"],
    ["IMG_20220329_162005.jpg", "a camera", "2022-03-29T16:20:05"],
    ["VID_20220329_162005_123.mp4", "a camera", "2022-03-29T16:20:05.123"],
    ["20220329_162005.mp4", "a camera", "2022-03-29T16:20:05"],
    ["Screenshot_20220329-162005_Telegram.png", "a screenshot", "2022-03-29T16:20:05"],
    ["Screenshot_2022-03-29-16-20-05-123_org.app.jpg", "a screenshot", "2022-03-29T16:20:05"],
    ["Screenshot from 2022-03-29 16-20-05.png", "a screenshot", "2022-03-29T16:20:05"],
    ["Screen Shot 2022-03-29 at 4.20.05 PM.png", "a screenshot", "2022-03-29T16:20:05"],
    ["Screenshot 2022-03-29 at 4.20.05\u202fPM.png", "a screenshot", "2022-03-29T16:20:05"],
  ] as const)
    it(`${name} is named by ${by}, in no stated zone`, () => {
      const found = readFileNameTime(name);
      assert.ok(found !== undefined);
      TimeClaim.parse(found.claim);
      assert.deepEqual([found.by, found.claim.zone, found.claim.means], [by, { state: "unknown", reading }, "sent-or-saved"]);
    });

  it("of a Pixel camera is UTC", () => {
    const claim = readFileNameTime("PXL_20220329_162005123.mp4")?.claim;
    assert.deepEqual([claim?.zone, claim?.earliest], [{ state: "utc" }, "2022-03-29T16:20:05.123Z"]);
  });

  it("spans all zones, and a day where it names only a day", () => {
    const claim = readFileNameTime("IMG-20220329-WA0003.jpg")?.claim;
    assert.deepEqual([claim?.earliest, claim?.latest], ["2022-03-28T10:00:00Z", "2022-03-30T11:59:59Z"]);
  });

  it("is none where no calendar has it, or the name is another", () => {
    for (const name of [
      "IMG-20221329-WA0003.jpg",
      "signal-2022-02-30-16-20-05-1.mp4",
      "photo_2022-03-29_25-00-00.jpg",
      "clip.mp4",
      "IMG_1234.JPG",
      "12345678901234567890.mp4",
      "2022-03-29.txt",
      "",
    ])
      assert.equal(readFileNameTime(name), undefined, name);
  });

  it("says in a trap what such a name is, and of a screenshot that it is not the post", () => {
    const codes = (name: string, kind: string) => saidByName(name, kind).traps.map(({ code }) => code);
    assert.deepEqual(codes("IMG-20220329-WA0003.jpg", "picture"), ["name-time-not-filming"]);
    assert.deepEqual(codes("Screenshot_20220329-162005.png", "picture"), ["name-time-not-filming", "picture-of-a-post"]);
    assert.deepEqual(codes("clip.mp4", "video"), []);
  });

  it("is told of voice notes by name", () => {
    for (const name of ["PTT-20220329-WA0000.opus", "x/audio_3@29-03-2022_16-20-05.ogg", "note.opus"]) assert.ok(namedAsVoice(name), name);
    for (const name of ["song.mp3", "AUD-20220329-WA0000.mp3"]) assert.ok(!namedAsVoice(name), name);
  });

  it("never throws, and keeps to its schema, whatever the name", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(IMG|signal|photo|Screenshot)[-_ ][0-9_@ -]{0,30}/)), (name) => {
        const found = readFileNameTime(name);
        if (found !== undefined) TimeClaim.parse(found.claim);
      }),
    );
  });
});
