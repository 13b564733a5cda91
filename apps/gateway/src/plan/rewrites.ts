import type { FetchDataRewrite } from '@apollo/query-planner';
import { isData, member, setMember, type Data } from './data.ts';
import type { TypeRelations } from './type-relations.ts';

type Change = (data: Data) => void;

/** Compiles what the planner wants changed in data on its way to or from a service: a name that was aliased, a type name. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  relations: TypeRelations,
): Change | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const changes = rewrites.map((rewrite) => {
    const parents = rewrite.path.slice(0, -1);
    const change = changeOf(rewrite, rewrite.path.at(-1) ?? '');
    return (data: Data) => at(data, parents, { change, relations });
  });
  return (data) => {
    for (const change of changes) change(data);
  };
}

function changeOf(rewrite: FetchDataRewrite, name: string): Change {
  if (rewrite.kind === 'ValueSetter') {
    const value: unknown = rewrite.setValueTo;
    return (data) => setMember(data, name, value);
  }
  return (data) => {
    const value = member(data, name);
    if (value === undefined) return;
    setMember(data, rewrite.renameKeyTo, value);
    data[name] = undefined;
  };
}

const fragmentPrefix = '... on ';

interface Visit {
  change: Change;
  relations: TypeRelations;
}

function at(value: unknown, path: readonly string[], visit: Visit): void {
  if (Array.isArray(value)) {
    for (const item of value) at(item, path, visit);
    return;
  }
  if (!isData(value)) return;
  const [element, ...rest] = path;
  if (element === undefined) return visit.change(value);
  if (!element.startsWith(fragmentPrefix)) return at(member(value, element), rest, visit);
  const typename = value['__typename'];
  const condition = element.slice(fragmentPrefix.length);
  if (typeof typename === 'string' && !visit.relations.fits(typename, condition)) return;
  at(value, rest, visit);
}

/** Names that exist only between gateway and service, and the response names they stand for: for the paths of errors. */
export function renamesOf(rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (rewrite.kind === 'KeyRenamer') renames.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo);
  }
  return renames;
}
