/**
 * A plan of recordings on one clock as OpenTimelineIO: a timeline a group, a track of picture and one of sound for each recording, a gap before
 * it. The plan, not the media: addresses only, nothing is cut or copied. What the format has no field for, errors above all, stands in the
 * metadata under "witnessmark", and a program that does not know it still has every clip where it belongs.
 */
import type { ClipOnClock, PlannedClip, PlannedGroup, SyncPlan } from "../../core/sync/sync-plan.ts";
import { fileAddress } from "./file-address.ts";
import * as otio from "./otio-objects.ts";

/** Wider windows of the beginning are told in the metadata, and are no time code. */
const clockKnownS = 2;

/** One group is a timeline; of several, clocks that have nothing to do with each other, a collection. */
export function writeOtio(plan: SyncPlan): string {
  const about = { ...plan.metadata, writtenBy: plan.writtenBy, errors: "half-widths of 95 % intervals, seconds" };
  const apart = plan.apart.map(({ clip, why }) => ({ ...clipMetadata(clip), why }));
  const [only] = plan.groups;
  const root =
    plan.groups.length === 1 && only !== undefined
      ? timelineOf(only, plan.title, { ...about, apart })
      : otio.collection(
          plan.title,
          plan.groups.map((group) => timelineOf(group, `${plan.title} ${group.id}`, about)),
          { witnessmark: { ...about, apart } },
        );
  // Half characters have no bytes in UTF-8, and readers refuse them.
  return `${JSON.stringify(root, (_, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value), 4)}\n`;
}

function timelineOf(group: PlannedGroup, name: string, about: otio.Metadata): otio.OtioObject {
  const zero = Math.min(...group.clips.map(({ start }) => start.value));
  const tracks = [
    ...group.clips.filter(({ picture }) => picture).map((clip) => trackOf(clip, zero, "Video")),
    ...group.clips.filter(({ sound }) => sound).map((clip) => trackOf(clip, zero, "Audio")),
  ];
  const first = group.clips.find(({ start }) => start.value === zero);
  return otio.timeline(name, first === undefined ? null : globalStart(first), tracks, {
    witnessmark: {
      ...about,
      group: group.id,
      state: group.state,
      reference: group.reference,
      // What the timeline begins with, on the group's clock.
      zeroS: zero,
      utcOfZero: first?.utcStart === undefined || first.utcStart === null ? null : { ...first.utcStart },
      ...group.about,
    },
  });
}

/** The time of day in UTC at which the timeline begins, in the middle of what is known, when that is narrow. */
function globalStart({ utcStart, rate }: ClipOnClock): otio.OtioObject | null {
  if (utcStart?.notBefore == null || utcStart.notAfter == null) return null;
  const [from, to] = [Date.parse(utcStart.notBefore), Date.parse(utcStart.notAfter)];
  if (to - from > clockKnownS * 1000) return null;
  const dayS = 86_400;
  return otio.rationalTime(((from + to) / 2000) % dayS, rate);
}

function trackOf(one: ClipOnClock, zero: number, kind: "Video" | "Audio"): otio.OtioObject {
  const { label, startS, endS, rate } = one;
  const name = label;
  const range = otio.timeRange(otio.ownTime(startS, rate), otio.ownTime(endS - startS, rate));
  const metadata = { witnessmark: clockMetadata(one) };
  const media =
    one.file === null
      ? otio.missingReference(name, range, { witnessmark: { object: one.object, item: one.item } })
      : otio.externalReference(fileAddress(one.file), name, range, { witnessmark: { object: one.object, item: one.item } });
  const markers = one.marks.map((mark) =>
    otio.marker(mark.name, otio.rationalTime(mark.atS, rate), `marked by a person, +- ${mark.plusMinusS} s (95 %)`, {
      witnessmark: { atS: mark.atS, plusMinusS: mark.plusMinusS },
    }),
  );
  const clip = otio.clip({ name, range, media, markers, metadata });
  const before = one.start.value - zero;
  return otio.track(name, kind, before > 0 ? [otio.gap(otio.rationalTime(before, rate)), clip] : [clip]);
}

function clockMetadata(one: ClipOnClock): otio.Metadata {
  return {
    ...clipMetadata(one),
    offset: { ...one.offset },
    knownBestAtS: one.knownBestAtS,
    ratePpm: one.ratePpm === null ? "not measured" : { ...one.ratePpm },
    startOnClock: { ...one.start },
    endOnClock: { ...one.end },
    bySoundAtMostS: one.bySoundAtMostS,
    restsOnUnchecked: [...one.restsOnUnchecked],
    sameSoundAs: [...one.sameSoundAs],
    utcStart: one.utcStart === null ? null : { ...one.utcStart },
    utcEnd: one.utcEnd === null ? null : { ...one.utcEnd },
  };
}

function clipMetadata({ id, label, item, object, startS, endS, rate }: PlannedClip): otio.Metadata {
  return { clip: id, label, item, object, startS, endS, rate: { ...rate } };
}
