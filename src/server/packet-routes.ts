/** The desk of a packet: what it asks and shows, where the answer goes, and later the file that tells it. The screen is the blind desk's. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type AnsweringPorts, answerPacket, packetAnswers, tellPacketAnswer } from "../actions/answer-packet.ts";
import { BlindDesk, SealAnswerRequest, SealedAnswerAnswer, ToldAnswer } from "../api/blind.ts";
import { BlindId } from "../core/blind/blind.ts";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import type { Viewer } from "../policy/viewer.ts";
import { deskItem } from "../reads/blind/blind-desk.ts";

export interface PacketDesk {
  readonly document: PacketDocument;
  /** As the person who was sent it names the file. */
  readonly name: string;
  /** When the packet's file was written. */
  readonly at: string;
  /** Holds the media of the packet for as long as it is looked at, and nothing else. */
  readonly session: CaseSession;
  /** Numbers of the packet's items in `session`. */
  readonly items: ReadonlyMap<ItemId, ItemId>;
  readonly answering: AnsweringPorts;
  /** Where the answer and its salt stay. */
  readonly keptIn: string;
}

export function packetRoutes(
  { document, name, at, session, items, answering, keptIn }: PacketDesk,
  viewer: Viewer,
): FastifyPluginCallbackZod {
  const { blind, question, sort, text, precision, caseId } = document;
  const bound = document.format === "witnessmark-blind-packet-v2";
  const shown = async () =>
    Promise.all(
      document.items.map(async ({ item, graphicLevel }) => {
        const own = items.get(item);
        if (own === undefined) throw new CaseError("OBJECT_MISSING", `item ${item}: expected its bytes in the packet; found none`);
        return { ...(await deskItem(session.reader, viewer, own)), item, graphicLevel };
      }),
    );
  return (app, _options, done) => {
    app.get("/api/blind/desk", { schema: { response: { 200: BlindDesk } } }, async () => {
      const answers = await packetAnswers(answering, document);
      const task = async () => ({ blind, question, sort, text, precision, askedAt: at, items: await shown(), asksPrior: bound });
      return {
        ...{ shut: true, readOnly: false, tasks: answers.sealed === null ? [await task()] : [] },
        protection: answering.outside.answersOf(caseId).protection,
        packet: { packet: name, bound, keptIn, ...answers },
      };
    });
    app.post(
      "/api/blind/:id/answer",
      { schema: { params: z.strictObject({ id: BlindId }), body: SealAnswerRequest, response: { 200: SealedAnswerAnswer } } },
      async ({ body }) => ({ seq: null, ...(await answerPacket(answering, document, body)) }),
    );
    app.post("/api/packet/reveal", { schema: { body: z.strictObject({}), response: { 200: ToldAnswer } } }, async () =>
      tellPacketAnswer(answering, document),
    );
    done();
  };
}
