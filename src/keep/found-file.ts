/** A source file as the walk found it, and whether it is still so. */
import type { BigIntStats } from "node:fs";
import { constants } from "node:fs";
import { CaseError } from "../core/case/case-error.ts";

/** How a source is opened: never through a link at its end, never waiting for the other end of a pipe, never as a terminal. */
export const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

export interface AsFound {
  readonly size: number;
  readonly fingerprint: string;
}

/** Differs whenever bytes or place may have changed; change times cannot be set back by programs of the user. */
export function fingerprintOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}`;
}

/** Throws CaseError SOURCE_CHANGED_WHILE_READ unless the file is as it was found and `read` bytes are all of it. */
export function demandAsFound({ size, fingerprint }: AsFound, now: BigIntStats, read = size): void {
  const same = now.isFile() && read === size && (fingerprintOf(now) === fingerprint || isRemoved(fingerprint, now));
  if (same) return;
  throw new CaseError(
    "SOURCE_CHANGED_WHILE_READ",
    `expected a file that stays as it was found (${size} bytes); found it changed while it was read (${now.size} bytes, ${read} read). Collect it again when nothing writes to it.`,
  );
}

/** Removed under the copy and else as it was, but for the change time: these bytes may be the last there are, so they are kept. */
function isRemoved(fingerprint: string, now: BigIntStats): boolean {
  const butChangeTime = (text: string) => text.slice(0, text.lastIndexOf(":"));
  return now.nlink === 0n && butChangeTime(fingerprintOf(now)) === butChangeTime(fingerprint);
}
