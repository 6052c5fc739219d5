/** What keeps others from a person's private key, and from what is encrypted to it, on a disk that they hold. */
import { z } from "zod";

export const KeyProtection = z.enum(["passphrase", "file mode alone"]);
export type KeyProtection = z.infer<typeof KeyProtection>;
