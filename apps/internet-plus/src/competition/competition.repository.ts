import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type Competition, CompetitionEntity } from './competition.entity.ts';
import { type CompetitionTrack, CompetitionTrackEntity } from './competition-track.entity.ts';
import { type CompetitionRound, CompetitionRoundEntity } from './competition-round.entity.ts';
import { type CompetitionEntry, CompetitionEntryEntity } from './competition-entry.entity.ts';
import { type CompetitionJudge, CompetitionJudgeEntity } from './competition-judge.entity.ts';
import { type CompetitionScore, CompetitionScoreEntity } from './competition-score.entity.ts';
import { type RoundResult, RoundResultEntity } from './round-result.entity.ts';
import { type CompetitionAppeal, CompetitionAppealEntity } from './competition-appeal.entity.ts';

export type CompetitionConnection = Connection<Competition>;

/** Competitions (教学能手大赛). */
export const competitions = new RecordList(CompetitionEntity, {
  conditions: {
    years: 'row.year = ANY(:years)',
  },
  orders: {
    YEAR_DESC: ['year', 'DESC'],
  },
});

export type CompetitionTrackConnection = Connection<CompetitionTrack>;

/** Tracks of competitions (赛道). */
export const competitionTracks = new RecordList(CompetitionTrackEntity, {
  conditions: {
    competitions: 'row.competitionId = ANY(:competitions)',
  },
  ids: ['competitions'],
  orders: {
    NAME_ASC: ['name', 'ASC'],
  },
});

export type CompetitionRoundConnection = Connection<CompetitionRound>;

/** Rounds of competitions. */
export const competitionRounds = new RecordList(CompetitionRoundEntity, {
  conditions: {
    competitions: 'row.competitionId = ANY(:competitions)',
    levels: 'row.level = ANY(:levels)',
    states: 'row.state = ANY(:states)',
  },
  ids: ['competitions'],
  orders: {
    ENTRIES_DESC: ['entriesUntil', 'DESC'],
  },
});

export type CompetitionEntryConnection = Connection<CompetitionEntry>;

/** Entries in competitions (参赛作品). */
export const competitionEntries = new RecordList(CompetitionEntryEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    competitions: 'row.competitionId = ANY(:competitions)',
    tracks: 'row.trackId = ANY(:tracks)',
    teachers: 'row.teacherId = ANY(:teachers)',
    isIn: '(row.withdrawnOn IS NULL) = :isIn',
  },
  ids: ['schools', 'competitions', 'tracks', 'teachers'],
  orders: {
    NUMBER_ASC: ['number', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    SUBJECT: 'row.subject',
    TRACK: 'row.trackId',
  },
});

export type CompetitionJudgeConnection = Connection<CompetitionJudge>;

/** Judges of rounds (评委). */
export const competitionJudges = new RecordList(CompetitionJudgeEntity, {
  conditions: {
    rounds: 'row.roundId = ANY(:rounds)',
  },
  ids: ['rounds'],
  orders: {
    NAME_ASC: ['name', 'ASC'],
  },
});

export type CompetitionScoreConnection = Connection<CompetitionScore>;

/** Scores that judges gave (评分). */
export const competitionScores = new RecordList(CompetitionScoreEntity, {
  conditions: {
    rounds: 'row.roundId = ANY(:rounds)',
    entries: 'row.entryId = ANY(:entries)',
  },
  ids: ['rounds', 'entries'],
  orders: {
    SCORE_DESC: ['score', 'DESC'],
  },
});

export type RoundResultConnection = Connection<RoundResult>;

/** Results of rounds (成绩). */
export const roundResults = new RecordList(RoundResultEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    rounds: 'row.roundId = ANY(:rounds)',
    entries: 'row.entryId = ANY(:entries)',
    awards: 'row.award = ANY(:awards)',
    isPromoted: 'row.isPromoted = :isPromoted',
  },
  ids: ['schools', 'rounds', 'entries'],
  orders: {
    PLACE_ASC: ['place', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    AWARD: 'row.award',
  },
});

export type CompetitionAppealConnection = Connection<CompetitionAppeal>;

/** Appeals against results (申诉). */
export const competitionAppeals = new RecordList(CompetitionAppealEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    rounds: 'row.roundId = ANY(:rounds)',
    states: 'row.state = ANY(:states)',
  },
  ids: ['schools', 'rounds'],
  orders: {
    FILED_DESC: ['filedOn', 'DESC'],
  },
});
