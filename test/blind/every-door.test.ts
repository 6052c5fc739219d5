/**
 * Every door of the program, tried by somebody who owes a blind answer: each route as it is registered and each command, in a case with
 * a secret in every kind of line. What they may not know stands in no byte of any answer; what is not listed as open is refused.
 */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { allCommands } from "../../src/cli/commands.ts";
import type { Program } from "../../src/cli/program.ts";
import { run } from "../../src/cli/run.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import { demandNoBlindDoor } from "../../src/keep/blind-door-of-folder.ts";
import { blindDesk } from "../../src/reads/blind/blind-desk.ts";
import { openAtTheBlindDoor } from "../../src/server/blind-door.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { formatReport } from "../../src/verify/format-report.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { enterCase } from "../support/served-case.ts";
import { assigned, type BlindCase, firstAnswer, openBlindCase, seal, secondAnswer } from "./blind-case.ts";
import { plantEverywhere } from "./plant-everywhere.ts";

/** Words, a name of the place, the first answer's point: none of them may reach the second person. */
const secret = "ZAPOVIT 50.46500 30.18500 Dmytrivka";
const secrets = [/ZAPOVIT/i, /Dmytrivka/i, /50\.465/, /30\.185/];
const leaks = (bytes: string): string[] => secrets.filter((one) => one.test(bytes)).map(String);

/** Parameters of routes, as the case has them. */
const valueOf: { readonly [name: string]: readonly string[] } = {
  batch: ["b1"],
  line: ["3"],
  a: ["i1"],
  b: ["i77"],
  item: ["i1"],
  at: ["0"],
  z: ["0"],
  x: ["0"],
  y: ["0"],
};

function addressesOf(route: string): string[] {
  const names = [...route.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? "");
  let made = [route];
  for (const name of names) {
    const values = valueOf[name] ?? idsFor(route);
    made = made.flatMap((one) => values.map((value) => one.replace(`:${name}`, value)));
  }
  return made.map((one) => one.replace("*", "index.js"));
}

/** The item that is asked about, another one, and the records of the case. */
function idsFor(route: string): string[] {
  if (/\/items\/|\/imagery|\/capture|\/speech|\/redact|\/map\/files/.test(route)) return ["i1", "i77"];
  return ["e1", "h1", "n1", "k1", "w1", "s1", "z1", "z2", "qn1", "f1", "q1", "P1", "es1", "ed1", "tk1", "i1", "1"];
}

describe("the blind door", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  let kept: BlindCase;
  let server: RunningServer | undefined;
  let page: string;

  const serve = async (session: CaseSession): Promise<{ server: RunningServer; ask: (route: string) => Promise<Asked[]> }> => {
    await server?.close();
    server = await startServer({ session, port: 0, page, report: () => undefined });
    const { origin, cookie } = await enterCase(server.link);
    const ask = async (route: string): Promise<Asked[]> => {
      const [method = "GET", path = ""] = route.split(" ");
      return Promise.all(addressesOf(path).map((address) => answerOf(`${origin}${address}`, method, cookie)));
    };
    return { server, ask };
  };

  before(async () => {
    kept = await openBlindCase({ title: `Who was filmed at ${secret}` });
    page = join(kept.desk.folder, "page");
    mkdirSync(join(page, "assets"), { recursive: true });
    writeFileSync(join(page, "index.html"), "the page itself");
    await assigned(kept);
    const session = await kept.as("first");
    session.board.setPaused(false);
    session.queue.wake();
    await session.queue.idle();
    session.board.setPaused(true);
    const item = await session.reader.views.db.selectFrom("item").select("object").executeTakeFirstOrThrow();
    const { planted, refused } = await plantEverywhere(session, { secret, object: item.object as `sha256:${string}` });
    assert.ok(
      planted.length > 70 && refused.length < 5,
      `expected a secret in every kind of line; found ${planted.length}; refused: ${refused.join("; ")}`,
    );
    await seal(kept, "first", "z1", firstAnswer);
  });
  after(async () => {
    await server?.close();
    await kept.close();
  });

  it("tells the first person everything: the same asking finds the secret behind many routes", async () => {
    const { server: open, ask } = await serve(await kept.as("first"));
    const telling = new Set<string>();
    for (const route of open.routes.filter((one) => one.startsWith("GET /api/") && !one.endsWith("/api/events")))
      for (const { bytes } of await ask(route)) if (leaks(bytes).length > 0) telling.add(route);
    assert.ok(telling.size > 25, `expected many routes that tell; found ${[...telling].join(", ")}`);
  });

  it("answers the second person on no route that is not listed, and no answer holds a secret", async () => {
    const { server: open, ask } = await serve(await kept.as("second"));
    assert.ok(open.routes.length > 200, `expected every route; found ${open.routes.length}`);
    for (const route of open.routes) {
      if (route.startsWith("HEAD ")) continue;
      const listed = Object.hasOwn(openAtTheBlindDoor, route);
      for (const { address, status, bytes } of await ask(route)) {
        assert.deepEqual(leaks(bytes), [], `${route} at ${address}`);
        if (listed) continue;
        const pageAddress = !route.includes(" /api/") && route.startsWith("GET ");
        assert.equal(status, pageAddress ? 302 : 403, `${route} at ${address}: ${bytes.slice(0, 200)}`);
        if (!pageAddress) assert.match(bytes, /BLIND_ANSWER_DUE/, route);
      }
    }
    for (const route of Object.keys(openAtTheBlindDoor)) assert.ok(open.routes.includes(route), `${route} is listed and no route`);
  });

  it("gives the second person the item that is asked about and no other, by any spelling of its address", async () => {
    const { ask } = await serve(await kept.as("second"));
    const mine = (await ask("GET /api/items/:id/clear/picture")).map(({ address, status }) => [new URL(address).pathname, status]);
    assert.deepEqual(mine, [
      ["/api/items/i1/clear/picture", 200],
      ["/api/items/i77/clear/picture", 403],
    ]);
    for (const address of [
      "/api/items/i01",
      "//api/items",
      "/api/items/",
      "/API/items",
      "/api/blind/desk/..%2f..%2fitems",
      "/api/%69tems",
    ]) {
      const [asked] = await ask(`GET ${address}`);
      assert.ok(asked !== undefined && asked.status >= 300, `${address}: ${asked?.status}`);
      assert.deepEqual(leaks(asked.bytes), []);
    }
  });

  it("shows the second person the question as it was put to them, and the item by its number", async () => {
    const session = await kept.as("second");
    const desk = await blindDesk(session.reader, session.viewer, session.blindPorts.answers.protection);
    assert.equal(desk.shut, true);
    assert.deepEqual(
      desk.tasks.map(({ text, items }) => [text, items.map(({ item, kind }) => `${item} ${kind}`)]),
      [["Where was the camera?", ["i1 picture"]]],
    );
  });

  it("opens the case for no command of the second person but those that keep to the door, and prints no secret", async () => {
    await server?.close();
    server = undefined;
    const opened: string[] = [];
    for (const command of await allCommands()) {
      for (const words of tries(command.name, command.examples, kept.path)) {
        const { program, printed, openedWith } = terminalOf(kept);
        await run(program, words).catch((error: unknown) => printed.push(String(error)));
        assert.deepEqual(leaks(printed.join("\n")), [], `witnessmark ${words.join(" ")}`);
        if (openedWith.some((one) => one === "opened")) opened.push(command.name);
      }
    }
    assert.deepEqual(
      [...new Set(opened)].filter((name) => !mayOpen.has(name)),
      [],
    );
  });

  it("opens the whole case to the second person once their answer is sealed", async () => {
    await kept.leave();
    await seal(kept, "second", "z1", secondAnswer);
    const { ask } = await serve(await kept.as("second"));
    const [asked] = await ask("GET /api/custody");
    assert.ok(asked?.status === 200 && leaks(asked.bytes).length > 0);
  });
});

const mayOpen: ReadonlySet<string> = new Set(["serve", "blind"]);

interface Asked {
  readonly address: string;
  readonly status: number;
  /** Headers and body. */
  readonly bytes: string;
}

async function answerOf(address: string, method: string, cookie: string): Promise<Asked> {
  const sends = method !== "GET" && method !== "HEAD";
  const headers = { cookie, connection: "close", ...(sends ? { "content-type": "application/json" } : {}) };
  const answer = await fetch(address, { method, headers, redirect: "manual", ...(sends ? { body: "{}" } : {}) });
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  return { address, status: answer.status, bytes: `${[...answer.headers].flat().join("\n")}\n${body}` };
}

/** A command as its examples show it, on this case, and with the plain names of things. */
function tries(name: string, examples: readonly string[], casePath: string): string[][] {
  const shown = examples.map((example) =>
    example
      .replace(/^witnessmark /, "")
      .replace(/ [<|].*$/, "")
      .split(" ")
      .map((word) => (/^cases\//.test(word) ? casePath : word)),
  );
  return [...shown, [name, casePath], [name, casePath, "i1"], [name, casePath, "qn1"], [name, casePath, "--json"]];
}

let refusal: unknown;

/** A terminal on which everything printed is kept; files, sockets and the network are not there. */
function terminalOf(kept: BlindCase): { program: Program; printed: string[]; openedWith: string[] } {
  const printed: string[] = [];
  const openedWith: string[] = [];
  const say = (text: string): void => void printed.push(text);
  const absent = () => {
    throw new CaseError("INPUT_INVALID", "expected nothing outside of the case to be asked for");
  };
  const given: Partial<Program> = {
    name: "witnessmark test",
    out: { line: say, note: say, progress: say, endProgress: () => undefined },
    signal: AbortSignal.abort(),
    isCase: () => true,
    isFile: () => false,
    async openCase(_path, options) {
      const keepsBlindDoor = options.keepsBlindDoor ?? false;
      // Whether it is opened hangs on this alone; a hundred commands need not each find that out from the disk.
      if (!keepsBlindDoor && refusal !== undefined) throw refusal;
      await kept.leave();
      const session = await kept.as("second", { access: options.access, keepsBlindDoor }).catch((error: unknown) => {
        refusal = error;
        throw error;
      });
      openedWith.push("opened");
      return { ...session, viewer: session.viewer, close: async () => undefined };
    },
    ask: async () => undefined,
    readInput: async () => "{}",
    readFile: absent,
    demandPlaceForFile: () => undefined,
    writeFile: async (_path, bytes) => say(Buffer.from(bytes).toString("latin1")),
    serve: async () => ({ link: "http://127.0.0.1/", port: 0, close: async () => undefined }),
    async verify(path, { expect, toldKeys }) {
      await demandNoBlindDoor(path, kept.configOf("second"));
      return verifyPath(path, { expect, toldKeys });
    },
    formatReport,
  };
  const program = new Proxy(given as Program, {
    get: (on, name) => (Reflect.has(on, name) ? (Reflect.get(on, name) as unknown) : absent),
  });
  return { program, printed, openedWith };
}
