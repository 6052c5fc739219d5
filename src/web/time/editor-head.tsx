/** The title of a problem, what it is about, whether it is kept, and what is done with the whole of it. */
import type { InferenceDetail } from "../../api/inferences.ts";
import { useEvents } from "../events/event-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleMark } from "../work/stale-mark.tsx";
import type { OpenDialog } from "./editor-dialogs.tsx";
import type { TimeDraft } from "./time-draft.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

interface EditorHeadProps {
  readonly draft: TimeDraft;
  readonly kept: InferenceDetail | undefined;
  readonly isChanged: boolean;
  readonly busy: boolean;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onDiscard: () => void;
}

export function EditorHead({ draft, kept, isChanged, busy, onOpen, onDiscard }: EditorHeadProps) {
  const events = useEvents().data?.events;
  const about = events?.find(({ id }) => id === draft.about);
  const withdrawn = kept?.inference.withdrawn;
  return (
    <header className="time-head">
      <Link to="/time" className="time-back">
        {t("time-bench.to-list")}
      </Link>
      <h1 className="cut">
        <IsolatedText
          text={[kept?.inference.id, draft.title === "" ? t("time-bench.untitled") : draft.title]
            .filter((part) => part !== undefined)
            .join(" · ")}
        />
      </h1>
      {about === undefined ? null : (
        <Link to={`/events/${about.id}`} className="small cut">
          <IsolatedText text={t("time-bench.about", { name: about.title })} />
        </Link>
      )}
      <span className="chip small" role="status">
        {withdrawn !== undefined ? (
          <>
            <ToneMark tone="narrower" /> {t("events.withdrawn-because", { reason: withdrawn })}
          </>
        ) : isChanged || kept === undefined ? (
          <>
            <ToneMark tone="narrower" /> {t("time-bench.unkept")}
          </>
        ) : (
          <>
            <ToneMark tone="agree" /> {t("time-bench.is-kept")}
          </>
        )}
      </span>
      {kept === undefined ? null : <StaleMark record={kept.inference.id} />}
      <span className="quiet small" role="status">
        {busy ? t("time-bench.working") : ""}
      </span>
      <span className="time-head-tools">
        {isChanged ? (
          <button type="button" className="button is-bare" onClick={onDiscard}>
            {t(kept === undefined ? "time-bench.start-over" : "time-bench.discard")}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => onOpen({ name: "open" })}>
          {t("time-bench.open-json")}
        </button>
        <button type="button" className="button" onClick={() => onOpen({ name: "export" })}>
          {t("time-bench.export")}
        </button>
        {kept === undefined || withdrawn !== undefined ? null : <WithdrawButton id={kept.inference.id} />}
        {withdrawn === undefined ? (
          <button
            type="button"
            className="button is-main"
            disabled={draft.problem.events.length === 0 || (kept !== undefined && !isChanged)}
            onClick={() => onOpen({ name: "keep" })}
          >
            {t(kept === undefined ? "time-bench.keep-button" : "time-bench.keep-change-button")}
          </button>
        ) : null}
      </span>
    </header>
  );
}
