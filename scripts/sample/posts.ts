/** The posts of four invented channels, and for each what it says against what is true. */
import { PLACE } from "./event.ts";

export const NOT_INCLUDED = "(File not included. Change data exporting settings to download.)";

export type TextPart = string | { readonly type: string; readonly text: string; readonly href?: string };

export type PostMedia =
  | { readonly kind: "photo"; readonly still: string; readonly name: string }
  | {
      readonly kind: "file";
      /** A file of the sample. */
      readonly from: string;
      readonly folder: "video_files" | "voice_messages" | "files";
      readonly name: string;
      readonly mediaType?: string;
      readonly mimeType: string;
      readonly durationS?: number;
      readonly size?: readonly [number, number];
    }
  | {
      readonly kind: "not-included";
      readonly name: string;
      readonly bytes: number;
      readonly mediaType: string;
      readonly mimeType: string;
      readonly durationS: number;
      readonly size: readonly [number, number];
    };

/** One thing a text says, with its verbatim words, and whether the model of the event agrees. */
export interface StatedClaim {
  readonly aspect: "where" | "when" | "what" | "who" | "how many";
  readonly says: string;
  readonly quote: string;
  readonly truth: string;
  readonly verdict: "agrees" | "drifts" | "contradicts";
}

export interface ChannelPost {
  readonly id: number;
  readonly utcMs: number;
  readonly text: readonly TextPart[];
  readonly editedUtcMs?: number;
  readonly author?: string;
  /** A display name is all an export gives; null when the origin has vanished. */
  readonly forwardedFrom?: string | null;
  readonly replyTo?: number;
  readonly media?: PostMedia;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly service?: { readonly action: string; readonly message_id?: number; readonly title?: string };
  readonly claims?: readonly StatedClaim[];
}

export interface SampleChannel {
  readonly id: number;
  readonly name: string;
  readonly posts: readonly ChannelPost[];
}

const at = (day: number, hour: number, minute: number, second: number) => Date.UTC(2024, 8, day, hour, minute, second);
const tag = (text: string): TextPart => ({ type: "hashtag", text });
const SYNTHETIC_TAG = tag("#synthetic");

const video = (from: string, name: string, durationS: number, size: readonly [number, number]): PostMedia => ({
  kind: "file",
  from,
  folder: "video_files",
  name,
  mediaType: "video_file",
  mimeType: name.endsWith(".webm") ? "video/webm" : "video/mp4",
  durationS,
  size,
});

const TRUE_TIME = "the van rolled from 15:59:57 to 16:00:08, 14 September 2024, Ostrel time (UTC+3)";
const TRUE_PLACE = `${PLACE.square}, ${PLACE.town}`;
const TRUE_VAN = "a red van, nobody inside";

const ostrelToday: SampleChannel = {
  id: 2100000101,
  name: "Ostrel Today",
  posts: [
    { id: 40, utcMs: at(13, 16, 2, 11), text: ["The Saturday market opens tomorrow at eight. ", SYNTHETIC_TAG] },
    {
      id: 41,
      utcMs: at(14, 13, 41, 5),
      editedUtcMs: at(14, 15, 2, 40),
      author: "desk",
      text: [
        { type: "bold", text: "Market Square, today at four." },
        " A red van slipped its handbrake and rolled down to the fountain. Nobody was inside and nobody was hurt. ",
        tag("#ostrel"),
        " ",
        SYNTHETIC_TAG,
      ],
      media: video("copies/a-small.mp4", "a_small@14-09-2024_15-41-05.mp4", 20, [426, 240]),
      claims: [
        { aspect: "when", says: "16:00 on 14 September", quote: "today at four", truth: TRUE_TIME, verdict: "agrees" },
        { aspect: "where", says: "Market Square", quote: "Market Square", truth: TRUE_PLACE, verdict: "agrees" },
        { aspect: "what", says: "a red van, handbrake", quote: "A red van slipped its handbrake", truth: TRUE_VAN, verdict: "agrees" },
        { aspect: "how many", says: "nobody hurt", quote: "nobody was hurt", truth: "nobody was hurt", verdict: "agrees" },
      ],
    },
    {
      id: 42,
      utcMs: at(14, 13, 52, 10),
      text: ["Two pictures from the square. ", SYNTHETIC_TAG],
      media: { kind: "photo", still: "square-wide", name: "photo_1@14-09-2024_15-52-10.jpg" },
    },
    {
      id: 43,
      utcMs: at(14, 13, 52, 10),
      text: [],
      media: { kind: "photo", still: "tower", name: "photo_2@14-09-2024_15-52-10.jpg" },
    },
    { id: 44, utcMs: at(14, 14, 20, 0), replyTo: 41, text: ["The square is open again. The market goes on until half past five today."] },
    { id: 45, utcMs: at(14, 14, 20, 31), text: [], service: { action: "pin_message", message_id: 41 } },
    {
      id: 46,
      utcMs: at(15, 7, 5, 0),
      text: [
        "The Courier has the whole story: ",
        { type: "text_link", text: "read it here", href: "https://courier.example/ostrel/van-rolls-to-fountain" },
      ],
    },
  ],
};

const velmaraWatch: SampleChannel = {
  id: 2100000102,
  name: "Velmara Valley Watch",
  posts: [
    {
      id: 210,
      utcMs: at(15, 6, 30, 44),
      text: [
        "Ostrel yesterday around noon: a ",
        { type: "italic", text: "blue" },
        " van runs into the fountain. The driver had fallen asleep, people say. ",
        SYNTHETIC_TAG,
      ],
      media: video("copies/b-mirror.mp4", "VID_20240915_083044.mp4", 16, [360, 640]),
      claims: [
        { aspect: "when", says: "around noon on 14 September", quote: "yesterday around noon", truth: TRUE_TIME, verdict: "contradicts" },
        { aspect: "what", says: "a blue van", quote: "blue", truth: TRUE_VAN, verdict: "contradicts" },
        {
          aspect: "who",
          says: "a driver asleep inside",
          quote: "The driver had fallen asleep, people say",
          truth: TRUE_VAN,
          verdict: "contradicts",
        },
        { aspect: "where", says: "Ostrel, the fountain", quote: "Ostrel", truth: TRUE_PLACE, verdict: "agrees" },
      ],
    },
    {
      id: 211,
      utcMs: at(15, 6, 33, 2),
      forwardedFrom: "Ostrel Today",
      text: ["Market Square, today at four. A red van slipped its handbrake and rolled down to the fountain."],
      media: {
        kind: "not-included",
        name: "van_square.mp4",
        bytes: 204_119,
        mediaType: "video_file",
        mimeType: "video/mp4",
        durationS: 20,
        size: [426, 240],
      },
      claims: [
        {
          aspect: "when",
          says: "16:00 on the day of the forwarded post, not of this one",
          quote: "today at four",
          truth: TRUE_TIME,
          verdict: "drifts",
        },
      ],
    },
    { id: 212, utcMs: at(15, 6, 40, 0), text: [], location: { latitude: PLACE.latDeg, longitude: PLACE.lonDeg } },
    {
      id: 213,
      utcMs: at(15, 18, 12, 9),
      text: ["Sharper this time. ", SYNTHETIC_TAG],
      replyTo: 210,
      media: video("copies/b-mirror-again.webm", "VID_20240915_201209.webm", 10, [270, 480]),
    },
  ],
};

const dorvaneLive: SampleChannel = {
  id: 2100000103,
  name: "Dorvane Live",
  posts: [
    {
      id: 76,
      utcMs: at(14, 15, 20, 17),
      text: [
        tag("#kessany"),
        " An hour ago in our own Kessany district: brakes gone, straight into the fountain. ",
        { type: "mention", text: "@dorvane_live_example" },
        " ",
        SYNTHETIC_TAG,
      ],
      media: video("copies/c-other-sound.mp4", "kessany_fountain.mp4", 18, [480, 270]),
      claims: [
        {
          aspect: "where",
          says: "Kessany district, Dorvane",
          quote: "in our own Kessany district",
          truth: TRUE_PLACE,
          verdict: "contradicts",
        },
        { aspect: "when", says: "about 17:20, 14 September", quote: "An hour ago", truth: TRUE_TIME, verdict: "contradicts" },
      ],
    },
    {
      id: 77,
      utcMs: at(14, 19, 45, 0),
      editedUtcMs: at(16, 5, 58, 12),
      text: ["Exclusive: the roll of the van, thirty metres by our count. ", SYNTHETIC_TAG],
      media: video("copies/a-cut-logo.mp4", "dorvane_live_exclusive.mp4", 10, [640, 360]),
      claims: [
        {
          aspect: "what",
          says: "rolled thirty metres",
          quote: "thirty metres by our count",
          truth: "rolled 24.4 metres",
          verdict: "drifts",
        },
      ],
    },
    {
      id: 78,
      utcMs: at(15, 9, 0, 3),
      forwardedFrom: null,
      text: ["Both views in one. ", SYNTHETIC_TAG],
      media: video("copies/montage.mp4", "both_views.mp4", 12, [640, 360]),
    },
    {
      id: 79,
      utcMs: at(15, 9, 14, 50),
      text: [
        "Markup is text: <b onmouseover=\"alert('synthetic')\">not bold</b> & <img src=x onerror=alert(1)> ",
        { type: "link", text: "https://dorvane-live.example/?a=1&b=2" },
        " ",
        { type: "text_link", text: "a link that must stay dead", href: "javascript:alert('synthetic')" },
      ],
    },
  ],
};

const fountainFriends: SampleChannel = {
  id: 2100000104,
  name: "Fountain Friends ⛲",
  posts: [
    { id: 1, utcMs: at(1, 9, 0, 0), text: [], service: { action: "create_channel", title: "Fountain Friends ⛲" } },
    {
      id: 5,
      utcMs: at(14, 13, 12, 26),
      text: ["My phone, ten minutes ago. You hear the bell strike four. ", SYNTHETIC_TAG],
      media: {
        kind: "file",
        from: "cameras/camera-b.mov",
        folder: "files",
        name: "camera-b.mov",
        mimeType: "video/quicktime",
        durationS: 16,
        size: [360, 640],
      },
      claims: [
        { aspect: "when", says: "about 16:02", quote: "ten minutes ago", truth: TRUE_TIME, verdict: "drifts" },
        {
          aspect: "when",
          says: "while the bell struck four",
          quote: "You hear the bell strike four",
          truth: "the strokes fell at 16:00:00 to 16:00:05.7",
          verdict: "agrees",
        },
      ],
    },
    {
      id: 6,
      utcMs: at(14, 13, 15, 1),
      text: [],
      media: {
        kind: "file",
        from: "documents/voice-note.ogg",
        folder: "voice_messages",
        name: "audio_1@14-09-2024_15-15-01.ogg",
        mediaType: "voice_message",
        mimeType: "audio/ogg",
        durationS: 10,
      },
    },
    {
      id: 7,
      utcMs: at(14, 16, 1, 30),
      replyTo: 5,
      text: ["Площа знову відкрита. Фонтан цілий! 🙂 ", SYNTHETIC_TAG],
      media: { kind: "photo", still: "van-at-fountain", name: "photo_1@14-09-2024_18-01-30.jpg" },
      claims: [
        {
          aspect: "what",
          says: "the fountain is whole (in Ukrainian)",
          quote: "Фонтан цілий!",
          truth: "the fountain took no harm",
          verdict: "agrees",
        },
      ],
    },
    {
      id: 8,
      utcMs: at(15, 10, 22, 9),
      text: ["The way it looked to those who stood close. ", SYNTHETIC_TAG],
      media: video("copies/b-crop.mp4", "fountain_close.mp4", 16, [352, 480]),
    },
  ],
};

export const CHANNELS: readonly SampleChannel[] = [ostrelToday, velmaraWatch, dorvaneLive, fountainFriends];
