/** Who covered what in the items of an edition and why, who looked at them whole, and who answers for an exception: by label, with the lines. */
import type { EditionPlan } from "../../core/edition/edition.ts";
import { hastyViewings } from "../../core/redaction/hasty-viewing.ts";
import type { LeftOut } from "../../core/report/report.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ItemRedaction, redactionOf } from "../redactions/redaction-of.ts";
import { type ItemRegions, regionsOf } from "../redactions/regions-of.ts";
import { type ItemWords, itemsWithWords, wordsOf } from "../redactions/words-of.ts";

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
  const layers: ItemRedaction[] = [];
  for (const { item } of covered) layers.push(await redactionOf(reader, viewer, item));
  const signed = layers.flatMap(({ stretches }) => stretches);
  for (const layer of layers) {
    const { item } = layer;
    found.push(
      actsOf(layer, sort, labelOf),
      hasteOf(layer, signed, sort, labelOf),
      leftActs(item, await regionsOf(reader, viewer, layer), sort, labelOf),
    );
  }
  const worded = new Set(await itemsWithWords(reader));
  for (const { item, as } of items)
    if (as !== "left-out" && worded.has(item)) found.push(actsOnWords(await wordsOf(reader, viewer, item), sort, labelOf));
  return {
    did: found.flatMap(({ did }) => did),
    withheld: found.flatMap(({ withheld }) => withheld),
    notDone: found.flatMap(({ notDone }) => notDone),
  };
}

/** A signature that came too soon counts, and the report says that it did. Figures would tell a public the length of the original. */
function hasteOf(
  { item, marks, stretches }: ItemRedaction,
  signed: ItemRedaction["stretches"],
  sort: EditionPlan["sort"],
  labelOf: (person: string) => string,
): RedactionActs {
  const standing = marks.filter(({ withdrawn }) => withdrawn === undefined).map(({ at }) => at);
  const hasty = hastyViewings(
    stretches.filter(({ fault }) => fault === null),
    standing,
    signed,
  );
  return {
    ...{ did: [], withheld: [] },
    notDone: hasty.map(({ line, by, lastsS, afterS }) => {
      const figures = sort === "public" ? "" : ` (${afterS.toFixed(1)} s for ${lastsS.toFixed(1)} s)`;
      return `${item}: ${labelOf(by)} signed that a stretch was looked at whole sooner after the newest mark, or after another signature, than it lasts at twice its speed${figures} (line ${line}): it cannot have been played since.`;
    }),
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

/** Who answered for what a program had taken for something to cover. That a program found nothing is told nowhere: it says nothing. */
function leftActs(
  item: ItemRedaction["item"],
  { left }: ItemRegions,
  sort: EditionPlan["sort"],
  labelOf: (person: string) => string,
): RedactionActs {
  const counted = left.filter(({ counts }) => counts);
  return {
    did: [...new Set(counted.map(({ by }) => labelOf(by)))].map((label) => ({
      label,
      what: `answers for what a program took for something to cover in ${item}`,
    })),
    withheld: [],
    notDone: counted.map(({ by, line, run, program, stretches, what, reason }) => {
      const classes = [...new Set(stretches.map((one) => one.class))].join(", ");
      const thought = `${item}: a program took something in it for ${classes === "" ? "something to cover" : classes} (line ${run}), and it is not covered`;
      // What somebody says of it may say who is there.
      return sort === "public"
        ? `${thought}; ${labelOf(by)} answers for it (line ${line}).`
        : `${thought}; ${labelOf(by)} answers for it (line ${line}), against ${program}: ${what}. ${reason}`;
    }),
  };
}

/** A court reads them in full, and is told that the public does not. */
function actsOnWords(
  { item, marks: all, views }: ItemWords,
  sort: EditionPlan["sort"],
  labelOf: (person: string) => string,
): RedactionActs {
  const marks = all.filter(({ withdrawn }) => withdrawn === undefined);
  const makers = [...new Set(marks.flatMap((mark) => mark.makers.map((person) => labelOf(person))))];
  const counted = views.filter(({ fault }) => fault === null);
  const readers = [...new Set(counted.map(({ by }) => labelOf(by)))];
  const lines = [...marks, ...counted].map(({ line }) => line).toSorted((a, b) => a - b);
  const by = `Marked by ${makers.join(", ")}; ${readers.length === 0 ? "nobody else read its texts for what is not marked" : `texts of it read whole by ${readers.join(", ")}`} (lines ${lines.join(", ")}).`;
  return {
    did: [
      ...makers.map((label) => ({ label, what: `marked words of ${item} that the public does not read` })),
      ...readers.map((label) => ({ label, what: `read texts of ${item} for what is not marked` })),
    ],
    withheld:
      sort === "court" ? [] : [{ what: `words of ${item}, and translations of segments that hold them: ${causes(marks)}`, why: by }],
    notDone:
      sort === "court" ? [`${item}: a public edition covers some of its words (${causes(marks)}). Here they stand in full. ${by}`] : [],
  };
}

function causes(marks: readonly { readonly cause: string }[]): string {
  const by = Map.groupBy(marks, ({ cause }) => cause.replaceAll("-", " "));
  return [...by].map(([cause, all]) => `${all.length} × ${cause}`).join(", ");
}
