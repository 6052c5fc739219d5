/** Everything that holds for the whole page: session, answers remembered, live events, shield, and the screen for the address. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isBlindAnswerDue, isSessionOver } from "../api-client/api-error.ts";
import { blindApi } from "../api-client/blind-api.ts";
import { listenToEvents } from "../api-client/live-events.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { openSession } from "../api-client/session.ts";
import { listenForKeys } from "../keys/use-keys.ts";
import { BlindShell } from "../blind/blind-shell.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ShieldProvider } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { FailureBoundary } from "./failure-boundary.tsx";
import { Shell } from "./shell.tsx";

/** Shut: this person owes a blind answer, and the page shows them that alone. */
type Door = "unknown" | "open" | "shut";

type Session = { readonly state: "opening" | "open" | "never" | "over" } | { readonly state: "failed"; readonly error: unknown };

export function App() {
  const [session, setSession] = useState<Session>({ state: "opening" });
  const [connected, setConnected] = useState(true);
  const [door, setDoor] = useState<Door>("unknown");
  const [client] = useState((): QueryClient => {
    const made: QueryClient = new QueryClient({
      queryCache: new QueryCache({
        onError: (error) => {
          // A page that was open keeps what stands on it; one that never was has nothing to show.
          if (isBlindAnswerDue(error)) setDoor("shut");
          if (isSessionOver(error))
            setSession((now) => ({ state: made.getQueryData(queryKeys.case) === undefined && now.state !== "over" ? "never" : "over" }));
        },
      }),
      mutationCache: new MutationCache({
        onError: (error) => {
          if (isBlindAnswerDue(error)) setDoor("shut");
        },
      }),
      defaultOptions: {
        queries: { staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false, retry: false, networkMode: "always" },
        mutations: { networkMode: "always" },
      },
    });
    return made;
  });

  useEffect(() => listenForKeys(window), []);
  useEffect(() => {
    void sessionOnce().then(setSession);
  }, []);
  useEffect(() => {
    if (session.state !== "open" || door !== "unknown") return;
    // Where it cannot be asked, the screens say why; the door itself is in the server.
    void blindApi.desk().then(
      ({ shut }) => setDoor(shut ? "shut" : "open"),
      () => setDoor("open"),
    );
  }, [session.state, door]);
  useEffect(() => {
    if (session.state !== "open" || door !== "open") return undefined;
    return listenToEvents(client, {
      onConnection: setConnected,
      onSessionOver: () => setSession({ state: "over" }),
      onBlindDoor: () => setDoor("shut"),
    });
  }, [client, session.state, door]);
  // What was shown before the answer was asked for is forgotten.
  useEffect(() => {
    if (door === "shut") client.removeQueries({ predicate: ({ queryKey }) => !queryKey.includes("blind-desk") });
  }, [client, door]);

  const reopen = (): void => {
    setSession({ state: "open" });
    void client.invalidateQueries();
  };

  if (session.state === "opening" || (session.state === "open" && door === "unknown"))
    return <p className="page-message">{t("app.waiting")}</p>;
  if (session.state === "never")
    return (
      <main className="page-message">
        <h1>{t("error.session")}</h1>
        <p>{t("error.session-how")}</p>
      </main>
    );
  if (session.state === "failed")
    return (
      <main className="page-message">
        <h1>{t("app.name")}</h1>
        <ErrorNotice error={session.error} onRetry={() => window.location.reload()} />
      </main>
    );
  return (
    <FailureBoundary>
      <QueryClientProvider client={client}>
        <ShieldProvider>
          {door === "shut" ? (
            <BlindShell onOpen={() => setDoor("unknown")} />
          ) : (
            <Shell connected={connected} sessionOver={session.state === "over"} onSession={reopen} />
          )}
        </ShieldProvider>
      </QueryClientProvider>
    </FailureBoundary>
  );
}

let opening: Promise<Session> | undefined;

/** The token is spent once, also where React mounts twice. */
function sessionOnce(): Promise<Session> {
  opening ??= openSession(window.location, window.history).then(
    (): Session => ({ state: "open" }),
    (error: unknown): Session => (isSessionOver(error) ? { state: "never" } : { state: "failed", error }),
  );
  return opening;
}
