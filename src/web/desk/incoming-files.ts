/** Files as the person gives them: chosen one by one, chosen as a folder, or dropped, folders walked to their end. */
import type { IncomingFile } from "./upload-queue.ts";

/** From an `<input type="file">`; with a folder chosen, paths start with the folder's name. */
export function chosenFiles(list: FileList): IncomingFile[] {
  return [...list].map((file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    size: file.size,
    open: () => Promise.resolve(file),
  }));
}

/** True while something with files is dragged; text and links are not ours. */
export function dragsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

/** Must be called while the drop is being told: the browser forgets its entries afterwards. `onFiles` hears them in lots. */
export async function droppedFiles(transfer: DataTransfer, onFiles: (files: readonly IncomingFile[]) => void): Promise<void> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  for (const entry of entries) await walk(entry, onFiles);
}

async function walk(entry: FileSystemEntry, onFiles: (files: readonly IncomingFile[]) => void): Promise<void> {
  if (isFile(entry)) {
    onFiles([await incoming(entry)]);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // Chromium gives at most a hundred at a time; an empty lot is the end.
    const lot = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (lot.length === 0) return;
    onFiles(await Promise.all(lot.filter(isFile).map(incoming)));
    for (const folder of lot) if (!isFile(folder)) await walk(folder, onFiles);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A file whose size cannot be read is taken along: sending it says why it cannot be read. */
async function incoming(entry: FileSystemFileEntry): Promise<IncomingFile> {
  const open = (): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));
  const size = await open().then(
    (file) => file.size,
    () => 0,
  );
  return { path: entry.fullPath.replace(/^\//, ""), size, open };
}
