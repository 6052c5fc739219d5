/** Several people at one case, one after the other: each with a configuration, and so a key, of their own. Served in this process. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collectItems } from "../../src/actions/collect-items.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import type { Desk } from "../support/run-witnessmark.ts";
import { enterCase, type ServedCase } from "../support/served-case.ts";

export interface PeopleAtACase {
  /** Serves the case as this person; whoever served it before is ended first. The desk's own person is "first". */
  as(person: string): Promise<ServedCase>;
  /** Collects files as the first person, who makes the case; analyses are left for later. */
  collect(...files: string[]): Promise<void>;
  /** Has so many items looked at, of those that nobody looked at; further analyses are left. */
  probe(items: number): Promise<void>;
  /** The case as it is open now. */
  session(): CaseSession;
  leave(): Promise<void>;
}

const nothing = () => Promise.reject(new Error("expected not to be asked for"));

/** `verifyPage`: the check page that packs get; without it none can be sealed. `casePassphrase`: of `private.age`, where somebody knows it. */
export function peopleAt(
  desk: Desk,
  casePath: string,
  more: Partial<Pick<Parameters<typeof openCase>[0], "verifyPage" | "casePassphrase" | "casePassphraseFrom">> = {},
): PeopleAtACase {
  const page = join(desk.folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), "");
  const before = process.env["WITNESSMARK_CONFIG"];
  let open: { who: string; session: CaseSession; server: RunningServer; served: ServedCase } | undefined;
  const leave = async (): Promise<void> => {
    await open?.server.close();
    await open?.session.close();
    open = undefined;
    if (before === undefined) delete process.env["WITNESSMARK_CONFIG"];
    else process.env["WITNESSMARK_CONFIG"] = before;
  };
  const people: PeopleAtACase = {
    leave,
    session() {
      if (open === undefined) throw new Error("expected an open case; found none");
      return open.session;
    },
    async collect(...files) {
      await people.as("first");
      const { collectorPorts, viewer, collecting } = people.session();
      const signal = new AbortController().signal;
      const sources = walkSources(files, { signal });
      await collectItems(collectorPorts, viewer, { method: "folder", from: desk.folder, rehash: false, ...collecting }, sources, {
        signal,
        onProgress: () => undefined,
      });
    },
    async probe(items) {
      const { board, queue, onAppended } = people.session();
      let left = items;
      const leave = onAppended((lines) => {
        for (const { body } of lines) if (body?.kind === "analysis.recorded" && body.data.ground.analyser === "probe") left--;
        if (left <= 0) board.setPaused(true);
      });
      board.setPaused(false);
      queue.wake();
      await queue.idle();
      leave();
      board.setPaused(true);
    },
    async as(who) {
      if (open?.who === who) return open.served;
      await leave();
      process.env["WITNESSMARK_CONFIG"] = join(desk.folder, who === "first" ? "config" : `config-of-${who}`);
      const around = {
        program: "test",
        ownPassphrase: nothing,
        casePassphrase: nothing,
        verifyPage: nothing,
        receiptPage: nothing,
        ...more,
      };
      const session = await openCase(around, casePath, { access: "write", create: { title: "case" }, onProgress: () => undefined });
      session.board.setPaused(true);
      const server = await startServer({ session, port: 0, page, report: (error) => console.error(error) });
      open = { who, session, server, served: await enterCase(server.link) };
      return open.served;
    },
  };
  return people;
}
