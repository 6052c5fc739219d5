/** Whether the programs in the settings answer: a recogniser by one second of silence, Tesseract by the list of its language packs, a detector by an empty picture. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { recogniserApi } from "../api-client/recogniser-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { t } from "../words/t.ts";

export function TryRecogniser({ isSaved }: { readonly isSaved: boolean }) {
  const attempt = useAttempt(recogniserApi.tryRecogniser);
  return (
    <div className="draft-job">
      <TryButton says={t("recogniser.try")} isSaved={isSaved} attempt={attempt} />
      {attempt.isPending ? <ProgressBar progress="unknown" label={t("recogniser.trying")} /> : null}
      {attempt.error === null ? null : <ErrorNotice error={attempt.error} />}
      <div role="status" className="draft-job">
        {attempt.data === undefined ? null : (
          <>
            <p>
              <IsolatedText
                text={t("recogniser.tried", {
                  ...{ name: attempt.data.name, version: attempt.data.version, model: attempt.data.model },
                  seconds: String(attempt.data.tookSec),
                })}
              />
            </p>
            <p className={attempt.data.wrote === "" ? "quiet" : "tone-narrower"}>
              {attempt.data.wrote === "" ? (
                t("recogniser.tried-silent")
              ) : (
                <IsolatedText text={t("recogniser.tried-wrote", { words: attempt.data.wrote })} />
              )}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

export function TryTesseract({ isSaved }: { readonly isSaved: boolean }) {
  const attempt = useAttempt(recogniserApi.tryTesseract);
  return (
    <div className="draft-job">
      <TryButton says={t("recogniser.try-tesseract")} isSaved={isSaved} attempt={attempt} />
      {attempt.error === null ? null : <ErrorNotice error={attempt.error} />}
      <p role="status">
        {attempt.data === undefined
          ? ""
          : t("recogniser.packs", { version: attempt.data.version, languages: attempt.data.languages.join(", ") })}
      </p>
    </div>
  );
}

export function TryDetector({ isSaved }: { readonly isSaved: boolean }) {
  const attempt = useAttempt(recogniserApi.tryDetector);
  return (
    <div className="draft-job">
      <TryButton says={t("recogniser.try-detector")} isSaved={isSaved} attempt={attempt} />
      {attempt.error === null ? null : <ErrorNotice error={attempt.error} />}
      <p role="status">
        {attempt.data === undefined ? null : (
          <IsolatedText
            text={t("recogniser.tried-detector", {
              ...{ name: attempt.data.name, version: attempt.data.version, seconds: String(attempt.data.tookSec) },
              count: attempt.data.regions,
            })}
          />
        )}
      </p>
    </div>
  );
}

/** Ends when the page is left: nobody waits for it then. */
function useAttempt<T>(run: (signal: AbortSignal) => Promise<T>) {
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  return useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      return run(stop.current.signal);
    },
  });
}

function TryButton({
  says,
  isSaved,
  attempt,
}: {
  readonly says: string;
  readonly isSaved: boolean;
  readonly attempt: { readonly isPending: boolean; mutate(): void };
}) {
  return (
    <div className="recogniser-acts">
      <button type="button" className="button" disabled={!isSaved || attempt.isPending} onClick={() => attempt.mutate()}>
        {says}
      </button>
      {isSaved ? null : <span className="quiet small">{t("recogniser.unsaved")}</span>}
    </div>
  );
}
