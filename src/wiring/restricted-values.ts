/**
 * The private store of an open case. Writing asks for its passphrase once, on the terminal or from the environment; showing a
 * value in the workbench asks whoever sits there, each time, and keeps nothing open.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PassphraseAsked, RestrictedStore } from "../jobs/case-session.ts";
import type { CaseFolder } from "../keep/open-case-folder.ts";
import { hasPrivateStore, openPrivateStore, type PrivateStore } from "../keep/private-store.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { openRestricted } from "./erasure-ports.ts";
import type { Around } from "./open-case.ts";

export function restrictedValuesOf(
  around: Pick<Around, "casePassphrase" | "casePassphraseFrom">,
  folder: CaseFolder,
  reader: CaseReader,
): {
  open(): Promise<PrivateStore>;
  openIfKnown(asked: PassphraseAsked): Promise<Pick<PrivateStore, "get"> | undefined>;
  store: RestrictedStore;
} {
  let opened: Promise<PrivateStore> | undefined;
  let ready = false;
  const open = () => {
    opened ??= around.casePassphrase(hasPrivateStore(folder.path)).then((passphrase) => openRestricted(folder, reader, passphrase));
    // A wrong passphrase is no reason to refuse the right one later.
    opened.then(
      () => (ready = true),
      () => (opened = undefined),
    );
    return opened;
  };
  return {
    open,
    async openIfKnown({ passphrase, mayAsk }) {
      if (!hasPrivateStore(folder.path)) return undefined;
      if (passphrase !== undefined) return openPrivateStore(folder.path, passphrase);
      if (ready) return opened;
      const from = around.casePassphraseFrom?.() ?? "nowhere";
      if (from === "nowhere" || (from === "terminal" && mayAsk !== true)) return undefined;
      return openPrivateStore(folder.path, await around.casePassphrase(true));
    },
    store: {
      state: () => ({
        there: hasPrivateStore(folder.path),
        writing: folder.readOnly ? "absent" : ready ? "ready" : writingBy[around.casePassphraseFrom?.() ?? "nowhere"],
      }),
      async show(sealed: Digest, passphrase: string) {
        if (!hasPrivateStore(folder.path))
          throw new CaseError("INPUT_INVALID", "private.age: expected the private store of this case beside it; found none");
        const value = (await openPrivateStore(folder.path, passphrase)).get(sealed);
        if (value === undefined)
          throw new CaseError(
            "INPUT_INVALID",
            "private.age: expected the value of that seal; found none. It may be in an earlier copy of the file.",
          );
        return value.value;
      },
    },
  };
}

const writingBy = { environment: "ready", terminal: "asks", nowhere: "absent" } as const;
