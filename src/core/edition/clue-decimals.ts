/** Pairs of decimal degrees in a text, in either order, also as whole numbers of millionths, as programs store them. */
export interface FoundPair {
  readonly lat: number;
  readonly lon: number;
  readonly halfLat: number;
  readonly halfLon: number;
  readonly form: string;
  /** Where it stands in the text. */
  readonly at: number;
  readonly end: number;
}

const withPoint = /(?<![\d.])[+\-\u2212]?\d{1,3}\.\d{1,17}(?!\d)/g;
/** Fewer decimals after a comma are a list of whole numbers. */
const withComma = /(?<![\d.,])[+\-\u2212]?\d{1,3},\d{2,17}(?![\d.]|,\d)/g;
const scaled = /(?<![\d.])-?\d{7,10}(?![\d.])/g;
/** Letters between the two: `"lat": 50.1, "longitude": 30.2`, `!3d50.1!4d30.2`. */
const apartAtMost = 60;

interface Figure {
  readonly value: number;
  readonly half: number;
  readonly at: number;
  readonly end: number;
}

export function decimalPairs(text: string): FoundPair[] {
  const pairs = [withPoint, withComma].flatMap((pattern) =>
    pairsOf(
      text,
      [...text.matchAll(pattern)].map((match): Figure => {
        const words = match[0].replace("\u2212", "-").replace(",", ".");
        return {
          value: Number(words),
          half: 0.5 * 10 ** -(words.split(".")[1] ?? "").length,
          at: match.index,
          end: match.index + match[0].length,
        };
      }),
      "decimal degrees",
    ),
  );
  for (const scale of [1e7, 1e6])
    pairs.push(
      ...pairsOf(
        text,
        [...text.matchAll(scaled)].map((match) => ({
          value: Number(match[0]) / scale,
          half: 0.5 / scale,
          at: match.index,
          end: match.index + match[0].length,
        })),
        `degrees times ${scale}`,
      ),
    );
  return pairs;
}

/** Two figures of one position in a list of positions: "[30.1,50.2],[30.3,50.4]", "30.1,50.2 30.3,50.4". */
const joined = /^\s*,\s*$/;
const betweenPositions = /^[\s,;[\](){}|]*$/;

function pairsOf(text: string, figures: readonly Figure[], form: string): FoundPair[] {
  const pairs: FoundPair[] = [];
  const gap = (n: number) => text.slice(figures[n]?.end, figures[n + 1]?.at);
  for (const [n, one] of figures.entries())
    for (const [step, other] of figures.slice(n + 1, n + 3).entries()) {
      if (other.at - one.end > apartAtMost) break;
      // The second figure of one position and the first of the next are no pair.
      const isSecond = n > 0 && joined.test(gap(n - 1)) && !joined.test(gap(n)) && betweenPositions.test(gap(n));
      if (isSecond || (step === 1 && joined.test(gap(n)))) break;
      for (const [lat, lon] of [
        [one, other],
        [other, one],
      ] as const)
        if (Math.abs(lat.value) <= 90 && Math.abs(lon.value) <= 180)
          pairs.push({ lat: lat.value, lon: lon.value, halfLat: lat.half, halfLon: lon.half, form, at: one.at, end: other.end });
    }
  return pairs;
}
