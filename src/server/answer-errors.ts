/** Every error in one shape. What a person can act on keeps its words; a fault of ours says only that it is one. */
import type { FastifyInstance } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ErrorAnswer } from "../api/errors.ts";
import { CaseError, type CaseErrorCode } from "../core/case/case-error.ts";

const statusOf: { readonly [code in CaseErrorCode]?: number } = {
  CASE_IN_USE: 409,
  CASE_READ_ONLY: 409,
  NOT_ALLOWED: 403,
  BLIND_ANSWER_DUE: 403,
  ITEM_UNKNOWN: 404,
  OBJECT_MISSING: 404,
  DISK_FULL: 507,
  SYNC_FAILED: 500,
  ASSISTANT_FAILED: 502,
  RECOGNISER_FAILED: 502,
  DETECTOR_FAILED: 502,
};

/** `report` is told of faults of ours, for the terminal. */
export function answerErrors(app: FastifyInstance, report: (error: unknown) => void): void {
  app.setErrorHandler((error, request, reply) => {
    const answer = (status: number, code: ErrorAnswer["code"], message: string) =>
      reply
        .status(status)
        .type("application/json")
        .send({ code, message } satisfies ErrorAnswer);
    if (error instanceof CaseError) return answer(statusOf[error.code] ?? 400, error.code, error.message);
    if (hasZodFastifySchemaValidationErrors(error)) {
      const first = error.validation[0];
      return answer(
        400,
        "REQUEST_INVALID",
        `${request.method} ${request.routeOptions.url ?? ""}: ${first?.instancePath ?? ""} ${first?.message ?? ""}`,
      );
    }
    const status = (error as { statusCode?: number }).statusCode;
    if (status !== undefined && status >= 400 && status < 500) return answer(status, "REQUEST_INVALID", (error as Error).message);
    report(error);
    return answer(500, "INTERNAL", "A fault of the program. The terminal where it runs says more; nothing was lost.");
  });
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      code: "ROUTE_UNKNOWN",
      message: `${request.method} ${request.url.split("?")[0]}: expected a route of the workbench`,
    } satisfies ErrorAnswer),
  );
}
