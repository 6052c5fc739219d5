/** A file that the server makes of a request. */
import { ErrorAnswer } from "../../api/errors.ts";
import { t } from "../words/t.ts";
import { ApiError } from "./api-error.ts";

/** Without a body it is asked by GET. Throws ApiError. */
export async function askFile(path: string, body?: unknown): Promise<Blob> {
  const common = { credentials: "same-origin", cache: "no-store" } as const;
  const sent = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? common : { ...common, ...sent });
  if (response.ok) return response.blob();
  const error = ErrorAnswer.safeParse(await response.json().catch(() => null));
  throw error.success
    ? new ApiError(error.data.code, response.status, error.data.message)
    : new ApiError("ANSWER_INVALID", response.status, t("error.status", { status: response.status }));
}
