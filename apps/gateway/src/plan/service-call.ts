import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { ServiceAnswer } from '../service/service-answer.ts';
import { serviceUnavailable } from '../service/service-unavailable.ts';
import { member } from './data.ts';
import { renamesOf } from './rewrites.ts';
import type { Run } from './run.ts';
import type { Path } from './targets.ts';

/** The request of one fetch: its body, all but the variables written beforehand, and the names in its answer. */
export class ServiceCall {
  readonly service: string;
  /** The fetch's place in the answer, as far as it is the same for everything it brings. */
  readonly knownPath: Path | undefined;
  readonly #start: string;
  readonly #variableUsages: readonly string[];
  readonly #renames: ReadonlyMap<string, string>;

  constructor(node: FetchNode, path: Path) {
    const { operation: query, operationName, serviceName, variableUsages = [] } = node;
    const firstList = path.indexOf('@');
    const known = firstList === -1 ? path : path.slice(0, firstList);
    this.service = serviceName;
    this.knownPath = known.length > 0 ? known : undefined;
    this.#start = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`;
    this.#variableUsages = variableUsages;
    this.#renames = renamesOf(node.outputRewrites);
  }

  /** The answer, or nothing once the reason is noted. An answer without data that gives no reason is no answer. */
  async send(run: Run, representations: Readonly<Record<string, string>> = {}): Promise<ServiceAnswer | undefined> {
    try {
      const variables = this.#variables(run, representations);
      const answer = await run.ask(this.service, `${this.#start}${variables}}}`, run.context, this.knownPath);
      if (!answer.data && !answer.errors?.length) this.fail(run);
      return answer;
    } catch (error) {
      const isNamed = error instanceof GraphQLError;
      run.errors.push(isNamed ? error : new GraphQLError('fault', { originalError: error as Error }));
      return undefined;
    }
  }

  fail(run: Run): void {
    run.errors.push(serviceUnavailable(this.service, run.context.language, this.knownPath));
  }

  /** A path in the service's answer, in the names of the plan. */
  planPath(path: Path): Path {
    return this.#renames.size === 0 ? path : path.map((name) => this.#renames.get(String(name)) ?? name);
  }

  /** The members of `variables`, without their braces. A variable not given is left to its default in the service. */
  #variables({ variables }: Run, representations: Readonly<Record<string, string>>): string {
    const members: string[] = [];
    for (const name of this.#variableUsages) {
      const value = member(variables, name);
      if (value !== undefined) members.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
    }
    for (const name in representations) members.push(`"${name}":${representations[name]}`);
    return members.join(',');
  }
}
