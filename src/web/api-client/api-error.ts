/** What a failed request is to the screens: the server's code and sentence, or why there is no answer at all. */
import type { z } from "zod";
import type { ErrorCode } from "../../api/errors.ts";

export type ApiErrorCode = z.infer<typeof ErrorCode> | "UNREACHABLE" | "ANSWER_INVALID";

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;

  constructor(code: ApiErrorCode, status: number, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
  }
}

/** The session is over: the one-time link was spent elsewhere, or the program was started anew. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof ApiError && error.code === "TOKEN_MISSING_OR_USED";
}

/** This person owes a blind answer: nothing else is shown to them until it is sealed. */
export function isBlindAnswerDue(error: unknown): boolean {
  return error instanceof ApiError && error.code === "BLIND_ANSWER_DUE";
}
