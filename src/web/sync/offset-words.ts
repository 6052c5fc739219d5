/** Seconds and their errors as they are read: signed, to the millisecond, never finer than the error allows. */
import { t } from "../words/t.ts";

const minus = "−";

export function signed(sec: number, digits = 3): string {
  const words = Math.abs(sec).toFixed(digits);
  return `${sec < 0 && Number(words) !== 0 ? minus : "+"}${words}`;
}

/** "+12.340 s ± 0.010"; without an error only the figure. */
export function offsetWords(sec: number, plusMinusSec: number | null): string {
  if (plusMinusSec === null) return t("sync.seconds", { sec: signed(sec) });
  return t("sync.seconds-pm", { sec: signed(sec), pm: errorWords(plusMinusSec) });
}

/** Rounded up: an error is never told smaller than it is. */
export function errorWords(sec: number): string {
  if (sec < 0.001) return sec === 0 ? "0.000" : "<0.001";
  if (sec < 10) return (Math.ceil(sec * 1000 - 1e-6) / 1000).toFixed(3);
  return String(Math.ceil(sec));
}

/** Small ones in milliseconds, so that "0.000 s" never stands for what was measured: "0.1 ms", "−12.4 ms", "0.253 s". */
export function fineWords(sec: number, isSigned = false): string {
  const isSmall = Math.abs(sec) < 0.1;
  const [value, digits] = isSmall ? [sec * 1000, 1] : [sec, 3];
  const words = isSigned ? signed(value, digits) : Math.abs(value).toFixed(digits);
  return isSmall ? t("sync.ms", { ms: words }) : t("sync.seconds", { sec: words });
}
