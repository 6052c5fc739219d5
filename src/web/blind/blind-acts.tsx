/** What can be done with a blind review: reveal, write what was made of it, end it. Each says what it does before it is done. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { BlindRow } from "../../api/blind.ts";
import { blindApi, useBlindAgain } from "../api-client/blind-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export type BlindAct = "reveal" | "reveal-early" | "resolution" | "minority-view" | "end";

const title = {
  reveal: "blind.reveal",
  "reveal-early": "blind.reveal-early",
  resolution: "blind.resolve",
  "minority-view": "blind.minority",
  end: "blind.end",
} as const;

const asks = {
  "reveal-early": "blind.reveal-reason",
  resolution: "blind.resolve-words",
  "minority-view": "blind.minority-words",
  end: "blind.end-reason",
} as const;

export function BlindActDialog({ row, act, onClose }: { row: BlindRow; act: BlindAct; onClose: () => void }) {
  const [words, setWords] = useState("");
  const again = useBlindAgain();
  const writing = useMutation({
    mutationFn: () => {
      if (act === "reveal" || act === "reveal-early") return blindApi.reveal(row.blind, act === "reveal" ? "" : words);
      return act === "end" ? blindApi.end(row.blind, words) : blindApi.resolve(row.blind, { how: act, text: words });
    },
    onSuccess: () => {
      again();
      onClose();
    },
  });
  const ready = act === "reveal" || words.trim() !== "";
  return (
    <WritingDialog
      title={t(title[act])}
      action={t(title[act])}
      writing={writing}
      write={ready ? () => writing.mutate() : undefined}
      onClose={onClose}
    >
      {act === "reveal-early" ? <p className="notice">{t("blind.reveal-early-how")}</p> : null}
      {act === "reveal" ? (
        <p>{row.text}</p>
      ) : (
        <label className="label">
          <span>{t(asks[act])}</span>
          <textarea
            dir="auto"
            className="field"
            data-autofocus
            rows={4}
            maxLength={act === "resolution" || act === "minority-view" ? 4000 : 2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      )}
    </WritingDialog>
  );
}
