/** Which event words are about: that of the verb that governs them; of the footage, where they tell what it shows or where it was shot. */
import type { EventSort } from "../../core/event/event.ts";
import type { Clauses } from "./clauses.ts";
import type { Act } from "./find-acts.ts";
import { shownBy } from "./footage.ts";
import type { Range, Reading } from "./reading.ts";

type Sort = EventSort | "unclear";

/** Undefined: nothing in the sentence says; it is then about what the sentence before was about. */
export function eventOf(reading: Reading, clauses: Clauses, acts: readonly Act[], range: Range): Sort | undefined {
  const clause = clauses.of[range.from] ?? -1;
  const own = acts.find((act) => act.from === range.from);
  const within = acts.filter((act) => act.clause === clause);
  const verbs = within.filter((act) => act.word.noun !== true);
  const before = verbs.filter((act) => act.from <= range.from).at(-1);
  const after = verbs.find((act) => act.from > range.from);
  const governing = own ?? before ?? after ?? within[0] ?? nearest(acts, range.from);
  if (governing === undefined) return footageIn(reading, clauses, clause) ? "filming" : undefined;
  const joined =
    own === undefined && before !== undefined
      ? verbs.filter(
          (act) =>
            act !== before &&
            act.to < before.from &&
            before.from - act.to <= 2 &&
            act.word.event !== before.word.event &&
            /^(?:and|та|і|и)$/.test(reading.key(before.from - 1)),
        )
      : [];
  if (joined.length > 0) return "unclear";
  const happening =
    /^(?:took place|happened|occurred|began|started|ended|lasted|broke out|followed|continued|сталася|стався|сталось|произош\p{L}*|відбул\p{L}*)$/u.test(
      reading.words(governing).toLowerCase(),
    );
  const noun = within.find(
    (act) =>
      act.word.noun === true &&
      act.word.event !== "other" &&
      !/^(?:after|before|since)$/.test(reading.key(act.from - 1)) &&
      !/^(?:after|before|since)$/.test(reading.key(act.from - 2)),
  );
  if (happening) return noun?.word.event ?? (own === undefined || reading.at("pronoun", 0) !== undefined ? undefined : "other");
  const { event } = governing.word;
  // "Wounded in the ambush" is about the ambush, "after the ambush" is not.
  if (noun?.word.event === "ambush" && ["other", "killing"].includes(event)) return "ambush";
  if (event !== "other" && event !== "movement") return event;
  if (shownBy(reading, range.from) !== undefined) return "filming";
  return event;
}

function nearest(acts: readonly Act[], at: number): Act | undefined {
  return acts.filter((act) => act.from < at).at(-1) ?? acts[0];
}

function footageIn(reading: Reading, clauses: Clauses, clause: number): boolean {
  return reading.marks("footage").some((mark) => clauses.of[mark.from] === clause);
}
