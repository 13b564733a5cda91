import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { composeServices } from '@apollo/composition';
import type { Claims } from '@bureau/access';
import { readSchemaFiles } from '@bureau/subgraph';
import { concatAST } from 'graphql';
import type { Answer, Ask, OfficeDesk } from './office-desk.ts';

interface Question {
  claims: Claims;
  /** Fills with the statements of every office asked. */
  statements: string[];
}

export interface Graph {
  /** Asks all offices at once, as somebody with these claims. */
  as: (claims: Claims) => Ask;
  close: () => Promise<void>;
}

/** The offices' desks composed into one graph in this process: real databases, no HTTP. The desks stay the caller's. */
export async function openGraph(desks: readonly OfficeDesk[]): Promise<Graph> {
  const services = desks.map(({ name, folder }) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: concatAST(readSchemaFiles(folder)),
  }));
  const composition = composeServices(services);
  if (composition.errors) throw new Error(composition.errors.map(({ message }) => message).join('\n'));

  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const byName = new Map(desks.map((desk) => [desk.name, desk]));
  const gateway = new ApolloGateway({
    supergraphSdl: composition.supergraphSdl,
    buildService: ({ name }) => sourceOf(byName.get(name)),
  });
  const server = new ApolloServer<Question>({ gateway, includeStacktraceInErrorResponses: false });
  await server.start();
  return {
    as: (claims) => async (query, variables) => {
      const statements: string[] = [];
      const { body } = await server.executeOperation(
        { query, ...(variables && { variables }) },
        { contextValue: { claims, statements } },
      );
      if (body.kind !== 'single') throw new Error('an answer in parts was not asked for');
      const { data, errors } = JSON.parse(JSON.stringify(body.singleResult)) as Omit<Answer, 'statements'>;
      return { data, errors, statements };
    },
    close: () => server.stop(),
  };
}

function sourceOf(desk: OfficeDesk | undefined): GraphQLDataSource<Question> {
  return {
    process: async ({ request, context }) => {
      if (!desk) throw new Error('a plan names an office that has no desk here');
      const question = context as Question;
      const { statements, ...answer } = await desk.as(question.claims)(request.query ?? '', request.variables);
      question.statements.push(...statements);
      return answer as Awaited<ReturnType<GraphQLDataSource<Question>['process']>>;
    },
  };
}
