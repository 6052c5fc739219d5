/** What every answer tells the browser: run only our own files, ask nobody else, sniff nothing, keep nothing. */
import type { FastifyInstance } from "fastify";

export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // A report that is looked at before it is handed over: its own answer lets nothing in it run.
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** For bytes that came from outside: whatever they are, they are nothing but data. */
export const mediaPolicy = "default-src 'none'; sandbox";

/** A report of ours with its style inside, in a frame where nothing of it can run or be asked for. */
export const previewPolicy = `${mediaPolicy}; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`;

export function sendSafeHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers({
      "content-security-policy": pagePolicy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
      "cache-control": "no-store",
    });
  });
}
