/** English words of grammar. */
import { list } from "./list.ts";

export const enPronouns = list(
  "he, she, it, they, we, i, you, him, her, them, us, me, who, whom, this, these, those, his, hers, theirs, himself, herself, themselves, itself, one, nobody, no one, someone, somebody, everyone, everybody, anyone, anything, nothing, something, everything, none, both",
);

export const enDeterminers = list(
  "the, a, an, this, that, these, those, his, her, its, their, our, my, your, some, any, no, each, every, both, another, all, several, many, most, one of, few",
);

export const enSmall = list(
  `of, in, on, at, by, to, from, with, without, into, onto, over, under, through, across, along, near, beside, behind, between, among, around, about, against, for, during, until, till, since, before, after, above, below, beyond, inside, outside, towards, toward, off, out, up, down, past, via, as, than, like, per, despite, except, not, never, no, nor, is, are, was, were, be, been, being, am, has, have, had, having, do, does, did, will, would, shall, should, can, could, may, might, must, also, then, later, earlier, now, still, already, again, there, here, only, just, even, too, so, yet, soon, ago, once, twice, how, what, when, where, which, whose, why, whether, if, because, although, though, while, and, but, or, either, neither, both, when, apparently, reportedly, allegedly, possibly, probably, likely, perhaps, maybe, initially, independently, together, away, back, apart, ahead, however, meanwhile, nearby, instead, online, let, got, get, went, did not, shows, show, showed, showing, shown, depicts, captures, makes, made, came as, remains, remained, today, yesterday, tomorrow, tonight, shortly, immediately, first, next, within, throughout, according, appears, appeared, seems, seemed, amid, because of, it, isn't, wasn't, weren't, aren't, hadn't, hasn't, haven't, didn't, doesn't, don't, couldn't, can't, wouldn't, won't, nowhere, somewhere, anywhere, home, onto, beneath, opposite, using, seen, saying, adding, quoting, citing, alone, ever, forward, afterwards, almost, nearly, therefore, thus, rather, very`,
);

export const enClauseOpeners = list(
  "which, who, whom, whose, where, when, while, although, though, because, before, after, until, since, as, whereas, after which, so that, as soon as, even though, whether, by the time, once, if, unless",
);

export const enJoiners = list("and, but, or, then, and then, while, though, yet, so, but also, nor");

export const enPlacePrepositions = list(
  `in, at, on, near, near to, close to, outside, outside of, inside, beside, behind, between, along, around, by, across, opposite, above, below, beneath, under, over, beyond, past, through, off, from, to, into, onto, towards, toward, against, next to, in front of, at the edge of, on the edge of, on the outskirts of, at the foot of, in the middle of, short of, north of, south of, east of, west of, northeast of, north-east of, northwest of, north-west of, southeast of, south-east of, southwest of, south-west of, just north of, just south of, just east of, just west of, just outside, just off, not far from, within, among, amid, upstream of, downstream of, upstream from, downstream from, halfway between, on the way to, on the road to, up, down, alongside, via, adjacent to, out of, away from, facing, inland from, overlooking, upriver of, downriver of, as far as, at the back of, up to, out to, underneath, atop, throughout, half-way between, midway between, back to, north from, south from, everywhere in, elsewhere in, somewhere in, somewhere near, somewhere between, somewhere on, somewhere along, just inside, just before, just below, just above, just behind, just beyond, just past, just in front of, directly opposite, right next to, right outside, right behind, near where`,
);
