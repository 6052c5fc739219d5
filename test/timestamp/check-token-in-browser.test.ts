/** The same check in a real Chromium, from a file without any server: the page in a pack rests on it. */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { needs } from "../../scripts/testing/needs.ts";
import { checkToken, type TokenFound } from "../../src/formats/timestamp/check-token.ts";
import { writeTimestampRequest } from "../../src/formats/timestamp/timestamp-request.ts";
import { openCheckPage } from "../verify-page/open-check-page.ts";
import { type AuthorityKind, makeAuthority } from "./authority.ts";

const entry = fileURLToPath(new URL("../../src/formats/timestamp/check-token.ts", import.meta.url));

test("a browser finds what Node finds, for every kind of key", { skip: needs({ programs: ["openssl", "chromium"] }) }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-browser-"));
  const bundled = (await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: true, lib: { entry, formats: ["iife"], name: "checks" } },
  })) as Rolldown.RolldownOutput[];
  const code = bundled[0]?.output[0].code ?? "";
  console.log(`# the check is ${Math.round(code.length / 1024)} KiB of script`);
  const file = join(folder, "page.html");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>t</title><script>${code.replaceAll("</script", "<\\/script")}</script>`);
  const opened = await openCheckPage(file);
  try {
    const note = Buffer.from("a note of 2024, synthetic\n");
    const kinds: AuthorityKind[] = [{ intermediate: true }, { key: "ec" }, { key: "ec-p521", digest: "sha512" }];
    for (const [i, kind] of kinds.entries()) {
      const authority = makeAuthority(join(folder, `authority-${i}`), kind);
      const request = join(folder, `${i}.tsq`);
      writeFileSync(request, writeTimestampRequest(createHash("sha256").update(note).digest(), randomBytes(16)));
      const right = authority.answer(request, join(folder, `${i}.tsr`));
      const flipped = Buffer.from(right);
      flipped[right.length - 9] = (flipped[right.length - 9] as number) ^ 4;
      for (const token of [right, flipped]) {
        const input = { token, chain: readFileSync(authority.chain), note };
        const inBrowser = (await opened.page.evaluate(
          async (given) => {
            const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const { checks } = globalThis as unknown as { checks: { checkToken: (input: object, crypto: object) => Promise<unknown> } };
            return checks.checkToken({ token: bytes(given.token), chain: bytes(given.chain), note: bytes(given.note) }, crypto);
          },
          { token: token.toString("base64"), chain: input.chain.toString("base64"), note: note.toString("base64") },
        )) as TokenFound;
        assert.deepEqual(inBrowser, await checkToken(input, crypto));
        assert.equal(inBrowser.holds, token === right, inBrowser.why);
      }
    }
    assert.deepEqual(opened.complaints, []);
    assert.equal(opened.requests.length, 1, "nothing but the page itself was asked for");
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
});
