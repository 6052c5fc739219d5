/** The whole page takes files in while the desk is open. */
import { useEffect, useState } from "react";
import { isSheetName, openSheetFile } from "../paste/open-sheet-file.ts";
import { t } from "../words/t.ts";
import { droppedFiles, dragsFiles } from "./incoming-files.ts";
import { uploadQueue } from "./upload-queue.ts";

export function DropZone({ disabled, onProblem }: { disabled: boolean; onProblem: (problem: string) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (disabled) return undefined;
    const onOver = (event: DragEvent): void => {
      if (!dragsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Moving between two elements of the page tells of a leave too; leaving the window has no element ahead.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (event.dataTransfer === null || !dragsFiles(event.dataTransfer)) return;
      event.preventDefault();
      const [only, second] = event.dataTransfer.files;
      if (only !== undefined && second === undefined && isSheetName(only.name)) {
        openSheetFile(only).catch((error: unknown) => onProblem(error instanceof Error ? error.message : String(error)));
        return;
      }
      droppedFiles(event.dataTransfer, uploadQueue.add).catch((error: unknown) =>
        onProblem(t("upload.unreadable", { reason: error instanceof Error ? error.message : String(error) })),
      );
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [disabled, onProblem]);
  return over ? (
    <div className="drop-cover" aria-hidden="true">
      <p>{t("upload.drop")}</p>
    </div>
  ) : null;
}
