import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { offices } from './offices.ts';

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@shareable", "@composeDirective"])
    @link(url: "https://bureau-graph.org/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(scopes: [String!]!) on FIELD_DEFINITION | OBJECT
  type Query
  type Ratio @shareable { numerator: Int! denominator: Int! }
`;

/** A workspace of its own in which four small offices compose; gone when it is disposed. */
export class Workspace implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'supergraph-'));

  constructor() {
    for (const { name } of offices) this.write(`apps/${name}/src/schema.graphql`, head);
    this.write(
      'apps/enrollment/src/county/schema.graphql',
      `extend type Query { county(code: ID!): County @access(scopes: ["county:read"]) }
       type County @key(fields: "code") { code: ID! @access(scopes: ["county:read"]) name: String! @access(scopes: ["county:read"]) }`,
    );
    this.write(
      'apps/student-aid/src/county/schema.graphql',
      `type County @key(fields: "code") { code: ID! @access(scopes: ["county:read"]) aided: Ratio @access(scopes: ["figures:read"]) }`,
    );
    mkdirSync(join(this.folder, 'apps/gateway'));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  commit(): void {
    this.git('init', '--quiet');
    this.git('add', '.');
    this.git('commit', '--quiet', '--message', 'next');
  }

  /** A clone that knows the last commit only. */
  shallowClone(): Workspace {
    const clone = new Workspace();
    rmSync(clone.folder, { recursive: true });
    this.git('clone', '--quiet', '--depth', '1', `file://${this.folder}`, clone.folder);
    return clone;
  }

  unshallow(): void {
    this.git('fetch', '--quiet', '--unshallow');
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }

  private git(...command: string[]): void {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...command], { cwd: this.folder });
  }
}
