/** Two versions of an edition beside each other: what the later one says, shows and withholds that the earlier did not. */
import { CaseError } from "../../core/case/case-error.ts";
import type { EditionId, EditionItem, EditionPlan } from "../../core/edition/edition.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type EditionVersionRow, listEditions } from "./list-editions.ts";

export interface EditionRef {
  readonly edition: EditionId;
  readonly version: number;
}

/** Throws CaseError INPUT_INVALID. */
export async function compareEditions(
  reader: CaseReader,
  viewer: Viewer,
  before: EditionRef,
  after: EditionRef,
): Promise<{ changes: string[] }> {
  const { versions } = await listEditions(reader, viewer);
  const find = ({ edition, version }: EditionRef): EditionVersionRow => {
    const found = versions.find((one) => one.edition === edition && one.version === version);
    if (found === undefined)
      throw new CaseError("INPUT_INVALID", `edition ${edition}, version ${version}: expected one that was sealed in this case; found none`);
    return found;
  };
  return { changes: changesBetween(find(before), find(after)) };
}

/** Pure: what the screen and the command list. */
export function changesBetween(a: EditionVersionRow, b: EditionVersionRow): string[] {
  return [
    ...changed("title", a.title, b.title),
    ...changed("sort", a.sort, b.sort),
    ...changed("grid", gridOf(a), gridOf(b)),
    ...findingChanges(a, b),
    ...itemChanges(a.plan?.items ?? [], b.plan?.items ?? []),
    ...keyPointChanges(a.plan?.keyPoints ?? [], b.plan?.keyPoints ?? []),
    ...changed("element sheets", (a.plan?.elementSheets ?? []).join(", ") || "none", (b.plan?.elementSheets ?? []).join(", ") || "none"),
    ...changed("objects in the pack", String(a.objects), String(b.objects)),
    ...changed("lines, values and objects withheld", String(a.withheld), String(b.withheld)),
  ];
}

function changed(what: string, before: string, after: string, words = `${what}: ${before} became ${after}`): string[] {
  return before === after ? [] : [words];
}

function gridOf({ plan }: EditionVersionRow): string {
  return plan?.gridM == null ? "none" : `${plan.gridM} m`;
}

function findingChanges(a: EditionVersionRow, b: EditionVersionRow): string[] {
  const [before, after] = [
    new Map(a.findings.map((one) => [one.finding, one.version])),
    new Map(b.findings.map((one) => [one.finding, one.version])),
  ];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((finding) => {
    const [was, is] = [before.get(finding), after.get(finding)];
    if (was === is) return [];
    if (was === undefined) return [`${finding} came in, version ${is}`];
    return is === undefined ? [`${finding} was left out`] : [`${finding}: version ${was} became version ${is}`];
  });
}

function keyPointChanges(a: EditionPlan["keyPoints"], b: EditionPlan["keyPoints"]): string[] {
  const textOf = (points: EditionPlan["keyPoints"], finding: FindingId) => points.find((one) => one.finding === finding)?.text;
  const words = (text: string | undefined) => (text === undefined ? "the finding's statement" : quoted(text));
  return [...new Set([...a, ...b].map(({ finding }) => finding))].flatMap((finding) =>
    changed(`key point of ${finding}`, words(textOf(a, finding)), words(textOf(b, finding))),
  );
}

function excerptWords({ excerpts }: EditionItem): string {
  return excerpts.map(({ fromS, toS }) => `${fromS} to ${toS} s`).join(", ") || "none";
}

function stillWords({ stills }: EditionItem): string {
  return stills.map(({ atS, redacted }) => `${atS} s${redacted ? " covered" : ""}`).join(", ") || "none";
}

function quoted(text: string): string {
  return text === "" ? "nothing" : `"${text}"`;
}

function itemChanges(a: readonly EditionItem[], b: readonly EditionItem[]): string[] {
  const [before, after] = [new Map(a.map((one) => [one.item, one])), new Map(b.map((one) => [one.item, one]))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((item) => {
    const [was, is] = [before.get(item), after.get(item)];
    if (was === undefined) return [`${item} came in, ${is?.as ?? ""}`];
    if (is === undefined) return [`${item} is not named any more; it was ${was.as}`];
    return [
      ...changed(item, was.as, is.as),
      ...changed(`${item} excerpts`, excerptWords(was), excerptWords(is)),
      ...changed(`${item} frames`, stillWords(was), stillWords(is)),
      ...changed(`${item} is told otherwise`, quoted(was.why), quoted(is.why)),
    ];
  });
}
