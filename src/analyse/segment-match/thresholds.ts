/**
 * Every number that decides what counts as the same picture, with what was measured of it on the half "set" of the material of
 * scripts/bench/copies (natural, filmed-still and drawn clips of 7 to 12 seconds). docs/method/copies.md says what it all means.
 */

/** Bits of 256 in which two descriptions of one landmark may differ. To its nearest of 300 a landmark has, in the middle, 11 to 13 in a small re-encoding, 29 on a filmed screen and 34 to 46 in a stranger: it is the geometry that tells, not this. */
export const landmarkReach = 64;
/** Landmarks at distinct places that must agree on one geometry. Strangers reach 8 to 16 by chance, so this opens the door and proves nothing; a fifth of the frame with 19 or more is the least seen for a true picture in picture. */
export const leastLandmarks = 8;

/** Samples a second at which two items are aligned in time. */
export const sampleRate = 10;
/** Half the time a picture is compared with to tell what moves, seconds of the source. */
export const movementWindowSec = 1.5;
/** Movement below this many grey levels a cell is rounding and the encoder's noise. At 0.6 leaves in wind were lost (small, tilt, subtitle); at 0.25 they are found. */
export const leastMovement = 0.25;
/** Agreement of movement that is nothing: subtracted before evidence is added up. */
export const nothingAgreement = 0.2;

/** Agreement of movement from which a line is a match whatever else, when something moves for at least this long. True lines have 0.93 to 1.00 nearly always; one fixed camera at other times reached 0.88, for two seconds of a scene that repeats. */
export const fullAgreement = 0.93;
export const leastMovingSec = 0.6;
/** Less is enough over a longer time, when it stands out of what the same footage has elsewhere. Two speakers in one studio reached 0.83 with 0.65 elsewhere. */
export const sureAgreement = 0.82;
export const sureMovingSec = 3;
export const sureAbove = 0.3;
/**
 * Still less, of movement that hardly stands out of the encoder's noise or of a small picture, counts over a longer time yet,
 * in every part of it, and when it stands far out of what the footage has elsewhere, in standard deviations of that. Leaves in
 * wind: agreement 0.54 to 0.81, weakest part three quarters of it, 9 to 11 deviations; a surveyed square at another time: at
 * most 0.46, weakest part under a half of it, 5.6 deviations.
 */
export const weakAgreement = 0.2;
export const weakMovingSec = 3.5;
export const weakProminence = 7;
export const weakEverywhere = 0.5;
/** And half of it is enough when it is the same throughout for long, as in a small picture in a picture: that is no chance meeting of two walkers. */
export const evenAgreement = 0.5;
export const evenMovingSec = 8;
export const evenEverywhere = 0.75;
export const evenAbove = 0.3;
/** With the speed free to choose, chance has many more tries: a fixed camera reached 0.64 and 7.3 deviations at two thirds of the speed, ribbons that look alike 0.93 for two seconds. */
export const otherSpeedMovingSec = 4;
export const otherSpeedAgreement = 0.88;
export const otherSpeedProminence = 9;

/**
 * Agreement that every half of the view must have in which something moves in both: a counter that two cameras burn in agreed at
 * 0.88 and left 0.05 to 0.14 for the half without it; true matches have 0.35 and more, mostly 0.7.
 */
export const leastInEveryHalf = 0.25;

/** Pictures along a match differ at most this much, from 0 to 1, in most of its frames. True lines: 0.01 to 0.18, with a wrong geometry 0.2 to 0.5, strangers 0.6 and more. */
export const mostDifference = 0.45;
export const leastAgreeingShare = 0.6;
/** Share of the shared view that must lie open: a match of what shows round the edges of something else is none. */
export const leastOpen = 0.5;

/** Two stills: how much they may differ and how many landmarks must agree. */
export const stillDifference = 0.3;
export const stillLandmarks = 12;
/** Bits in which hashes of whole pictures may differ for a geometry to be tried without landmarks: PDQ's own advice for a match. */
export const stillHashReach = 31;
/** Pictures that differ no more show the same view. */
export const sameViewDifference = 0.25;
export const sameViewLandmarks = 12;
/** Movement below this many grey levels a cell, and for this share of the time, is none: the picture stands still. */
export const stillMovement = 0.8;
export const standsStill = 0.3;

/** Shares of segments that were true, by scripts/bench/copies/calibrate.ts on the setting half: all of them, and those of a raw score of 0.9. */
export const usualScore = 0.99;
export const mostScore = 0.995;
export const mostStillScore = 0.9;
