/** Everything that holds for the whole page: session, answers remembered, live events, shield, and the screen for the address. */
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isSessionOver } from "../api-client/api-error.ts";
import { listenToEvents } from "../api-client/live-events.ts";
import { openSession } from "../api-client/session.ts";
import { listenForKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ShieldProvider } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { FailureBoundary } from "./failure-boundary.tsx";
import { Shell } from "./shell.tsx";

type Session = { readonly state: "opening" | "open" | "over" } | { readonly state: "failed"; readonly error: unknown };

export function App() {
  const [session, setSession] = useState<Session>({ state: "opening" });
  const [connected, setConnected] = useState(true);
  const [client] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache({
          onError: (error) => {
            if (isSessionOver(error)) setSession({ state: "over" });
          },
        }),
        defaultOptions: {
          queries: { staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false, retry: false, networkMode: "always" },
          mutations: { networkMode: "always" },
        },
      }),
  );

  useEffect(() => listenForKeys(window), []);
  useEffect(() => {
    void sessionOnce().then(setSession);
  }, []);
  useEffect(() => {
    if (session.state === "open") return listenToEvents(client, setConnected);
    return undefined;
  }, [client, session.state]);

  if (session.state === "opening") return <p className="page-message">{t("app.waiting")}</p>;
  if (session.state === "over")
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
          <Shell connected={connected} />
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
    (error: unknown): Session => (isSessionOver(error) ? { state: "over" } : { state: "failed", error }),
  );
  return opening;
}
