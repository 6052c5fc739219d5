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
  const [item] = data.items;
  if (item === undefined || data.items.length !== 1) return undefined;
  // What a drop holds is gone once its event has ended, so both are asked for before anything waits. Chromium refuses to
  // read entries in a page from the disk, and gives handles there; others have entries only.
  const entry = item.webkitGetAsEntry();
  const handle = await (item as ItemWithHandle).getAsFileSystemHandle?.();
  if (handle === undefined)
    return entry?.isDirectory === true ? filesBelow(entry.name, byEntry(entry as FileSystemDirectoryEntry), onFound) : undefined;
  return handle?.kind === "directory" ? filesBelow(handle.name, byHandle(handle as FileSystemDirectoryHandle), onFound) : undefined;
}

interface ItemWithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** A folder of either kind: its children one by one, each a folder or a file that may refuse to open. */
interface Folder {
  children(): AsyncIterable<
    { readonly name: string; readonly inside: Folder } | { readonly name: string; readonly file: File | undefined }
  >;
}

async function filesBelow(name: string, root: Folder, onFound: (count: number) => void): Promise<Picked> {
  const files: PickedFile[] = [];
  const unreadable: string[] = [];
  const waiting = [{ path: "", folder: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for await (const child of next.folder.children()) {
      const path = `${next.path}${child.name}`;
      if ("inside" in child) waiting.push({ path: `${path}/`, folder: child.inside });
      else if (child.file === undefined) unreadable.push(path);
      else files.push({ path, file: child.file });
      onFound(files.length);
    }
  }
  return { folder: name, files, unreadable };
}

function byHandle(folder: FileSystemDirectoryHandle): Folder {
  return {
    async *children() {
      for await (const child of folder.values()) {
        const { name } = child;
        if (child.kind === "directory") yield { name, inside: byHandle(child as FileSystemDirectoryHandle) };
        else yield { name, file: await (child as FileSystemFileHandle).getFile().catch(() => undefined) };
      }
    },
  };
}

function byEntry(folder: FileSystemDirectoryEntry): Folder {
  return {
    async *children() {
      for (const child of await childrenOf(folder)) {
        const { name } = child;
        if (child.isDirectory) yield { name, inside: byEntry(child as FileSystemDirectoryEntry) };
        else yield { name, file: await fileOf(child as FileSystemFileEntry) };
      }
    },
  };
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
