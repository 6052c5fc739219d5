/** What evidence is worth: the share of parts with at least so much that were true, on the calibration half; docs/method/copies-sound.md. */

/** Below it nothing is reported. */
export const leastEvidence = 12;

export const scoreOf = (evidence: number) => Math.round((1 - Math.exp(-evidence / 10)) * 1000) / 1000;
