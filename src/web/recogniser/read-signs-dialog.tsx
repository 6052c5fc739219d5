/** Before Tesseract runs: which languages it looks for, on which pictures. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { ReadSignsRequest } from "../../core/recogniser/recogniser-settings.ts";
import { recogniserApi, recogniserKeys } from "../api-client/recogniser-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { secondsWords } from "./seconds-words.ts";

interface ReadSignsDialogProps {
  readonly item: ItemId;
  readonly atSec: number | undefined;
  readonly onStarted: (job: string) => void;
  readonly onClose: () => void;
}

/** As the program knows them; what is not here is shown by its short name. */
const names: Readonly<Record<string, string>> = { ukr: "Українська", rus: "Русский", ara: "العربية", eng: "English" };

export function ReadSignsDialog({ item, atSec, onStarted, onClose }: ReadSignsDialogProps) {
  const packs = useQuery({
    queryKey: recogniserKeys.packs,
    queryFn: ({ signal }) => recogniserApi.tryTesseract(signal),
    staleTime: 60_000,
  });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [which, setWhich] = useState<"changes" | "chosen">("changes");
  const [every, setEvery] = useState("1");
  const asked = ReadSignsRequest.safeParse({
    languages: chosen,
    frames: which === "chosen" && atSec !== undefined ? { which, atSec: [atSec] } : { which: "changes", everySec: Number(every) },
  });
  const start = useMutation({
    mutationFn: (request: ReadSignsRequest) => recogniserApi.readSigns(item, request),
    onSuccess: ({ job }) => onStarted(job),
  });
  return (
    <Dialog title={t("signs.title")} onClose={onClose}>
      <form
        className="draft-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.success) start.mutate(asked.data);
        }}
      >
        <p className="quiet small">{t("signs.what")}</p>
        {packs.error === null ? null : <ErrorNotice error={packs.error} onRetry={() => void packs.refetch()} />}
        <fieldset>
          <legend>{t("signs.languages")}</legend>
          <div className="draft-packs">
            {packs.data?.languages.map((one) => (
              <label key={one} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(one)}
                  onChange={(event) =>
                    setChosen((now) => (event.target.checked ? [...now, one] : now.filter((language) => language !== one)))
                  }
                />{" "}
                <span>
                  {names[one] ?? one} {names[one] === undefined ? null : <span className="quiet small">{one}</span>}
                </span>
              </label>
            ))}
          </div>
          <p className="quiet small">{t("signs.languages-note")}</p>
        </fieldset>
        <fieldset>
          <legend>{t("signs.frames")}</legend>
          {atSec === undefined
            ? null
            : (["changes", "chosen"] as const).map((one) => (
                <label key={one} className="check">
                  <input type="radio" name="frames" checked={which === one} onChange={() => setWhich(one)} />{" "}
                  {one === "changes" ? t("signs.frames.changes") : t("signs.frames.chosen", { at: secondsWords(atSec) })}
                </label>
              ))}
          {which === "chosen" && atSec !== undefined ? null : (
            <label className="label">
              <span>{t("signs.every")}</span>
              <input
                className="field"
                type="number"
                min={0.1}
                max={600}
                step="any"
                value={every}
                onChange={(event) => setEvery(event.target.value)}
              />
            </label>
          )}
        </fieldset>
        {start.error === null ? null : <ErrorNotice error={start.error} />}
        <div className="recogniser-acts">
          <button type="submit" className="button is-main" disabled={!asked.success || start.isPending}>
            {t("signs.start")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
