/** Who wrote it, when by this machine's clock, and in which entry. */
import { t } from "../words/t.ts";

export function WrittenLine({ byName, at, seq }: { byName: string; at: string; seq: number }) {
  return <>{t("bench.written", { by: byName, at, seq: String(seq) })}</>;
}
