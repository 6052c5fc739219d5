/** Why something could not be shown or done, in the server's words, with a way on. */
import { t } from "../words/t.ts";

export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  return (
    <div className="notice is-error" role="alert">
      <span>{error instanceof Error ? error.message : String(error)}</span>
      {onRetry === undefined ? null : (
        <button type="button" className="button" onClick={onRetry}>
          {t("error.again")}
        </button>
      )}
    </div>
  );
}
