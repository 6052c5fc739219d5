/** Who covered what in the items of an edition and why, who looked at them whole, and who answers for an exception: by label, with the lines. */
import type { EditionPlan } from "../../core/edition/edition.ts";
import type { LeftOut } from "../../core/report/report.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ItemRedaction, redactionOf } from "../redactions/redaction-of.ts";

export interface RedactionActs {
  readonly did: readonly { readonly label: string; readonly what: string }[];
  readonly withheld: LeftOut["withheld"];
  /** What is shown although somebody asked for its protection, or was looked at by nobody else. */
  readonly notDone: readonly string[];
}

export async function redactionActs(
  reader: CaseReader,
  viewer: Viewer,
  { items, sort }: EditionPlan,
  labelOf: (person: string) => string,
): Promise<RedactionActs> {
  const covered = items.filter(({ as, stills }) => as === "redacted" || (as !== "left-out" && stills.some(({ redacted }) => redacted)));
  const found: RedactionActs[] = [];
  for (const { item } of covered) found.push(actsOf(await redactionOf(reader, viewer, item), sort, labelOf));
  return {
    did: found.flatMap(({ did }) => did),
    withheld: found.flatMap(({ withheld }) => withheld),
    notDone: found.flatMap(({ notDone }) => notDone),
  };
}

function actsOf(layer: ItemRedaction, sort: EditionPlan["sort"], labelOf: (person: string) => string): RedactionActs {
  const { item, viewedWhole } = layer;
  const marks = layer.marks.filter(({ withdrawn }) => withdrawn === undefined);
  const viewed = layer.stretches.filter(({ fault }) => fault === null);
  const excepted = layer.overrides.filter(({ fault }) => fault === null);
  const makers = [...new Set(marks.flatMap((mark) => mark.makers.map((person) => labelOf(person))))];
  const viewers = [...new Set(viewed.map(({ by }) => labelOf(by)))];
  const seen =
    viewers.length === 0 ? "nobody else looked at it" : `looked at ${viewedWhole ? "whole" : "in part"} by ${viewers.join(", ")}`;
  const lines = [...marks, ...viewed].map(({ line }) => line).toSorted((a, b) => a - b);
  return {
    did: [
      ...makers.map((label) => ({ label, what: `marked what is covered in ${item}` })),
      ...viewers.map((label) => ({ label, what: `looked at ${item} for what is not covered` })),
      ...excepted.map(({ by }) => ({ label: labelOf(by), what: `answers for an exception in ${item}` })),
    ],
    withheld:
      marks.length === 0
        ? []
        : [
            {
              what: `in ${item}, covered or made silent: ${causes(marks)}`,
              why: `Marked by ${makers.join(", ")}; ${seen} (lines ${lines.join(", ")}).`,
            },
          ],
    notDone: [
      ...(viewedWhole ? [] : [`${item}: no second person looked at all of it for what should be covered.`]),
      ...excepted.map(({ by, line, subject, reason }) =>
        // Who is protected, and why not here, tells a stranger who they are.
        sort === "public"
          ? `${item}: somebody whose protection was asked for is not covered; ${labelOf(by)} answers for it (line ${line}).`
          : `${item}: ${subject ?? "a mark"} is not covered; ${labelOf(by)} answers for it (line ${line}): ${reason}`,
      ),
    ],
  };
}

function causes(marks: ItemRedaction["marks"]): string {
  const by = Map.groupBy(marks, ({ cause }) => cause.replaceAll("-", " "));
  return [...by].map(([cause, all]) => `${all.length} × ${cause}`).join(", ");
}
