/** Whether the disk under a folder is encrypted, where the system tells. */
import { readFile, realpath, stat } from "node:fs/promises";

export type DiskEncryption = "encrypted" | "unknown";

/**
 * Linux with dm-crypt: the device that holds the folder, or one below it, names itself CRYPT-*. Other systems and
 * other kinds of encryption (of the file system, of the drive itself) do not tell, and the answer is "unknown".
 */
export async function diskEncryption(folder: string): Promise<DiskEncryption> {
  if (process.platform !== "linux") return "unknown";
  const { dev } = await stat(folder);
  // Linux packs a device number as makedev(3) does.
  const major = (dev >> 8) & 0xfff;
  const minor = (dev & 0xff) | ((dev >> 12) & 0xfff00);
  try {
    return (await isCrypt(await realpath(`/sys/dev/block/${major}:${minor}`))) ? "encrypted" : "unknown";
  } catch {
    // Overlays, network and memory file systems have no block device to ask.
    return "unknown";
  }
}

async function isCrypt(device: string): Promise<boolean> {
  try {
    return (await readFile(`${device}/dm/uuid`, "utf8")).startsWith("CRYPT-");
  } catch {
    return false;
  }
}
