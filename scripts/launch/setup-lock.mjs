/** One setup at a time in a clone. The lock names its process, so that one that was killed does not block the next. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { inClone } from "./paths.mjs";

const folder = inClone(".setup-lock");
const owner = inClone(".setup-lock", "pid");

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
  try {
    mkdirSync(folder);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (ownerLives()) return false;
    rmSync(folder, { recursive: true, force: true });
    return take();
  }
}

function ownerLives() {
  let pid;
  try {
    pid = Number(readFileSync(owner, "utf8"));
  } catch {
    // Between mkdir and the name of its owner: alive, or it will be found empty again in a moment.
    return true;
  }
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
