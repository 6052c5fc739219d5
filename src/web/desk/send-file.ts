/** One file to this machine's server. XMLHttpRequest, because fetch does not tell how much of a body has left. */
import { z } from "zod";
import { ItemId } from "../../core/item/item.ts";
import { ApiError } from "../api-client/api-error.ts";
import { queryString } from "../api-client/api.ts";
import { readAnswer } from "../api-client/ask.ts";
import { t } from "../words/t.ts";
import type { IncomingFile } from "./upload-queue.ts";

const Kept = z.looseObject({ item: ItemId, alreadyHeld: z.boolean() });

export interface Sending {
  /** Rejects with ApiError, or with an Error that says why the browser could not read the file. */
  readonly answer: Promise<z.infer<typeof Kept>>;
  abort(): void;
}

export interface SendingEvents {
  readonly onSent: (bytes: number) => void;
  /** All bytes have left; the server makes them durable. */
  readonly onKeeping: () => void;
}

export function sendFile(batch: string, source: IncomingFile, events: SendingEvents): Sending {
  const request = new XMLHttpRequest();
  let aborted = false;
  const send = async (): Promise<z.infer<typeof Kept>> => {
    // A lone surrogate would arrive as another character, and the item would carry a name its file never had.
    if (!source.path.isWellFormed()) throw new Error(t("upload.name-refused"));
    const file = await openFile(source);
    if (aborted) throw new Error(t("upload.state-cancelled"));
    await firstByte(file);
    return put(request, batch, source.path, file, events);
  };
  return {
    answer: send(),
    abort: () => {
      aborted = true;
      request.abort();
    },
  };
}

async function openFile(source: IncomingFile): Promise<File> {
  try {
    return await source.open();
  } catch (cause) {
    throw new Error(t("upload.unreadable", { reason: cause instanceof Error ? cause.message : String(cause) }), { cause });
  }
}

/** A file that cannot be read looks to XMLHttpRequest like a server that does not answer; this tells them apart. */
async function firstByte(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    throw new Error(t("upload.unreadable", { reason: cause instanceof Error ? cause.message : String(cause) }), { cause });
  }
}

function put(request: XMLHttpRequest, batch: string, path: string, file: File, events: SendingEvents): Promise<z.infer<typeof Kept>> {
  return new Promise((resolve, reject) => {
    request.open("PUT", `/api/uploads/${batch}${queryString({ path, modified: file.lastModified })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (progress) => events.onSent(progress.loaded);
    request.upload.onload = () => events.onKeeping();
    request.onload = () => {
      try {
        resolve(readAnswer(Kept, request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(new ApiError("UNREACHABLE", 0, t("error.unreachable")));
    request.onabort = () => reject(new Error(t("upload.state-cancelled")));
    request.send(file);
  });
}
