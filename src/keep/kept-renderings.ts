/** Rendered media of editions as folders: `derived/analyses/ab/<object>/rendered-<hash of the request>/`, the file and what was said of it. */
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { KeptRendering, type KeptRenderings } from "../core/edition/kept-rendering.port.ts";
import { Digest, objectPathOf } from "../core/hash/digest.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { codeOf, namedFailure } from "./durable.ts";
import { digestOfBytes } from "./sha256.ts";

const Kept = z.strictObject({ request: z.string(), digest: Digest, made: KeptRendering });

const said = "made.json";
const file = "media";

/** `folder`: of the case. */
export function openKeptRenderings(folder: string): KeptRenderings {
  const placeOf = (object: Digest, request: Json) =>
    join(folder, "derived", "analyses", objectPathOf(object), `rendered-${digestOfBytes(encodeUtf8(canonicalJson(request))).slice(7)}`);
  return {
    async take(object, request, out) {
      const place = placeOf(object, request);
      const kept = await readKept(join(place, said));
      if (kept === undefined) return undefined;
      try {
        await copyFile(join(place, file), out, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        if (kept.request === canonicalJson(request) && (await digestOfFile(out)) === kept.digest) return kept.made;
      } catch (error) {
        if (codeOf(error) !== "ENOENT") throw namedFailure(error, "a file of the edition");
      }
      await rm(out, { force: true });
      await rm(place, { recursive: true, force: true });
      return undefined;
    },
    async keep(object, request, out, made) {
      const place = placeOf(object, request);
      const fresh = `${place}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        await mkdir(fresh, { recursive: true });
        await copyFile(out, join(fresh, file), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        const kept: z.infer<typeof Kept> = { request: canonicalJson(request), digest: await digestOfFile(out), made };
        await writeFile(join(fresh, said), JSON.stringify(kept));
        await rm(place, { recursive: true, force: true });
        await rename(fresh, place);
      } catch (error) {
        await rm(fresh, { recursive: true, force: true });
        throw namedFailure(error, "derived/");
      }
    },
  };
}

/** What cannot be read counts as not there: it is made again. */
async function readKept(path: string): Promise<z.infer<typeof Kept> | undefined> {
  try {
    return Kept.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw namedFailure(error, "derived/");
  }
}
