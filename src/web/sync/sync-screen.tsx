/** The sync wall: several recordings of one event on one clock. Without clips in the address it lists the groups that were found. */
import "../bench/bench.css";
import "../bench/panel.css";
import "../bench/player.css";
import "../bench/stage.css";
import "../events/events.css";
import "./sync.css";
import "./wall.css";
import { useAddress } from "../router/router.ts";
import { GroupsView } from "./groups-view.tsx";
import { readSyncAddress } from "./sync-address.ts";
import { WallView } from "./wall-view.tsx";

export function SyncScreen() {
  const { query } = useAddress();
  const address = readSyncAddress(query);
  if (address.clips.length === 0) return <GroupsView />;
  return <WallView key={address.clips.join(",")} address={address} />;
}
