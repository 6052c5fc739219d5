/** Has the person's own Tesseract write a draft of the words on an item's pictures; says so where it is not set up. */
import "./recogniser.css";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { useRecogniserSettings } from "../api-client/recogniser-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { DraftJob, useDraftWork } from "./draft-job.tsx";
import { NotSetUp } from "./not-set-up.tsx";
import { ReadSignsDialog } from "./read-signs-dialog.tsx";

interface ReadSignsButtonProps {
  readonly item: ItemId;
  readonly readOnly: boolean;
  /** The picture that is shown now, in item time. */
  readonly atSec?: number | undefined;
  readonly onWritten?: (tier: TierId) => void;
}

export function ReadSignsButton({ item, readOnly, atSec, onWritten }: ReadSignsButtonProps) {
  const found = useRecogniserSettings();
  const [open, setOpen] = useState(false);
  const work = useDraftWork("signs", item, onWritten);
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || readOnly) return null;
  if (found.data.settings.tesseract === null) return <NotSetUp says={t(found.data.fault === null ? "signs.none" : "recognise.off")} />;
  return (
    <div className="draft-maker">
      {work.running === undefined ? (
        <div className="recogniser-acts">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t("signs.open")}
          </button>
        </div>
      ) : null}
      <DraftJob name="signs" work={work} />
      {open ? (
        <ReadSignsDialog
          {...{ item, atSec }}
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
