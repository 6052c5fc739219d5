/** Things in scenes and pair sheets: described, judged, taken back; and what passes for time. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { describeSceneObject } from "../actions/describe-scene-object.ts";
import { judgeScenePair } from "../actions/judge-scene-pair.ts";
import type { ScenePorts } from "../actions/scene-ports.ts";
import { withdrawSceneRecord } from "../actions/withdraw-scene-record.ts";
import { DescribeSceneObjectRequest, JudgeScenePairRequest, SceneBoundsAnswer, ScenesAnswer, WithdrawSceneRequest } from "../api/scenes.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { listScenes } from "../reads/scenes/list-scenes.ts";
import { sceneBounds } from "../reads/scenes/scene-bounds.ts";
import { sceneIndex } from "../reads/scenes/scene-index.ts";

const Made = z.strictObject({ id: z.string(), seq: z.number().int() });
const Appended = z.strictObject({ seq: z.number().int() });

export function sceneRoutes({ reader, viewer, writer, vault }: CaseSession): FastifyPluginCallbackZod {
  const ports: ScenePorts = { writer, vault, unknownItems: (numbers) => unknownItems(reader, numbers), scenes: sceneIndex(reader) };
  return (app, _options, done) => {
    app.get("/api/scenes", { schema: { response: { 200: ScenesAnswer } } }, async () => listScenes(reader, viewer));
    app.get("/api/scenes/bounds", { schema: { response: { 200: SceneBoundsAnswer } } }, async () => {
      const { orders, clips } = await sceneBounds(reader, viewer);
      return { orders: orders.map((order) => ({ ...order, cites: [...order.cites] })), clips };
    });
    app.post("/api/scenes/objects", { schema: { body: DescribeSceneObjectRequest, response: { 200: Made } } }, async ({ body }) =>
      describeSceneObject(ports, viewer, body),
    );
    app.post("/api/scenes/pairs", { schema: { body: JudgeScenePairRequest, response: { 200: Made } } }, async ({ body }) =>
      judgeScenePair(ports, viewer, body),
    );
    app.post("/api/scenes/withdraw", { schema: { body: WithdrawSceneRequest, response: { 200: Appended } } }, async ({ body }) =>
      withdrawSceneRecord(ports, viewer, body),
    );
    done();
  };
}
