/** How a version of a tier came to be, in words: nobody is said to have written what stays a program's draft. */
import { programWrote } from "../../core/tier/program-wrote.ts";
import type { TierMaking } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";

type Versions = readonly { readonly version: number; readonly made: TierMaking }[];

/** `history`: all versions of the tier; `drafts`: how many segments of its newest one are a program's. */
export function versionWords(version: number, history: Versions, drafts: number): string {
  const made = history.find((one) => one.version === version)?.made;
  if (made === undefined) return "";
  const newest = Math.max(...history.map((one) => one.version)) === version;
  const left = newest && drafts > 0 ? [t("speech.version-drafts", { count: drafts })] : [];
  const onDraft = made.by === "person" && history.some((one) => one.version < version && programWrote(one.made));
  // Of an older version nobody counted them here: that it may hold some is said all the same.
  const by = onDraft && (!newest || drafts > 0) ? t("speech.made.person-on-draft") : madeWords(made);
  return [by, ...left].join(" ");
}

function madeWords(made: TierMaking): string {
  if (made.by === "person") return t("speech.made.person");
  if (made.by === "import") {
    const format = t(`speech.format.${made.format}`);
    if (!programWrote(made)) return t("speech.made.import", { format });
    return t("speech.made.import-program", { format, name: made.program ?? t("speech.made.no-program") });
  }
  const model = made.model === "" ? t("speech.made.no-model") : made.model;
  return t("speech.made.program", { name: made.name, version: made.version, model });
}
