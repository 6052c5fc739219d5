/** Figures of many texts: precision and recall per aspect with intervals, and what is right of the pairs. */
import type { Aspect } from "../../../src/core/claim/claim.ts";
import type { Pair, TextScore } from "./score-text.ts";

export interface Figures {
  readonly name: string;
  readonly marked: number;
  readonly proposed: number;
  readonly right: number;
}

const aspects: readonly Aspect[] = ["where", "when", "who", "what", "how-many", "identification", "speech", "verification"];

export function figuresOf(scores: readonly TextScore[]): readonly Figures[] {
  const row = (name: string, of: (aspect: Aspect) => boolean): Figures => {
    const pairs = scores.flatMap((score) => score.pairs).filter(({ marked }) => of(marked.aspect));
    return {
      name,
      marked: pairs.length + scores.flatMap(({ missed }) => missed).filter(({ aspect }) => of(aspect)).length,
      proposed: pairs.length + scores.flatMap(({ extra }) => extra).filter(({ statement }) => of(statement.aspect)).length,
      right: pairs.filter(({ right }) => right).length,
    };
  };
  return [...aspects.map((aspect) => row(aspect, (one) => one === aspect)), row("all", () => true)];
}

export interface Shares {
  readonly pairs: number;
  readonly polarity: number;
  readonly hedges: number;
  readonly speakers: number;
  readonly basis: number;
  readonly event: number;
  readonly value: readonly [right: number, of: number];
  readonly moreThanText: number;
}

export function sharesOf(scores: readonly TextScore[]): Shares {
  const pairs = scores.flatMap((score) => score.pairs);
  const count = (of: (pair: Pair) => boolean) => pairs.filter(of).length;
  return {
    pairs: pairs.length,
    polarity: count(({ right }) => right),
    hedges: count(({ hedges }) => hedges),
    speakers: count(({ speakers }) => speakers),
    basis: count(({ basis }) => basis),
    event: count(({ event }) => event),
    value: [count(({ value }) => value === true), count(({ value }) => value !== null)],
    moreThanText: count(({ more }) => more.length > 0),
  };
}

/** Wilson's interval of a share, 95 %. */
export function wilson(right: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const wide = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [(middle - wide) / whole, (middle + wide) / whole];
}

const share = (right: number, of: number) => {
  if (of === 0) return "–";
  const [low, high] = wilson(right, of);
  return `${(right / of).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
};

export function figuresTable(figures: readonly Figures[]): string {
  return [
    "| aspect | marked | proposed | right | precision (95 %) | recall (95 %) |",
    "|---|---|---|---|---|---|",
    ...figures.map(
      ({ name, marked, proposed, right }) =>
        `| ${name} | ${marked} | ${proposed} | ${right} | ${share(right, proposed)} | ${share(right, marked)} |`,
    ),
  ].join("\n");
}

export function sharesLine({ pairs, polarity, hedges, speakers, basis, event, value, moreThanText }: Shares): string {
  return (
    `Of ${pairs} matched: polarity ${polarity}, hedges ${hedges}, speakers ${speakers}, basis ${basis}, event ${event}, ` +
    `value ${value[0]} of ${value[1]} (times, numbers, checks). States more than the text: ${moreThanText}.`
  );
}

/** Every miss, every proposal that nobody marked, every pair that is not all right, one a line. */
export function findings(scores: readonly TextScore[]): readonly string[] {
  return scores.flatMap(({ id, pairs, missed, extra }) => [
    ...missed.map(({ aspect, words }) => `${id} missed ${aspect}: ${words}`),
    ...extra.map(({ statement: { aspect, value } }) => `${id} not marked ${aspect}: ${"words" in value ? value.words : ""}`),
    ...pairs.flatMap((pair) => wrongIn(id, pair)),
  ]);
}

function wrongIn(
  id: string,
  { marked, proposal: { statement }, right, hedges, speakers, basis, event, value, more }: Pair,
): readonly string[] {
  const said = (list: readonly { readonly words: string }[]) => list.map(({ words }) => words).join(" > ") || "nobody";
  const wrong = [
    ...(right ? [] : [`polarity ${statement.polarity} for ${marked.polarity}`]),
    ...(hedges ? [] : [`hedges [${said(statement.hedges)}] for [${said(marked.hedges)}]`]),
    ...(speakers ? [] : [`speakers [${said(statement.speakers)}] for [${said(marked.speakers)}]`]),
    ...(basis ? [] : [`basis ${statement.basis} for ${marked.basis}`]),
    ...(event ? [] : [`event ${statement.eventSort} for ${marked.event}`]),
    ...(value === false ? [`value ${JSON.stringify(statement.value)} for ${JSON.stringify(marked.value)}`] : []),
    ...more.map((one) => `MORE THAN THE TEXT: ${one}`),
  ];
  return wrong.map((one) => `${id} ${marked.aspect} "${marked.words}": ${one}`);
}
