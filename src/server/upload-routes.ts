/** Files dragged into the page. A batch is one collection; each file is answered when it is durable. */
import type { Readable } from "node:stream";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Collector } from "../actions/collector.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { SourceFile } from "../core/collection/source.port.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { demand } from "../policy/demand.ts";

const Batch = z.strictObject({ batch: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });
/** `modified`: the file's own date as the browser says it, milliseconds since 1970. */
const UploadQuery = z.strictObject({ path: z.string().min(1).max(4096), modified: z.coerce.number().int().optional() });

export function uploadRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const batches = new Map<string, Collector>();
  return (app, _options, done) => {
    // The body is bytes, whatever the browser calls them; they go to the vault as they come.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, payload, parsed) => parsed(null, payload));

    app.put(
      "/api/uploads/:batch",
      {
        schema: { params: Batch, querystring: UploadQuery, response: { 200: z.strictObject({ item: ItemId, alreadyHeld: z.boolean() }) } },
      },
      async ({ params, query, body, id, headers }) => {
        demand(session.viewer, "append");
        const collector =
          batches.get(params.batch) ??
          session.newCollector({ method: "upload", from: "dragged into the workbench", ...session.collecting });
        batches.set(params.batch, collector);
        const { durable } = await collector.add(
          sourceOf(query, body as Readable, `upload ${params.batch} ${id}`, headers["content-length"]),
        );
        await collector.flush();
        const collected = await durable;
        if (collected.state === "refused") throw new CaseError("INPUT_INVALID", `upload: ${collected.reason}`);
        return { item: collected.item, alreadyHeld: collected.state === "already-held" };
      },
    );

    app.post("/api/uploads/:batch/finish", { schema: { params: Batch } }, async ({ params }) => {
      const collector = batches.get(params.batch);
      if (collector === undefined) throw new CaseError("INPUT_INVALID", "upload: expected a batch under way; found none of that name");
      batches.delete(params.batch);
      const { collected, alreadyHeld, refused } = await collector.finish("complete");
      session.queue.wake();
      return { collected, alreadyHeld, refused: refused.length };
    });
    // Ctrl-C while files come in, or a page that went away and left its batch open: what came is kept, and the ledger says that the batch was stopped.
    app.addHook("onClose", async () => {
      for (const collector of batches.values()) await collector.finish("stopped");
      batches.clear();
    });
    done();
  };
}

function sourceOf(
  { path, modified }: z.infer<typeof UploadQuery>,
  body: Readable,
  fingerprint: string,
  length: string | undefined,
): SourceFile {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..") || path.includes("\0") || !path.isWellFormed()) {
    throw new CaseError("PATH_REFUSED", "upload: expected a relative path without `.`, `..` or empty parts; found another");
  }
  const expected = length === undefined ? undefined : Number(length);
  return {
    name: { encoding: "utf-8", path },
    size: expected ?? 0,
    fileWrittenAt: modified === undefined || Number.isNaN(new Date(modified).getTime()) ? "unknown" : new Date(modified).toISOString(),
    fingerprint,
    async *open() {
      let found = 0;
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        found += chunk.length;
        yield chunk;
      }
      if (expected !== undefined && found !== expected) {
        throw new CaseError("SOURCE_CHANGED_WHILE_READ", `upload: expected ${expected} bytes; found ${found}`);
      }
    },
  };
}
