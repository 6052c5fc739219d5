/** How often an accepted offset was off by more than 50 ms, by its evidence: scripts/accuracy/sync.ts; the figures are on the method page. */

/** Sounds that share nothing reached 7.7 over half a minute and more, two hums of one mains 10.6: what else is asked is in measure-sound.ts. */
export const acceptEvidence = 10;

export function chanceWrong(evidence: number): number {
  return evidence >= 20 ? 0.005 : 0.02;
}
