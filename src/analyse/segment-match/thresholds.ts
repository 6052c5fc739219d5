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
export const leastMovement = 0.25;
/** Agreement of movement that is nothing: subtracted before evidence is added up. */
export const nothingAgreement = 0.2;

/** Agreement of movement from which a line is a match whatever else, when something moves for at least this long. */
export const fullAgreement = 0.93;
export const leastMovingSec = 0.6;
/** Less is enough over a longer time, when it stands out of what the same footage has elsewhere. */
export const sureAgreement = 0.82;
export const sureMovingSec = 3;
export const sureAbove = 0.3;
/**
 * Still less, of movement that hardly stands out of the encoder's noise or of a small picture, counts over a longer time yet,
 * in every part of it, and when it stands far out of what the footage has elsewhere, in standard deviations of that.
 */
export const weakAgreement = 0.2;
export const weakMovingSec = 3;
export const weakProminence = 7;
export const weakEverywhere = 0.5;
/** With the speed free to choose, chance has many more tries: more is asked for. */
export const otherSpeedMovingSec = 3;
export const otherSpeedAgreement = 0.88;
export const otherSpeedProminence = 9;

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
/** Movement below this many grey levels a cell, and for this share of the time, is none: the picture stands still. */
export const stillMovement = 0.8;
export const standsStill = 0.3;
