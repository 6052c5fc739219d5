/** Proofs of receipt, as text and as a page: what is read has one spelling only. */
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import type { Signer } from "../../../src/core/key/key.ts";
import { readReceipt, signReceipt } from "../../../src/formats/receipt/receipt.ts";
import { pageShows, receiptTextIn, writeReceiptPage } from "../../../src/formats/receipt/receipt-page.ts";
import { sampleStatement } from "../../receipt/sample-statement.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const template = '<!doctype html><section id="facts" aria-label="The statement"><!-- facts --></section><!-- receipt -->';

export const target: FuzzTarget = {
  name: "receipt",
  async seeds() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const key = {
      algorithm: "Ed25519",
      base64: publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64"),
    } as const;
    const signer: Signer = { publicKey: key, sign: async (bytes) => sign(null, bytes, privateKey) };
    const statement = sampleStatement(key);
    const text = await signReceipt(signer, statement);
    return [bytesOf(text), bytesOf(writeReceiptPage(template, text, statement))];
  },
  dictionary: [
    "witnessmark-receipt-v1\n",
    '"v":1',
    "<!doctype html>",
    'id="receipt">',
    "</script>",
    "AAAA",
    "==",
    "\n\n",
    "sha256:",
    "null",
  ],
  run(bytes) {
    const file = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const text = receiptTextIn(file);
    const receipt = text === undefined ? undefined : readReceipt(text);
    if (receipt === undefined) return;
    assert.equal(text?.startsWith(receipt.signed), true);
    pageShows(file, receipt.statement);
  },
};
