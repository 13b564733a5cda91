/** What is wrong with the schemas, for the person who wrote them; each problem says how it is mended. */
export class SupergraphFault extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
