import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import {
  competitionAppeals,
  competitionEntries,
  competitionJudges,
  competitionRounds,
  competitionScores,
  competitionTracks,
  competitions,
  roundResults,
} from './competition.repository.ts';
import { teachers } from '../teacher/teacher.repository.ts';

export const competitionQueries = {
  judgedWorks: (_, _arguments, { judging }) => judging.listWorks(),
  competition: (_, { id }, { records }) => records.of(competitions).findByGlobalId(id),
  competitions: (_, asked, { records }) => records.of(competitions).list(asked),
  competitionTracks: (_, asked, { records }) => records.of(competitionTracks).list(asked),
  competitionRound: (_, { id }, { records }) => records.of(competitionRounds).findByGlobalId(id),
  competitionRounds: (_, asked, { records }) => records.of(competitionRounds).list(asked),
  competitionEntry: (_, { id }, { records }) => records.of(competitionEntries).findByGlobalId(id),
  competitionEntries: (_, asked, { records }) => records.of(competitionEntries).list(asked),
  competitionEntryGroups: (_, asked, { records }) => records.of(competitionEntries).groups(asked),
  competitionJudges: (_, asked, { records }) => records.of(competitionJudges).list(asked),
  competitionScores: (_, asked, { records }) => records.of(competitionScores).list(asked),
  roundResults: (_, asked, { records }) => records.of(roundResults).list(asked),
  roundResultGroups: (_, asked, { records }) => records.of(roundResults).groups(asked),
  competitionAppeals: (_, asked, { records }) => records.of(competitionAppeals).list(asked),
} satisfies Partial<QueryResolvers>;

export const competitionTypes = {
  Competition: {
    __resolveReference: ({ id }, { records }) => records.of(competitions).findByGlobalId(id),
    id: globalIdOf,
    tracks: ({ id }, _, { records }) => records.of(competitionTracks).of('competitionId', id, 'NAME_ASC'),
  },
  CompetitionTrack: {
    id: globalIdOf,
    competition: ({ competitionId }, _, { records }) => records.of(competitions).find(competitionId),
  },
  CompetitionRound: {
    __resolveReference: ({ id }, { records }) => records.of(competitionRounds).findByGlobalId(id),
    id: globalIdOf,
    competition: ({ competitionId }, _, { records }) => records.of(competitions).find(competitionId),
  },
  CompetitionEntry: {
    __resolveReference: ({ id }, { records }) => records.of(competitionEntries).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    competition: ({ competitionId }, _, { records }) => records.of(competitions).find(competitionId),
    track: ({ trackId }, _, { records }) => records.of(competitionTracks).find(trackId),
    teacher: ({ teacherId }, _, { records }) => records.of(teachers).find(teacherId),
  },
  CompetitionJudge: {
    id: globalIdOf,
    round: ({ roundId }, _, { records }) => records.of(competitionRounds).find(roundId),
    school: ({ countyCode, schoolId }) => (schoolId === null ? null : { countyCode, id: schoolId }),
  },
  CompetitionScore: {
    id: globalIdOf,
    round: ({ roundId }, _, { records }) => records.of(competitionRounds).find(roundId),
    entry: ({ entryId }, _, { records }) => records.of(competitionEntries).find(entryId),
    judge: ({ judgeId }, _, { records }) => records.of(competitionJudges).find(judgeId),
  },
  RoundResult: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    round: ({ roundId }, _, { records }) => records.of(competitionRounds).find(roundId),
    entry: ({ entryId }, _, { records }) => records.of(competitionEntries).find(entryId),
    mean: ({ meanHundredths }) => (meanHundredths / 100).toFixed(2),
  },
  CompetitionAppeal: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    round: ({ roundId }, _, { records }) => records.of(competitionRounds).find(roundId),
    entry: ({ entryId }, _, { records }) => records.of(competitionEntries).find(entryId),
  },
} satisfies Partial<Resolvers>;
