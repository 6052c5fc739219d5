/** The one shape of every error answer, and the codes that only the door itself gives; the rest are the domain's. */
import { z } from "zod";
import { caseErrorCodes } from "../core/case/case-error.ts";

export const doorErrorCodes = [
  "TOKEN_MISSING_OR_USED",
  "HOST_REFUSED",
  "ORIGIN_REFUSED",
  "REQUEST_INVALID",
  "ROUTE_UNKNOWN",
  "INTERNAL",
] as const;
export const ErrorCode = z.enum([...caseErrorCodes, ...doorErrorCodes]);
export const ErrorAnswer = z.strictObject({ code: ErrorCode, message: z.string() });
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;
