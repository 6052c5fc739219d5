/**
 * The BagIt conformance suite (Library of Congress, public domain). A pack is narrower than a bag: version 1.0, SHA-256, one
 * spelling. So every bag that the suite calls invalid must be refused, and those it calls valid are refused too, each for
 * what makes it another kind of bag.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { readManifest } from "../../src/formats/bagit/manifest.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";

describe("the BagIt conformance suite", { skip: needs({ fixtures: "bagit" }) }, () => {
  const bagsOf = (...names: string[]) => {
    const folder = join(fixturesFolder("bagit"), ...names);
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  };

  it("has no bag that passes for a pack", async () => {
    let bags = 0;
    for (const version of readdirSync(fixturesFolder("bagit")).filter((name) => name.startsWith("v"))) {
      for (const kind of ["valid", "invalid", "warning", "linux-only", "windows-only"]) {
        for (const bag of bagsOf(version, kind)) {
          const verdict = await verifyPath(bag).then(
            ({ verdict: found }) => found,
            ({ code }: { code?: string }) => code,
          );
          assert.ok(verdict === "does-not-verify" || verdict === "CASE_NOT_FOUND", `${bag}: ${verdict}`);
          bags++;
        }
      }
    }
    assert.ok(bags >= 20, `${bags} bags`);
  });

  it("has its invalid bags refused for what is wrong with them", async () => {
    const codes = async (...names: string[]) => (await verifyPath(join(fixturesFolder("bagit"), ...names))).findings;
    const twice = readFileSync(
      join(fixturesFolder("bagit"), "v1.0/invalid/same-filename-listed-twice-with-the-same-hash/manifest-sha256.txt"),
      "utf8",
    );
    const read = readManifest(twice);
    assert.ok("fault" in read);
    assert.match(read.fault, /twice/);
    for (const name of ["bom-in-bagit.txt", "invalid-version-number", "corrupt-tag-file"]) {
      assert.ok(
        (await codes("v0.97", "invalid", name)).some(({ code }) => code === "bag-declaration-wrong"),
        name,
      );
    }
    const outOfScope = await codes("v0.97", "linux-only", "out-of-scope-file-paths-using-absolute-path");
    assert.ok(outOfScope.some(({ code, path }) => code === "file-added" && path === "manifest-md5.txt"));
    const fetched = await codes("v0.97", "invalid", "out-of-scope-file-paths-using-dot-notation-for-fetch");
    assert.ok(
      fetched.some(({ code, path }) => code === "file-added" && path === "fetch.txt"),
      "nothing is fetched, the list is named",
    );
  });

  it("has manifests that the strict reader takes where they are spelled as ours", () => {
    let taken = 0;
    for (const version of ["v0.97", "v1.0"]) {
      for (const kind of ["valid", "invalid", "warning"]) {
        for (const bag of bagsOf(version, kind)) {
          for (const name of readdirSync(bag).filter((file) => /manifest-sha256\.txt$/.test(file))) {
            const read = readManifest(readFileSync(join(bag, name), "utf8"));
            if ("rows" in read) taken++;
          }
        }
      }
    }
    assert.ok(taken >= 1, `${taken} manifests`);
  });
});
