/** One request to this machine's server, its answer checked against the schema of `src/api`. Throws ApiError and nothing else. */
import type { z } from "zod";
import { ErrorAnswer } from "../../api/errors.ts";
import { t } from "../words/t.ts";
import { ApiError } from "./api-error.ts";

export interface AskOptions {
  readonly method?: "GET" | "POST" | "PUT";
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export async function ask<T>(schema: z.ZodType<T>, path: string, options: AskOptions = {}): Promise<T> {
  const init: RequestInit = { method: options.method ?? "GET", credentials: "same-origin", cache: "no-store" };
  if (options.signal) init.signal = options.signal;
  if (options.body !== undefined) {
    init.headers = { "content-type": "application/json" };
    init.body = JSON.stringify(options.body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError("UNREACHABLE", 0, t("error.unreachable"), { cause });
  }
  return readAnswer(schema, response.status, await response.text());
}

/** Shared with uploads, which need XMLHttpRequest for progress. */
export function readAnswer<T>(schema: z.ZodType<T>, status: number, text: string): T {
  let json: unknown;
  try {
    json = text === "" ? null : JSON.parse(text);
  } catch (cause) {
    throw new ApiError("ANSWER_INVALID", status, t("error.not-json", { status }), { cause });
  }
  if (status < 200 || status >= 300) {
    const error = ErrorAnswer.safeParse(json);
    if (error.success) throw new ApiError(error.data.code, status, error.data.message);
    throw new ApiError("ANSWER_INVALID", status, t("error.status", { status }));
  }
  const answer = schema.safeParse(json);
  if (!answer.success) {
    const first = answer.error.issues[0];
    throw new ApiError("ANSWER_INVALID", status, t("error.shape", { where: first?.path.join(".") ?? "" }), { cause: answer.error });
  }
  return answer.data;
}
