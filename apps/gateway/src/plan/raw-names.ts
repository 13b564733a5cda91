import { print, visit, type DocumentNode, type FieldNode } from 'graphql';
import type { Path } from './targets.ts';

/**
 * Names under which services are asked. The planner puts keys and required fields beside what the caller wants, under
 * their own names: a caller's alias `id: phone`, or `name` with other arguments on another type, would overwrite them.
 * So whatever has an alias or arguments gets a name of ours, the same for the same field, arguments and response name.
 */
export class RawNames {
  /** Fields that are required with arguments somewhere: they get a name of ours even where the caller gives none. */
  readonly #alwaysOurs: ReadonlySet<string>;
  readonly #byUse = new Map<string, string>();
  readonly #responseNames = new Map<string, string>();

  constructor(alwaysOurs: ReadonlySet<string> = new Set()) {
    this.#alwaysOurs = alwaysOurs;
  }

  /** The document as services are asked it. */
  apply(document: DocumentNode): DocumentNode {
    return visit(document, {
      Field: (node) => {
        const raw = this.of(node);
        if (raw === node.name.value) return node.alias ? { ...node, alias: undefined } : undefined;
        return { ...node, alias: { kind: node.name.kind, value: raw } };
      },
    });
  }

  of(node: FieldNode): string {
    const name = node.name.value;
    const hasArguments = node.arguments !== undefined && node.arguments.length > 0;
    const isPlain = !node.alias && !hasArguments && !this.#alwaysOurs.has(name);
    if (isPlain || name.startsWith('__')) return name;
    const responseName = node.alias?.value ?? name;
    const use = `${responseName} ${name} ${(node.arguments ?? []).map(print).sort().join()}`;
    const known = this.#byUse.get(use);
    if (known !== undefined) return known;
    const raw = `_r${this.#byUse.size}_${name}`;
    this.#byUse.set(use, raw);
    this.#responseNames.set(raw, responseName);
    return raw;
  }

  /** Whether a name was made here, for something the caller asked. */
  isOurs(raw: string): boolean {
    return this.#responseNames.has(raw);
  }

  /** A path as the caller knows it. */
  responsePath(path: Path): Path {
    return path.map((name) => this.#responseNames.get(String(name)) ?? name);
  }
}
