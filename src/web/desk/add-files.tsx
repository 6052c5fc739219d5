/** Two buttons that choose files or a whole folder. */
import { useRef } from "react";
import { t } from "../words/t.ts";
import { chosenFiles } from "./incoming-files.ts";
import { uploadQueue } from "./upload-queue.ts";

export function AddFiles({ main = false, disabled }: { main?: boolean; disabled: boolean }) {
  return (
    <span className="add-files">
      <Chooser word={t("upload.add")} main={main} disabled={disabled} folder={false} />
      <Chooser word={t("upload.add-folder")} main={false} disabled={disabled} folder />
    </span>
  );
}

function Chooser({ word, main, folder, disabled }: { word: string; main: boolean; folder: boolean; disabled: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={`button${main ? " is-main" : ""}${folder ? " is-folder" : ""}`}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {word}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label={word}
        // Not in React's types; Chromium, Firefox and Safari all know it.
        {...(folder ? { webkitdirectory: "" } : {})}
        onChange={(event) => {
          if (event.target.files !== null) uploadQueue.add(chosenFiles(event.target.files));
          // The same file can be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}
