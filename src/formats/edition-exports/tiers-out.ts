/** Tiers of a report as WebVTT, on the clock of the recording. A draft says in its words that it is one. */
import type { ReportTier } from "../../core/report/report-item.ts";
import type { TierSegment } from "../../core/tier/tier.ts";
import { noDigest } from "../../core/hash/digest.ts";
import { writeWebvtt } from "../webvtt/write-webvtt.ts";

export function tierAsWebvtt({ tier, version, item, sort, language, from, segments, writers, reviewers, made }: ReportTier): string {
  const { text, notes } = writeWebvtt({
    ...{ id: tier, version, from, zeroMs: 0 },
    document: { format: "witnessmark-tier-v1", item, object: noDigest, sort, language, segments: segments.map(segmentOf) },
  });
  const said = [
    `${made}; written by ${writers.join(", ") || "nobody named"}; read against the recording by ${reviewers.join(", ") || "nobody"}`,
    ...(segments.filter(({ reviewed }) => !reviewed).length > 0
      ? [`${segments.filter(({ reviewed }) => !reviewed).length} of ${segments.length} segments were read by no second person`]
      : []),
    ...notes,
  ];
  // An arrow or an empty line would end the note.
  const note = `NOTE\n${said.map((line) => line.replaceAll("-->", "->").replaceAll(/\s+/g, " ")).join("\n")}`.toWellFormed();
  return text.replace(/^WEBVTT\n\n/, `WEBVTT\n\n${note}\n\n`).toWellFormed();
}

function segmentOf({ id, startS, endS, speaker, text, alternatives, draft }: ReportTier["segments"][number]): TierSegment {
  return {
    ...{ id, startMs: Math.round(startS * 1000), endMs: Math.round(endS * 1000), speaker, text, alternatives: [...alternatives] },
    ...{ overlap: false, language: null, of: null, box: null, machine: draft ? { confidence: null, suspect: [] } : null },
  };
}
