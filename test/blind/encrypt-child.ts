/** Encrypts the answers in clear of a configuration folder, and says when it begins. */
import { encryptClearAnswers } from "../../src/keep/blind-answers.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";

const [place = ""] = process.argv.slice(2);
const { secrets } = await loadOrCreateIdentity(place, { name: "me" });
process.stdout.write("begins\n");
await encryptClearAnswers(place, secrets);
