/** Files coming in, one line each: how far, what became of it, why not. The list is as long as the folder; only what is seen is in the page. */
import "./uploads.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { visibleText } from "../../core/text/visible-text.ts";
import { ReceiptDialog } from "../inquiry/receipt-dialog.tsx";
import { formatSize } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { isBusy, type Upload, uploadQueue, type UploadState } from "./upload-queue.ts";
import { useUploads } from "./use-uploads.ts";

const lineHeight = 34;

export function UploadPanel() {
  const { files, counts, paused, problem } = useUploads();
  if (files.length === 0) return null;
  const busy = isBusy(counts);
  const done = counts.done + counts["already-held"];
  return (
    <section className="uploads" aria-label={t("upload.title")}>
      <div className="uploads-head">
        <h2>{t("upload.title")}</h2>
        <span className="quiet" role="status">
          {t("upload.summary", { done, all: files.length, failed: counts.failed })}
        </span>
        <span className="uploads-tools">
          {busy ? (
            <button type="button" className="button" onClick={paused ? uploadQueue.resume : uploadQueue.pause}>
              {t(paused ? "upload.resume" : "upload.pause")}
            </button>
          ) : null}
          {counts.failed > 0 ? (
            <button type="button" className="button" onClick={uploadQueue.retryAll}>
              {t("upload.retry")}
            </button>
          ) : null}
          {busy ? (
            <button type="button" className="button" onClick={uploadQueue.cancelAll}>
              {t("upload.cancel")}
            </button>
          ) : (
            <>
              <ReceiptButton files={files} />
              <button type="button" className="button" onClick={uploadQueue.dismiss}>
                {t("upload.dismiss")}
              </button>
            </>
          )}
        </span>
      </div>
      <ProgressBar progress={done / files.length} label={t("upload.title")} />
      {problem === undefined ? null : (
        <p className="tone-conflict" role="alert">
          {problem}
        </p>
      )}
      {paused && busy && problem === undefined ? <p className="quiet">{t("upload.paused")}</p> : null}
      <UploadList files={files} />
    </section>
  );
}

/** What just came in, receipted in one file while whoever gave it may still be there. */
function ReceiptButton({ files }: { files: readonly Upload[] }) {
  const [open, setOpen] = useState(false);
  const items = [...new Set(files.flatMap(({ item }) => (item === undefined ? [] : [item])))].slice(0, mostInReceipt);
  if (items.length === 0) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t("receipt.button")}
      </button>
      {open ? <ReceiptDialog items={items} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The server signs no more at once. */
const mostInReceipt = 4000;

function UploadList({ files }: { files: readonly Upload[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 4,
  });
  // The list follows what is on its way, unless a person looks at another part of it.
  const active = files.findLastIndex(({ state }) => state !== "waiting");
  useEffect(() => {
    if (active !== -1 && scroller.current?.matches(":hover, :focus-within") === false) virtual.scrollToIndex(active, { align: "auto" });
  }, [virtual, active]);
  return (
    <div ref={scroller} className="uploads-scroll" tabIndex={0} role="group" aria-label={t("upload.title")}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const file = files[index];
          return file === undefined ? null : <UploadLine key={file.id} file={file} top={start} of={files.length} place={index} />;
        })}
      </ul>
    </div>
  );
}

const tones: Readonly<Partial<Record<UploadState, Tone>>> = { done: "agree", "already-held": "agree", failed: "conflict" };

function UploadLine({ file, top, of, place }: { file: Upload; top: number; of: number; place: number }) {
  const { id, path, size, sent, state, reason } = file;
  const tone = tones[state];
  const percent = size === 0 ? 100 : Math.floor((100 * sent) / size);
  const underway = state === "waiting" || state === "sending" || state === "keeping";
  return (
    <li className="upload" style={{ transform: `translateY(${top}px)` }} aria-setsize={of} aria-posinset={place + 1} data-state={state}>
      <span className="upload-name cut" title={visibleText(path)}>
        <IsolatedText text={path} />
      </span>
      <span className="upload-size quiet">{formatSize(size)}</span>
      <span className={state === "failed" ? "upload-state tone-conflict cut" : "upload-state cut"} title={reason}>
        {tone === undefined ? null : <ToneMark tone={tone} />}{" "}
        {state === "sending" ? t("upload.state-sending", { percent }) : t(`upload.state-${state}`)}
        {reason === undefined ? null : (
          <>
            {": "}
            <IsolatedText text={reason} />
          </>
        )}
      </span>
      {state === "sending" || state === "keeping" ? (
        <ProgressBar progress={state === "keeping" ? "unknown" : percent / 100} label={path} />
      ) : (
        <span className="upload-bar" />
      )}
      {underway ? (
        <button
          type="button"
          className="button is-bare is-icon"
          aria-label={t("upload.cancel-one", { name: path })}
          title={t("upload.cancel")}
          onClick={() => uploadQueue.cancel(id)}
        >
          <Sign path="M4 4l8 8M12 4l-8 8" />
        </button>
      ) : state === "failed" || state === "cancelled" ? (
        <button
          type="button"
          className="button is-bare is-icon"
          aria-label={t("upload.retry-one", { name: path })}
          title={t("upload.retry")}
          onClick={() => uploadQueue.retry(id)}
        >
          <Sign path="M12.5 8a4.5 4.5 0 1 1-1.3-3.2M11.5 2v3h-3" />
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
