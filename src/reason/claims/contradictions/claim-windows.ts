/** What one claim alone leaves to its event, for each way to read it and each zone that may be meant. */
import type { ClaimId } from "../../../core/claim/claim.ts";
import { ProblemUnreadable } from "../../problem/problem-unreadable.ts";
import { type AnsweredBefore, answerTime, nothingAnswered } from "../../time/answer-time.ts";
import { type Moments, momentsOf } from "../../time/moments.ts";
import type { TimeStatement } from "../../time/time-problem.ts";
import type { CaseClaim } from "../claim-case.ts";
import type { ShownSettings } from "./contradiction-report-types.ts";
import { type HowRead, type MomentNames, readClaimTime } from "./read-claim-time.ts";

export interface ClaimWindow {
  readonly reading: number;
  /** Null where the reading needs no zone, or has one. */
  readonly openZone: string | null;
  readonly sharer: string;
  readonly moments: Moments;
  readonly words: string;
}

export interface ClaimWindows {
  readonly windows: readonly ClaimWindow[];
  /** Readings that cannot be used, and why. */
  readonly unread: readonly { readonly reading: number; readonly why: string }[];
}

/** The same names for every claim, so that what was worked out of the sun is found again. */
export const aloneNames: MomentNames = { event: "event", said: "said", published: "published", end: "end" };

export class WindowFinder {
  readonly #settings: ShownSettings;
  readonly #before: AnsweredBefore = nothingAnswered();
  readonly #known = new Map<ClaimId, ClaimWindows>();

  constructor(settings: ShownSettings) {
    this.#settings = settings;
  }

  /** `whenSaid`: what persons assume of the moment at which it was said, as statements about `said`. */
  windowsOf(claim: CaseClaim, how: HowRead, whenSaid: readonly TimeStatement[]): ClaimWindows {
    let known = this.#known.get(claim.id);
    if (known === undefined) this.#known.set(claim.id, (known = this.#find(claim, how, whenSaid)));
    return known;
  }

  #find(claim: CaseClaim, how: HowRead, whenSaid: readonly TimeStatement[]): ClaimWindows {
    const { value } = claim.statement;
    const windows: ClaimWindow[] = [];
    const unread: { reading: number; why: string }[] = [];
    for (const [reading, one] of (value.is === "time" ? value.readings : []).entries()) {
      const read = readClaimTime(claim, one, aloneNames, how);
      if ("why" in read) {
        unread.push({ reading, why: read.why });
        continue;
      }
      try {
        for (const [openZone, moments] of this.#answer([...read.statements, ...(read.saysWhenSaid ? whenSaid : [])], read.hasOpenZone))
          windows.push({ reading, openZone, sharer: how.sharer, moments, words: read.words });
      } catch (error) {
        if (!(error instanceof ProblemUnreadable)) throw error;
        unread.push({ reading, why: `it cannot be placed between ${this.#settings.horizon.join(" and ")}: ${read.words}` });
      }
    }
    return { windows, unread };
  }

  #answer(statements: readonly TimeStatement[], hasOpenZone: boolean): (readonly [string | null, Moments])[] {
    const { horizon, houseRules, zones } = this.#settings;
    const answer = answerTime(
      {
        ...{ events: Object.values(aloneNames), horizon: [...horizon], zones: [...zones], statements: [...statements] },
        houseRules: Object.fromEntries(Object.entries(houseRules).map(([name, [from, to]]) => [name, [from, to]])),
      },
      this.#before,
    );
    const all = "perZone" in answer ? Object.entries(answer.perZone) : [["", answer] as const];
    return all.map(([zone, one]) => [
      hasOpenZone ? zone : null,
      one.consistent ? momentsOf((one.windows["event"] ?? []).map(([from, to]) => [Date.parse(from), Date.parse(to)])) : [],
    ]);
  }
}
