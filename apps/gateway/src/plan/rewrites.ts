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
    return (data: Data) => at(data, parents, 0, change, relations);
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
    if (!Object.hasOwn(data, name)) return;
    setMember(data, rewrite.renameKeyTo, data[name]);
    delete data[name];
  };
}

const fragmentPrefix = '... on ';

function at(value: unknown, path: readonly string[], depth: number, change: Change, relations: TypeRelations): void {
  if (Array.isArray(value)) {
    for (const item of value) at(item, path, depth, change, relations);
    return;
  }
  if (!isData(value)) return;
  const element = path[depth];
  if (element === undefined) return change(value);
  if (!element.startsWith(fragmentPrefix)) return at(member(value, element), path, depth + 1, change, relations);
  const typename = value['__typename'];
  if (typeof typename === 'string' && !relations.fits(typename, element.slice(fragmentPrefix.length))) return;
  at(value, path, depth + 1, change, relations);
}

/** Names that exist only between gateway and service, and the response names they stand for: for the paths of errors. */
export function renamesOf(rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (rewrite.kind === 'KeyRenamer') renames.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo);
  }
  return renames;
}
