/** Which program of the person's own may look for regions on pictures. Off until somebody says where it is. */
import { z } from "zod";
import { AbsolutePath } from "../recogniser/absolute-path.ts";

/** Words of its command line. `{frames}`, the folder of pictures, is put in wherever it stands. */
export const Detector = z.strictObject({
  path: AbsolutePath,
  arguments: z
    .array(z.string().max(4096))
    .min(1)
    .max(100)
    .refine((words) => words.some((word) => word.includes("{frames}")), "expected {frames} in one of the words"),
});
export type Detector = z.infer<typeof Detector>;

export const DetectRequest = z.strictObject({
  /** Seconds between two pictures. */
  everySec: z.number().min(0.04).max(600),
});
export type DetectRequest = z.infer<typeof DetectRequest>;

export const usualEverySec = 0.5;

export function detectorArguments({ arguments: words }: Detector, frames: string): readonly string[] {
  return words.map((word) => word.replaceAll("{frames}", () => frames));
}
