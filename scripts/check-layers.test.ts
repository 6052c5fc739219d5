import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
// @ts-expect-error -- a script without types
import { findViolations } from "./check-layers.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const violationsIn = findViolations as (root: string) => string[];

function withPlanted(file: string, text: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), "layers-"));
  try {
    cpSync(join(root, "ARCHITECTURE.md"), join(copy, "ARCHITECTURE.md"));
    mkdirSync(join(copy, "src", file, ".."), { recursive: true });
    writeFileSync(join(copy, "src", file), text);
    return violationsIn(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test("the tree as it is keeps to the table", () => {
  assert.deepEqual(violationsIn(root), []);
});

test("an import from core to web is refused by name", () => {
  const found = withPlanted("core/item/planted.ts", 'import { ItemBench } from "../../web/bench/item-bench.tsx";\n');
  assert.deepEqual(found, ["src/core/item/planted.ts: core may not import web (../../web/bench/item-bench.tsx)"]);
});

test("an import that only a neighbour is allowed is refused too", () => {
  assert.equal(withPlanted("jobs/planted.ts", 'export { sealValue } from "../formats/ledger/seal-value.ts";\n').length, 1);
});

test("a dynamic import and a type import count", () => {
  assert.equal(withPlanted("reads/planted.ts", 'const late = import("../keep/ledger-file.ts");\n').length, 1);
  assert.equal(withPlanted("reads/planted.ts", 'import type { Ledger } from "../keep/ledger-file.ts";\n').length, 1);
});

test("a folder that the table does not name is refused", () => {
  assert.equal(withPlanted("helpers/planted.ts", "export {};\n").length, 1);
});
