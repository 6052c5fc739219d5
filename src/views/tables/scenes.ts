/** Tables of things in scenes and of pair sheets. The sheet itself is an object. Withdrawn ones stay. */
import type { SceneVerdict } from "../../core/scene/scene.ts";

interface Written {
  /** Null where this copy withholds it. */
  reason: string | null;
  at: string;
  by: string;
  seq: number;
  /** Why it was taken back; null while it stands. */
  withdrawn: string | null;
}

export interface SceneTables {
  /** `label`: V3, O1. */
  scene_object: Written & { label: string; description: string | null };
  scene_pair: Written & { id: number; a: number; b: number; sheet: string; verdict: SceneVerdict };
}

export const sceneTablesSql = `
create table scene_object (
  label text primary key, description text, reason text, at text not null, by text not null, seq integer not null, withdrawn text
) without rowid;
create table scene_pair (
  id integer primary key, a integer not null, b integer not null, sheet text not null, verdict text not null, reason text,
  at text not null, by text not null, seq integer not null, withdrawn text
);
`;
