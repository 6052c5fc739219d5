/** Asks a person's own program for a draft: a button, its dialog, then the job; what is missing is said instead. */
import "./recogniser.css";
import { type ReactNode, useState } from "react";
import type { RecogniserSettingsAnswer } from "../../api/recogniser.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { useRecogniserSettings } from "../api-client/recogniser-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { DraftJob, useDraftWork } from "./draft-job.tsx";
import { NotSetUp } from "./not-set-up.tsx";

interface DraftDialogActs {
  readonly answer: RecogniserSettingsAnswer;
  readonly onStarted: (job: string) => void;
  readonly onClose: () => void;
}

interface DraftMakerProps {
  readonly name: "recognise" | "signs";
  /** The setting without which there is no program to ask. */
  readonly program: "recogniser" | "tesseract";
  readonly item: ItemId;
  readonly readOnly: boolean;
  readonly onWritten: ((tier: TierId) => void) | undefined;
  readonly dialog: (acts: DraftDialogActs) => ReactNode;
}

export function DraftMaker({ name, program, item, readOnly, onWritten, dialog }: DraftMakerProps) {
  const found = useRecogniserSettings();
  const [open, setOpen] = useState(false);
  const work = useDraftWork(name, item, onWritten);
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || readOnly) return null;
  if (found.data.settings[program] === null) return <NotSetUp says={t(found.data.fault === null ? `${name}.none` : "recognise.off")} />;
  return (
    <div className="draft-maker">
      {work.running === undefined ? (
        <div className="recogniser-acts">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t(`${name}.open`)}
          </button>
        </div>
      ) : null}
      <DraftJob name={name} work={work} />
      {open
        ? dialog({
            answer: found.data,
            onStarted: (job) => {
              setOpen(false);
              work.started(job);
            },
            onClose: () => setOpen(false),
          })
        : null}
    </div>
  );
}
