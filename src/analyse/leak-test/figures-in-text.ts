/** Exact sizes and durations in text: a size in bytes or a length to the hundredth of a second finds a known file among thousands. */
import type { LeakSecrets } from "../../core/edition/leak-test.port.ts";

export interface FoundFigure {
  readonly kind: "size" | "duration";
  readonly label: string;
  readonly at: number;
}

/** Smaller sizes stand for anything. */
const smallestSize = 10_000;
const shortestS = 1;

export function createFigureFinder({ sizes, durations }: Pick<LeakSecrets, "sizes" | "durations">): (text: string) => FoundFigure[] {
  const bySize = new Map(sizes.filter(({ bytes }) => bytes >= smallestSize).map(({ bytes, label }) => [String(bytes), label]));
  const lengths = durations.filter(({ seconds }) => seconds >= shortestS);
  const lengthAt = (seconds: number, halfUnit: number) => lengths.find((one) => Math.abs(one.seconds - seconds) <= halfUnit + 1e-9)?.label;
  return (text) => {
    const found: FoundFigure[] = [];
    if (bySize.size > 0)
      for (const match of text.matchAll(/(?<![\d.,])(?:\d{5,15}|\d{1,3}(?:[ ,.'_\u00a0\u202f\u2009]\d{3}){1,4})(?!\d)/g)) {
        const label = bySize.get(match[0].replace(/\D/g, ""));
        if (label !== undefined) found.push({ kind: "size", label, at: match.index });
      }
    if (lengths.length === 0) return found;
    for (const match of text.matchAll(/(?<![\d.:])(?:(\d{1,2}):)?(?:(\d{1,3}):)?(\d{1,6})[.,](\d{2,9})(?!\d)/g)) {
      const [, first, second, whole = "0", part = ""] = match;
      const [hours, minutes] = second === undefined ? [0, Number(first ?? 0)] : [Number(first), Number(second)];
      const label = lengthAt(hours * 3600 + minutes * 60 + Number(`${whole}.${part}`), 0.5 * 10 ** -part.length);
      if (label !== undefined) found.push({ kind: "duration", label, at: match.index });
    }
    for (const match of text.matchAll(/(?<![\d.,:])\d{4,9}(?![\d.,:])/g)) {
      const exact = lengths.find(({ seconds }) => Math.round(seconds * 1000) === Number(match[0]) && seconds % 1 !== 0);
      if (exact !== undefined) found.push({ kind: "duration", label: exact.label, at: match.index });
    }
    return found;
  };
}
