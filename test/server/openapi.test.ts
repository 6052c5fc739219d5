/** The description of the interface is made from the schemas that validate; here it is held against the routes that answer. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

interface Schema {
  readonly [key: string]: unknown;
}
interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: {
    readonly [path: string]: { readonly [method: string]: { readonly responses?: { readonly [status: string]: unknown } } };
  };
}

const methods = new Set(["get", "put", "post", "delete", "patch", "head", "options"]);

/** `src/api/routes.md`, the list that people read: "GET /api/items/:id" and so on, `/…` after a semicolon on the same stem. */
function statedRoutes(): string[] {
  const text = readFileSync(fileURLToPath(new URL("../../src/api/routes.md", import.meta.url)), "utf8");
  return [...text.matchAll(/`(GET|POST|PUT) (\/api\/[^`?\s]+)/g)].map(([, method, path]) => `${method} ${path}`);
}

function inBraces(path: string): string {
  return path.replace(/:([A-Za-z]+)/g, "{$1}");
}

/** References that lead nowhere. */
function brokenReferences(document: OpenApi): string[] {
  const broken: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value as Schema)) {
      if (key === "$ref" && typeof inner === "string") {
        const found = inner
          .replace(/^#\//, "")
          .split("/")
          .reduce<unknown>((at, part) => (at as Schema | undefined)?.[part], document);
        if (!inner.startsWith("#/") || found === undefined) broken.push(inner);
      } else look(inner);
    }
  };
  look(document);
  return broken;
}

describe("the OpenAPI description", () => {
  let desk: Desk;
  let origin: string;
  let cookie: string;
  let document: OpenApi;

  before(async () => {
    desk = createDesk();
    const kept = join(desk.folder, "case");
    assert.equal((await desk.run("add", kept, fileURLToPath(new URL("../../package.json", import.meta.url)))).code, 0);
    const { line } = await desk.start("serve", kept, "--no-browser", "--json");
    const link = new URL((JSON.parse(line) as { link: string }).link);
    origin = link.origin;
    const opened = await fetch(`${origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: link.searchParams.get("token") }),
    });
    cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    document = (await (await fetch(`${origin}/api/openapi.json`, { headers: { cookie } })).json()) as OpenApi;
  });
  after(() => desk.close());

  it("is OpenAPI 3.1 as its specification asks for", () => {
    assert.match(document.openapi, /^3\.1\.\d+$/);
    assert.ok(document.info.title !== "" && document.info.version !== "");
    for (const [path, operations] of Object.entries(document.paths)) {
      assert.match(path, /^\//);
      const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      for (const [method, operation] of Object.entries(operations)) {
        assert.ok(methods.has(method), `${method} ${path}`);
        assert.ok(Object.keys(operation.responses ?? {}).length > 0, `${method} ${path} says what it answers`);
        const declared = ((operation as { parameters?: { in: string; name: string; required?: boolean }[] }).parameters ?? []).filter(
          (parameter) => parameter.in === "path",
        );
        assert.deepEqual(declared.map(({ name }) => name).sort(), parameters.sort(), `${method} ${path} declares its path parameters`);
        assert.ok(declared.every(({ required }) => required === true));
      }
    }
    assert.deepEqual(brokenReferences(document), []);
  });

  it("covers every route that the list for people states, live events and itself apart", () => {
    const stated = statedRoutes().filter((route) => !/\/api\/events$/.test(route));
    assert.ok(stated.length > 15, `expected the list; found ${stated.length} routes in it`);
    for (const route of stated) {
      const [method = "", path = ""] = route.split(" ");
      assert.ok(document.paths[inBraces(path)]?.[method.toLowerCase()] !== undefined, route);
    }
  });

  it("states no route that does not answer", async () => {
    for (const [path, operations] of Object.entries(document.paths))
      for (const method of Object.keys(operations)) {
        const at = path
          .replace("{id}", path.includes("/jobs/") ? "j999" : path.includes("/observations/") ? "o999" : "i999")
          .replace("{batch}", "none");
        const answer = await fetch(`${origin}${at}`, { method: method.toUpperCase(), headers: { cookie } });
        const body = await answer.text();
        assert.doesNotMatch(body, /ROUTE_UNKNOWN/, `${method} ${path}`);
        assert.ok(answer.status < 500, `${method} ${path}: ${answer.status} ${body}`);
      }
  });

  it("has the error of every refusal in one shape", async () => {
    const { code, message } = (await (await fetch(`${origin}/api/items/i999`, { headers: { cookie } })).json()) as Record<string, string>;
    assert.equal(code, "ITEM_UNKNOWN");
    assert.match(message ?? "", /i999/);
  });
});
