/** Before a byte leaves: where to, whether that is this machine, how much of what. Sends only when it is pressed, each time. */
import { useQuery } from "@tanstack/react-query";
import type { AskAssistantRequest } from "../../api/assistant.ts";
import type { ItemId } from "../../core/item/item.ts";
import { assistantApi } from "../api-client/assistant-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

interface AssistantAskDialogProps {
  readonly item: ItemId;
  readonly pieces: AskAssistantRequest["pieces"];
  readonly onAsk: (request: AskAssistantRequest) => void;
  readonly onClose: () => void;
}

export function AssistantAskDialog({ item, pieces, onAsk, onClose }: AssistantAskDialogProps) {
  const found = useQuery({
    queryKey: ["assistant-plan", item, pieces],
    queryFn: ({ signal }) => assistantApi.plan(item, { pieces }, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const plan = found.data?.plan;
  return (
    <Dialog title={t("claims.assistant.dialog")} onClose={onClose}>
      {found.error === null ? null : <ErrorNotice error={found.error} />}
      {plan == null ? null : (
        <>
          <dl className="proposal-facts">
            <dt>{t("claims.assistant.to")}</dt>
            <dd>
              <span className="proposal-fact mono">
                <IsolatedText text={plan.url} />
              </span>
              <span className="proposal-fact">
                {t(plan.thisMachine ? "claims.assistant.this-machine" : "claims.assistant.other-machine")}
              </span>
              {plan.encrypted || plan.thisMachine ? null : (
                <span className="proposal-fact tone-narrower">{t("claims.assistant.not-encrypted")}</span>
              )}
            </dd>
            <dt>{t("claims.assistant.model")}</dt>
            <dd className="mono">
              <IsolatedText text={plan.model} />
            </dd>
            <dt>{t("claims.assistant.what")}</dt>
            <dd>
              <span className="proposal-fact">{t("claims.assistant.characters", { count: plan.characters, item: plan.item })}</span>
              <span className="proposal-fact quiet">{t("claims.assistant.instructions", { count: plan.instructions })}</span>
            </dd>
          </dl>
          {plan.may.allowed ? null : (
            <div className="notice is-error" role="alert">
              <span>{plan.may.why}</span>
            </div>
          )}
          <div className="proposal-acts">
            <button
              type="button"
              className="button is-main"
              disabled={!plan.may.allowed}
              onClick={() => onAsk({ pieces, confirmed: { url: plan.url, model: plan.model, digest: plan.digest } })}
            >
              {t("claims.assistant.confirm", { count: plan.characters, host: hostOf(plan.url) })}
            </button>
            <button type="button" className="button" data-autofocus="" onClick={onClose}>
              {t("claims.form.cancel")}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
