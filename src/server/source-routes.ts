/** Sources and accounts. A restricted identity comes in here and goes to the private store; it goes out by a route of its own, with the passphrase. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { accountFromChannel } from "../actions/account-from-channel.ts";
import { describeAccount } from "../actions/describe-account.ts";
import { describeSource, type SourceDescription } from "../actions/describe-source.ts";
import { gradeSource } from "../actions/grade-source.ts";
import { observeHandle } from "../actions/observe-handle.ts";
import { stateConditions } from "../actions/state-conditions.ts";
import { SourceConditionsRequest } from "../api/conditions.ts";
import {
  AccountRequest,
  ChannelRequest,
  GradeRequest,
  HandleRequest,
  Identity,
  RestrictedNote,
  ShowIdentityRequest,
  SourceDetail,
  SourceRequest,
  SourcesAnswer,
} from "../api/sources.ts";
import { AccountId } from "../core/source/account.ts";
import { SourceId } from "../core/source/source.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { getSource, restrictedOf } from "../reads/get-source.ts";
import { listAccounts } from "../reads/list-accounts.ts";
import { listSources } from "../reads/list-sources.ts";
import { channelWithItems, offeredChannels } from "../reads/offered-channels.ts";
import { accountOf, hasAccount, hasSource, statedOf } from "../reads/source-index.ts";

const OfSource = z.strictObject({ id: SourceId });
const OfAccount = z.strictObject({ id: AccountId });
const Appended = z.strictObject({ seq: z.number().int() });
const SourceMade = z.strictObject({ id: SourceId, seq: z.number().int() });
const AccountMade = z.strictObject({ id: AccountId, seq: z.number().int() });

export function sourceRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer, writer, restrictedStore } = session;
  const ports = {
    writer,
    unknownItems: (numbers: readonly number[]) => unknownItems(reader, numbers),
    hasSource: (source: SourceId) => hasSource(reader, source),
    hasAccount: (account: AccountId) => hasAccount(reader, account),
    accountOf: (platform: string, platformId: string) => accountOf(reader, platform, platformId),
    statedOf: (subjects: Parameters<typeof statedOf>[1]) => statedOf(reader, subjects),
    keepRestricted: async (values: Parameters<Parameters<typeof describeSource>[0]["keepRestricted"]>[0]) =>
      (await session.restricted()).put(values),
  };
  const describe = (source: SourceId | undefined, said: Omit<SourceDescription, "source">) =>
    describeSource(ports, viewer, { source, ...said });
  return (app, _options, done) => {
    app.get("/api/sources", { schema: { response: { 200: SourcesAnswer } } }, async () => ({
      sources: await listSources(reader, viewer),
      accounts: await listAccounts(reader, viewer),
      channels: await offeredChannels(reader, viewer),
      privateStore: restrictedStore.state(),
    }));
    app.get("/api/sources/:id", { schema: { params: OfSource, response: { 200: SourceDetail } } }, async ({ params }) =>
      getSource(reader, viewer, params.id),
    );
    app.post("/api/sources", { schema: { body: SourceRequest, response: { 200: SourceMade } } }, async ({ body }) =>
      describe(undefined, body),
    );
    app.post("/api/sources/:id", { schema: { params: OfSource, body: SourceRequest, response: { 200: SourceMade } } }, async (request) =>
      describe(request.params.id, request.body),
    );
    app.post("/api/sources/:id/grade", { schema: { params: OfSource, body: GradeRequest, response: { 200: Appended } } }, async (request) =>
      gradeSource(ports, viewer, { source: request.params.id, ...request.body }),
    );
    app.post(
      "/api/sources/:id/conditions",
      { schema: { params: OfSource, body: SourceConditionsRequest, response: { 200: Appended } } },
      async ({ params, body }) => stateConditions(ports, viewer, { source: params.id }, body.changes),
    );
    app.post(
      "/api/sources/:id/identity",
      { schema: { params: OfSource, body: ShowIdentityRequest, response: { 200: Identity } } },
      async ({ params, body }) => {
        const shown = await restrictedStore.show(await restrictedOf(reader, viewer, params.id, "identity"), body.passphrase);
        return { identity: String(shown) };
      },
    );
    app.post(
      "/api/sources/:id/restricted-note",
      { schema: { params: OfSource, body: ShowIdentityRequest, response: { 200: RestrictedNote } } },
      async ({ params, body }) => {
        const shown = await restrictedStore.show(await restrictedOf(reader, viewer, params.id, "restricted"), body.passphrase);
        return { note: String(shown) };
      },
    );
    app.post("/api/accounts", { schema: { body: AccountRequest, response: { 200: AccountMade } } }, async ({ body }) =>
      describeAccount(ports, viewer, undefined, body),
    );
    app.post(
      "/api/accounts/:id",
      { schema: { params: OfAccount, body: AccountRequest, response: { 200: AccountMade } } },
      async ({ params, body }) => describeAccount(ports, viewer, params.id, body),
    );
    app.post(
      "/api/accounts/:id/handles",
      { schema: { params: OfAccount, body: HandleRequest, response: { 200: Appended } } },
      async ({ params, body }) => observeHandle(ports, viewer, params.id, body),
    );
    app.post("/api/accounts/from-channel", { schema: { body: ChannelRequest, response: { 200: AccountMade } } }, async ({ body }) =>
      accountFromChannel(ports, viewer, await channelWithItems(reader, viewer, body.exportItem, body.channel)),
    );
    done();
  };
}
