type Output<Resolver> = Resolver extends (...args: never[]) => infer Result ? Awaited<Result> : never;

type UndefinedIsNull<Value> = undefined extends Value ? Exclude<Value, undefined> | null : Value;

type IsResolvedBy<Parent, Field, Resolver> = Field extends keyof Parent
  ? UndefinedIsNull<Parent[Field]> extends Output<NonNullable<Resolver>> | ((...args: never[]) => unknown)
    ? true
    : false
  : false;

type MissingIn<Type extends string, Wanted, Parent, Given> = {
  [Field in Exclude<keyof Wanted & string, `__${string}` | keyof Given>]: IsResolvedBy<
    Parent,
    Field,
    Wanted[Field]
  > extends true
    ? never
    : `${Type}.${Field}`;
}[Exclude<keyof Wanted & string, `__${string}` | keyof Given>];

/** The fields, such as `School.township`, that neither a resolver nor the row behind the type answers. */
export type MissingResolvers<Wanted, Parents, Given> = {
  [Type in keyof Wanted & keyof Parents & string]: Parents[Type] extends object
    ? MissingIn<Type, NonNullable<Wanted[Type]>, Parents[Type], Type extends keyof Given ? Given[Type] : object>
    : never;
}[keyof Wanted & keyof Parents & string];

/** The resolvers as given; does not compile while a field of the schema is left unanswered. */
export function completeResolvers<Wanted, Parents>() {
  return <Given extends Wanted>(
    given: Given &
      ([MissingResolvers<Wanted, Parents, Given>] extends [never]
        ? unknown
        : { missing: MissingResolvers<Wanted, Parents, Given> }),
  ): Given => given;
}
