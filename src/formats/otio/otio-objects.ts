/**
 * Objects of OpenTimelineIO as their JSON form has them: a name and version of schema, and the fields of that version. Field names and
 * versions after the project's own serialised examples (Timeline.1, Stack.1, Track.1, Gap.1, Clip.2, Marker.2).
 */
import type { Json } from "../../core/json/canonical-json.ts";
import type { PlannedClip } from "../../core/sync/sync-plan.ts";

export type Metadata = { readonly [name: string]: Json };
export type OtioObject = { readonly OTIO_SCHEMA: string; readonly [field: string]: Json };
type Rate = PlannedClip["rate"];

/** A whole count is meant where a file rounds its times: within so much of one. */
const nearlyWhole = 0.05;

/** Seconds as a count at the clip's own rate; counts that do not come out whole stay fractions, as the format allows. */
export function rationalTime(seconds: number, { numerator, denominator }: Rate): OtioObject {
  return { OTIO_SCHEMA: "RationalTime.1", rate: numerator / denominator, value: (seconds * numerator) / denominator };
}

/** The same of a moment or a length of a file, which are whole counts unless something else is clear. */
export function ownTime(seconds: number, rate: Rate): OtioObject {
  const time = rationalTime(seconds, rate);
  const count = time["value"] as number;
  return Math.abs(count - Math.round(count)) < nearlyWhole ? { ...time, value: Math.round(count) + 0 } : time;
}

export function timeRange(start: OtioObject, duration: OtioObject): OtioObject {
  return { OTIO_SCHEMA: "TimeRange.1", start_time: start, duration };
}

export function gap(duration: OtioObject): OtioObject {
  const start = { ...duration, value: 0 };
  return {
    OTIO_SCHEMA: "Gap.1",
    metadata: {},
    name: "",
    source_range: timeRange(start, duration),
    effects: [],
    markers: [],
    enabled: true,
    color: null,
  };
}

export function marker(name: string, at: OtioObject, comment: string, metadata: Metadata): OtioObject {
  return {
    OTIO_SCHEMA: "Marker.2",
    metadata,
    name,
    color: "RED",
    comment,
    marked_range: timeRange(at, { ...at, value: 0 }),
  };
}

export function externalReference(address: string, name: string, available: OtioObject, metadata: Metadata): OtioObject {
  return {
    OTIO_SCHEMA: "ExternalReference.1",
    metadata,
    name,
    available_range: available,
    available_image_bounds: null,
    target_url: address,
  };
}

export function missingReference(name: string, available: OtioObject, metadata: Metadata): OtioObject {
  return { OTIO_SCHEMA: "MissingReference.1", metadata, name, available_range: available, available_image_bounds: null };
}

interface ClipParts {
  readonly name: string;
  readonly range: OtioObject;
  readonly media: OtioObject;
  readonly markers: readonly OtioObject[];
  readonly metadata: Metadata;
}

export function clip({ name, range, media, markers, metadata }: ClipParts): OtioObject {
  return {
    OTIO_SCHEMA: "Clip.2",
    metadata,
    name,
    source_range: range,
    effects: [],
    markers,
    enabled: true,
    color: null,
    media_references: { DEFAULT_MEDIA: media },
    active_media_reference_key: "DEFAULT_MEDIA",
  };
}

export function track(name: string, kind: "Video" | "Audio", children: readonly OtioObject[]): OtioObject {
  return {
    OTIO_SCHEMA: "Track.1",
    metadata: {},
    name,
    source_range: null,
    effects: [],
    markers: [],
    enabled: true,
    color: null,
    children,
    kind,
  };
}

export function timeline(name: string, start: OtioObject | null, tracks: readonly OtioObject[], metadata: Metadata): OtioObject {
  return {
    OTIO_SCHEMA: "Timeline.1",
    metadata,
    name,
    global_start_time: start,
    tracks: {
      OTIO_SCHEMA: "Stack.1",
      metadata: {},
      name: "tracks",
      source_range: null,
      effects: [],
      markers: [],
      enabled: true,
      color: null,
      children: tracks,
    },
  };
}

export function collection(name: string, children: readonly OtioObject[], metadata: Metadata): OtioObject {
  return { OTIO_SCHEMA: "SerializableCollection.1", metadata, name, children };
}
