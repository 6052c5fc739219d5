/**
 * An independent reader of OpenTimelineIO for tests: the text with every number as it stands (64 bits and more, Inf, NaN), and where each
 * clip lies on its timeline by adding up what is before it, as editors do. It knows nothing of what the writer knows.
 */

/** Integers that a double does not hold are bigints. */
export type OtioValue = null | boolean | number | bigint | string | OtioValue[] | { [field: string]: OtioValue };
export type OtioNode = { [field: string]: OtioValue };

/** Inf, -Infinity and NaN stand bare in the format's own files; JSON has no words for them. */
const bare = /("(?:[^"\\]|\\.)*")|(-?)\b(Infinity|Inf|NaN)\b/gu;
const mark = "\u0001otio:";

export function readOtio(text: string): OtioValue {
  const quoted = text.replace(bare, (whole, string: string | undefined, sign: string, word: string) =>
    string === undefined ? JSON.stringify(`${mark}${sign}${word === "NaN" ? "NaN" : "Infinity"}`) : whole,
  );
  return JSON.parse(quoted, function (_key, value: unknown, context?: { source?: string }) {
    if (typeof value === "string" && value.startsWith(mark)) return Number(value.slice(mark.length));
    const source = context?.source;
    if (typeof value === "number" && source !== undefined && /^-?\d+$/u.test(source) && !Number.isSafeInteger(value)) return BigInt(source);
    return value;
  }) as OtioValue;
}

export function printOtio(value: OtioValue): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(printOtio).join(",")}]`;
  if (value !== null && typeof value === "object")
    return `{${Object.entries(value)
      .map(([field, one]) => `${JSON.stringify(field)}:${printOtio(one)}`)
      .join(",")}}`;
  return JSON.stringify(value);
}

/** Every object with a schema, wherever it stands. */
export function* nodesOf(value: OtioValue): Generator<OtioNode> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (value !== null && typeof value === "object") {
    if (typeof value["OTIO_SCHEMA"] === "string") yield value;
    for (const one of Object.values(value)) yield* nodesOf(one);
  }
}

export interface PlacedMedia {
  readonly track: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
  /** On the timeline. */
  readonly startS: number;
  readonly endS: number;
  /** In the media. */
  readonly mediaStartS: number;
}

export function placedMedia(timeline: OtioNode): PlacedMedia[] {
  const stack = timeline["tracks"] as OtioNode;
  return (stack["children"] as OtioNode[]).flatMap((track) => {
    let at = 0;
    return (track["children"] as OtioNode[]).flatMap((child): PlacedMedia[] => {
      if (String(child["OTIO_SCHEMA"]).startsWith("Transition")) return [];
      const held = child["media_references"] as OtioNode | undefined;
      const media = (child["media_reference"] ?? held?.[String(child["active_media_reference_key"])] ?? {}) as OtioNode;
      // A clip without a range of its own is all of its media.
      const range = (child["source_range"] ?? media["available_range"]) as OtioNode;
      const [start, length] = [seconds(range["start_time"] as OtioNode), seconds(range["duration"] as OtioNode)];
      const [from, to] = [at, (at += length)];
      if (!String(child["OTIO_SCHEMA"]).startsWith("Clip")) return [];
      return [
        {
          track: String(track["name"]),
          kind: String(track["kind"]),
          name: String(child["name"]),
          address: (media["target_url"] as string | undefined) ?? null,
          ...{ startS: from, endS: to, mediaStartS: start },
        },
      ];
    });
  });
}

export function seconds({ value, rate }: OtioNode): number {
  return Number(value) / Number(rate);
}
