/** Refuses to write about sources and accounts that the case does not have. */
import { CaseError } from "../core/case/case-error.ts";
import type { AccountId } from "../core/source/account.ts";
import type { SourceId } from "../core/source/source.ts";

export interface KnowsSources {
  readonly hasSource: (source: SourceId) => Promise<boolean>;
  readonly hasAccount: (account: AccountId) => Promise<boolean>;
}

/** Throws CaseError INPUT_INVALID. "unknown" and "nobody" are always there. */
export async function demandSource({ hasSource }: Pick<KnowsSources, "hasSource">, source: string): Promise<void> {
  if (source === "unknown" || source === "nobody" || (await hasSource(source as SourceId))) return;
  throw new CaseError("INPUT_INVALID", `source ${source}: expected a source of this case; found none of that number`);
}

/** Throws CaseError INPUT_INVALID. */
export async function demandAccount({ hasAccount }: Pick<KnowsSources, "hasAccount">, account: string): Promise<void> {
  if (account === "unknown" || (await hasAccount(account as AccountId))) return;
  throw new CaseError("INPUT_INVALID", `account ${account}: expected an account of this case; found none of that number`);
}
