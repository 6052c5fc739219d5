/** Everything that holds for the whole page: session, answers remembered, live events, shield, and the screen for the address. */
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isSessionOver } from "../api-client/api-error.ts";
import { listenToEvents } from "../api-client/live-events.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { openSession } from "../api-client/session.ts";
import { listenForKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ShieldProvider } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { FailureBoundary } from "./failure-boundary.tsx";
import { Shell } from "./shell.tsx";

type Session = { readonly state: "opening" | "open" | "never" | "over" } | { readonly state: "failed"; readonly error: unknown };

export function App() {
  const [session, setSession] = useState<Session>({ state: "opening" });
  const [connected, setConnected] = useState(true);
  const [client] = useState((): QueryClient => {
    const made: QueryClient = new QueryClient({
      queryCache: new QueryCache({
        onError: (error) => {
          // A page that was open keeps what stands on it; one that never was has nothing to show.
          if (isSessionOver(error))
            setSession((now) => ({ state: made.getQueryData(queryKeys.case) === undefined && now.state !== "over" ? "never" : "over" }));
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
    if (session.state !== "open") return undefined;
    return listenToEvents(client, setConnected, () => setSession({ state: "over" }));
  }, [client, session.state]);

  const reopen = (): void => {
    setSession({ state: "open" });
    void client.invalidateQueries();
  };

  if (session.state === "opening") return <p className="page-message">{t("app.waiting")}</p>;
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
          <Shell connected={connected} sessionOver={session.state === "over"} onSession={reopen} />
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
