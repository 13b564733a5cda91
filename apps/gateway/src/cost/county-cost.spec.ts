import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type GraphQLNamedType,
} from 'graphql';
import { Graph } from '../plan/graph.ts';
import { readSettings } from '../settings.ts';
import { readCostDirectives } from './cost-directives.ts';
import { compileCost } from './operation-cost.ts';

const sdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
const { schema } = new Graph(sdl, { planCacheMib: 1 });
const settings = readSettings({});

/** All that can be asked without arguments, and the same of the objects below, so many levels deep. */
function everything(type: GraphQLNamedType, levels: number): string {
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter(
    ({ args }) => !args.some((argument) => isNonNullType(argument.type)),
  );
  const parts = fields.flatMap((field) => {
    const of = getNamedType(field.type);
    if (!isCompositeType(of)) return [field.name];
    return levels === 0 ? [] : [`${field.name} { ${everything(of, levels - 1)} }`];
  });
  return ['__typename', ...parts].join(' ');
}

function costOf(query: string): number {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('there is no operation');
  const defaultSizes = { page: settings.GATEWAY_DEFAULT_PAGE_SIZE, list: settings.GATEWAY_DEFAULT_LIST_SIZE };
  return compileCost({ schema, directives: readCostDirectives(sdl), defaultSizes }, document, operation)({});
}

const student = schema.getType('Student');
const students = (levels: number) =>
  student ? `{ students(first: 200) { totalCount nodes { ${everything(student, levels)} } } }` : '';

it('allows a full page of children with every part of all offices', () => {
  const cost = costOf(students(2));
  expect(cost).toBeGreaterThan(200);
  expect(cost).toBeLessThan(settings.GATEWAY_MAX_COST);
});

it('refuses the same, opened without end', () => {
  expect(costOf(students(5))).toBeGreaterThan(settings.GATEWAY_MAX_COST);
});
