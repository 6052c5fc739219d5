/** Pictures and sound: blurred ones for lists, clear ones under /clear/ for a page that was told to reveal. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Filmstrip, ProxyTable, Waveform } from "../api/items.ts";
import { FrameTable } from "../core/analysis/probe-result.ts";
import { ItemId } from "../core/item/item.ts";
import { SoundEventsResult } from "../core/sound-events/sound-events.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { derivedOf, heldItem, probeFile } from "../reads/find-media.ts";
import { soundEventsOf } from "../reads/sound-events.ts";
import { byteRange } from "./byte-range.ts";
import { mediaPolicy } from "./safe-headers.ts";

const OfItem = z.strictObject({ id: ItemId });

export function mediaRoutes({ reader, viewer, vault }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/items/:id/filmstrip", { schema: { params: OfItem, response: { 200: Filmstrip } } }, async ({ params }) =>
      Filmstrip.parse((await derivedOf(reader, viewer, params.id, "filmstrip")).result),
    );
    app.get("/api/items/:id/waveform", { schema: { params: OfItem, response: { 200: Waveform } } }, async ({ params }) =>
      Waveform.parse((await derivedOf(reader, viewer, params.id, "waveform")).result),
    );
    app.get("/api/items/:id/sound-events", { schema: { params: OfItem, response: { 200: SoundEventsResult } } }, ({ params }) =>
      soundEventsOf(reader, viewer, params.id),
    );
    app.get("/api/items/:id/proxy-table", { schema: { params: OfItem, response: { 200: ProxyTable } } }, async ({ params }) =>
      ProxyTable.parse((await derivedOf(reader, viewer, params.id, "proxy")).result),
    );
    app.get("/api/items/:id/frames", { schema: { params: OfItem, response: { 200: FrameTable } } }, async ({ params }) =>
      FrameTable.parse(await probeFile(reader, viewer, params.id, "frames.json")),
    );

    app.get("/api/items/:id/poster", { schema: { params: OfItem } }, async ({ params }, reply) =>
      sendFile(reply, (await derivedOf(reader, viewer, params.id, "poster")).pathOf("poster.jpg"), "image/jpeg"),
    );
    app.get("/api/items/:id/filmstrip.jpg", { schema: { params: OfItem } }, async ({ params }, reply) =>
      sendFile(reply, (await derivedOf(reader, viewer, params.id, "filmstrip")).pathOf("filmstrip.jpg"), "image/jpeg"),
    );
    app.get("/api/items/:id/clear/picture", { schema: { params: OfItem } }, async ({ params }, reply) =>
      sendFile(reply, (await derivedOf(reader, viewer, params.id, "poster")).pathOf("picture.webp"), "image/webp"),
    );

    app.get("/api/items/:id/clear/media", { schema: { params: OfItem } }, async ({ params, headers }, reply) => {
      const item = await heldItem(reader, viewer, params.id);
      if (!item.browserPlays) {
        const proxy = await derivedOf(reader, viewer, params.id, "proxy");
        const file = proxy.pathOf(item.kind === "video" ? "proxy.mp4" : "proxy.m4a");
        const { size } = await stat(file);
        return sendRange(reply, headers.range, size, item.kind === "video" ? "video/mp4" : "audio/mp4", ({ start, end }) =>
          createReadStream(file, { start, end: Math.max(start, end - 1) }),
        );
      }
      const size = (await vault.size(item.object)) ?? 0;
      return sendRange(reply, headers.range, size, item.mediaType, (range) => Readable.from(vault.read(item.object, range)));
    });
    done();
  };
}

function sendFile(reply: FastifyReply, path: string, type: string): FastifyReply {
  return reply.header("content-security-policy", mediaPolicy).type(type).send(createReadStream(path));
}

function sendRange(
  reply: FastifyReply,
  header: string | undefined,
  size: number,
  type: string,
  read: (range: { start: number; end: number }) => Readable,
): FastifyReply {
  reply.header("content-security-policy", mediaPolicy).header("accept-ranges", "bytes").type(type);
  const range = byteRange(header, size);
  if (range === "unsatisfiable") return reply.status(416).header("content-range", `bytes */${size}`).send("");
  const { start, end } = range ?? { start: 0, end: size };
  if (range !== undefined) reply.status(206).header("content-range", `bytes ${start}-${end - 1}/${size}`);
  reply.header("content-length", end - start);
  return reply.send(end === start ? "" : read({ start, end }));
}
