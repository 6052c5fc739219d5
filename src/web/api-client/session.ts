/** Trades the link's one-time token for the session cookie and takes it out of the address, so it is neither bookmarked nor read over a shoulder. */
import { api } from "./api.ts";

export async function openSession(location: Location, history: History): Promise<void> {
  const url = new URL(location.href);
  const token = url.searchParams.get("token");
  if (token === null) return;
  url.searchParams.delete("token");
  history.replaceState(null, "", `${url.pathname}${url.search}`);
  await api.openSession(token);
}
