/** Capture by a program that the person configured: what would be run is shown first, word by word, and runs only when asked. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { CaptureProgram, type CaptureSettings } from "../../core/link/capture-settings.ts";
import type { ItemId } from "../../core/item/item.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function ByProgram({ itemId }: { itemId: ItemId }) {
  const settings = useQuery({ queryKey: linkKeys.settings, queryFn: ({ signal }) => linkApi.settings(signal) });
  if (settings.error !== null) return <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return null;
  const configured = CaptureProgram.options.filter((program) => isOn(settings.data.settings, program));
  if (configured.length === 0)
    return (
      <p className="quiet">
        {t("capture.program-off")} <Link to="/inquiry?part=programs">{t("capture.configure")}</Link>
      </p>
    );
  return configured.map((program) => <OneProgram key={program} itemId={itemId} program={program} />);
}

function isOn(settings: CaptureSettings, program: CaptureProgram): boolean {
  return (program === "yt-dlp" ? settings.ytDlp : settings.autoArchiver) !== null;
}

function OneProgram({ itemId, program }: { itemId: ItemId; program: CaptureProgram }) {
  const plan = useQuery({
    queryKey: [...linkKeys.link(itemId), "plan", program],
    queryFn: ({ signal }) => linkApi.plan(itemId, program, signal),
  });
  const run = useMutation({ mutationFn: () => linkApi.run(itemId, program) });
  const jobs = useJobs().data;
  const id = run.data?.job;
  const running = id !== undefined && (jobs?.running.some((job) => job.id === id) ?? false);
  const ended = jobs?.ended.find((job) => job.id === id);
  return (
    <section className="step">
      <h2>{t("capture.by-program", { program })}</h2>
      {plan.error === null ? null : <ErrorNotice error={plan.error} />}
      {plan.data === undefined ? null : (
        <>
          <p>{t("capture.will-run")}</p>
          <pre className="command">
            {[plan.data.path, ...plan.data.arguments].map((word, place) => (
              <span key={place} className="command-word">
                <IsolatedText text={/^[\w./:=%()-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`} />{" "}
              </span>
            ))}
          </pre>
          <p className="quiet">{t("capture.limits-note")}</p>
          <div className="form-row">
            <button type="button" className="button is-main" disabled={run.isPending || running} onClick={() => run.mutate()}>
              {t("capture.run", { program })}
            </button>
            <span role="status">
              {running ? t("capture.running") : ended === undefined ? "" : t("capture.ended", { outcome: ended.reason ?? ended.state })}
            </span>
          </div>
        </>
      )}
      {run.error === null ? null : <ErrorNotice error={run.error} />}
    </section>
  );
}
