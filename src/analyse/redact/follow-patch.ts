/**
 * Follows one patch from picture to picture. It stops rather than guesses: where nothing near is like it, where it no longer looks
 * like what was marked, where the way back does not lead to where it came from (Kalal, Mikolajczyk and Matas, "Forward-backward
 * error", ICPR 2010), where most of it left the picture, and where another shot begins.
 */
import type { TrackLoss } from "../../core/redaction/tracker.port.ts";
import { type GreyPicture, likeness, patchOf, type PatchPlace, patchRoom } from "./grey-patch.ts";

export type Followed = { readonly place: PatchPlace } | { readonly lost: TrackLoss };

export interface PatchFollower {
  next(picture: GreyPicture): Followed;
}

/** Of the patch as it was one picture before, and as it was marked. Set on moving patterns with noise: see docs/method/redaction.md. */
const leastLike = 0.6;
const leastLikeFirst = 0.35;
/** Of both pictures whole: another shot, or a turn of the camera that is too fast to follow. */
const leastLikeWhole = 0.35;
/** How far the way back may end from the start, as a share of the patch's shorter side. */
const mostAstray = 0.2;
/** From here on the patch is taken over, slowly: a person turns, a plate comes nearer. */
const likeEnough = 0.85;
const takenOver = 0.15;
const scales = [1, 0.97, 1.03];

/** Undefined where the patch is flat. */
export function followPatch(first: GreyPicture, start: PatchPlace): PatchFollower | undefined {
  const original = patchOf(first, start);
  if (original === undefined) return undefined;
  const room = patchRoom();
  let patch: Float32Array = original.slice();
  let [before, place] = [copyOf(first), start];
  let speed = { x: 0, y: 0 };
  return {
    next(picture) {
      if (wholeLikeness(before, picture, room) < leastLikeWhole) return { lost: "cut" };
      const guess = { ...place, x: place.x + speed.x, y: place.y + speed.y };
      const found = search(picture, guess, patch, room);
      if (found.like < leastLike) return { lost: "not-found" };
      if (outside(picture, found.place) > 0.5) return { lost: "left" };
      const now = patchOf(picture, found.place);
      if (now === undefined) return { lost: "flat" };
      if (dot(now, original) < leastLikeFirst) return { lost: "changed" };
      const back = search(before, { ...found.place, x: found.place.x - speed.x, y: found.place.y - speed.y }, now, room).place;
      const astray = Math.hypot(back.x - place.x, back.y - place.y);
      if (astray > Math.max(2, mostAstray * Math.min(place.w, place.h))) return { lost: "not-found" };
      speed = { x: found.place.x - place.x, y: found.place.y - place.y };
      place = found.place;
      before = copyOf(picture);
      if (found.like > likeEnough) patch = mixed(patch, now);
      return { place };
    },
  };
}

function search(picture: GreyPicture, from: PatchPlace, patch: Float32Array, room: Float32Array): { place: PatchPlace; like: number } {
  const reach = Math.min(32, Math.max(8, Math.max(from.w, from.h) * 0.5));
  let best = { place: from, like: likeness(picture, from, patch, room) };
  const look = (place: PatchPlace) => {
    const like = likeness(picture, place, patch, room);
    if (like > best.like) best = { place, like };
  };
  const around = (centre: PatchPlace, far: number, step: number) => {
    for (let y = -far; y <= far; y += step) for (let x = -far; x <= far; x += step) look({ ...centre, x: centre.x + x, y: centre.y + y });
  };
  around(from, reach, Math.max(1, reach / 9));
  around(best.place, Math.max(1, reach / 9), 1);
  for (const scale of scales) {
    const sized = { ...best.place, w: from.w * scale, h: from.h * scale };
    if (scale !== 1) look(sized);
  }
  around(best.place, 0.5, 0.5);
  return best;
}

/** Share of the place that lies outside the picture. */
function outside({ width, height }: GreyPicture, { x, y, w, h }: PatchPlace): number {
  const inX = Math.max(0, Math.min(width, x + w / 2) - Math.max(0, x - w / 2));
  const inY = Math.max(0, Math.min(height, y + h / 2) - Math.max(0, y - h / 2));
  return 1 - (inX * inY) / (w * h);
}

function wholeLikeness(one: GreyPicture, other: GreyPicture, room: Float32Array): number {
  const whole = { x: one.width / 2, y: one.height / 2, w: one.width, h: one.height };
  const patch = patchOf(one, whole);
  return patch === undefined ? 1 : likeness(other, whole, patch, room);
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let n = 0; n < one.length; n++) sum += (one[n] as number) * (other[n] as number);
  return sum;
}

function mixed(old: Float32Array, fresh: Float32Array): Float32Array {
  const mix = old.map((value, n) => value * (1 - takenOver) + (fresh[n] as number) * takenOver);
  const length = Math.sqrt(dot(mix, mix));
  return length === 0 ? old : mix.map((value) => value / length);
}

const copyOf = (picture: GreyPicture): GreyPicture => ({ ...picture, luma: picture.luma.slice() });
