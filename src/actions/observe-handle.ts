/** Says under which handle and name an account was seen, when, and where that was seen. A change of handle adds; it takes nothing away. */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { AccountId, SeenInterval } from "../core/source/account.ts";
import { compareInstants } from "../core/time/compare-instants.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandAccount, type KnowsSources } from "./demand-sources.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface HandleObservation {
  /** "unknown" for what was not seen. */
  readonly handle: string;
  readonly displayName: string;
  readonly seen: SeenInterval;
  readonly basis: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function observeHandle(
  ports: { writer: CaseWriter } & Pick<KnowsSources, "hasAccount">,
  viewer: Viewer,
  account: AccountId,
  seen: HandleObservation,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandAccount(ports, account);
  if (compareInstants(seen.seen.earliest, seen.seen.latest) > 0)
    throw new CaseError(
      "INPUT_INVALID",
      `account ${account}: expected to have been seen from an earlier to a later instant; found the reverse`,
    );
  if (seen.handle === "unknown" && seen.displayName === "unknown")
    throw new CaseError("INPUT_INVALID", `account ${account}: expected a handle or a name that was seen; found neither`);
  const [line] = await ports.writer.append(() => [handleDraft(createSealing(ports.writer), account, seen)]);
  return { seq: line?.head.seq ?? 0 };
}

export function handleDraft(sealing: Sealing, account: AccountId, { handle, displayName, seen, basis }: HandleObservation): EntryDraft {
  const words = {
    handle: sealing.sealOrUnknown(handle),
    displayName: sealing.sealOrUnknown(displayName),
    basis: sealing.seal(basis),
  };
  return { kind: "account.handle-observed", data: { account, ...words, seen }, opens: sealing.opens };
}
