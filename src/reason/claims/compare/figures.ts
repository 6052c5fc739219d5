/** Lengths of time, distances and moments in words. */

export function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours === 0 && minutes === 0) return seconds < 1 && seconds > 0 ? `${seconds.toFixed(3)} s` : `${rest} s`;
  return [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", rest > 0 ? `${rest} s` : ""]
    .filter((part) => part !== "")
    .join(" ");
}

export function kmWords(km: number): string {
  return km < 1 ? `${Math.round(km * 1000)} m` : `${km.toFixed(km < 100 ? 1 : 0)} km`;
}

/** UTC, to the second. */
export function momentWords(instant: string): string {
  return `${instant.replace("T", " ").replace(/(?:\.\d+)?Z$/, "")} UTC`;
}

export function numberWords(value: number): string {
  return String(Number(value.toPrecision(10)));
}
