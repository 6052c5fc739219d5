/** The eight forms in which a picture is sought, by what was done to it: mirrored, then turned clockwise. */
import { type Dihedral, dihedralOfHash } from "../pdq/dihedral.ts";
import type { FoundStretch } from "../../core/copies/frame-search.port.ts";
import type { HashForm } from "./hash-search.ts";

export type PictureForm = Pick<FoundStretch, "mirrored" | "turnedDeg">;

/** PDQ's quarter turns are counter-clockwise; upside down is mirrored and turned by half. */
const made: readonly (PictureForm & { readonly which: Dihedral })[] = [
  { which: "original", mirrored: false, turnedDeg: 0 },
  { which: "rotate-270", mirrored: false, turnedDeg: 90 },
  { which: "rotate-180", mirrored: false, turnedDeg: 180 },
  { which: "rotate-90", mirrored: false, turnedDeg: 270 },
  { which: "flip-y", mirrored: true, turnedDeg: 0 },
  { which: "flip-minus-1", mirrored: true, turnedDeg: 90 },
  { which: "flip-x", mirrored: true, turnedDeg: 180 },
  { which: "flip-plus-1", mirrored: true, turnedDeg: 270 },
];

/** As it is, then the others: the order in which a search answers. */
export const pictureForms: readonly PictureForm[] = made.map(({ mirrored, turnedDeg }) => ({ mirrored, turnedDeg }));
export const otherForms: readonly HashForm[] = made.slice(1).map(
  ({ which }) =>
    (hash) =>
      dihedralOfHash(hash, which),
);
