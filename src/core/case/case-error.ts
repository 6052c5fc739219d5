/** Errors a person can act on. Everything else that is thrown is a bug. Messages name the thing, what was expected and what was found, and never witness data. */

export const caseErrorCodes = [
  "CASE_NOT_FOUND",
  "CASE_FORMAT_UNKNOWN",
  "CASE_IN_USE",
  "CASE_READ_ONLY",
  "CASE_TITLE_DISAGREES",
  "LEDGER_LINE_NOT_CANONICAL",
  "LEDGER_CHAIN_BROKEN",
  "LEDGER_BODY_UNKNOWN",
  "LEDGER_LINE_TOO_LONG",
  "LEDGER_TAIL_TORN",
  "HEAD_SHORTER_THAN_REMEMBERED",
  "HEAD_DIFFERS_FROM_REMEMBERED",
  "OBJECT_MISSING",
  "OBJECT_HASH_MISMATCH",
  "SOURCE_CHANGED_WHILE_READ",
  "SYNC_FAILED",
  "DISK_FULL",
  "PATH_REFUSED",
  "PASSPHRASE_WRONG",
  "ITEM_UNKNOWN",
  "INPUT_INVALID",
  "PACK_INVALID",
  "TOKEN_REFUSED",
  "PROGRAM_MISSING",
  "ASSISTANT_FAILED",
  "RECOGNISER_FAILED",
  "DETECTOR_FAILED",
  "NOT_ALLOWED",
  "BLIND_ANSWER_DUE",
] as const;
export type CaseErrorCode = (typeof caseErrorCodes)[number];

export class CaseError extends Error {
  readonly code: CaseErrorCode;

  constructor(code: CaseErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "CaseError";
    this.code = code;
  }
}
