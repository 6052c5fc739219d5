/**
 * A place problem while a person works on it: every change gives a new one, nothing is lost. A point that is switched off goes to the
 * alternatives, where the reasoner tries it only when nothing is left otherwise.
 */
import type { Position } from "../../core/place/region.ts";
import type { Relaxation } from "../../reason/place/relax-rules.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import { PlaceRules } from "../../reason/place/place-rules.ts";
import { namesIn } from "../../reason/place/read-phrase.ts";

export type PlaceDraft = PlaceProblem;
export type Span = readonly [start: number, end: number];
export type DraftPoint = NonNullable<PlaceProblem["anchors"][string]>[number];
export type Judged = NonNullable<PlaceProblem["judged"]>[number];

export function emptyDraft(rules: PlaceRules): PlaceDraft {
  return { text: "", anchors: {}, rules };
}

/** A kept problem, or one handed in; undefined when it does not fit, as one of a later version may not. */
export function draftOf(problem: unknown): PlaceDraft | undefined {
  return PlaceProblem.safeParse(problem).data;
}

/** Other words: what was said of their parts stands no longer, and the points of the names stay. */
export function withText(draft: PlaceDraft, text: string): PlaceDraft {
  const { off: _off, clauseRules: _rules, reading: _reading, ...rest } = draft;
  return { ...rest, text };
}

export interface NamedPoint {
  readonly point: DraftPoint;
  readonly isOn: boolean;
}

/** All points of a name, in an order that does not change when one is switched. */
export function pointsOf(draft: PlaceDraft, name: string): NamedPoint[] {
  const on = (draft.anchors[name] ?? []).map((point) => ({ point, isOn: true }));
  const off = (draft.alternatives?.[name] ?? []).map((point) => ({ point, isOn: false }));
  return [...on, ...off].sort((a, b) => b.point.lat - a.point.lat || b.point.lon - a.point.lon);
}

/** Names that have points, whether the words hold them or not. */
export function namesOf(draft: PlaceDraft): string[] {
  return [...new Set([...Object.keys(draft.anchors), ...Object.keys(draft.alternatives ?? {})])];
}

/** Those of them that the words hold, in the order of the words, and names without a point. */
export function namesInWords(draft: PlaceDraft): string[] {
  return namesIn(draft.text, namesOf(draft));
}

export function samePoint(a: Position, b: Position): boolean {
  return a.lat === b.lat && a.lon === b.lon;
}

export function addPoint(draft: PlaceDraft, name: string, point: DraftPoint): PlaceDraft {
  return switchPoint(removePoint(draft, name, point), name, point, true);
}

export function removePoint(draft: PlaceDraft, name: string, point: Position): PlaceDraft {
  const left = (lists: Lists | undefined) => (lists?.[name] ?? []).filter((one) => !samePoint(one, point));
  return withPoints(draft, name, left(draft.anchors), left(draft.alternatives));
}

export function switchPoint(draft: PlaceDraft, name: string, point: DraftPoint, isOn: boolean): PlaceDraft {
  const rest = removePoint(draft, name, point);
  const [on, off] = [rest.anchors[name] ?? [], rest.alternatives?.[name] ?? []];
  return withPoints(rest, name, isOn ? [...on, point] : on, isOn ? off : [...off, point]);
}

type Lists = Readonly<Record<string, readonly DraftPoint[]>>;

/** A name whose points are all off keeps an empty list: its clauses are shown and not used. One without any is gone. */
function withPoints(draft: PlaceDraft, name: string, on: readonly DraftPoint[], off: readonly DraftPoint[]): PlaceDraft {
  const { [name]: _on, ...anchors } = draft.anchors;
  const { [name]: _off, ...alternatives } = draft.alternatives ?? {};
  return {
    ...draft,
    anchors: on.length + off.length === 0 ? anchors : { ...anchors, [name]: [...on] },
    alternatives: off.length === 0 ? alternatives : { ...alternatives, [name]: [...off] },
  };
}

const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

export function isClauseOn(draft: PlaceDraft, span: Span): boolean {
  return draft.off?.some((one) => sameSpan(one, span)) !== true;
}

export function switchClause(draft: PlaceDraft, span: Span, isOn: boolean): PlaceDraft {
  const others = (draft.off ?? []).filter((one) => !sameSpan(one, span));
  return { ...draft, off: isOn ? others : [...others, [span[0], span[1]]] };
}

/** The rules that hold for one clause. */
export function rulesFor(draft: PlaceDraft, span: Span): PlaceRules {
  return { ...draft.rules, ...ownRules(draft, span) };
}

export function ownRules(draft: PlaceDraft, span: Span): Partial<PlaceRules> {
  const own = draft.clauseRules?.find((one) => sameSpan(one.span, span))?.rules ?? {};
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

/** `span`: for that clause alone; without it for the whole phrase, also where a clause had its own. */
export function setRule<Name extends keyof PlaceRules>(draft: PlaceDraft, name: Name, value: PlaceRules[Name], span?: Span): PlaceDraft {
  if (span !== undefined) return withOwnRules(draft, span, { ...ownRules(draft, span), [name]: value });
  return forgetOwnRule({ ...draft, rules: { ...draft.rules, [name]: value } }, name);
}

/** The clause goes by the rules of the phrase again. */
export function dropOwnRule(draft: PlaceDraft, name: keyof PlaceRules, span: Span): PlaceDraft {
  const { [name]: _gone, ...rest } = ownRules(draft, span);
  return withOwnRules(draft, span, rest);
}

function forgetOwnRule(draft: PlaceDraft, name: keyof PlaceRules): PlaceDraft {
  return (draft.clauseRules ?? []).reduce((now, { span }) => dropOwnRule(now, name, span), draft);
}

function withOwnRules(draft: PlaceDraft, span: Span, rules: Partial<PlaceRules>): PlaceDraft {
  const others = (draft.clauseRules ?? []).filter((one) => !sameSpan(one.span, span));
  return { ...draft, clauseRules: Object.keys(rules).length === 0 ? others : [...others, { span: [span[0], span[1]], rules }] };
}

/** What the reasoner suggested, taken: rules, and further points of a name. */
export function relaxed(draft: PlaceDraft, { rules, anchors }: Relaxation["change"]): PlaceDraft {
  let next = draft;
  if (rules !== undefined)
    for (const name of Object.keys(PlaceRules.shape) as (keyof PlaceRules)[])
      if (JSON.stringify(rules[name]) !== JSON.stringify(draft.rules[name])) next = setRule(next, name, rules[name]);
  for (const { name, use } of anchors ?? []) {
    const others = draft.alternatives?.[name] ?? [];
    if (use === "instead") for (const point of draft.anchors[name] ?? []) next = switchPoint(next, name, point, false);
    for (const point of others) next = switchPoint(next, name, point, true);
  }
  return next;
}

/** One judgement a place: the last one counts. `undefined` takes it back. */
export function judge(draft: PlaceDraft, at: Position, judged: Judged | undefined): PlaceDraft {
  const others = (draft.judged ?? []).filter((one) => !samePoint(one, at));
  return { ...draft, judged: judged === undefined ? others : [...others, judged] };
}

/**
 * As it is asked and kept: nothing that is empty, no points of names that other words held, and a place in it for every name of these,
 * so that clauses without a point are shown.
 */
export function problemOf(draft: PlaceDraft): PlaceProblem {
  const { text, anchors, alternatives, namesakes, rules, ...rest } = draft;
  const names = namesInWords(draft);
  const ofWords = <T>(lists: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(lists ?? {}).filter(([name]) => names.includes(name)));
  const beside = { alternatives: ofWords(alternatives), namesakes: ofWords(namesakes), ...rest };
  return {
    text,
    anchors: { ...Object.fromEntries(names.map((name) => [name, []])), ...ofWords(anchors) },
    ...Object.fromEntries(Object.entries(beside).filter(([, value]) => !isEmpty(value))),
    rules,
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
