/** The optional assistant beside a text: off until it is set up; each question is confirmed and can be stopped; what it says is held against the text. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { AskAssistantRequest, AssistantAnswer } from "../../api/assistant.ts";
import type { ItemId } from "../../core/item/item.ts";
import { assistantApi, assistantSettingsKey } from "../api-client/assistant-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { announce } from "../parts/live-region.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { t } from "../words/t.ts";
import { AssistantAskDialog } from "./assistant-ask-dialog.tsx";
import { AssistantSettingsDialog } from "./assistant-settings-dialog.tsx";

export type AssistantPieces = AskAssistantRequest["pieces"];

interface AssistantPanelProps {
  readonly item: ItemId;
  readonly readOnly: boolean;
  readonly whole: AssistantPieces;
  /** Words selected in the text; undefined while none are. */
  readonly selected: () => AssistantPieces | undefined;
  readonly answer: AssistantAnswer | undefined;
  /** How many of its proposals the rules had too. */
  readonly known: number;
  readonly onAnswer: (answer: AssistantAnswer) => void;
}

export function AssistantPanel({ item, readOnly, whole, selected, answer, known, onAnswer }: AssistantPanelProps) {
  const found = useQuery({ queryKey: assistantSettingsKey, queryFn: ({ signal }) => assistantApi.settings(signal) });
  const [open, setOpen] = useState<"settings" | AssistantPieces>();
  const [asking, setAsking] = useState<AbortController>();
  const [error, setError] = useState<unknown>();
  const running = useRef<AbortController>(undefined);
  // Nobody waits for the answer once the text is left.
  useEffect(() => () => running.current?.abort(), []);
  const endpoint = found.data?.settings.endpoint ?? null;

  const ask = async (request: AskAssistantRequest): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setOpen(undefined);
    setError(undefined);
    setAsking(stop);
    try {
      const said = await assistantApi.ask(item, request, stop.signal);
      onAnswer(said);
      announce(t("claims.assistant.answered", { count: said.proposals.length }));
    } catch (fault) {
      if (!stop.signal.aborted) setError(fault);
    } finally {
      setAsking(undefined);
    }
  };

  return (
    <details className="proposal-fold">
      <summary>{t("claims.assistant.title")}</summary>
      <div className="assistant-body">
        {found.data != null && found.data.fault !== null ? (
          <p className="small tone-conflict">
            {t("claims.assistant.spoilt")} <IsolatedText text={found.data.fault} />
          </p>
        ) : endpoint === null ? (
          <p className="quiet small">{t("claims.assistant.off")}</p>
        ) : (
          <p className="small">
            <span className="mono">
              <IsolatedText text={`${endpoint.model} · ${endpoint.url}`} />
            </span>
          </p>
        )}
        <div className="proposal-acts">
          {endpoint === null || readOnly || asking !== undefined ? null : (
            <>
              <button type="button" className="button" onClick={() => setOpen(whole)}>
                {t("claims.assistant.ask")}
              </button>
              <button
                type="button"
                className="button"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  const pieces = selected();
                  if (pieces !== undefined) setOpen(pieces);
                }}
              >
                {t("claims.assistant.ask-selected")}
              </button>
            </>
          )}
          {asking === undefined ? (
            <button type="button" className="button" onClick={() => setOpen("settings")} disabled={found.data === undefined}>
              {t(endpoint === null ? "claims.assistant.set-up" : "claims.assistant.settings")}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => asking.abort()}>
              {t("claims.assistant.stop")}
            </button>
          )}
        </div>
        {asking === undefined ? null : <ProgressBar progress="unknown" label={t("claims.assistant.waiting")} />}
        {error === undefined ? null : <ErrorNotice error={error} />}
        {answer === undefined ? null : (
          <>
            <p className="small">
              {t("claims.assistant.answered", { count: answer.proposals.length })}{" "}
              {known > 0 ? t("claims.assistant.known", { count: known }) : ""}
            </p>
            {answer.refused.length === 0 ? null : (
              <>
                <p className="small tone-narrower">{t("claims.assistant.refused", { count: answer.refused.length })}</p>
                <ul className="assistant-refused">
                  {answer.refused.map(({ words, why }, at) => (
                    <li key={at}>
                      <span dir="auto">
                        <IsolatedText text={words} />
                      </span>
                      <span className="quiet small">{why}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        {open === "settings" && found.data !== undefined ? (
          <AssistantSettingsDialog answer={found.data} onClose={() => setOpen(undefined)} />
        ) : null}
        {open === undefined || open === "settings" ? null : (
          <AssistantAskDialog item={item} pieces={open} onAsk={(request) => void ask(request)} onClose={() => setOpen(undefined)} />
        )}
      </div>
    </details>
  );
}
