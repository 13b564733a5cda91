import { GraphQLError } from 'graphql';
import { isData, member, type Data } from './data.ts';
import type { RawNames } from './raw-names.ts';
import type { SelectionShape, TypeShape } from './shape.ts';
import type { Path } from './targets.ts';

/**
 * Puts errors where the caller looks for them: under response names, at a place that the answer has. A service may also
 * be asked for more than the caller wants here: what it says about a field that was wanted on another type only is
 * dropped, and what it says about a field that another one requires stands at the object they belong to.
 */
export function placeErrors(
  errors: readonly GraphQLError[],
  { shape, data, rawNames }: { shape: SelectionShape; data: Data; rawNames: RawNames },
): GraphQLError[] {
  return errors.flatMap((error) => {
    if (!error.path) return [error];
    const { path, excess } = walk(shape, data, error.path, rawNames);
    if (excess !== undefined && rawNames.isOurs(excess)) return [];
    const { message, extensions, originalError } = error;
    return [
      new GraphQLError(message, {
        ...(path.length > 0 ? { path } : {}),
        extensions,
        ...(originalError ? { originalError } : {}),
      }),
    ];
  });
}

/** A path of raw names as a path of the answer, as far as the answer goes; `excess` is the first name it does not have. */
function walk(root: SelectionShape, data: Data, raw: Path, rawNames: RawNames): { path: Path; excess?: string } {
  const path: (string | number)[] = [];
  let shape: SelectionShape | undefined = root;
  let value: unknown = data;
  for (const [index, name] of raw.entries()) {
    if (typeof name === 'number') {
      path.push(name);
      value = Array.isArray(value) ? value[name] : undefined;
      continue;
    }
    if (!shape || !isData(value)) return { path: [...path, ...rawNames.responsePath(raw.slice(index))] };
    const typename = value['__typename'];
    const fields = shape.fieldsOf(typeof typename === 'string' ? typename : shape.type.name);
    const field = fields?.find(({ rawName }) => rawName === name);
    if (!field) return { path, excess: name };
    path.push(field.responseName);
    shape = selectionOf(field.type);
    value = member(value, name);
  }
  return { path };
}

function selectionOf(type: TypeShape): SelectionShape | undefined {
  if (type.kind === 'list') return selectionOf(type.item);
  return type.kind === 'object' ? type.selection : undefined;
}
