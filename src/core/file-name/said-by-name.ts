/** What a file's name says of an item, beside what its bytes say: a time that is not filming's, and what such names cannot tell. */
import type { TimeClaim } from "../time/time-claim.ts";
import type { Trap } from "../trap/trap.ts";
import { type NamedBy, readFileNameTime } from "./file-name-time.ts";

export interface SaidByName {
  readonly times: readonly TimeClaim[];
  readonly traps: readonly Trap[];
}

const ways: Readonly<Record<NamedBy, string>> = {
  Signal: "Signal names what it saves by the time of the message, on the device that saved it.",
  WhatsApp: "WhatsApp names files by the day or moment of sending or receiving, on the device that holds them.",
  Telegram: "Telegram names files by the time of the message or of saving, on the device that saved or exported it.",
  "a camera":
    "Cameras and their apps name files by their own clock when the file was begun or saved. A copy keeps the name, and so does an edit.",
  "a screenshot": "Screens name their pictures by the time of taking the picture of the screen, not of what it shows.",
};

export function saidByName(name: string, kind: string): SaidByName {
  const found = readFileNameTime(name);
  if (found === undefined) return { times: [], traps: [] };
  const zone = found.claim.zone.state === "utc" ? "The name's clock is UTC." : "The name states no zone.";
  const message = `The name is made as by ${found.by}. ${ways[found.by]} ${zone} Anybody can change a name: it is no time of filming, and none of posting.`;
  const traps = [{ code: "name-time-not-filming", message, count: 1, where: [found.claim.verbatim.slice(0, 200)] }];
  return {
    times: [found.claim],
    traps: found.by === "a screenshot" && kind === "picture" ? [...traps, pictureOfAPost("its name")] : traps,
  };
}

/** `sign`: what says that it is a picture of a screen. */
export function pictureOfAPost(sign: string): Trap {
  return {
    code: "picture-of-a-post",
    message:
      "Signs say that this is a picture of a screen. If it shows a post, it is a picture of a post and not the post: it proves neither that the post was there, nor what it said, who wrote it or when. Words, names, times and counts in it can be made. No time is taken from it; look for the post itself.",
    count: 1,
    where: [sign.slice(0, 200)],
  };
}
