/** Every number that decides what counts as the same picture. What each is based on: docs/method/copies.md. */

/** Bits of 256 in which two descriptions of one landmark may differ. */
export const landmarkReach = 64;
/** Landmarks at distinct places that must agree on one geometry. */
export const leastLandmarks = 8;

/** Samples a second at which two items are aligned in time. */
export const sampleRate = 10;
/** Half the time a picture is compared with to tell what moves, seconds of the source. */
export const movementWindowSec = 1.5;
/** Movement below this many grey levels a cell is the encoder's noise. */
export const leastMovement = 0.6;
/** Agreement of movement that is nothing: subtracted before evidence is added up. */
export const nothingAgreement = 0.2;

/** Agreement of movement from which a line is a match, when something moves for at least this long. */
export const sureAgreement = 0.82;
export const leastMovingSec = 0.6;
/** Weaker agreement counts over a longer time and when it stands this far above what the same footage has elsewhere. */
export const weakAgreement = 0.6;
export const weakMovingSec = 5;
export const weakAbove = 0.3;
/** Pictures along a match differ at most this much, from 0 to 1, in most of its frames. */
export const mostDifference = 0.45;
export const leastAgreeingShare = 0.6;
/** Share of the shared view that must lie open: a match of what shows round the edges of something else is none. */
export const leastOpen = 0.5;

/** Two stills: how much they may differ and how many landmarks must agree. */
export const stillDifference = 0.3;
export const stillLandmarks = 12;
/** Pictures that differ no more show the same view. */
export const sameViewDifference = 0.25;
export const sameViewLandmarks = 12;
/** Share of full movement below which a picture stands still. */
export const standsStill = 0.2;
