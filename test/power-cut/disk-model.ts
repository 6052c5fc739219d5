/**
 * A disk as strict as POSIX lets it be. Bytes of a file are sure after a sync of that file; a name is sure after a sync of
 * the folder that holds it. What is not sure may be there, be lost, or be there in part: any sectors of a write, any of
 * the changes of a folder, in any order. Real file systems promise more; a program that survives this survives them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Call } from "./record-calls.ts";

const sector = 512;

interface FileNode {
  readonly sort: "file";
  sure: Buffer;
  pending: ({ offset: number; bytes: Buffer } | { size: number })[];
  next: number;
}
interface FolderNode {
  readonly sort: "folder";
  sure: Map<string, Node>;
  pending: { name: string; node: Node | undefined }[];
}
type Node = FileNode | FolderNode;

/** Decides what becomes of what is not sure. */
export interface Fate {
  /** Whether this change of this node survives. */
  survives(node: object): boolean;
  /** Number from 0 up to and without `limit`. */
  pick(limit: number): number;
}

export class DiskModel {
  readonly #root: string;
  readonly #top: FolderNode;

  constructor(root: string, existing: DiskTree) {
    this.#root = root;
    this.#top = folderOf(existing);
  }

  /** The node that a sync of `path` would make sure. */
  nodeAt(path: string): object | undefined {
    return this.#find(path);
  }

  apply(call: Call): void {
    switch (call.call) {
      case "open":
        if (call.create && this.#find(call.path) === undefined)
          this.#name(call.path, { sort: "file", sure: Buffer.alloc(0), pending: [], next: 0 });
        else if (call.truncate) this.#file(call.path)?.pending.push({ size: 0 });
        return this.#rewind(call.path, call.append);
      case "write": {
        const file = this.#file(call.path);
        if (file === undefined) throw new Error(`write to ${call.path}, which is not open`);
        const offset = call.offset === "next" ? file.next : call.offset === "end" ? view(file).length : call.offset;
        file.pending.push({ offset, bytes: call.bytes });
        if (call.offset === "next") file.next = offset + call.bytes.length;
        return;
      }
      case "truncate":
        this.#file(call.path)?.pending.push({ size: call.size });
        return;
      case "sync":
        return this.#sync(call.path);
      case "rename": {
        const node = this.#find(call.from);
        if (node === undefined) throw new Error(`rename of ${call.from}, which is not there`);
        this.#name(call.to, node);
        return this.#name(call.from, undefined);
      }
      case "unlink":
        return this.#name(call.path, undefined);
      case "mkdir":
        return this.#name(call.path, { sort: "folder", sure: new Map(), pending: [] });
      case "said":
        return;
    }
  }

  /** Files and folders as they are found after the power comes back. */
  afterPowerCut(fate: Fate): Map<string, Buffer | "folder"> {
    const found = new Map<string, Buffer | "folder">();
    const visit = (node: FolderNode, path: string) => {
      const entries = new Map(node.sure);
      for (const { name, node: child } of node.pending) {
        if (!fate.survives(node)) continue;
        if (child === undefined) entries.delete(name);
        else entries.set(name, child);
      }
      for (const [name, child] of entries) {
        const at = path === "" ? name : `${path}/${name}`;
        found.set(at, child.sort === "folder" ? "folder" : leftOf(child, fate));
        if (child.sort === "folder") visit(child, at);
      }
    };
    visit(this.#top, "");
    return found;
  }

  #sync(path: string): void {
    const node = this.#find(path);
    if (node === undefined) throw new Error(`sync of ${path}, which is not there`);
    if (node.sort === "file") node.sure = view(node);
    else node.sure = names(node);
    node.pending = [];
  }

  #rewind(path: string, append: boolean): void {
    const file = this.#file(path);
    if (file !== undefined) file.next = append ? view(file).length : 0;
  }

  #name(path: string, node: Node | undefined): void {
    this.#folder(dirname(path)).pending.push({ name: basename(path), node });
  }

  #file(path: string): FileNode | undefined {
    const node = this.#find(path);
    return node?.sort === "file" ? node : undefined;
  }

  #folder(path: string): FolderNode {
    const node = this.#find(path);
    if (node?.sort !== "folder") throw new Error(`${path}: the model knows no such folder`);
    return node;
  }

  #find(path: string): Node | undefined {
    const parts = path
      .slice(this.#root.length)
      .split("/")
      .filter((part) => part !== "");
    let node: Node | undefined = this.#top;
    for (const part of parts) node = node?.sort === "folder" ? names(node).get(part) : undefined;
    return node;
  }
}

/** What lies on the disk, and is sure, before the program begins. */
export interface DiskTree {
  readonly [name: string]: DiskTree | Buffer;
}

export function readDisk(folder: string): DiskTree {
  const names = readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    names.map((found) => {
      const path = join(folder, found.name);
      return [found.name, found.isDirectory() ? readDisk(path) : readFileSync(path)];
    }),
  );
}

function folderOf(tree: DiskTree): FolderNode {
  const nodes = Object.entries(tree).map(([name, found]): [string, Node] => [
    name,
    Buffer.isBuffer(found) ? { sort: "file", sure: found, pending: [], next: 0 } : folderOf(found as DiskTree),
  ]);
  return { sort: "folder", sure: new Map(nodes), pending: [] };
}

function names(node: FolderNode): Map<string, Node> {
  const all = new Map(node.sure);
  for (const { name, node: child } of node.pending) {
    if (child === undefined) all.delete(name);
    else all.set(name, child);
  }
  return all;
}

function view(file: FileNode): Buffer {
  let bytes = file.sure;
  for (const change of file.pending) bytes = "size" in change ? resized(bytes, change.size) : written(bytes, change.offset, change.bytes);
  return bytes;
}

/** Sectors survive one by one; where the length survived and a sector did not, the file system shows zeros or what was there. */
function leftOf(file: FileNode, fate: Fate): Buffer {
  let bytes = file.sure;
  for (const change of file.pending) {
    if (!fate.survives(file)) continue;
    if ("size" in change) {
      bytes = resized(bytes, change.size);
      continue;
    }
    const end = change.offset + change.bytes.length;
    const sort = fate.pick(4);
    if (sort === 0) bytes = written(bytes, change.offset, change.bytes);
    else if (sort === 1) bytes = written(bytes, change.offset, change.bytes.subarray(0, fate.pick(change.bytes.length + 1)));
    else {
      if (sort === 2) bytes = resized(bytes, Math.max(bytes.length, end));
      for (let at = change.offset; at < end; at = Math.floor(at / sector + 1) * sector) {
        const to = Math.min(end, Math.floor(at / sector + 1) * sector);
        if (fate.pick(2) === 0) bytes = written(bytes, at, change.bytes.subarray(at - change.offset, to - change.offset));
      }
    }
  }
  return bytes;
}

function resized(bytes: Buffer, size: number): Buffer {
  return Buffer.concat([bytes.subarray(0, size), Buffer.alloc(Math.max(0, size - bytes.length))]);
}

function written(bytes: Buffer, offset: number, part: Buffer): Buffer {
  const out = resized(bytes, Math.max(bytes.length, offset + part.length));
  part.copy(out, offset);
  return out;
}

export function writeState(folder: string, state: ReadonlyMap<string, Buffer | "folder">): void {
  for (const [path, content] of state) {
    if (content === "folder") mkdirSync(join(folder, path));
    else writeFileSync(join(folder, path), content, { mode: 0o600 });
  }
}
