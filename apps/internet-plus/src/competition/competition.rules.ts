import {
  earliestRefusals,
  linkRefusals,
  orderRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import type { CompetitionAward, RoundLevel, RoundState } from './competition-terms.rules.ts';

export const ROUND_ACTS = ['CLOSE_ENTRIES', 'JUDGE', 'PUBLICISE', 'REOPEN', 'AWARD', 'PROMOTE'] as const;
export type RoundAct = (typeof ROUND_ACTS)[number];

type Transitions = Record<RoundState, Partial<Record<RoundAct, RoundState>>>;

/** 报名 → 评审 → 公示 → 表彰 → 推荐; only an appeal that is upheld opens a result again, and never once it is awarded (docs/rules/internet-plus.md#competition). */
export const ROUND_TRANSITIONS = {
  OPEN: { CLOSE_ENTRIES: 'ENTRY_CLOSED' },
  ENTRY_CLOSED: { JUDGE: 'JUDGING' },
  JUDGING: { PUBLICISE: 'PUBLICISED' },
  PUBLICISED: { REOPEN: 'JUDGING', AWARD: 'AWARDED' },
  AWARDED: { PROMOTE: 'PROMOTED' },
  PROMOTED: {},
} as const satisfies Transitions;

export const roundOrder = (state: RoundState, act: RoundAct) =>
  orderRefusals<RoundState, RoundAct>(ROUND_TRANSITIONS, state, act);

export function roundNext(state: RoundState, act: RoundAct): RoundState {
  const acts: Partial<Record<RoundAct, RoundState>> = ROUND_TRANSITIONS[state];
  return acts[act] ?? state;
}

/** The level that follows; null after the last that the county knows of. */
export const NEXT_LEVEL: Record<RoundLevel, RoundLevel | null> = {
  SCHOOL: 'COUNTY',
  COUNTY: 'CITY',
  CITY: 'REGION',
  REGION: null,
};

const NAME_LONGEST = 60;
const TITLE_LONGEST = 200;
const COUNTS = { least: 0, greatest: 10_000 };
const BYTES = { least: 1, greatest: 2_000_000_000 };
const YEARS = { least: 1986, greatest: 2100 };
const TRIMMED = 2;

export interface OpenAsked {
  name: string;
  year: number;
  firstAwards: number;
  secondAwards: number;
  thirdAwards: number;
  promotes: number;
  entriesUntil: string;
  tracks: readonly { name: string; isBlind: boolean; mediaTypes: readonly string[]; largestBytes: number }[];
}

export function openRefusals(
  asked: OpenAsked,
  today: string,
): Refusal<'TextUnfit' | 'ValueOutOfRange' | 'DayTooEarly' | 'RecordExists'>[] {
  const names = asked.tracks.map(({ name }) => name);
  const counts = ['firstAwards', 'secondAwards', 'thirdAwards', 'promotes'] as const;
  return [
    ...textRefusals(asked.name, 'name', NAME_LONGEST),
    ...rangeRefusals(asked.year, 'year', YEARS),
    ...counts.flatMap((name) => rangeRefusals(asked[name], name, COUNTS)),
    ...earliestRefusals(asked.entriesUntil, 'entriesUntil', today),
    ...rangeRefusals(asked.tracks.length, 'tracks', { least: 1, greatest: 50 }),
    ...asked.tracks.flatMap(({ name, mediaTypes, largestBytes }, at) => [
      ...textRefusals(name, `tracks.${at}.name`, NAME_LONGEST),
      ...rangeRefusals(mediaTypes.length, `tracks.${at}.mediaTypes`, { least: 1, greatest: 20 }),
      ...rangeRefusals(largestBytes, `tracks.${at}.largestBytes`, BYTES),
      ...(names.indexOf(name) < at ? [refuse('RecordExists', `tracks.${at}.name`, { existing: null })] : []),
    ]),
  ];
}

/** A work is of a kind and size that its track takes. */
export function workRefusals(
  asked: { title: string; mediaType: string; bytes: number; link: string },
  { mediaTypes, largestBytes }: { mediaTypes: readonly string[]; largestBytes: number },
): Refusal<'WorkUnfit' | 'LinkUnsafe' | 'TextUnfit'>[] {
  const fits = mediaTypes.includes(asked.mediaType) && asked.bytes >= 1 && asked.bytes <= largestBytes;
  return [
    ...textRefusals(asked.title, 'title', TITLE_LONGEST),
    ...(fits ? [] : [refuse('WorkUnfit', 'mediaType', { kinds: mediaTypes, largestBytes })]),
    ...linkRefusals(asked.link, 'link'),
  ];
}

/** A judge never judges the own school. */
export const mayJudge = (judge: { schoolId: string | null }, entry: { schoolId: string }): boolean =>
  judge.schoolId !== entry.schoolId;

/** Refused when an entry would have fewer judges without a conflict than are needed. */
export function judgeRefusals(
  judges: readonly { schoolId: string | null }[],
  entries: readonly { schoolId: string }[],
  needed: number,
): Refusal<'JudgesTooFew'>[] {
  const counts = entries.map((entry) => judges.filter((judge) => mayJudge(judge, entry)).length);
  const have = Math.min(judges.length, ...counts);
  return have < needed ? [refuse('JudgesTooFew', 'competitionRound', { needed, have })] : [];
}

/** Mean without the highest and the lowest score, in hundredths, rounded half up. */
export function trimmedMean(scores: readonly number[]): number {
  const kept = scores.length > TRIMMED ? [...scores].sort((a, b) => a - b).slice(1, -1) : scores;
  const sum = kept.reduce((total, score) => total + score, 0);
  return kept.length === 0 ? 0 : Math.floor((sum * 200 + kept.length) / (2 * kept.length));
}

export interface Prizes {
  firstAwards: number;
  secondAwards: number;
  thirdAwards: number;
  promotes: number;
}

export interface Placed {
  entryId: string;
  meanHundredths: number;
  place: number;
  award: CompetitionAward | null;
  isPromoted: boolean;
}

/** Places within one track: entries that tie share a place, and with it the better award. */
export function placed(means: readonly { entryId: string; meanHundredths: number }[], prizes: Prizes): Placed[] {
  return means
    .map((entry) => {
      const place = 1 + means.filter(({ meanHundredths }) => meanHundredths > entry.meanHundredths).length;
      return { ...entry, place, award: awardOf(place, prizes), isPromoted: place <= prizes.promotes };
    })
    .sort((a, b) => a.place - b.place);
}

function awardOf(place: number, { firstAwards, secondAwards, thirdAwards }: Prizes): CompetitionAward | null {
  if (place <= firstAwards) return 'FIRST';
  if (place <= firstAwards + secondAwards) return 'SECOND';
  return place <= firstAwards + secondAwards + thirdAwards ? 'THIRD' : null;
}
