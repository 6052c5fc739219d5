/** Notes in the register: who got a pack, that it arrived, and a correction that a person has worded. */
import { useState } from "react";
import type { EditionRow, EditionsAnswer } from "../../api/editions.ts";
import { editionApi } from "../api-client/edition-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export function DiscloseDialog({ row: { edition, version }, onClose }: { readonly row: EditionRow; readonly onClose: () => void }) {
  const [to, setTo] = useState("");
  const [why, setWhy] = useState("");
  const [how, setHow] = useState("");
  const [at, setAt] = useState(() => new Date().toISOString().slice(0, 16));
  const ready = to.trim() !== "" && why.trim() !== "" && how.trim() !== "" && at !== "";
  const writing = useWriting(
    () => editionApi.disclose({ edition, version, to, why, how, at: `${at}:00Z` }),
    () => t("handover.disclosed-said"),
    onClose,
  );
  return (
    <WritingDialog
      title={t("handover.disclose-title", { edition, version })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("handover.to")}</span>
        <input className="field" data-autofocus value={to} maxLength={5000} onChange={(event) => setTo(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("handover.at")}</span>
        <input className="field" type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("handover.reason")}</span>
        <textarea className="field" value={why} maxLength={5000} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("handover.how")}</span>
        <textarea className="field" value={how} maxLength={5000} onChange={(event) => setHow(event.target.value)} />
      </label>
    </WritingDialog>
  );
}

export function AcknowledgeDialog({ line, to, onClose }: { readonly line: number; readonly to: string; readonly onClose: () => void }) {
  const [statement, setStatement] = useState("");
  const [at, setAt] = useState(() => new Date().toISOString().slice(0, 16));
  const writing = useWriting(
    () => editionApi.acknowledge({ disclosed: line, at: `${at}:00Z`, statement }),
    () => t("handover.acknowledged-said"),
    onClose,
  );
  return (
    <WritingDialog
      title={t("handover.acknowledge")}
      writing={writing}
      write={statement.trim() === "" || at === "" ? undefined : () => writing.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {t("handover.went-to")} <IsolatedText text={to} />
      </p>
      <label className="label">
        <span>{t("handover.received-at")}</span>
        <input className="field" type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("handover.receiver-said")}</span>
        <textarea
          className="field"
          data-autofocus
          value={statement}
          maxLength={5000}
          onChange={(event) => setStatement(event.target.value)}
        />
      </label>
    </WritingDialog>
  );
}

export function CorrectionDialog({
  draft,
  onClose,
}: {
  readonly draft: NonNullable<EditionsAnswer["draft"]>;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(draft.text);
  const writing = useWriting(
    () => editionApi.correct({ concerns: draft.concerns, because: draft.because, text }),
    () => t("handover.corrected-said"),
    onClose,
  );
  return (
    <WritingDialog
      title={t("handover.correct")}
      action={t("handover.issue")}
      wide
      writing={writing}
      write={text.trim() === "" ? undefined : () => writing.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{t("handover.correct-what")}</p>
      <label className="label">
        <span>{t("handover.correction-text")}</span>
        <textarea
          className="field handover-correction"
          data-autofocus
          value={text}
          maxLength={50_000}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </WritingDialog>
  );
}
