/** What the terminal says of blind reviews. */
import type { KeyProtection } from "../core/key/key-protection.ts";

/** Of an answer that waits for its reveal in the person's own folder. */
export const keptWords: { readonly [protection in KeyProtection]: string } = {
  passphrase: "It is encrypted to your key, which your passphrase protects.",
  "file mode alone":
    "Your key has no passphrase: somebody with this disk can look at the answer before you reveal it. `witnessmark key --set-passphrase` sets one, which then protects this answer too.",
};

export const somebodyWithTheDisk =
  "The case is a folder: this program keeps to the door, but somebody with the disk can look into the files. It is an agreement between people who keep it, not a lock.";
