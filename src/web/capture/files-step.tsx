/** Where the files of a capture are dropped or chosen, and what became of each. */
import "./capture.css";
import { useRef, useState } from "react";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import type { KeptFile, KeptFiles } from "./use-kept-files.ts";

export function FilesStep({ files }: { files: KeptFiles }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <>
      <div
        className={over ? "drop-here is-over" : "drop-here"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          files.add([...event.dataTransfer.files]);
        }}
      >
        <span>{t("capture.files-drop")}</span>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {t("capture.files-choose")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          tabIndex={-1}
          aria-label={t("capture.files-choose")}
          onChange={(event) => {
            files.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {files.files.length === 0 ? <p className="quiet">{t("capture.files-none")}</p> : null}
      <ul className="kept-files">
        {files.files.map((file) => (
          <li key={file.id}>
            <span className="kept-name">
              <IsolatedText text={file.name} />
            </span>
            <span role="status">
              <Became file={file} />
            </span>
            {file.state === "keeping" ? null : (
              <button
                type="button"
                className="button is-bare"
                aria-label={t("capture.file-remove", { name: file.name })}
                onClick={() => files.remove(file.id)}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Became({ file }: { file: KeptFile }) {
  if (file.state === "keeping") return <span className="quiet">{t("capture.file-keeping")}</span>;
  if (file.state === "failed") return <span className="tone-conflict">{t("capture.file-failed", { reason: file.reason })}</span>;
  return (
    <Link to={`/items/${file.item}`}>
      {t(file.state === "kept" ? "capture.file-kept" : "capture.file-already", { number: file.item.slice(1) })}
    </Link>
  );
}
