/** One item's prints against another's: picture and sound apart, then what both say together. */
import type { PairComparison, PairSign } from "../../core/copies/segment-match.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { matchLandmarked } from "../segment-match/match-pictures.ts";
import { matchPrepared } from "../sound-match/match-sounds.ts";
import { type Comparable, stillThroughout } from "./comparable.ts";
import { pairSigns } from "./pair-signs.ts";

export interface Side {
  readonly object: Digest;
  readonly made: Comparable;
}

/**
 * What is compared. A channel that is left out shares nothing, unless the other one shares something: then it is compared too,
 * so that what an index missed does not pass for another picture or another sound.
 */
export interface Channels {
  readonly picture: boolean;
  readonly sound: boolean;
}

export function comparePair(a: Side, b: Side, channels: Channels): PairComparison {
  const asked = comparePictures(a.made, b.made, channels.picture);
  const sound = compareSounds(a.made, b.made, channels.sound || shares(asked.picture));
  const { picture, signs: seen } = !channels.picture && shares(sound) ? comparePictures(a.made, b.made, true) : asked;
  const signs = pairSigns({ picture, sound }, seen);
  return { format: "witnessmark-pair-comparison-v1", a: a.object, b: b.object, picture, sound, signs };
}

const shares = (channel: PairComparison["picture"] | PairComparison["sound"]) =>
  channel.state === "compared" && channel.segments.length > 0;

/** Whether a pair is worth handing on. */
export function saysSomething({ picture, sound, signs }: PairComparison): boolean {
  return (
    signs.length > 0 ||
    (picture.state === "compared" && picture.segments.length > 0) ||
    (sound.state === "compared" && sound.segments.length > 0)
  );
}

type Seen = { readonly picture: PairComparison["picture"]; readonly signs: readonly PairSign[] };

function comparePictures({ picture: a }: Comparable, { picture: b }: Comparable, wanted: boolean): Seen {
  if (a === null || b === null) return { picture: { state: "absent", of: whichOf(a === null, b === null) }, signs: [] };
  if (a.unfit === "" && b.unfit === "") {
    if (!wanted) return { picture: { state: "compared", segments: [] }, signs: [] };
    const { segments, signs } = matchLandmarked(a.prints, b.prints);
    return { picture: { state: "compared", segments: [...segments] }, signs };
  }
  const picture = unfit(a.unfit, b.unfit);
  // Of a picture that stands still it can be said that the other one shows it too, and no more.
  if (!wanted || ![a.unfit, b.unfit].every((why) => why === "" || why === stillThroughout)) return { picture, signs: [] };
  const { segments, signs } = matchLandmarked(a.prints, b.prints);
  return { picture, signs: segments.length > 0 || signs.length > 0 ? ["same-still-only"] : [] };
}

function compareSounds({ sound: a }: Comparable, { sound: b }: Comparable, wanted: boolean): PairComparison["sound"] {
  if (a === null || b === null) return { state: "absent", of: whichOf(a === null, b === null) };
  if (a.unfit !== "" || b.unfit !== "") return unfit(a.unfit, b.unfit);
  return { state: "compared", segments: wanted ? matchPrepared(a.prints, b.prints) : [] };
}

function unfit(a: string, b: string): { state: "unfit"; of: "a" | "b" | "both"; why: string } {
  const why = [...new Set([a, b])].filter((one) => one !== "").join(" ");
  return { state: "unfit", of: whichOf(a !== "", b !== ""), why };
}

function whichOf(a: boolean, b: boolean): "a" | "b" | "both" {
  return a && b ? "both" : a ? "a" : "b";
}
