import ts from 'typescript';

/** A source file as text, and what is added to it: the rest stays as it was written. */
export class SourceEdit {
  #text: string;
  readonly #path: string;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  addImport(line: string): this {
    const imports = this.#parse().statements.filter((statement) => ts.isImportDeclaration(statement));
    const end = imports.at(-1)?.end ?? 0;
    return this.#insert(end, `${end === 0 ? '' : '\n'}${line}${end === 0 ? '\n' : ''}`);
  }

  /** Adds an element to the list or record that a variable or property of this name holds. */
  addTo(name: string, element: string): this {
    const holder = this.#find(name);
    const value = holder && literalIn(holder.initializer);
    if (!value) throw this.#missing(`a list or record "${name}"`);
    return this.#append(value, element);
  }

  /** Adds resolvers of a root type, whether it has any yet or not. */
  spreadInto(property: string, addition: string): this {
    const holder = this.#find(property);
    if (holder?.initializer && !literalIn(holder.initializer)) {
      const { initializer } = holder;
      const start = initializer.getStart();
      const wrapped = `{ ...${initializer.getText()}, ...${addition} }`;
      this.#text = this.#text.slice(0, start) + wrapped + this.#text.slice(initializer.end);
      return this;
    }
    return holder ? this.addTo(property, `...${addition}`) : this.addTo('resolvers', `${property}: ${addition}`);
  }

  addMember(interfaceName: string, member: string): this {
    const found = this.#parse().statements.find(
      (node) => ts.isInterfaceDeclaration(node) && node.name.text === interfaceName,
    );
    if (!found) throw this.#missing(`an interface "${interfaceName}"`);
    return this.#insert(found.end - 1, `${member}\n`);
  }

  /** Adds a property to the record that a function returns. */
  addToReturned(functionName: string, property: string): this {
    const found = this.#parse().statements.find(
      (node) => ts.isFunctionDeclaration(node) && node.name?.text === functionName,
    );
    const returned =
      found && ts.isFunctionDeclaration(found)
        ? found.body?.statements.find((node) => ts.isReturnStatement(node))
        : undefined;
    const value = returned && literalIn(returned.expression);
    if (!value) throw this.#missing(`a record returned by "${functionName}"`);
    return this.#append(value, property);
  }

  #parse(): ts.SourceFile {
    return ts.createSourceFile(this.#path, this.#text, ts.ScriptTarget.Latest, true);
  }

  #find(name: string): ts.VariableDeclaration | ts.PropertyAssignment | undefined {
    let found: ts.VariableDeclaration | ts.PropertyAssignment | undefined;
    const visit = (node: ts.Node): void => {
      const isNamed = (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && node.name.getText() === name;
      if (isNamed) found ??= node;
      else ts.forEachChild(node, visit);
    };
    visit(this.#parse());
    return found;
  }

  #append(literal: Literal, element: string): this {
    const elements = ts.isArrayLiteralExpression(literal) ? literal.elements : literal.properties;
    const needsComma = elements.length > 0 && !elements.hasTrailingComma;
    return this.#insert(literal.end - 1, `${needsComma ? ', ' : ''}${element}`);
  }

  #insert(position: number, addition: string): this {
    this.#text = this.#text.slice(0, position) + addition + this.#text.slice(position);
    return this;
  }

  #missing(what: string): Error {
    return new Error(`${this.#path} has no ${what}: the slice cannot be wired in`);
  }
}

type Literal = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

/** The literal itself, also as the argument of a function that checks it, such as `completeResolvers()({ … })`. */
function literalIn(expression: ts.Expression | undefined): Literal | undefined {
  if (!expression) return undefined;
  if (ts.isArrayLiteralExpression(expression) || ts.isObjectLiteralExpression(expression)) return expression;
  if (ts.isCallExpression(expression)) return literalIn(expression.arguments[0]);
  if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression)) return literalIn(expression.expression);
  return undefined;
}
