/** When a member was last written: in UTC where an extra field says so, else a wall clock that no zone is told of. */
import { inReach, utcInstant, wallClockMs } from "../../core/time/wall-clock.ts";
import { u32 } from "./little-endian.ts";
import { extraField, type ZipMember } from "./zip-directory.ts";

export interface MemberTime {
  readonly written: string | "unknown";
  /** "2022-03-30T05:40:00": steps of two seconds, on the clock of whoever packed it. */
  readonly clock?: string;
}

export function memberTime({ extra, dosDate, dosTime }: Pick<ZipMember, "extra" | "dosDate" | "dosTime">): MemberTime {
  const clock = dosClock(dosDate, dosTime);
  return { written: utcTime(extra) ?? "unknown", ...(clock === undefined ? {} : { clock }) };
}

function utcTime(extra: Uint8Array): string | undefined {
  // Info-ZIP "UT": flags, then seconds since 1970.
  const unix = extraField(extra, 0x5455);
  if (unix !== undefined && unix.length >= 5 && ((unix[0] ?? 0) & 1) === 1) return instant((u32(unix, 1) | 0) * 1000);
  // NTFS: reserved, then attribute 1 with hundreds of nanoseconds since 1601.
  const ntfs = extraField(extra, 0x000a);
  if (ntfs === undefined || ntfs.length < 16 || u32(ntfs, 4) !== 0x00180001) return undefined;
  const ticks = u32(ntfs, 12) * 0x1_0000_0000 + u32(ntfs, 8);
  return ticks === 0 ? undefined : instant(ticks / 10_000 - 11_644_473_600_000);
}

function instant(ms: number): string | undefined {
  return inReach(ms) ? utcInstant(Math.floor(ms / 1000) * 1000) : undefined;
}

function dosClock(date: number, time: number): string | undefined {
  const ms = wallClockMs((date >> 9) + 1980, (date >> 5) & 15, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
  return ms === undefined ? undefined : utcInstant(ms).replace(/Z$/, "");
}
