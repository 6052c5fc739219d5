/** What becomes of a row, and why: a sign and words, the item as a link. */
import type { RowFlag, RowPreview } from "../../api/sheet-import.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

export function Outcome({ row }: { row: RowPreview }) {
  const { tone, text } = outcomeOf(row);
  return (
    <span className={`chip tone-${tone}`}>
      <ToneMark tone={tone} />
      {text}
    </span>
  );
}

function outcomeOf({ action, item, flags }: RowPreview): { tone: Tone; text: string } {
  if (action === "made") return { tone: "agree", text: t("paste.outcome.made") };
  if (action === "left-out") return { tone: "unknown", text: t("paste.outcome.left-out") };
  if (action === "attached") return { tone: "agree", text: t("paste.outcome.attached", { item: item ?? "" }) };
  if (item !== null) return { tone: "narrower", text: t("paste.outcome.duplicate-item", { item }) };
  const above = flags.find((flag) => "row" in flag);
  return { tone: "narrower", text: t("paste.outcome.duplicate-row", { row: above !== undefined && "row" in above ? above.row : 0 }) };
}

/** Sentences for the row's flags that are not said in a cell. */
export function flagSentences({ flags, flawed }: RowPreview): string[] {
  const said = flags.flatMap((flag) => sentenceOf(flag) ?? []);
  return flawed ? [...said, t("paste.flag.flawed")] : said;
}

function sentenceOf(flag: RowFlag): string | undefined {
  switch (flag.flag) {
    case "duplicate-of-item":
      return t("paste.flag.duplicate-of-item", { item: flag.item });
    case "duplicate-of-row":
      return t("paste.flag.duplicate-of-row", { row: flag.row });
    case "same-hash-as-row":
      return t("paste.flag.same-hash-as-row", { row: flag.row });
    case "names-item":
      return t(flag.by === "hash" ? "paste.flag.names-item-hash" : "paste.flag.names-item-file", { item: flag.item });
    case "file-ambiguous":
      return t("paste.flag.file-ambiguous", { items: flag.items.join(", ") });
    default:
      return undefined;
  }
}
