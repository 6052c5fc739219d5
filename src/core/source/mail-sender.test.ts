import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mailSender } from "./mail-sender.ts";

describe("the sender that an e-mail names", () => {
  it("is the address in brackets, whatever address the name pretends to be", () =>
    assert.deepEqual(mailSender('Анна "desk@other.example" <Anna@Example.org>'), {
      address: "anna@example.org",
      name: 'Анна "desk@other.example"',
    }));
  it("is an address alone", () => assert.deepEqual(mailSender("anna@example.org"), { address: "anna@example.org", name: "unknown" }));
  it("is nobody where no address stands", () => {
    assert.equal(mailSender("the desk"), undefined);
    assert.equal(mailSender(""), undefined);
  });
});
