/** From a chosen or dropped folder to its files. Browsers hand over files only: links and devices cannot be told from here. */
import type { Picked, PickedFile } from "./picked-file.ts";

/** Of `<input type="file" webkitdirectory>`. Undefined when nothing was chosen. */
export function pickedOf(list: FileList | null): Picked | undefined {
  if (list === null || list.length === 0) return undefined;
  const files = [...list].map((file) => ({ path: belowFolder(file.webkitRelativePath || file.name), file }));
  const [first] = list;
  return { folder: folderOf(first?.webkitRelativePath ?? ""), files, unreadable: [] };
}

/** Of a drop. Undefined when what was dropped is no single folder. `onFound` is told how many files were met so far. */
export async function droppedOf(data: DataTransfer, onFound: (count: number) => void): Promise<Picked | undefined> {
  // Entries are gone once the event handler has ended, so they are taken before anything waits.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined || entry === null || !entry.isDirectory) return undefined;
  const files: PickedFile[] = [];
  const unreadable: string[] = [];
  const waiting: { path: string; folder: FileSystemDirectoryEntry }[] = [{ path: "", folder: entry as FileSystemDirectoryEntry }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of await childrenOf(next.folder)) {
      const path = `${next.path}${child.name}`;
      if (child.isDirectory) waiting.push({ path: `${path}/`, folder: child as FileSystemDirectoryEntry });
      else {
        const file = await fileOf(child as FileSystemFileEntry);
        if (file === undefined) unreadable.push(path);
        else files.push({ path, file });
        onFound(files.length);
      }
    }
  }
  return { folder: entry.name, files, unreadable };
}

/** A reader gives a hundred at a time, and an empty list at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
}

function folderOf(path: string): string {
  return path.split("/")[0] ?? "";
}

function belowFolder(path: string): string {
  return path.includes("/") ? path.slice(path.indexOf("/") + 1) : path;
}
