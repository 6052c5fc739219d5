/** A tier that is to be written: what it is, in which language, and from what. It is in the case once its first version is written. */
import { useState } from "react";
import type { TierRow } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { TierId, TierLanguage, TierSort } from "../../core/tier/tier.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { LanguageField } from "./language-field.tsx";
import { languageName, sortName } from "./segment-words.ts";
import { speechPath } from "./speech-address.ts";

interface NewTierDialogProps {
  readonly item: ItemId;
  readonly tiers: readonly TierRow[];
  readonly onClose: () => void;
}

const idle = { isPending: false, error: null };

export function NewTierDialog({ item, tiers, onClose }: NewTierDialogProps) {
  const sources = tiers.filter((row) => row.sort === "verbatim" || row.sort === "on-screen");
  const [sort, setSort] = useState<TierSort>(sources.length > 0 ? "translation" : "verbatim");
  const [language, setLanguage] = useState("");
  const [from, setFrom] = useState<TierId | "">(sources[0]?.id ?? "");
  const writtenFrom = sort === "translation" || sort === "notes";
  const said = TierLanguage.safeParse(language);
  const ready = said.success && (sort !== "translation" || from !== "");
  return (
    <WritingDialog
      title={t("speech.new-tier")}
      action={t("speech.new-tier-begin")}
      writing={idle}
      write={
        ready
          ? () => {
              onClose();
              navigate(
                speechPath(item, {
                  ...{ tier: "new", sort, language: said.data },
                  from: writtenFrom && from !== "" ? from : undefined,
                }),
              );
            }
          : undefined
      }
      onClose={onClose}
    >
      <fieldset className="speech-choices">
        <legend>{t("speech.sort")}</legend>
        {TierSort.options.map((name) => (
          <label key={name} className="speech-check">
            <input type="radio" name="sort" checked={sort === name} onChange={() => setSort(name)} />
            <span>
              <b>{sortName(name)}</b> <span className="quiet">{t(`speech.sort-means.${name}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {writtenFrom ? (
        <label className="label">
          <span>{t("speech.written-from")}</span>
          <select className="field" value={from} onChange={(event) => setFrom(TierId.safeParse(event.target.value).data ?? "")}>
            {sort === "translation" ? null : <option value="">{t("speech.from-recording")}</option>}
            {sources.map((row) => (
              <option key={row.id} value={row.id}>
                {[row.id, sortName(row.sort), languageName(row.language)].join(" · ")}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {sort === "translation" && sources.length === 0 ? <p className="tone-narrower">{t("speech.no-source-yet")}</p> : null}
      <label className="label">
        <span>{t("speech.language")}</span>
        <LanguageField value={language} onValue={setLanguage} />
        <span className="quiet small">{t("speech.language-how")}</span>
      </label>
      <p className="quiet small">{t("speech.new-tier-how")}</p>
    </WritingDialog>
  );
}
