/** What holds for the whole page and must not be missed: no session any more, nothing can be written, what opening found. */
import { useState } from "react";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

export function Banners({ sessionOver, onSession }: { sessionOver: boolean; onSession: () => void }) {
  const readOnly = useCase().data?.readOnly === true;
  return (
    <div className="banners">
      {sessionOver ? <SessionBanner onSession={onSession} /> : null}
      {readOnly ? (
        <p className="banner">
          <ToneMark tone="narrower" />
          {t("case.read-only")}
        </p>
      ) : null}
    </div>
  );
}

/** Over the open screen, not instead of it: a note half written stays. A new link opened in another tab revives this one too. */
function SessionBanner({ onSession }: { onSession: () => void }) {
  const [tried, setTried] = useState(false);
  const again = (): void => {
    api.caseSummary().then(onSession, () => setTried(true));
  };
  return (
    <div className="banner" role="alert">
      <ToneMark tone="narrower" />
      <strong>{t("error.session")}</strong>
      <span>{t(tried ? "error.session-still" : "error.session-banner")}</span>
      <button type="button" className="button" onClick={again}>
        {t("error.again")}
      </button>
    </div>
  );
}
