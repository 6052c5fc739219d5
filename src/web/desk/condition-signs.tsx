/** Conditions of a row in one short line: why it may not be published, and what else weighs on it. */
import type { ConditionSigns as Signs } from "../../api/conditions.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

/** What somebody said outright. It stands before all other signs. */
export function ConditionSigns({ signs: { publishing, embargoUntil, legalHold, disposalDue } }: { signs: Signs }) {
  const refuses = publishing !== "allowed" && publishing !== "unknown";
  return (
    <>
      {refuses ? (
        // In a row there is room for a day; the bench has the second.
        <NotPublishable tone={publishing === "embargo" ? "narrower" : "conflict"}>
          {t(`sign.${publishing}`, { until: embargoUntil.slice(0, 10) })}
        </NotPublishable>
      ) : null}
      {legalHold ? (
        <span className="chip tone-narrower">
          <ToneMark tone="narrower" />
          {t("sign.legal-hold")}
        </span>
      ) : null}
      {disposalDue ? (
        <span className="chip tone-narrower">
          <ToneMark tone="narrower" />
          {t("sign.disposal-due")}
        </span>
      ) : null}
    </>
  );
}

/** What nobody said. Most of a new case is so, so it stays quiet. */
export function UnknownConsent({ signs }: { signs: Signs }) {
  return signs.publishing === "unknown" ? (
    <NotPublishable tone="unknown" short={t("sign.unknown-short")}>
      {t("sign.unknown")}
    </NotPublishable>
  ) : null;
}

interface NotPublishableProps {
  readonly tone: "unknown" | "narrower" | "conflict";
  readonly children: string;
  /** What is seen where the whole is read out. */
  readonly short?: string;
}

function NotPublishable({ tone, children, short }: NotPublishableProps) {
  const words = `${t("sign.not-publishable")} ${children}`;
  return (
    <span className={tone === "unknown" ? "chip quiet" : `chip tone-${tone}`} title={words} data-words={words}>
      <ToneMark tone={tone} />
      <span className="sign-whole">
        {t("sign.not-publishable")} {short === undefined ? "" : children}
      </span>
      <span className={short === undefined ? "" : "sign-short"} aria-hidden={short !== undefined}>
        {short ?? children}
      </span>
    </span>
  );
}
