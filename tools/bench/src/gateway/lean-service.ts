import { createServer, type Server } from 'node:http';
import { parse, type FieldNode, type SelectionSetNode } from 'graphql';

export type Source = Record<string, unknown>;
export type FieldResolver = (args: Record<string, unknown>, source: Source) => unknown;

export interface LeanService {
  name: string;
  typeDefs: string;
  query: Record<string, FieldResolver>;
  /** By type: what a representation stands for. */
  entities: Record<string, (representation: Source) => Source>;
}

/** The schema as gateways of the first version of federation want to read it: without links, foreign types as extensions. */
function olderForm({ typeDefs, query }: LeanService): string {
  const plain = typeDefs.replace(/extend schema @link\(.*\)\n/, '').replaceAll('type Query', 'extend type Query');
  if (Object.keys(query).length > 0) return plain;
  return plain.replaceAll(/type (\w+) (@key\(fields: "(\w+)"\)) \{ \3: ID!/g, 'extend type $1 $2 { $3: ID! @external');
}

const mostAnswers = 2_000;

/**
 * A service that costs next to nothing: documents are parsed once and fields read from plain objects, so that a
 * benchmark on few cores measures the gateway in front of it. It does no validation.
 */
export function serve(service: LeanService, port: number): Promise<Server> {
  const documents = new Map<string, SelectionSetNode>();
  const root: Record<string, FieldResolver> = {
    ...service.query,
    _service: () => ({ sdl: olderForm(service) }),
    _entities: ({ representations }) =>
      (representations as Source[]).map((representation) => {
        const typename = String(representation['__typename']);
        return { __typename: typename, ...service.entities[typename]?.(representation) };
      }),
  };

  function answer(text: string): string {
    const { query, variables = {} } = JSON.parse(text) as { query: string; variables?: Source };
    let selections = documents.get(query);
    if (!selections) {
      const [operation] = parse(query, { noLocation: true }).definitions;
      if (operation?.kind !== 'OperationDefinition') throw new Error('only plain operations are understood');
      selections = operation.selectionSet;
      documents.set(query, selections);
    }
    return JSON.stringify({ data: select({}, selections, root, variables) });
  }

  const answers = new Map<string, string>();

  /** The same question is answered from memory: nobody changes anything here. */
  function remembered(text: string): string {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= mostAnswers) answers.clear();
    const fresh = answer(text);
    answers.set(text, fresh);
    return fresh;
  }

  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(remembered(text));
    });
  });
  server.keepAliveTimeout = 60_000;
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function select(
  source: Source,
  selectionSet: SelectionSetNode,
  resolvers: Record<string, FieldResolver>,
  variables: Source,
): Source {
  const result: Source = {};
  for (const selection of selectionSet.selections) {
    if (selection.kind === 'InlineFragment') {
      Object.assign(result, select(source, selection.selectionSet, resolvers, variables));
    } else if (selection.kind === 'Field') {
      const name = selection.name.value;
      const resolver = resolvers[name];
      const value = resolver ? resolver(argumentsOf(selection, variables), source) : source[name];
      result[selection.alias?.value ?? name] = complete(value, selection.selectionSet, variables);
    }
  }
  return result;
}

function complete(value: unknown, selectionSet: SelectionSetNode | undefined, variables: Source): unknown {
  if (!selectionSet || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((item) => complete(item, selectionSet, variables));
  return select(value as Source, selectionSet, {}, variables);
}

function argumentsOf({ arguments: given = [] }: FieldNode, variables: Source): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, value } of given) {
    if (value.kind === 'Variable') values[name.value] = variables[value.name.value];
    else if (value.kind === 'IntValue') values[name.value] = Number(value.value);
    else if (value.kind === 'StringValue') values[name.value] = value.value;
  }
  return values;
}
