/**
 * Accepting, rejecting, undoing: shown at once, written one after another in the order of the keys. What could not be written waits
 * again, and says so.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { StateClaim } from "../../api/claims.ts";
import type { ClaimText } from "../../core/claim/claim-text.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { Decided, ProposalRow } from "./proposal-rows.ts";

/** Of no proposal. */
const byHandKey = "by hand";

type Undo = () => Promise<unknown>;

export interface Decisions {
  readonly decided: Decided;
  /** What could not be written. */
  readonly error: unknown;
  readonly canUndo: boolean;
  readonly accept: (key: string, claim: StateClaim) => void;
  /** A claim that no proposal stands for: new, or stated again. */
  readonly state: (claim: StateClaim) => void;
  readonly reject: (row: ProposalRow, text: ClaimText) => void;
  /** Takes a rejection back. */
  readonly restore: (key: string, line: number) => void;
  /** Takes the last one back: the claim is withdrawn, the rejection restored. Returns whose it was. */
  readonly undo: (reason: string) => string | undefined;
}

export function useDecisions(): Decisions {
  const client = useQueryClient();
  const [decided, setDecided] = useState<Decided>(new Map());
  const [error, setError] = useState<unknown>();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const done = useRef<{ key: string; written: Promise<Undo | undefined>; by: "accept" | "reject" }[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const undoReason = useRef("");

  const set = useCallback((key: string, status: ProposalRow["status"] | undefined) => {
    setDecided((before) => {
      const next = new Map(before);
      if (status === undefined) next.delete(key);
      else next.set(key, status);
      return next;
    });
  }, []);

  /** Does `work` behind all that was asked for before; `back` is what the row falls back to where that fails. */
  const queue = useCallback(
    <T>(key: string, status: ProposalRow["status"], work: () => Promise<T>): Promise<T | undefined> => {
      set(key, status);
      const written = line.current.then(async () => {
        try {
          const answer = await work();
          setError(undefined);
          return answer;
        } catch (fault) {
          setError(fault);
          set(key, undefined);
          return undefined;
        } finally {
          void client.invalidateQueries({ queryKey: queryKeys.records });
        }
      });
      line.current = written;
      return written;
    },
    [client, set],
  );

  const remember = useCallback((key: string, by: "accept" | "reject", written: Promise<Undo | undefined>) => {
    done.current.push({ key, by, written });
    setCanUndo(true);
  }, []);

  const accept = useCallback(
    (key: string, claim: StateClaim) => {
      const written = queue(key, "accepted", () => claimApi.stateClaims({ claims: [claim] }));
      remember(
        key,
        "accept",
        written.then((answer) => {
          const [id] = answer?.claims ?? [];
          return id === undefined ? undefined : () => claimApi.withdrawClaim(id, undoReason.current);
        }),
      );
    },
    [queue, remember],
  );

  const reject = useCallback(
    ({ key, proposal: { span, statement } }: ProposalRow, text: ClaimText) => {
      const { aspect, valueSpan } = statement;
      const written = queue(key, "rejected", () => claimApi.rejectProposals({ proposals: [{ text, aspect, span, valueSpan }] }));
      remember(
        key,
        "reject",
        written.then((answer) => {
          const lines = answer?.lines ?? [];
          return lines.length === 0 ? undefined : () => claimApi.restoreProposals(lines);
        }),
      );
    },
    [queue, remember],
  );

  const state = useCallback(
    (claim: StateClaim) =>
      void queue(byHandKey, "open", () => claimApi.stateClaims({ claims: [claim] })).then((answer) => {
        const [id] = answer?.claims ?? [];
        if (id !== undefined) announce(t("claims.form.stated", { claim: id }));
      }),
    [queue],
  );

  const restore = useCallback((key: string, number: number) => void queue(key, "open", () => claimApi.restoreProposals([number])), [queue]);

  const undo = useCallback(
    (reason: string) => {
      const last = done.current.pop();
      setCanUndo(done.current.length > 0);
      if (last === undefined) return undefined;
      undoReason.current = reason;
      void queue(last.key, "open", async () => (await last.written)?.());
      return last.key;
    },
    [queue],
  );

  return { decided, error, canUndo, accept, state, reject, restore, undo };
}
