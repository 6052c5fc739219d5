/**
 * Takes in what a time-stamp authority answered. Refuses a token that stamps nothing of this case, does not hold, answers
 * another request than the one that was sent, or does not lead to the chain that was handed over with it.
 */
import { toHex } from "../core/bytes/hex.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, digestOf, type Sha256 } from "../core/hash/digest.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { chainAsPem } from "../formats/timestamp/certificate-bundle.ts";
import { checkToken, type TokenFound, tokenOf } from "../formats/timestamp/check-token.ts";
import { nonceOfRequest } from "../formats/timestamp/timestamp-request.ts";
import { hashOf, type TokenCrypto } from "../formats/timestamp/token-crypto.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { once } from "./once.ts";

/** A checkpoint of the case with what was asked and answered about it so far. */
export interface StampedCheckpoint {
  readonly checkpoint: Digest;
  /** Last line that it covers. */
  readonly seq: number;
  readonly note: string;
  /** What this machine's clock said when it was made. */
  readonly at: UtcInstant;
  /** Objects: requests sent for it. */
  readonly requests: readonly Digest[];
  /** Objects: tokens recorded for it. */
  readonly tokens: readonly Digest[];
}

export interface RecordTimestampPorts {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly sha256: Sha256;
  readonly crypto: TokenCrypto;
  readonly checkpoints: () => Promise<readonly StampedCheckpoint[]>;
  /** Puts token and chain beside the note, for stock tools. */
  readonly keepToken: (kept: { checkpoint: Digest; token: Uint8Array; chain: Uint8Array | undefined }) => Promise<void>;
  /** Takes the request out of the queue. */
  readonly forgetRequest: (checkpoint: Digest) => Promise<void>;
}

export interface RecordedTimestamp {
  readonly checkpoint: Digest;
  readonly covers: number;
  /** What this machine's clock said when the checkpoint was made. */
  readonly madeAt: UtcInstant;
  readonly token: Digest;
  readonly found: TokenFound & { readonly genTime: UtcInstant };
  /** The same token stands in the case already; nothing was appended. */
  readonly again: boolean;
}

/** Throws CaseError TOKEN_REFUSED with the reason. */
export async function recordTimestamp(
  ports: RecordTimestampPorts,
  viewer: Viewer,
  given: { token: Uint8Array; chain: Uint8Array | undefined },
): Promise<RecordedTimestamp> {
  demand(viewer, "append");
  const token = tokenOf(given.token);
  if (typeof token === "string") throw refused(token);
  const chain = given.chain === undefined ? undefined : chainAsPem(given.chain);
  if (typeof chain === "string") throw refused(chain);
  const stamped = await checkpointOf(ports, token);
  const found = await checkToken({ token: token.bare, chain, note: encodeUtf8(stamped.note) }, ports.crypto);
  const { genTime } = found;
  if (!found.holds || genTime === "unknown") throw refused(found.why);
  if (found.chain === "does not lead to it") throw refused(found.why);
  await demandNonce(ports, stamped, found.nonce);

  const { checkpoint } = stamped;
  const object = digestOf(ports.sha256(token.bare));
  const recorded = { checkpoint, covers: stamped.seq, madeAt: stamped.at, token: object, found: { ...found, genTime } };
  if (stamped.tokens.includes(object)) {
    // A stop after the entry may have left the request in the queue.
    await ports.forgetRequest(checkpoint);
    return { ...recorded, again: true };
  }
  const staged = await Promise.all([token.bare, ...(chain === undefined ? [] : [chain])].map((bytes) => ports.vault.stage(once(bytes))));
  await ports.vault.commit(staged);
  await ports.keepToken({ checkpoint, token: token.bare, chain });
  const data = { checkpoint, token: object, chain: staged[1]?.digest ?? null, genTime, authority: found.authority };
  await ports.writer.append(() => [{ kind: "timestamp.recorded", data }]);
  await ports.forgetRequest(checkpoint);
  return { ...recorded, again: false };
}

async function checkpointOf(
  ports: RecordTimestampPorts,
  { hash, digest }: { hash: string; digest: Uint8Array },
): Promise<StampedCheckpoint> {
  const stated = toHex(digest);
  for (const one of await ports.checkpoints()) {
    if (toHex(await hashOf(ports.crypto, hash, encodeUtf8(one.note))) === stated) return one;
  }
  throw refused(`the token: expected one over a checkpoint of this case; found one over other bytes (${hash} ${stated})`);
}

/** A token for a checkpoint that nobody asked about through this case is welcome: somebody sent its note by other means. */
async function demandNonce({ vault }: RecordTimestampPorts, { requests }: StampedCheckpoint, nonce: string): Promise<void> {
  const sent = new Set<string>();
  for (const request of requests) {
    if (!(await vault.has(request))) continue;
    const parts: Uint8Array[] = [];
    for await (const part of vault.read(request)) parts.push(part);
    sent.add(nonceOfRequest(joined(parts)) ?? "none");
  }
  if (sent.size > 0 && !sent.has(nonce)) {
    throw refused("the token: expected the nonce of the request that was sent; found another one, so it answers another request");
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function refused(why: string): CaseError {
  return new CaseError("TOKEN_REFUSED", why);
}
