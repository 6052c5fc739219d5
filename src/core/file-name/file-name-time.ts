/**
 * The time in a file's name, as messengers, cameras and screens name files. It is when something was sent, received or
 * saved, by some device's clock in no stated zone; anybody can change a name. It is never the time of filming, and never
 * becomes the time of posting. Forms are from files of these apps and from memory: docs/formats/file-names.md.
 */
import type { TimeClaim } from "../time/time-claim.ts";
import { claimOfInstant, claimWithoutZone, utcInstant, wallClockMs } from "../time/wall-clock.ts";

export type NamedBy = "Signal" | "WhatsApp" | "Telegram" | "a camera" | "a screenshot";

export interface FileNameTime {
  readonly by: NamedBy;
  readonly claim: TimeClaim;
  /** The name says that it is a voice note. */
  readonly voice: boolean;
}

interface NameForm {
  readonly by: NamedBy;
  readonly form: RegExp;
  readonly order?: "day-first";
  readonly utc?: true;
}

const date = "(?<y>(?:19|20)\\d{2})-(?<mo>\\d{2})-(?<d>\\d{2})";
const figures = "(?<y>(?:19|20)\\d{2})(?<mo>\\d{2})(?<d>\\d{2})";
const clock = "(?<h>\\d{2})[-._:]?(?<mi>\\d{2})[-._:]?(?<s>\\d{2})";
const half = "(?:[\\s\\u00a0\\u202f]?(?<half>[AP]M))?";
const end = "(?!\\d)";

const forms: readonly NameForm[] = [
  { by: "Signal", form: new RegExp(`^signal-(?:attachment-)?${date}-${clock}(?:-(?<ms>\\d{3}))?${end}`, "i") },
  { by: "WhatsApp", form: new RegExp(`^(?:IMG|VID|PTT|AUD|STK|DOC|GIF)-${figures}-WA\\d+`, "i") },
  {
    by: "WhatsApp",
    form: new RegExp(`^WhatsApp (?:Image|Video|Audio|Ptt) ${date} at (?<h>\\d{1,2})\\.(?<mi>\\d{2})\\.(?<s>\\d{2})${half}`, "i"),
  },
  { by: "WhatsApp", form: new RegExp(`^(?:\\d{8}-)?(?:PHOTO|VIDEO|AUDIO|STICKER|GIF)-${date}-${clock}${end}`, "i") },
  { by: "Telegram", form: new RegExp(`^(?:photo|video|document|audio|file|sticker|animation|round_video)_${date}_${clock}${end}`, "i") },
  {
    by: "Telegram",
    form: /^(?:photo|video|file|audio|sticker|animation|round_video)_\d+@(?<d>\d{2})-(?<mo>\d{2})-(?<y>(?:19|20)\d{2})_(?<h>\d{2})-(?<mi>\d{2})-(?<s>\d{2})(?!\d)/i,
  },
  { by: "a screenshot", form: new RegExp(`^Screenshot[_ -](?:from )?${figures}[-_ ]${clock}${end}`, "i") },
  { by: "a screenshot", form: new RegExp(`^Screenshot[_ -](?:from )?${date}[-_ ]${clock}${end}`, "i") },
  {
    by: "a screenshot",
    form: new RegExp(
      `^(?:Screenshot|Screen Shot|Screen Recording|Bildschirmfoto|Снимок экрана|Знімок екрана) ${date}[ ,]+(?:at|um|в|о)? ?(?<h>\\d{1,2})[.:](?<mi>\\d{2})[.:](?<s>\\d{2})${half}`,
      "iu",
    ),
  },
  { by: "a camera", form: new RegExp(`^PXL_${figures}_${clock}(?<ms>\\d{3})?${end}`, "i"), utc: true },
  { by: "a camera", form: new RegExp(`^(?:IMG|VID|MVIMG|PANO|BURST|MOV|REC)_?${figures}_?${clock}(?:[_-]?(?<ms>\\d{3}))?${end}`, "i") },
  { by: "a camera", form: new RegExp(`^WIN_${figures}_${clock}${end}`, "i") },
  { by: "a camera", form: new RegExp(`^(?:DJI_)?${figures}_?${clock}${end}`, "i") },
  { by: "a camera", form: new RegExp(`^${date}[ _](?<h>\\d{2})[.-](?<mi>\\d{2})[.-](?<s>\\d{2})${end}`, "i") },
];
const voiceForm = /^(?:PTT-|WhatsApp Ptt |(?:\d{8}-)?AUDIO-\d{4}-|audio_\d+@|audio_\d{4}-\d{2}-\d{2}_.*\.(?:ogg|oga|opus)$)|\.opus$/i;
const dayMs = 86_400_000;
/** No phone or camera names files of before. */
const firstYear = 1990;

/** `name`: as the item is shown, a path or a name alone. */
export function readFileNameTime(name: string): FileNameTime | undefined {
  const file = name.split("/").at(-1) ?? "";
  if (file.length > 300) return undefined;
  for (const { by, form, utc } of forms) {
    const match = form.exec(file);
    if (match?.groups === undefined) continue;
    const claim = claimOf(match[0], match.groups, utc === true);
    if (claim !== undefined) return { by, claim, voice: voiceForm.test(file) };
  }
  return undefined;
}

/** A voice note by its name alone, with or without a time in it. */
export function namedAsVoice(name: string): boolean {
  return voiceForm.test(name.split("/").at(-1) ?? "");
}

function claimOf(verbatim: string, parts: Record<string, string | undefined>, utc: boolean): TimeClaim | undefined {
  const part = (name: string): string | undefined => parts[name];
  const [year, month, day] = [Number(part("y")), Number(part("mo")), Number(part("d"))];
  const stated = { means: "sent-or-saved" as const, verbatim, basis: "the file's name" };
  if (year < firstYear) return undefined;
  if (part("h") === undefined) {
    const first = wallClockMs(year, month, day);
    return first === undefined ? undefined : claimWithoutZone(stated, first, first + dayMs - 1000, utcInstant(first).slice(0, 10));
  }
  const wall = wallClockMs(year, month, day, hourOf(Number(part("h")), part("half")), Number(part("mi")), Number(part("s")));
  if (wall === undefined) return undefined;
  const ms = wall + Number(part("ms") ?? 0);
  return utc ? claimOfInstant(stated, ms) : claimWithoutZone(stated, ms, ms, utcInstant(ms).replace(/Z$/, ""));
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
}
