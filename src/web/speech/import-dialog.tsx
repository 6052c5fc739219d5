/**
 * Brings in a transcript that was made elsewhere: first who wrote its words, which no file says, what would be read, lost and assumed;
 * then, if wanted, it.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ImportedTiers, longestTierFile, TierFormat } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { TierLanguage, TierSort } from "../../core/tier/tier.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi } from "../api-client/tier-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { LanguageField } from "./language-field.tsx";
import { languageName, sortName } from "./segment-words.ts";
import { speechPath } from "./speech-address.ts";
import { tell } from "./told.tsx";

type Writer = "person" | "program";

interface ChosenFile {
  readonly name: string;
  /** Base64: which encoding the bytes are in is found where they are read. */
  readonly bytes: string;
}

const endings: readonly (readonly [RegExp, TierFormat])[] = [
  [/\.vtt$/i, "webvtt"],
  [/\.srt$/i, "srt"],
  [/\.json$/i, "whisper-json"],
  [/\.eaf$/i, "eaf"],
];

export function ImportDialog({ item, onClose }: { item: ItemId; onClose: () => void }) {
  const [file, setFile] = useState<ChosenFile>();
  const [format, setFormat] = useState<TierFormat>("webvtt");
  const [sort, setSort] = useState<TierSort>("verbatim");
  const [language, setLanguage] = useState("");
  const [writer, setWriter] = useState<Writer>();
  const [program, setProgram] = useState("");
  const [keepNames, setKeepNames] = useState(false);
  const [fault, setFault] = useState<string>();
  const client = useQueryClient();
  // JSON of recognisers is theirs: a person takes the words over in the case.
  const writtenBy = format === "whisper-json" ? "program" : writer;
  const named = writtenBy === "program" && program.trim() !== "" ? { program: program.trim() } : {};
  const asked = (by: Writer) => ({
    ...{ item, format, sort, bytes: file?.bytes ?? "", language: TierLanguage.safeParse(language).data ?? "und" },
    ...{ writtenBy: by, keepNames, ...named },
  });
  const preview = useMutation({ mutationFn: (by: Writer) => tierApi.import({ ...asked(by), preview: true }) });
  const bring = useMutation({
    mutationFn: (by: Writer) => tierApi.import({ ...asked(by), preview: false }),
    onSuccess: async ({ tiers }) => {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      tell(t("speech.told.imported", { count: tiers.length }));
      onClose();
      navigate(speechPath(item, { tier: tiers[0]?.id ?? undefined }));
    },
  });
  const seen = preview.data;
  const change = <T,>(set: (value: T) => void) => {
    return (value: T): void => {
      set(value);
      preview.reset();
    };
  };
  const read = async (chosen: File | undefined): Promise<void> => {
    preview.reset();
    setFault(undefined);
    setFile(undefined);
    if (chosen === undefined) return;
    if (chosen.size > longestTierFile) return setFault(t("speech.import-long"));
    setFile({ name: chosen.name, bytes: await base64Of(chosen) });
    setFormat(endings.find(([ending]) => ending.test(chosen.name))?.[1] ?? "webvtt");
    return undefined;
  };
  return (
    <WritingDialog
      title={t("speech.import-title")}
      action={t(seen === undefined ? "speech.import-preview" : "speech.import-do")}
      writing={seen === undefined ? preview : bring}
      write={
        file === undefined || language === "" || writtenBy === undefined
          ? undefined
          : () => (seen === undefined ? preview.mutate(writtenBy) : bring.mutate(writtenBy))
      }
      onClose={onClose}
    >
      <label className="label">
        <span>{t("speech.import-file")}</span>
        <input
          type="file"
          accept=".vtt,.srt,.json,.eaf"
          data-autofocus
          onChange={(event) => void read(event.target.files?.[0]).catch((error: unknown) => setFault(String(error)))}
        />
      </label>
      {fault === undefined ? null : <p className="tone-conflict">{fault}</p>}
      <div className="speech-fields">
        <label className="label">
          <span>{t("speech.format")}</span>
          <select className="field" value={format} onChange={(event) => change(setFormat)(TierFormat.parse(event.target.value))}>
            {TierFormat.options.map((name) => (
              <option key={name} value={name}>
                {t(`speech.format.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("speech.sort")}</span>
          <select className="field" value={sort} onChange={(event) => change(setSort)(TierSort.parse(event.target.value))}>
            {TierSort.options.map((name) => (
              <option key={name} value={name}>
                {sortName(name)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("speech.language")}</span>
          <LanguageField value={language} onValue={change(setLanguage)} />
        </label>
      </div>
      <fieldset className="speech-choices">
        <legend>{t("speech.import-writer")}</legend>
        {(["person", "program"] as const).map((by) => (
          <label key={by} className="check">
            <input
              type="radio"
              name="import-writer"
              checked={writtenBy === by}
              disabled={format === "whisper-json"}
              onChange={() => change(setWriter)(by)}
            />{" "}
            {t(`speech.import-writer.${by}`)}
          </label>
        ))}
        {writtenBy !== "program" ? null : (
          <label className="label">
            <span>{t("speech.import-program")}</span>
            <input
              dir="auto"
              className="field"
              value={program}
              maxLength={200}
              onChange={(event) => change(setProgram)(event.target.value)}
            />
          </label>
        )}
      </fieldset>
      <p className="quiet small">{t("speech.import-how")}</p>
      <label className="check">
        <input type="checkbox" checked={keepNames} onChange={(event) => change(setKeepNames)(event.target.checked)} />{" "}
        {t("speech.import-keep-names")}
      </label>
      {seen === undefined ? null : <Preview seen={seen} />}
    </WritingDialog>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
    reader.addEventListener("error", () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}

function Preview({ seen }: { seen: ImportedTiers }) {
  return (
    <section className="import-preview" role="status" aria-label={t("speech.import-read")}>
      <h3>{t("speech.import-read")}</h3>
      <ul>
        {seen.tiers.map((tier, at) => (
          <li key={at}>
            {sortName(tier.sort)}, {languageName(tier.language)}: {t("speech.segments", { count: tier.segments })}
            {tier.machine === 0 ? null : (
              <b className="tone-narrower"> {t("speech.import-machine", { count: tier.machine, suspect: tier.suspect })}</b>
            )}
          </li>
        ))}
      </ul>
      {seen.speakers.length === 0 ? null : (
        <>
          <h3>{t("speech.import-speakers")}</h3>
          <ul className="small">
            {seen.speakers.map(({ label, was }) => (
              <li key={label}>
                {label} ← <IsolatedText text={was} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("speech.import-notes")}</h3>
      {seen.notes.length === 0 ? <p className="quiet">{t("speech.import-nothing-lost")}</p> : null}
      <ul className="small import-notes">
        {seen.notes.map((note) => (
          <li key={note}>
            <IsolatedText text={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}
