/**
 * Makes an account, or describes one anew. Two records are never made of one platform id: that id, and nothing that looks
 * alike, is what makes two accounts the same.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { AccountId } from "../core/source/account.ts";
import type { SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandAccount, demandSource, type KnowsSources } from "./demand-sources.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface AccountPorts extends KnowsSources {
  readonly writer: CaseWriter;
  /** The account of that id on that platform. */
  readonly accountOf: (platform: string, platformId: string) => Promise<AccountId | undefined>;
}

export interface AccountDescription {
  readonly platform: string;
  readonly platformId: string;
  readonly url: string;
  readonly source: SourceId | "unknown";
  readonly about: string | null;
}

/** `account` is undefined for a new one. "unknown" stands for what is not known. Throws CaseError INPUT_INVALID. */
export async function describeAccount(
  ports: AccountPorts,
  viewer: Viewer,
  account: AccountId | undefined,
  said: AccountDescription,
): Promise<{ id: AccountId; seq: number }> {
  demand(viewer, "append");
  if (account !== undefined) await demandAccount(ports, account);
  await demandSource(ports, said.source);
  let id = account ?? "a1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandNoOther(ports, account, said);
    id = account ?? numbers.next("a");
    return [accountDraft(createSealing(ports.writer), id, said)];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

/** Throws CaseError INPUT_INVALID naming the account that has the id already. */
export async function demandNoOther(
  { accountOf }: Pick<AccountPorts, "accountOf">,
  account: AccountId | undefined,
  { platform, platformId }: Pick<AccountDescription, "platform" | "platformId">,
): Promise<void> {
  const other = platformId === "unknown" ? undefined : await accountOf(platform, platformId);
  if (other === undefined || other === account) return;
  throw new CaseError(
    "INPUT_INVALID",
    `account ${account ?? "to be made"}: expected an id of its own on ${platform}; found that of ${other}`,
  );
}

export function accountDraft(sealing: Sealing, account: AccountId, said: AccountDescription): EntryDraft {
  const { platform, source } = said;
  const words = {
    platformId: sealing.sealOrUnknown(said.platformId),
    url: sealing.sealOrUnknown(said.url),
    about: sealing.sealOrNull(said.about),
  };
  return { kind: "account.described", data: { account, platform, source, ...words }, opens: sealing.opens };
}
