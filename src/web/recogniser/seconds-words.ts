/** Item time as people say it: 0:12.4, 1:02:03.0. */
export function secondsWords(sec: number): string {
  const tenths = Math.round(Math.abs(sec) * 10);
  const [hours, minutes, seconds] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, Math.floor(tenths / 10) % 60];
  const tail = `${String(seconds).padStart(2, "0")}.${tenths % 10}`;
  return `${sec < 0 && tenths > 0 ? "−" : ""}${hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}` : minutes}:${tail}`;
}
