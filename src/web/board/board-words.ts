/** Claims of the board in words: a value with what limits it, through whom it came, how many origins stand behind an aspect. */
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimStatement } from "../../core/claim/claim.ts";
import type { OriginCell, OriginCount, WhoPart } from "../../reason/claims/origins/origin-report-types.ts";
import { t } from "../words/t.ts";
import { supportShown } from "./board-model.ts";
import { valueLines } from "./proposal-words.ts";

/** The value's words, a part of them marked where a word in them limits the claim. */
export interface ValuePart {
  readonly text: string;
  readonly isHedge: boolean;
}

/** Hedges that stand outside the value come before it; those inside stay where they are. */
export function valueParts({ value, hedges }: ClaimStatement): ValuePart[] {
  const parts: ValuePart[] = [];
  let rest = value.words;
  const inside = hedges.filter(({ words }) => value.words.includes(words));
  for (const { words } of hedges) if (!value.words.includes(words)) parts.push({ text: words, isHedge: true });
  for (const { words } of inside) {
    const at = rest.indexOf(words);
    if (at === -1) continue;
    if (at > 0) parts.push({ text: rest.slice(0, at).trim(), isHedge: false });
    parts.push({ text: words, isHedge: true });
    rest = rest.slice(at + words.length);
  }
  if (rest.trim() !== "") parts.push({ text: rest.trim(), isHedge: false });
  return parts;
}

/** What a time or a number is read as: a day is never shown without its zone, or that none is stated. */
export function readWords({ value }: ClaimStatement, assumedZone: string | undefined): string | undefined {
  if (value.is !== "time" && value.is !== "number") return undefined;
  const [first = "", ...more] = valueLines(value);
  const read = assumedZone === undefined ? first : t("claims.read-assumed", { first, zone: assumedZone });
  return more.length === 0 ? read : t("claims.read-more", { first: read, count: more.length });
}

/** The text's own voice first, then whom it cites, and so on inward. */
export function chainWords(claim: ClaimRow): string[] {
  if (claim.statement === "withheld") return [claim.publisher.label];
  const said = claim.statement.speakers.map(({ words, says, direct }) =>
    [words, ...(says === null ? [] : [t("claims.says", { says })]), ...(direct ? [t("claims.proposal.direct")] : [])].join(" · "),
  );
  return [claim.publisher.label, ...said];
}

export function aspectWords(aspect: ClaimRow["aspect"], part: WhoPart = null): string {
  return part === null ? t(`claims.aspect.${aspect}`) : t(`claims.aspect.who-${part}`);
}

/** "3 origins", "1 origin, 1 to 3 counted otherwise": what is not known of sources makes it a range. */
export function originWords({ low, best, high }: OriginCount): string {
  const count = t("claims.origins", { count: best });
  return low === high ? count : t("claims.origins-range", { origins: count, low, high });
}

export function supportWords(cell: OriginCell): string {
  const { count, exhibits } = cell;
  return t(`claims.support.${supportShown(cell)}`, {
    origins: originWords(count),
    exhibits: t("claims.exhibits", { count: exhibits.length }),
  });
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "5–8 Apr 2022 UTC": the day of publication, or that it is not known. */
export function publishedWords(published: ClaimRow["published"]): string {
  if (published === "unknown") return t("claims.published-unknown");
  return t("claims.published-utc", { day: days.formatRange(Date.parse(published.earliest), Date.parse(published.latest)) });
}
