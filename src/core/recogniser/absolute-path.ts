/** A path of a program or of its model, from the root on: nothing is looked for along a search path. */
import { z } from "zod";

export const AbsolutePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path) && !path.includes("\0"), "expected an absolute path");
