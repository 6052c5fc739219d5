/** Puts one value after the other into a private store and says so, until somebody ends it. */
import { sealValue } from "../../src/formats/ledger/seal-value.ts";
import { openPrivateStore } from "../../src/keep/private-store.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";

const [place = "", passphrase = ""] = process.argv.slice(2);
const store = await openPrivateStore(place, passphrase);
for (let i = 0; ; i++) {
  const { opened } = sealValue(sha256, random, `words ${i}`);
  await store.put([opened]);
  process.send?.(opened.digest);
}
