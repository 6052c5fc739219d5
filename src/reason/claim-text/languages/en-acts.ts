/** English words for things done, finite forms and participles; nouns apart. */
import type { ActWord } from "./lexicon.ts";
import { acts } from "./list.ts";

const noun = { noun: true } as const;
const suffers = { suffers: true } as const;

export const enActs: readonly ActWord[] = [
  ...acts("attack", "ambush", "ambushed, was ambushed, lay in wait, lain in wait, opened fire from hiding, fired from hiding, waylaid"),
  ...acts("attack", "ambush", "ambush, ambushes", noun),
  ...acts(
    "attack",
    "other",
    `carried out, attacked, hit, struck, shelled, bombed, bombarded, raided, stormed, assaulted, fired, fired first, fired back, fired shots, fired on, fired at, fired upon, opened fire,
     opened fire on, shot at, shot, targeted, stabbed, beat, beaten, exploded, blew up, detonated, went off, launched, threw, thrown, hurled,
     rammed, clashed, fought, pelted, kicked, punched, attacking, shelling, firing, fires, throwing, thrown at, dropped, fell on, came under fire,
     came under attack, come under fire, traded fire, exchanged fire`,
  ),
  ...acts(
    "attack",
    "other",
    `attack, attacks, strike, strikes, airstrike, airstrikes, shelling, explosion, explosions, blast, blasts, shots, gunshots, bang, bangs, bombing, bombings, raid, raids,
     assault, clash, clashes, gunfire, shooting, fighting, drone strike, drone attack, rocket attack, missile strike`,
    noun,
  ),
  ...acts(
    "killing",
    "killing",
    "killed, shot dead, executed, murdered, gunned down, stabbed to death, beaten to death, beat to death, shot and killed, killing, finished off",
  ),
  ...acts(
    "killing",
    "killing",
    "died, dies, dead, lost their lives, were found dead, was found dead, found dead, lost his life, lost her life, perished",
    suffers,
  ),
  ...acts("killing", "killing", "killings, executions, murder, murders, massacre, death, deaths", noun),
  ...acts("injury", "other", "wounded, injured, hurt, maimed, burnt, was treated, were treated, treated"),
  ...acts("injury", "other", "suffered burns, suffered injuries, lost consciousness, suffered cuts, suffered", suffers),
  ...acts(
    "detention",
    "other",
    "arrested, detained, captured, seized, abducted, kidnapped, held, jailed, imprisoned, tied, bound, handcuffed, took prisoner, taken prisoner, took hostage, taken hostage, taken captive, rounded up, surrounded, stopped and searched",
  ),
  ...acts("detention", "other", "surrendered, gave themselves up", suffers),
  ...acts("detention", "other", "arrest, arrests, detention, detentions, abduction, kidnapping", noun),
  ...acts(
    "destruction",
    "other",
    `destroyed, damaged, burned down, burnt down, burned out, burnt out, burned, wrecked, demolished, smashed, shattered, set fire to, set on fire,
     torched, broke, broken, knocked out, blown up, blown out, knocked down, levelled, leveled, cut, cut off, ruined, flattened, toppled, looted, broke into, broken into, blocked, punctured, tore, torn, pierced, vandalised, vandalized, scorched, gutted, disabled, broke down`,
  ),
  ...acts(
    "destruction",
    "other",
    "burst its banks, burst their banks, collapsed, caught fire, sank, sunk, gave way, were on fire, was on fire, was ablaze, were ablaze, burst, caved in, derailed, overturned, was burning, were burning, burning, flooded, failed",
    suffers,
  ),
  ...acts("destruction", "other", "fire, blaze, collapse, destruction, damage, outage, crash, derailment, accident", noun),
  ...acts(
    "movement",
    "movement",
    `came on board, came aboard, went aboard, got on, got off, reversed, reversing, reverses, broke loose, broke free, broke away, put to sea, set sail, got out, got off, got in, got away, get out, came down, came in, came out, came up, made an emergency landing, made a landing, came to rest, came to a halt, came to a stop, jumped clear, arrived, left, crossed, entered, moved, drove, driven, driving, walked, walking, marched, fled, advanced, withdrew, withdrawn, retreated, travelled, traveled,
     passed, returned, came, went, rolled, reached, departed, turned, headed, heading, was heading, were heading, sailed, flew, landed, pulled out, pulled back,
     evacuated, transported, carried, escaped, ran, ran away, moved in, moved out, drove off, drove away, drove past, pulled up, set off, rode, climbed, followed, towed, was towed, approached, parked, stopped, halted, turned back, turned off, gathered, docked, set out, made its way, boarded, hurried, deployed, redeployed, led, led away, was led, took off, came back, drew up, brought, rushed, moving, crossing, leaving, arriving, entering, passing, travelling, traveling, turning, running, fleeing, moved off, towing, were travelling, was travelling, walked out, swam, crawled, steered, evacuating, delivered, sent, shipped, taken, drifted, escorted`,
  ),
  ...acts("movement", "movement", "arrival, departure, evacuation, withdrawal, retreat", noun),
  ...acts(
    "filming",
    "filming",
    "filmed, was filmed, were filmed, recorded, was recorded, shot on, shot from, photographed, videoed, captured on camera, captured on video, caught on camera, taken from, captured on film, filming, picked up by, filmed from, recorded from, taped, pictured",
  ),
  ...acts(
    "posting",
    "posting",
    "posted, posted online, uploaded, published, shared, released, circulated, put online, tweeted, retweeted, was posted, reposted, re-posted, surfaced, surfaced online, appeared online, broadcast, aired, first appeared, went online, emerged, deleted, taken down, removed, was deleted, streamed, livestreamed, forwarded, printed, issued",
  ),
  ...acts(
    "statement",
    "statement",
    "made a statement, gave a statement, issued a statement, released a statement, issued a warning, issued an order, called for, ordered, praised, condemned, thanked, congratulated, gave a speech, held a briefing, spoke, apologised, apologized, gave evidence, testified, briefed, promised, demanded, signed, met, resigned",
  ),
  ...acts(
    "other",
    "other",
    `shook, rattled, begun, informed, measured,  fell, fallen, found, discovered, recovered, collected, picked up, rescued, saved, buried, closed, shut, opened, began, started, ended, happened, occurred,
     took place, searched, took, lost, stole, stolen, went missing, disappeared, swept, retook, forced, split, spun, swung, slid, drew, paid, won, froze, bent, were called to, was called to, put up, claimed responsibility, claim responsibility, present, armed, gone, leaked, open fire, visited, washed ashore, washed up, knocked over, skidded, crashed, capsized, ran aground, tipped over, gave, given, drowned, bought, sold, built, repaired, removed, cleared, worked, slept, waited,
     sounded, rang, woke, cut short, rose, spread, lit, went out, put out, extinguished, planted, dug, hung, raised, lowered, lay, stood, sat, hid, hidden, trapped, was trapped, helped, set up, switched off, lasted, cancelled, canceled, suspended, cordoned off, evicted, received, visited, inspected, examined, replaced, dragged, pulled, pulled down, pulled from, pushed, covered, missing, carrying, broke out, erupted, sealed off, tested, handed over, handed out, distributed, loaded, unloaded, tipped, spilled, leaked, emptied, filled, laid, installed, stopped working, turned on, failed to arrive, was missing, were missing, locked, unlocked, warned off, joined, attended, fed, voted, dismissed, exchanged, swapped, sheltered, took cover, took shelter, slowed, resumed, halted work, were stranded, was stranded, stranded`,
  ),
];
