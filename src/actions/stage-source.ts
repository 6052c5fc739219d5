/** Brings the bytes of a source into the vault, and tells an error of the source from an error of the case: the first costs one file, the second stops the work. */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { LongSource, SourceFile } from "../core/collection/source.port.ts";
import type { ByteStream, FileOnDisk, StagedObject, Vault } from "../core/vault/vault.port.ts";

export interface AddControl {
  readonly onBytes?: (count: number) => void;
  readonly signal?: Cancellation;
}

/** The person stopped in the middle of a file. */
export class CollectingStopped extends Error {}

class SourceFailed extends Error {}

/** Throws CollectingStopped, when it was stopped, before anything is read. A short file on this machine may be followed by others at once. */
export function stageSource(vault: Vault, file: SourceFile, control: AddControl): Promise<StagedObject> {
  demandGoingOn(control.signal);
  if (file.onDisk !== undefined) return stageFound(vault, file.onDisk, control);
  return file.openLong === undefined ? vault.stage(readOf(file, control)) : stageLong(vault, file.openLong, control);
}

async function stageFound(vault: Vault, onDisk: FileOnDisk, { onBytes }: AddControl): Promise<StagedObject> {
  const staged = await vault.stageFound(onDisk, failed);
  onBytes?.(staged.size);
  return staged;
}

const failed = (error: unknown) => new SourceFailed(reasonOf(error), { cause: error });

async function stageLong(vault: Vault, open: () => LongSource, { onBytes, signal }: AddControl): Promise<StagedObject> {
  const ofSource = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw failed(error);
    }
  };
  const source = ofSource(open);
  try {
    return await vault.stageFile({
      descriptor: source.descriptor,
      size: source.size,
      onBytes(count) {
        demandGoingOn(signal);
        onBytes?.(count);
      },
      onEnd: (count) => ofSource(() => source.demandUnchanged(count)),
      onFailed: failed,
    });
  } finally {
    source.close();
  }
}

function demandGoingOn(signal: Cancellation | undefined): void {
  if (signal?.aborted === true) throw new CollectingStopped("collecting: stopped by the person");
}

async function* readOf(file: SourceFile, { onBytes, signal }: AddControl): ByteStream {
  const bytes = file.open()[Symbol.asyncIterator]();
  try {
    for (;;) {
      demandGoingOn(signal);
      let next: IteratorResult<Uint8Array>;
      try {
        next = await bytes.next();
      } catch (error) {
        throw failed(error);
      }
      if (next.done === true) return;
      onBytes?.(next.value.length);
      yield next.value;
    }
  } finally {
    await bytes.return?.();
  }
}

/** Why a file is left out; undefined when it is no matter of the file. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof SourceFailed ? error.message : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof CaseError) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  return `could not be read: ${typeof code === "string" ? (inWords[code] ?? code) : String(error)}`;
}

const inWords: { readonly [code: string]: string | undefined } = {
  ENOENT: "it was gone when its turn came",
  EACCES: "no permission",
  EPERM: "no permission",
  ELOOP: "a link took its place",
  ENXIO: "a pipe or device took its place",
  EIO: "the disk it lies on failed (EIO)",
  ESTALE: "the disk it lies on went away (ESTALE)",
};
