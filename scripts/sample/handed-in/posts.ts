/** Chats, posts and mail as people hand them in: each says what its format says, and no more. */
import { SYNTHETIC_LABEL } from "../event.ts";
import type { HandedInFile } from "./handed-in-file.ts";

const at = (hour: number, minute: number, second: number) => Date.UTC(2024, 8, 14, hour, minute, second);

/** An X id that carries this moment (milliseconds since 2010-11-04T01:42:54.657Z above 22 bits). */
const snowflakeAt = (utcMs: number) => String((BigInt(utcMs) - 1288834974657n) << 22n);

const DORVANE_POST_UTC_MS = at(15, 20, 17);
export const DORVANE_POST_ID = snowflakeAt(DORVANE_POST_UTC_MS);

export const CHAT_PICTURE = "00000003-PHOTO-2024-09-14-16-12-40.jpg";
export const MAIL_PICTURE = "square.jpg";
export const CHAT_ZIP = "handed-in/WhatsApp Chat - Market traders.zip";
export const MAIL = "handed-in/tip.eml";
export const CLIP_INFO = "handed-in/download/Both views in one [synthetic01].info.json";
export const CLIP = "handed-in/download/Both views in one [synthetic01].mp4";
/** The file of the sample that was downloaded. */
export const CLIP_FROM = "copies/montage.mp4";

/** As an iPhone exports a chat: day first, the phone's own clock, no zone. */
export const CHAT_TEXT = [
  `[14/09/2024, 15:58:31] Market traders: \u200eMessages and calls are end-to-end encrypted. ${SYNTHETIC_LABEL} chat.`,
  "[14/09/2024, 16:04:12] Stall 7: Did you all hear that? The red van is in the fountain",
  "[14/09/2024, 16:05:02] Baker: Nobody in it, thank heaven\nI saw it start from the market hall",
  `[14/09/2024, 16:12:40] Stall 7: \u200e<attached: ${CHAT_PICTURE}>`,
  "[14/09/2024, 16:13:09] Cheese: \u200evideo omitted",
  "[14/09/2024, 16:20:55] Stall 7: open again, loudspeaker says until half past five \u200e<This message was edited>",
  "",
].join("\n");

const xPost = {
  tweet: {
    id: DORVANE_POST_ID,
    id_str: DORVANE_POST_ID,
    created_at: "Sat Sep 14 15:20:17 +0000 2024",
    full_text: `An hour ago in our own Kessany district: brakes gone, straight into the fountain. #${SYNTHETIC_LABEL.toLowerCase()} https://t.example/x1`,
    lang: "en",
    entities: {
      urls: [
        { url: "https://t.example/x1", expanded_url: "https://dorvane-live.example/kessany", display_url: "dorvane-live.example/kessany" },
      ],
      hashtags: [],
    },
  },
};

/** Its id is of 15:20:17 and its date says two hours earlier: somebody changed the date by hand. */
const xPostChanged = {
  data: {
    id: DORVANE_POST_ID,
    text: `An hour ago in our own Kessany district (${SYNTHETIC_LABEL})`,
    created_at: "2024-09-14T13:20:17.000Z",
    author_id: "1000000076",
  },
  includes: { users: [{ id: "1000000076", username: "dorvane_live_example", name: "Dorvane Live" }] },
};

const clipInfo = {
  id: "synthetic01",
  title: "Both views in one",
  description: `${SYNTHETIC_LABEL} upload of an invented channel.`,
  uploader: "Ostrel Corner",
  uploader_id: "@ostrelcorner_example",
  channel: "Ostrel Corner",
  channel_id: "UCsynthetic",
  upload_date: "20240915",
  duration: 12,
  webpage_url: "https://video.example/watch?v=synthetic01",
  original_url: "https://video.example/watch?v=synthetic01",
  extractor: "generic",
  extractor_key: "Generic",
  epoch: Math.floor(Date.UTC(2024, 8, 16, 6, 45, 2) / 1000),
  _type: "video",
  ext: "mp4",
  formats: [
    {
      format_id: "18",
      url: "https://cdn.video.example/v.mp4?expire=1726500000&signature=not-a-secret",
      http_headers: { Cookie: "session=not-a-secret" },
    },
  ],
};

/** What an e-mail says of its way is written by the machines on it; the sender's own clock wrote `Date`. */
export function mailText(picture: Buffer): string {
  const boundary = "synthetic-boundary";
  return [
    "Received: from mail.sender.example (mail.sender.example [192.0.2.7]) by mx.desk.example; Sat, 14 Sep 2024 18:32:11 +0200",
    "Date: Sat, 14 Sep 2024 19:31:58 +0300",
    "From: =?utf-8?Q?A_reader_=E2=80=93_invented?= <reader@sender.example>",
    "To: tips@desk.example",
    "Subject: =?utf-8?B?VGhlIHZhbiBvbiBNYXJrZXQgU3F1YXJl?=",
    "Message-ID: <synthetic-1@sender.example>",
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    `${SYNTHETIC_LABEL}. I stood on the west side of the square. Please do not print my nam=`,
    "e. The picture is from ten past four.",
    `--${boundary}`,
    `Content-Type: image/jpeg; name="${MAIL_PICTURE}"`,
    `Content-Disposition: attachment; filename="${MAIL_PICTURE}"`,
    "Content-Transfer-Encoding: base64",
    "",
    ...(picture.toString("base64").match(/.{1,76}/g) ?? []),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

const telegramPage = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Exported Data</title></head>
<body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
Ostrel Corner
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">14 September 2024</div></div>
<div class="message default clearfix" id="message12"><div class="body"><div class="pull_right date details" title="14.09.2024 17:02:10 UTC+03:00">17:02</div>
<div class="from_name">Ostrel Corner</div><div class="text">The van again, from the north side.<br>${SYNTHETIC_LABEL}</div></div></div>
<div class="message default clearfix joined" id="message13"><div class="body"><div class="pull_right date details" title="14.09.2024 17:02:41 UTC+03:00">17:02</div>
<div class="forwarded body"><div class="from_name">Ostrel Today <span class="date details" title="14.09.2024 16:41:05 UTC+03:00">14.09.2024 16:41:05</span></div>
<div class="text">Market Square, today at four.</div></div></div></div>
</div></div></div></body></html>
`;

export const POSTS: readonly (HandedInFile & { readonly text: string })[] = [
  {
    file: CLIP_INFO,
    format: "yt-dlp",
    traps: ["upload_date is a day; epoch is when it was fetched", "formats hold a signed address and a cookie, which no view may show"],
    text: `${JSON.stringify(clipInfo, null, 1)}\n`,
  },
  {
    file: "handed-in/x-archive/data/tweets.js",
    format: "x-archive",
    traps: [],
    text: `window.YTD.tweets.part0 = ${JSON.stringify([xPost], null, 1)}\n`,
  },
  {
    file: "handed-in/x-post-changed.json",
    format: "x-post",
    traps: ["the id is of 15:20:17Z, the date shown is two hours earlier"],
    text: `${JSON.stringify(xPostChanged, null, 1)}\n`,
  },
  {
    file: "handed-in/telegram-html/messages.html",
    format: "telegram-html",
    traps: ["a forward names its origin by display name only"],
    text: telegramPage,
  },
];
