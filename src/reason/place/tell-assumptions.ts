/** What a clause takes for granted beside its words, in words: each names the rule that changes it. */
import { type Anchors, choicesOf } from "./clause-miss.ts";
import type { Ground } from "./ground-lines.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";

export function assumptionsOf(clause: PlaceClause, anchors: Anchors, rules: PlaceRules, ground: Ground): string[] {
  return [...ownAssumptions(clause, anchors, rules, ground), ...pairsLeftOut(clause, anchors, rules)];
}

function pairsLeftOut(clause: PlaceClause, anchors: Anchors, rules: PlaceRules): string[] {
  if (!("other" in clause)) return [];
  const all = (anchors.get(clause.anchor)?.length ?? 0) * (anchors.get(clause.other)?.length ?? 0);
  const left = all - choicesOf(clause, anchors, rules).length;
  return left === 0
    ? []
    : [
        `"${clause.text}": ${left} of ${all} pairs of points are left out, more than ${rules.pairTimes} times as far apart as the nearest (pairTimes)`,
      ];
}

function ownAssumptions(clause: PlaceClause, anchors: Anchors, rules: PlaceRules, ground: Ground): string[] {
  const words = `"${clause.text}"`;
  const unknown = namesOf(clause).find((name) => (anchors.get(name) ?? []).some(({ radiusKm }) => radiusKm === 0));
  switch (clause.kind) {
    case "offset":
      return [
        ...(clause.distance.vague === undefined
          ? []
          : [`${words}: "${clause.distance.vague.count}" is ${rules.counts[clause.distance.vague.count].join(" to ")} (counts)`]),
        ...(clause.distance.byRoad === true
          ? [`${words}: the straight line is at least ${rules.travel.leastShare} of the road (travel.leastShare)`]
          : []),
      ];
    case "travel":
      return [
        `${words}: ${rules.travel[`${clause.by}Kmh`]} km/h, and a straight line of at least ${rules.travel.leastShare} of the way (travel)`,
      ];
    case "in":
    case "part":
    case "edge":
    case "outside":
      return unknown === undefined ? [] : [`${words}: the extent of ${unknown} is not known, ${rules.inKm} km is taken (inKm)`];
    case "across":
      return [`${words}: the course of "${clause.water}" is not known, so any side counts (acrossKm)`];
    case "between":
      if (clause.road && ground.conditionsOf(clause).length > 0)
        return [`${words}: along the lines of the map data, within a band along the straight line`];
      return [
        `${words}: a band along the straight line${clause.road ? ", for no map data of the road are given" : ""} (bandShare, bandLeastKm)`,
      ];
    case "halfway":
    case "towards":
      return [`${words}: along the straight line (bandShare)`];
    default:
      return [];
  }
}
