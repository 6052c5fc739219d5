import assert from "node:assert/strict";
import { test } from "node:test";
import { createOneTimeLink } from "./one-time-link.ts";

test("the token opens one session and is then spent", () => {
  const link = createOneTimeLink(() => 4000);
  assert.equal(link.spend("wrong"), undefined);
  const session = link.spend(link.token);
  assert.ok(session !== undefined);
  assert.equal(link.spend(link.token), undefined);
  assert.ok(link.admits(`other=1; witnessmark-4000=${session}`));
  assert.ok(!link.admits(`witnessmark-4000=${session}x`));
  assert.ok(!link.admits(`witnessmark-4001=${session}`));
  assert.ok(!link.admits(undefined));
});

test("before the link is used no cookie is admitted, not even an empty one", () => {
  const link = createOneTimeLink(() => 4000);
  assert.ok(!link.admits("witnessmark-4000="));
});

test("scripts cannot read the cookie and other sites cannot send it", () => {
  const link = createOneTimeLink(() => 4000);
  assert.match(link.cookie("x"), /HttpOnly; SameSite=Strict/);
});
