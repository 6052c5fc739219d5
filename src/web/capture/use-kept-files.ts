/** Files of one capture on their way into the case: each is an item as soon as it is durable, also when the page is left. */
import { useRef, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { sendFile } from "../desk/send-file.ts";

export type KeptFile = { readonly id: number; readonly name: string } & (
  | { readonly state: "keeping" }
  | { readonly state: "kept" | "already-held"; readonly item: ItemId }
  | { readonly state: "failed"; readonly reason: string }
);

export interface KeptFiles {
  readonly files: readonly KeptFile[];
  readonly busy: boolean;
  add(files: readonly File[]): void;
  /** Leaves it out of the capture; what is kept stays kept. */
  remove(id: number): void;
}

export function itemsOf(files: readonly KeptFile[]): ItemId[] {
  return [...new Set(files.flatMap((file) => ("item" in file ? [file.item] : [])))];
}

export function useKeptFiles(): KeptFiles {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const next = useRef(0);
  const set = (id: number, file: KeptFile): void => setFiles((now) => now.map((one) => (one.id === id ? file : one)));

  const send = async (batch: string, id: number, file: File): Promise<void> => {
    const { name } = file;
    try {
      const source = { path: name, size: file.size, open: async () => file };
      const { item, alreadyHeld } = await sendFile(batch, source, { onSent: () => undefined, onKeeping: () => undefined }).answer;
      set(id, { id, name, state: alreadyHeld ? "already-held" : "kept", item });
    } catch (error) {
      set(id, { id, name, state: "failed", reason: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    files,
    busy: files.some(({ state }) => state === "keeping"),
    add(added) {
      const batch = crypto.randomUUID();
      const coming = added.map((file) => ({ id: next.current++, file }));
      setFiles((now) => [...now, ...coming.map(({ id, file }) => ({ id, name: file.name, state: "keeping" as const }))]);
      void (async () => {
        for (const { id, file } of coming) await send(batch, id, file);
        // Ends the collection, so that the custody log says what came in; a batch of which nothing reached the case has none.
        await api.finishUpload(batch).catch(() => undefined);
      })();
    },
    remove: (id) => setFiles((now) => now.filter((file) => file.id !== id)),
  };
}
