/** What an entry is and says, in one line. Withheld and erased lines look like what they are. */
import type { CustodyEntry } from "../../api/custody.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t, type WordKey } from "../words/t.ts";

export function kindWords(kind: string): string {
  return t(`entry-kind.${kind}` as WordKey);
}

export function EntrySummary({ entry }: { entry: CustodyEntry }) {
  if (entry.kind === "withheld" || entry.kind === "erased") return <i className="quiet">{t(`entry.says-${entry.kind}`)}</i>;
  return <IsolatedText text={entry.summary} />;
}
