/** TRUTH.json: everything the sample's files do not say, or say wrongly. Its form is described in docs/sample.md. */
import { ARTICLES } from "./articles.ts";
import { clipStartUtcMs, frameTimeS, project, basisOf, CAMERAS, type Camera } from "./cameras.ts";
import { COPIES, type Copy } from "./copies.ts";
import { HANDED_IN } from "./handed-in/write-handed-in.ts";
import { LOOSE_PICTURES, NOTES, UNREADABLE, VOICE_NOTE, VOICE_NOTE_TEXT } from "./documents.ts";
import { DORVANE } from "./dorvane.ts";
import {
  ANNOUNCEMENTS,
  EVENT_UTC_MS,
  FLASH,
  IMPULSES,
  LOUDSPEAKER,
  PLACE,
  SEED,
  SPEED_OF_SOUND_M_S,
  sunAt,
  TOWN_UTC_OFFSET_H,
  utcMsAt,
  VAN,
  vanPosition,
} from "./event.ts";
import { CHANNELS } from "./posts.ts";
import { CAMERA_RECORDINGS, STEPPING_RECORDINGS, type Recording } from "./recordings.ts";
import { arrivalsAt, distanceM } from "./sound.ts";
import { STILLS } from "./stills.ts";
import { ACCOUNT_EXPORT, CHAT_EXPORT, EXPORTER_UTC_OFFSET_H, type WrittenPost } from "./telegram.ts";
import { LANDMARKS } from "./town.ts";

export const TRUTH_FILE = "TRUTH.json";
export const TRUTH_FORMAT = "witnessmark-sample-truth-v1";

/** What only the finished files tell. */
export interface Measured {
  /** Digest of the generator's sources. */
  readonly generator: string;
  /** Presentation times of the copies' frames, seconds on the container's clock, by file. */
  readonly copyFrameTimesS: ReadonlyMap<string, readonly number[]>;
  readonly telegram: readonly WrittenPost[];
}

/** The fields of the truth alone, not how the generator makes them. */
const without = (value: object, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
const iso = (utcMs: number) => new Date(utcMs).toISOString();
const micro = (seconds: number) => Math.round(seconds * 1e6) / 1e6;

export function truthOf(measured: Measured): object {
  return {
    format: TRUTH_FORMAT,
    synthetic:
      "Everything here is invented and made by a script: towns, event, people, outlets, channels. No real place or event is meant.",
    seed: SEED,
    generator: measured.generator,
    conventions: {
      place: "metres east, north and up from the middle of the fountain's basin at ground level",
      eventTime: "seconds from the first bell stroke of four o'clock",
      clipTime: "seconds from frame 0, which is also the first sample of sound",
      containerTime: "presentation time as the file states it: clip time + containerStartS - hidden part",
      headings: "degrees clockwise from true north; pitch up from level; hfov across the displayed picture",
      frameCode:
        "pixels of the displayed (turned) picture; read it with scripts/sample/frame-code.ts; its number is the frame of the recording",
    },
    place: { ...PLACE, utcOffsetH: TOWN_UTC_OFFSET_H },
    event: eventTruth(),
    cameras: CAMERA_RECORDINGS.map(cameraTruth),
    sync: syncTruth(),
    stepping: STEPPING_RECORDINGS.map(recordingTruth),
    copies: COPIES.map((copy) => copyTruth(copy, measured)),
    copyTree: COPIES.map(({ file, madeFrom }) => ({ file, madeFrom })),
    telegram: telegramTruth(measured),
    articles: ARTICLES.map((article) => without(article, "paragraphs")),
    pictures: LOOSE_PICTURES,
    stills: STILLS.map(({ id, shows, utcMs, sun, view, eventS }) => ({ id, shows, takenUtc: iso(utcMs), eventS, sun, view })),
    otherTown: { name: PLACE.otherTown, district: PLACE.otherTownDistrict, latDeg: DORVANE.latDeg, lonDeg: DORVANE.lonDeg },
    handedIn: HANDED_IN,
    documents: [
      { file: NOTES, kind: "text" },
      { file: VOICE_NOTE, kind: "sound", language: "en", text: VOICE_NOTE_TEXT },
      { file: UNREADABLE, kind: "unreadable", note: "random bytes; nothing can read it, and nothing should claim to" },
    ],
  };
}

function eventTruth(): object {
  return {
    summary: "A parked van's handbrake slips; the empty van rolls down Market Square and stops at the rim of the fountain. Nobody is hurt.",
    zeroUtc: iso(EVENT_UTC_MS),
    zeroLocal: "2024-09-14T16:00:00+03:00",
    sun: sunAt(EVENT_UTC_MS),
    shadowBearingDeg: (sunAt(EVENT_UTC_MS).azimuthDeg + 180) % 360,
    speedOfSoundMS: SPEED_OF_SOUND_M_S,
    van: { ...VAN, path: [VAN.startS, 0, 3, 6, VAN.stopS].map((t) => ({ eventS: t, position: vanPosition(t) })) },
    flash: FLASH,
    impulses: IMPULSES.map((impulse) => ({ ...impulse, utc: iso(utcMsAt(impulse.timeS)) })),
    loudspeaker: LOUDSPEAKER,
    announcements: ANNOUNCEMENTS.map((announcement) => without(announcement, "file")),
    landmarks: LANDMARKS,
  };
}

/** What any rendered recording has: its strip, its frames and their times. */
function recordingTruth({ camera, writing, hiddenFrames, clock, clockAheadS }: Recording): object {
  const hiddenS = frameTimeS(camera, hiddenFrames);
  const shown = camera.frameTicks.map((_, i) => i).slice(hiddenFrames);
  return {
    file: camera.file,
    summary: camera.summary,
    codec: writing.codec,
    storedWidth: writing.rotated ? camera.height : camera.width,
    storedHeight: writing.rotated ? camera.width : camera.height,
    displayedWidth: camera.width,
    displayedHeight: camera.height,
    rotationDeg: writing.rotated ? 90 : 0,
    hiddenFrames,
    /** The number that the strip of the first shown frame carries. */
    firstFrameNumber: hiddenFrames,
    frameCount: shown.length,
    timescale: camera.timescale,
    containerStartS: camera.containerStartS,
    frameTimesS: shown.map((i) => micro(camera.containerStartS + frameTimeS(camera, i) - hiddenS)),
    frameCode: camera.frameCode,
    clock: { says: writing.creationTime, state: clock, aheadS: clockAheadS },
  };
}

function cameraTruth(recording: Recording): object {
  const { camera } = recording;
  return {
    id: camera.id,
    ...recordingTruth(recording),
    position: camera.position,
    headingDeg: camera.headingDeg,
    pitchDeg: camera.pitchDeg,
    hfovDeg: camera.hfovDeg,
    shakePx: camera.shakePx,
    startEventS: camera.startS,
    startUtc: iso(clipStartUtcMs(camera)),
    durationS: camera.durationS,
    sun: sunAt(clipStartUtcMs(camera)),
    sound: {
      ...camera.sound,
      arrivals: arrivalsAt(camera).map((a) => ({ ...a, containerS: a.arrivalClipS + camera.containerStartS })),
      announcements: ANNOUNCEMENTS.map(({ id, startS }) => ({
        id,
        startClipS: startS + distanceM(camera.position, LOUDSPEAKER.position) / SPEED_OF_SOUND_M_S - camera.startS,
      })),
    },
    flash: { clipS: FLASH.timeS - camera.startS, frames: flashFrames(camera) },
    landmarks: landmarksIn(camera),
  };
}

const flashFrames = (camera: Camera) =>
  camera.frameTicks
    .map((_, i) => i)
    .filter((i) => {
      const age = camera.startS + frameTimeS(camera, i) - FLASH.timeS;
      return age >= 0 && age < FLASH.fadeS;
    });

/** Where landmarks fall in the picture when the hand is still; hidden ones are not left out. */
function landmarksIn(camera: Camera): object[] {
  const basis = basisOf(camera);
  return LANDMARKS.flatMap(({ name, position }) => {
    const at = project(camera, basis, position);
    if (!at || at[0] < 0 || at[0] > camera.width || at[1] < 0 || at[1] > camera.height) return [];
    return [{ name, xPx: Math.round(at[0] * 10) / 10, yPx: Math.round(at[1] * 10) / 10 }];
  });
}

/** Start differences, and what the sound alone would make of them. */
function syncTruth(): object {
  const pairs = CAMERAS.flatMap((a, i) => CAMERAS.slice(i + 1).map((b) => [a, b] as const));
  return {
    meaning: "offsetS = start of `to` minus start of `from` in true time: clip time in `to` + offsetS = clip time in `from`",
    pairs: pairs.map(([a, b]) => ({
      from: a.id,
      to: b.id,
      offsetS: micro(b.startS - a.startS),
      bySound: IMPULSES.map((impulse) => ({
        impulse: impulse.id,
        offsetS: micro(
          b.startS - a.startS - (distanceM(b.position, impulse.position) - distanceM(a.position, impulse.position)) / SPEED_OF_SOUND_M_S,
        ),
      })),
    })),
  };
}

function copyTruth(copy: Copy, measured: Measured): object {
  const times = measured.copyFrameTimesS.get(copy.file) ?? [];
  const [only] = copy.picture;
  return {
    ...without(copy, "options", "stamp"),
    frameCode: copy.picture.length === 1 ? (only?.frameCode ?? null) : null,
    frameCount: times.length,
    frameTimesS: times,
  };
}

function telegramTruth(measured: Measured): object {
  return {
    exports: [
      {
        folder: ACCOUNT_EXPORT,
        form: "account",
        unixTime: true,
        exporterUtcOffsetH: EXPORTER_UTC_OFFSET_H.account,
        channels: CHANNELS.length,
      },
      {
        folder: CHAT_EXPORT,
        form: "single chat, older version",
        unixTime: false,
        exporterUtcOffsetH: EXPORTER_UTC_OFFSET_H.chat,
        channels: 1,
      },
    ],
    channels: CHANNELS.map(({ id, name, posts }) => ({
      id,
      name,
      posts: posts.map((post) => ({
        id: post.id,
        utc: iso(post.utcMs),
        ...(post.editedUtcMs === undefined ? {} : { editedUtc: iso(post.editedUtcMs) }),
        service: post.service?.action ?? null,
        forwardedFrom: post.forwardedFrom === undefined ? "not a forward" : post.forwardedFrom,
        held: measured.telegram.filter((w) => w.channelId === id && w.postId === post.id),
        claims: post.claims ?? [],
      })),
    })),
    albums: [{ channelId: 2100000101, postIds: [42, 43] }],
    firstUpload: {
      channelId: 2100000104,
      postId: 5,
      note: "the earliest post of any of the three recordings, and the only one with a camera's own file",
    },
    forward: {
      channelId: 2100000102,
      postId: 211,
      of: { channelId: 2100000101, postId: 41 },
      note: "the export gives only the display name",
    },
  };
}
