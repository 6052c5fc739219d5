/**
 * One setup at a time in a clone. The lock names its process, and when that began, so that neither one that was killed nor
 * another that was given its number since keeps the next start waiting. It appears whole, by a rename.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inClone } from "./paths.mjs";

const folder = inClone(".setup-lock");

export async function withSetupLock(work) {
  let said = false;
  while (!take()) {
    if (!said) console.error("Another start in this clone is setting things up; waiting for it.");
    said = true;
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take() {
  const mine = inClone(`.setup-lock-${process.pid}`);
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(join(mine, "owner"), ownerLine(process.pid));
  for (;;) {
    try {
      // Fails while the other folder holds its owner's file; that is what makes it a lock.
      renameSync(mine, folder);
      return true;
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code)) throw error;
    }
    const owner = readOwner();
    if (owner === undefined) continue;
    if (lives(owner)) {
      rmSync(mine, { recursive: true, force: true });
      return false;
    }
    removeOf(owner);
  }
}

/** Only the lock of that owner: another start may have found it dead too, and be the owner by now. */
function removeOf(owner) {
  const away = inClone(`.setup-lock-${process.pid}-dead`);
  try {
    renameSync(folder, away);
    if (readFileSync(join(away, "owner"), "utf8") !== owner) renameSync(away, folder);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  rmSync(away, { recursive: true, force: true });
}

function readOwner() {
  try {
    return readFileSync(join(folder, "owner"), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function ownerLine(pid) {
  return `${pid} ${startOf(pid)}`;
}

/** Ticks after the machine's start, as the kernel tells them (proc(5), field 22); "?" where it does not. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return "?";
  }
}

function lives(owner) {
  const pid = Number(owner.split(" ")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return ownerLine(pid) === owner;
}
