/** A foreign link: text to read and copy. To follow it takes two steps, because whoever runs the place sees who asks. */
import { useState } from "react";
import { publicAddress } from "../../core/link/public-address.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

export function SourceLink({ shown, normalised }: { shown: string; normalised: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="source-link">
      <code className="source-link-text">
        <IsolatedText text={shown} />
      </code>
      <button
        type="button"
        className="button"
        onClick={() => {
          void navigator.clipboard.writeText(normalised).then(() => setCopied(true));
        }}
      >
        {t(copied ? "link.copied" : "link.copy")}
      </button>
      {publicAddress(normalised).shortened ? <p className="quiet small">{t("link.parts-kept")}</p> : null}
      <details>
        <summary>{t("link.open")}</summary>
        <p className="quiet">{t("link.open-warning")}</p>
        <a href={normalised} target="_blank" rel="noopener noreferrer nofollow" referrerPolicy="no-referrer">
          {t("link.open-now")}
        </a>
      </details>
    </div>
  );
}
