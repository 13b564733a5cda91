import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { userErrors } from '../refusal/refusal.resolvers.ts';
import { competitionAppeals, competitionEntries, competitionRounds, competitions } from './competition.repository.ts';

export const competitionMutations = {
  competitionOpen: async (_, { input }, context) => {
    const { record: competition, userErrors } = await done(context, competitions, context.competitions.open(input));
    return { competition, userErrors };
  },
  competitionEntryEnter: async (_, { input }, context) => {
    const { record: competitionEntry, userErrors } = await done(
      context,
      competitionEntries,
      context.competitions.enter(input),
    );
    return { competitionEntry, userErrors };
  },
  competitionRoundAppoint: async (_, { input }, context) => {
    const { record: competitionRound, userErrors } = await done(
      context,
      competitionRounds,
      context.judging.appoint(input),
    );
    return { competitionRound, userErrors };
  },
  competitionRoundAdvance: async (_, { input }, context) => {
    const { record: competitionRound, userErrors } = await done(
      context,
      competitionRounds,
      context.rounds.advance(input),
    );
    return { competitionRound, userErrors };
  },
  competitionAppealFile: async (_, { input }, context) => {
    const { record: competitionAppeal, userErrors } = await done(
      context,
      competitionAppeals,
      context.rounds.appeal(input),
    );
    return { competitionAppeal, userErrors };
  },
  competitionAppealAnswer: async (_, { input }, context) => {
    const { record: competitionAppeal, userErrors } = await done(
      context,
      competitionAppeals,
      context.rounds.answer(input),
    );
    return { competitionAppeal, userErrors };
  },
  judgedWorkScore: async (_, { input }, { judging, language }) => {
    const { id, refusals } = await judging.score(input);
    const works = id === null || refusals.length > 0 ? [] : await judging.listWorks();
    const judgedWork = works.find(({ roundId, entryId }) => roundId === input.round && entryId === input.entry) ?? null;
    return { judgedWork, userErrors: userErrors(refusals, language) };
  },
} satisfies MutationResolvers;
