/** What the made pack must not hold, as whoever makes an edition would hand it to the scanner. Plain data. */
import type { LeakSecrets } from "../../../src/core/edition/leak-test.port.ts";
import { anchors, covered, faceMark, frame, type MadeSource, names, place, voiceMark } from "./made-pack.ts";

export function secretsOfPack(source: MadeSource, made: readonly string[], how: "mute" | "tone" = "mute"): LeakSecrets {
  const { from, to, start, speed, y, size } = faceMark;
  const boxAt = (atS: number) => ({
    x: (start + speed * atS) / frame.width,
    y: y / frame.height,
    w: size / frame.width,
    h: size / frame.height,
  });
  const face = {
    what: "box" as const,
    fromS: from,
    toS: to,
    keys: [from, 2, to].map((atS) => ({ atS, box: boxAt(atS), by: "person" as const })),
  };
  const voice = { what: "sound" as const, fromS: voiceMark.from, toS: voiceMark.to, how };
  return {
    texts: [
      ...Object.entries(names).map(([label, text]) => ({ label, text })),
      { label: "words of rm5", text: covered.phrase },
      { label: "words of rm5", text: "Sallowfen", own: true },
      { label: "words of rm6", text: `${covered.inPlace.before}${covered.inPlace.words}${covered.inPlace.after}` },
    ],
    allowed: ["What happened at the bridge"],
    digests: [{ label: "i1", digest: `sha256:${source.sha256}` }],
    fingerprints: [{ label: "print of i1", hex: `${"9c".repeat(16)}${"5a".repeat(16)}` }],
    sizes: [{ label: "i1", bytes: source.bytes }],
    durations: [{ label: "i2", seconds: 37.483 }],
    places: [{ label: "place of f1", lat: place.lat, lon: place.lon, shown: place.shown }],
    anchors: anchors.map(({ names: said, lat, lon }) => ({ names: [...said], lat, lon })),
    gridM: place.gridM,
    media: [
      {
        ...{ label: "i1", path: source.video, kind: "video", whole: false },
        marks: [
          { redaction: "rm1", mark: { sort: face, reason: "face", subject: "P1" } },
          { redaction: "rm2", mark: { sort: voice, reason: "voice", subject: null } },
        ],
        made: made.map((file) => ({ file, startS: 0 })),
      },
    ],
    linesWithBodies: [1, 4],
  };
}
