/** Has the person's own recogniser write a draft of what is said in an item; says so where none is set up. */
import "./recogniser.css";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { useRecogniserSettings } from "../api-client/recogniser-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { DraftJob, useDraftWork } from "./draft-job.tsx";
import { NotSetUp } from "./not-set-up.tsx";
import { RecogniseDialog, type SelectedSpan } from "./recognise-dialog.tsx";
import { t } from "../words/t.ts";

interface RecogniseButtonProps {
  readonly item: ItemId;
  readonly readOnly: boolean;
  /** What is selected, in item time. */
  readonly span?: SelectedSpan | undefined;
  readonly onWritten?: (tier: TierId) => void;
}

export function RecogniseButton({ item, readOnly, span, onWritten }: RecogniseButtonProps) {
  const found = useRecogniserSettings();
  const [open, setOpen] = useState(false);
  const work = useDraftWork("recognise", item, onWritten);
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || readOnly) return null;
  if (found.data.settings.recogniser === null) return <NotSetUp says={t(found.data.fault === null ? "recognise.none" : "recognise.off")} />;
  return (
    <div className="draft-maker">
      {work.running === undefined ? (
        <div className="recogniser-acts">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t("recognise.open")}
          </button>
        </div>
      ) : null}
      <DraftJob name="recognise" work={work} />
      {open ? (
        <RecogniseDialog
          {...{ item, span }}
          answer={found.data}
          onStarted={(job) => {
            setOpen(false);
            work.started(job);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
