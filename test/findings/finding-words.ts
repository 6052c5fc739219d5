/** Findings to test with: a sound one, that each test breaks in one place. */
import type { FindingDocument } from "../../src/core/finding/finding.ts";
import type { Ground } from "../../src/core/review/ground.ts";

export const ground = (record: string, line: number, shows = ""): Ground => ({ record, line, at: null, segments: null, shows });

export function soundFinding(more: Partial<FindingDocument> = {}): FindingDocument {
  return {
    v: 1,
    question: "qn1",
    answer: { sort: "place", lat: 50.465, lon: 30.185, radiusM: 50 },
    statement: "The clip was filmed within 50 m of 50.4650, 30.1850.",
    grade: "supported",
    likelihood: { ladder: "icd-203", term: "very-likely" },
    confidence: { level: "moderate", reasons: "Four fixed features fit; the imagery is a year older." },
    wouldChange: "A second junction with the same four features.",
    evidenceFor: [],
    evidenceAgainst: [],
    lookedAgainst: "Other junctions of the same road within 10 km, on the map and in imagery.",
    hypotheses: [],
    openContradictions: [],
    unknown: ["Where exactly the camera stood on the kerb."],
    method: "Features of the frame were matched with the map.",
    limits: "Nothing is said of who filmed it.",
    ...more,
  };
}
