/** Places in a recording as people type and read them: "00:14.233", "14.2". Item time; thousandths, as frames are told apart. */

export function secondsWords(seconds: number): string {
  const sign = seconds < 0 ? "-" : "";
  const all = Math.round(Math.abs(seconds) * 1000);
  const [hours, minutes, rest] = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, (all % 60_000) / 1000];
  const tail = `${String(minutes).padStart(2, "0")}:${rest.toFixed(3).padStart(6, "0")}`;
  return `${sign}${hours === 0 ? "" : `${hours}:`}${tail}`;
}

/** Undefined for what is no place in a recording. */
export function readSeconds(words: string): number | undefined {
  const parts = /^(-?)(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,6})?)$/.exec(words.trim());
  if (parts === null) return undefined;
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = parts;
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === "-" ? -value : value;
}
