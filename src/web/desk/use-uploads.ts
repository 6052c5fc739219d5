/** The upload queue as a component sees it. Leaving the page while files are on their way asks first. */
import { useEffect, useSyncExternalStore } from "react";
import { isBusy, uploadQueue, type Uploads } from "./upload-queue.ts";

export function useUploads(): Uploads {
  const uploads = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.snapshot);
  const busy = isBusy(uploads.counts);
  useEffect(() => {
    if (!busy) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [busy]);
  return uploads;
}
