/** `result.json` of Telegram Desktop. Whatever the bytes, the reading and each post must keep to their schemas. */
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../../src/core/analysis/reading-result.ts";
import { Post } from "../../../src/core/post/post.ts";
import { readTelegramExport } from "../../../src/formats/telegram-export/read-export.ts";
import { telegramExport } from "../../support/material.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

const rich = {
  ...telegramExport,
  messages: [
    ...telegramExport.messages,
    {
      id: 3,
      type: "service",
      date: "2024-09-14T16:30:00",
      date_unixtime: "1726320600",
      actor: "Ostrel Today",
      actor_id: "channel1",
      action: "pin_message",
      message_id: 1,
      text: "",
    },
    {
      id: 4,
      type: "message",
      date: "2024-09-14T16:31:00",
      edited: "2024-09-14T17:00:00",
      edited_unixtime: "1726322400",
      from: "A",
      from_id: "user7",
      reply_to_message_id: 1,
      text: [{ type: "text_link", text: "here", href: "https://example.org/" }, "."],
      text_entities: [{ type: "plain", text: "here." }],
      location_information: { latitude: 50.1, longitude: 30.2 },
      poll: { question: "Where?", closed: false, total_voters: 3, answers: [{ text: "here", voters: 3, chosen: true }] },
      reactions: [{ type: "emoji", count: 2, emoji: "x" }],
    },
    { id: 5, type: "unsupported" },
  ],
};
const account = {
  about: "x",
  contacts: { list: [] },
  chats: { about: "y", list: [telegramExport, rich] },
  left_chats: { list: [telegramExport] },
};

export const target: FuzzTarget = {
  name: "telegram-export",
  seeds: () => [JSON.stringify(telegramExport), JSON.stringify(rich, null, 1), JSON.stringify(account, null, 1)].map(bytesOf),
  dictionary: [
    ...[
      '{"',
      '":',
      "[",
      "]",
      "{",
      "}",
      ",",
      '"messages": [',
      '"chats": {"list": [',
      '"date_unixtime": "',
      '"date": "',
      '"text": ',
      '"id": ',
      '"type": "service"',
    ],
    ...[
      "\\x1b",
      "\\ud800",
      "\\udc00",
      "\\u202e",
      "253402300800",
      "-99999999999",
      "1e400",
      "9999-99-99T99:99:99",
      "../../etc/passwd",
      "(File not included.",
    ],
  ],
  async run(bytes) {
    const reading = await readTelegramExport(inPieces(bytes), platformDecoder, (post) => void Post.parse(post), 50_000_000);
    PostsReading.parse(reading);
  },
};
