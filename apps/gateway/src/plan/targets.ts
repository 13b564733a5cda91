import { isData, member, type Data } from './data.ts';

export type Path = readonly (string | number)[];

/** Every object at a plan path, in order; `@` is every item of a list, lists of lists opened. */
export function targetsAt(data: Data, path: Path): Data[] {
  const targets: Data[] = [];
  collect(data, path, 0, targets);
  return targets;
}

function collect(value: unknown, path: Path, depth: number, targets: Data[]): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of value) collect(item, path, next, targets);
    return;
  }
  if (!isData(value)) return;
  if (depth === path.length) targets.push(value);
  else collect(member(value, String(path[depth])), path, depth + 1, targets);
}

/** Where the objects of `targetsAt` stand in the answer, in the same order. Asked for only when there is an error to place. */
export function pathsAt(data: Data, path: Path): Path[] {
  const paths: Path[] = [];
  const place = (value: unknown, depth: number, here: Path): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const next = path[depth] === '@' ? depth + 1 : depth;
      value.forEach((item, index) => place(item, next, [...here, index]));
      return;
    }
    if (!isData(value)) return;
    const name = path[depth];
    if (depth === path.length) paths.push(here);
    else if (name !== undefined) place(member(value, String(name)), depth + 1, [...here, name]);
  };
  place(data, 0, []);
  return paths;
}
