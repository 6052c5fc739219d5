/** Files to keep, verify and hash: bytes that do not compress and are never twice the same. Synthetic. */
import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

const block = randomBytes(1024 * 1024);
let written = 0;

/** The block with a number in it, so that no two are alike; made so because random bytes cost more than writing them. */
function nextBlock(length: number): Buffer {
  block.writeDoubleLE(written++, 0);
  return block.subarray(0, length);
}

export function writeLargeFile(path: string, bytes: number): void {
  const fd = openSync(path, "wx");
  for (let at = 0; at < bytes; at += block.length) writeSync(fd, nextBlock(Math.min(block.length, bytes - at)));
  closeSync(fd);
}

export function writeManyFiles(folder: string, count: number, bytes: number): void {
  for (let i = 0; i < count; i++) {
    const below = join(folder, `folder-${Math.floor(i / 1000)}`);
    if (i % 1000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `synthetic-${i}.bin`), nextBlock(bytes));
  }
}
