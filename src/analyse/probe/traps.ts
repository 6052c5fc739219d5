/** What misleads people in a media file who do not know the format. Each trap says which field, and what it cannot tell. */
import { counted } from "../../core/text/counted.ts";
import type { Trap } from "../../core/trap/trap.ts";
import { screenTraps } from "./screen-signs.ts";
import { type Facts, type MediaFacts, type PictureFacts, placeOf, rowOf } from "./facts.ts";

export function trap(code: string, message: string, where: readonly string[] = [], count = Math.max(1, where.length)): Trap {
  return { code, message, count, where: where.slice(0, 5).map((place) => place.slice(0, 200)) };
}

export function nameTrap(ending: string, says: string): Trap {
  return trap("name-differs-from-bytes", `The name ends in .${ending}, but the bytes are ${says}. The bytes decide.`);
}

export function mediaTraps(facts: MediaFacts): Trap[] {
  return [...clockTraps(facts), ...pictureStreamTraps(facts), ...soundTraps(facts), ...commonTraps(facts), ...damageTraps(facts)];
}

export function pictureTraps(facts: PictureFacts): Trap[] {
  const traps = [...commonTraps(facts), ...screenTraps(facts)];
  if (facts.picture !== undefined && facts.picture.rotationDeg !== 0) traps.push(rotated(facts.picture.rotationDeg));
  if (facts.mirrored) traps.push(mirrored);
  if (facts.pages > 1)
    traps.push(trap("only-first-shown", `The file holds ${facts.pages} pages or animation frames. Only the first is shown here.`));
  if (!facts.canShow.yes) traps.push(trap("cannot-be-shown", facts.canShow.why));
  if (facts.structure.missingBytes > 0) traps.push(cutOff(facts));
  return traps;
}

const rotated = (degrees: number) =>
  trap(
    "rotated-by-flag",
    `The stored picture is turned ${degrees} degrees clockwise by a flag. A program that ignores the flag shows it otherwise, and left and right are not what they seem.`,
  );
const mirrored = trap("mirrored-by-flag", "A flag mirrors the stored picture. Writing and traffic sides show which view is the true one.");

function cutOff({ structure }: Facts): Trap {
  return trap(
    "truncated",
    `The file ends before its structure does: at least ${structure.missingBytes} bytes are missing. What is there is shown.`,
  );
}

function clockTraps({ frames, probed, main, durationSec }: MediaFacts): Trap[] {
  if (frames === undefined) return [];
  const traps: Trap[] = [];
  const { edited, pts } = frames.table;
  const hidden = edited.flatMap((time, n) => (time === null ? [n] : []));
  if (hidden.length > 0)
    traps.push(
      trap(
        "edit-list-hides-frames",
        `An edit list hides ${hidden.length} frames that are in the file. Players do not show them; stepping here does.`,
        runs(hidden),
        hidden.length,
      ),
    );
  if (frames.repeated.length > 0)
    traps.push(
      trap("edit-list-repeats-frames", "An edit list shows some frames more than once.", runs(frames.repeated), frames.repeated.length),
    );
  if (main?.variableRate && main.frameGapSec !== "unknown") {
    const { shortest, longest } = main.frameGapSec;
    traps.push(
      trap(
        "variable-frame-rate",
        `Frames stay between ${milliseconds(shortest)} and ${milliseconds(longest)}. Frame number divided by a rate gives a wrong time; use each frame's own.`,
      ),
    );
  }
  const firstShown = edited.find((time) => time !== null);
  if (firstShown !== undefined && Math.abs(firstShown) > 0.001)
    traps.push(
      trap(
        "start-not-zero",
        `The first frame is shown at ${firstShown.toFixed(3)} s, not at 0. Some players count from there, others do not.`,
      ),
    );
  if (frames.from === "decoder")
    traps.push(
      trap(
        "times-from-decoder",
        "The container does not give every frame a time, or lists packets that are never shown; these times come from the decoder.",
      ),
    );
  if (frames.withoutTime > 0)
    traps.push(
      trap(
        "frames-without-time",
        "Some frames have no time of their own; they were counted on from the frame before.",
        [],
        frames.withoutTime,
      ),
    );
  const same = pts.filter((time, n) => n > 0 && time === pts[n - 1]).length;
  if (same > 0)
    traps.push(trap("frames-of-same-time", "Frames share a time with the frame before them. A player shows only one of them.", [], same));
  const stated = Number(probed.format.duration);
  if (durationSec !== "unknown" && Number.isFinite(stated)) {
    // Some containers count from 0, some from their first frame.
    const off = Math.min(Math.abs(stated - durationSec), Math.abs(stated - durationSec - Number(probed.format.start_time ?? 0)));
    if (off > Math.max(1, durationSec * 0.05))
      traps.push(trap("duration-differs", `The header states ${stated.toFixed(1)} s; the packets cover ${durationSec.toFixed(1)} s.`));
  }
  return traps;
}

function pictureStreamTraps({ main, mirrored: flipped, streams, streamsLeftOut }: MediaFacts): Trap[] {
  const traps: Trap[] = [];
  if (main !== undefined && main.rotationDeg !== 0) traps.push(rotated(main.rotationDeg));
  if (flipped) traps.push(mirrored);
  if (main?.interlaced)
    traps.push(trap("interlaced", "Each frame holds two moments, one in the odd lines and one in the even. Fast things show a comb."));
  const cover = streams.filter((stream) => stream.type === "video" && stream.attachedPicture);
  if (cover.length > 0)
    traps.push(
      trap(
        "attached-picture",
        "A still picture is attached as a stream. It need not be from the recording.",
        cover.map(({ index }) => `stream ${index}`),
      ),
    );
  const pictures = streams.filter((stream) => stream.type === "video" && !stream.attachedPicture);
  if (pictures.length > 1)
    traps.push(
      trap(
        "several-picture-streams",
        "The file holds more than one picture stream; players show the first.",
        pictures.map(({ index }) => `stream ${index}`),
      ),
    );
  if (streamsLeftOut > 0) traps.push(trap("many-streams", `The file lists ${streamsLeftOut} more streams than are shown here.`));
  return traps;
}

/** Half a frame at 25 a second: below that nobody sees it. */
const noticeable = 0.02;

function soundTraps({ streams, frames }: MediaFacts): Trap[] {
  const firstShown = frames?.table.edited.find((time) => time !== null);
  const sound = streams.find((stream) => stream.type === "audio");
  if (firstShown === undefined || firstShown === null || sound?.type !== "audio" || sound.startSec === "unknown") return [];
  const late = sound.startSec - firstShown;
  if (Math.abs(late) < noticeable) return [];
  return [
    trap(
      "sound-offset",
      `Sound starts ${Math.abs(late).toFixed(3)} s ${late > 0 ? "after" : "before"} the first frame. Laying both from 0 shifts them.`,
    ),
  ];
}

/** Program names that re-encode or re-wrap, and platforms that mark what they serve. */
const rewriters =
  /\b(Lavf|Lavc|libx26[45]|x26[45]|HandBrake|FFmpeg|Google|Twitter|vork|Facebook|Instagram|WhatsApp|Telegram|TikTok|Premiere|After Effects|Final Cut|DaVinci|Vegas|CapCut|InShot|Kinemaster|VLC|mkvmerge|MP4Box|GPAC|Photoshop|Lightroom|GIMP|Snapseed|PicsArt|Canva|ImageMagick|Paint\.NET|Pixelmator)/i;
const writerTags =
  /^(Encoder|EncodingTool|Software|WritingApp|MuxingApp|CreatorTool|HandlerDescription|Compressor(Name|ID)?|HistorySoftwareAgent|Comment|EncodedBy|EncoderSettings)$/i;

function commonTraps(facts: Facts): Trap[] {
  const traps: Trap[] = [];
  const { rows, times, structure } = facts;
  const open = times.filter(({ zone }) => zone.state === "unknown").map(({ basis }) => basis);
  if (open.length > 0)
    traps.push(
      trap(
        "zone-unknown",
        "A time without a zone is 26 hours of possible instants, from UTC+14 to UTC-12. Do not read it as local or as UTC.",
        open,
      ),
    );
  const container = times.filter(({ means }) => means === "file-written").map(({ basis }) => basis);
  if (container.length > 0)
    traps.push(
      trap(
        "container-time-not-filming",
        "The container's creation time is when this file was written, by the writer's clock. It is not the time of filming once the file was sent, downloaded or re-encoded.",
        container,
      ),
    );
  const quickTime = times.filter(({ basis }) => basis.startsWith("QuickTime ")).map(({ basis }) => basis);
  if (quickTime.length > 0)
    traps.push(
      trap(
        "container-zone-doubtful",
        "The format means this time as UTC, but many cameras and programs write local time here. Compare with another clock before using it.",
        quickTime,
      ),
    );
  const zero = rows
    .filter(({ group, value }) => group === "QuickTime" && /^0000:00:00/.test(value))
    .map(({ group, tag }) => `${group} ${tag}`);
  if (zero.length > 0)
    traps.push(
      trap("container-time-zero", "The container's time is set to zero. Programs and platforms that rewrite files do that.", zero),
    );
  traps.push(...editedTraps(facts));
  const writers = rows.filter(({ tag, value }) => writerTags.test(tag) && rewriters.test(value));
  if (writers.length > 0)
    traps.push(
      trap(
        "rewritten-by-program",
        "A program or platform that re-encodes or re-wraps left its name. These are not the camera's own bytes.",
        writers.map(({ group, tag, value }) => `${group} ${tag}: ${value}`),
      ),
    );
  const place = placeOf(facts);
  if (place !== undefined)
    traps.push(
      trap("place-inside", "The file states a place. It may endanger whoever filmed; it leaves with every copy of the original.", [
        `${place.group} ${place.tag}`,
      ]),
    );
  const small = rows.filter(({ tag }) => /^(ThumbnailImage|PreviewImage|ThumbnailTIFF|JpgFromRaw)$/.test(tag));
  if (small.length > 0)
    traps.push(
      trap(
        "thumbnail-inside",
        "A small picture is stored inside the file. It may show more, or other things, than the picture itself, and it leaves with every copy.",
        small.map(({ group, tag }) => `${group} ${tag}`),
      ),
    );
  if (structure.trailing !== undefined)
    traps.push(
      trap(
        "trailing-bytes",
        `${counted(structure.trailing.bytes, "byte")} ${structure.trailing.bytes === 1 ? "follows" : "follow"} the end of the file's own structure. Cameras append second pictures and clips there; others hide things there.`,
        [`from byte ${structure.trailing.offset}`],
      ),
    );
  if (structure.c2pa)
    traps.push(trap("c2pa-not-checked", "A C2PA manifest is inside. This version does not check it: its presence proves nothing."));
  if (facts.metadataNotRead !== undefined)
    traps.push(trap("metadata-not-read", `Metadata were not read, because ${facts.metadataNotRead}.`));
  if (facts.metadataLeftOut > 0)
    traps.push(trap("metadata-cut", "The file holds more metadata than are listed here.", [], facts.metadataLeftOut));
  return traps;
}

/** Clocks of the same file compared as wall clocks: a change long after the recording is an edit or a re-save. */
function editedTraps(facts: Facts): Trap[] {
  const wall = (group: string, tag: string) => {
    const row = rowOf(facts, (one) => one.group === group && one.tag === tag);
    return Date.parse((row?.value ?? "").replace(/^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d).*$/, "$1-$2-$3T$4Z"));
  };
  const recorded = wall("ExifIFD", "DateTimeOriginal");
  const changed = wall("IFD0", "ModifyDate");
  if (!(changed - recorded > 2000)) return [];
  return [
    trap(
      "edited-after-recording",
      "ModifyDate is later than DateTimeOriginal: the picture was changed or re-saved after it was taken.",
      ["ExifIFD DateTimeOriginal", "IFD0 ModifyDate"],
      1,
    ),
  ];
}

function damageTraps(facts: MediaFacts): Trap[] {
  if (facts.structure.missingBytes > 0) return [cutOff(facts)];
  return facts.complaint === "" ? [] : [trap("damaged", `The reader met damage: ${facts.complaint}. What could be read is shown.`)];
}

function milliseconds(sec: number): string {
  return `${(sec * 1000).toFixed(1)} ms`;
}

/** 0,1,2,7 as "frames 0 to 2", "frame 7". */
function runs(frames: readonly number[]): string[] {
  const found: [number, number][] = [];
  for (const frame of frames) {
    const last = found.at(-1);
    if (last !== undefined && frame === last[1] + 1) last[1] = frame;
    else found.push([frame, frame]);
  }
  return found.slice(0, 5).map(([from, to]) => (from === to ? `frame ${from}` : `frames ${from} to ${to}`));
}
