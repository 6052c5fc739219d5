/** How what two claims say lies to each other, before it is asked who affirms it and who denies it. */
import type { Polarity } from "../../../core/claim/claim.ts";
import type { Gap, Judgement } from "../contradictions/contradiction-report-types.ts";

export interface Relation {
  /** `inside`: the first says more exactly what the second says too; `around`: the second does. `apart`: nothing holds both. */
  readonly is: "same" | "inside" | "around" | "overlap" | "apart" | "unknown";
  /** Why, in words and figures. */
  readonly words: string;
  readonly gap?: Gap;
  readonly touching?: boolean;
}

export interface Judged {
  readonly judgement: Judgement;
  readonly narrower: "first" | "second" | null;
  readonly words: string;
  readonly gap: Gap | null;
  readonly touching: boolean;
}

/** Open claims say that something is not known: they stand against nothing. */
export function judgeRelation(relation: Relation, first: Polarity, second: Polarity): Judged {
  const { words, gap = null, touching = false } = relation;
  const judged = (judgement: Judgement, narrower: Judged["narrower"] = null, why = words): Judged => ({
    ...{ judgement, narrower, words: why },
    gap: judgement === "contradict" ? gap : null,
    touching: touching && judgement === "compatible",
  });
  if (first === "open" || second === "open")
    return judged("compatible", null, "one says that it is not known, which stands against nothing");
  if (relation.is === "unknown") return judged("cannot-tell");
  const narrower = relation.is === "inside" ? "first" : "second";
  if (first === "affirmed" && second === "affirmed") {
    if (relation.is === "same") return judged("same");
    if (relation.is === "apart") return judged("contradict");
    return relation.is === "overlap" ? judged("compatible") : judged("narrower", narrower);
  }
  if (first === "denied" && second === "denied") {
    if (relation.is === "same") return judged("same", null, `both deny it; ${words}`);
    const denied = `both deny; ${words}`;
    // To deny the wider one says more.
    if (relation.is === "inside" || relation.is === "around") return judged("narrower", narrower === "first" ? "second" : "first", denied);
    return judged("compatible", null, denied);
  }
  const isUnderDenial = relation.is === "same" || relation.is === (first === "affirmed" ? "inside" : "around");
  return isUnderDenial
    ? { ...judged("contradict", null, `the one affirms what the other denies; ${words}`), gap: null }
    : judged("compatible", null, `what is denied leaves room for what is affirmed; ${words}`);
}

/** Of several ways to read them: alike in all, or else it depends on which is meant. */
export function judgeTogether(ways: readonly Judged[]): Omit<Judged, "words"> & { readonly depends: boolean } {
  const [first] = ways;
  if (first === undefined) return { judgement: "cannot-tell", narrower: null, gap: null, touching: false, depends: false };
  const isAlike = ways.every((one) => one.judgement === first.judgement && one.narrower === first.narrower);
  const gaps = ways.map((one) => one.gap);
  if (isAlike) {
    const isOneGap = gaps.every((gap) => JSON.stringify(gap) === JSON.stringify(gaps[0]));
    return { ...first, gap: isOneGap ? first.gap : null, touching: ways.every(({ touching }) => touching), depends: false };
  }
  const canHold = ways.every(({ judgement }) => judgement !== "contradict" && judgement !== "cannot-tell");
  return { judgement: canHold ? "compatible" : "cannot-tell", narrower: null, gap: null, touching: false, depends: true };
}
