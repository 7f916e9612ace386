// Evaluates Power Query M, as much of it as the project uses: what is not known here throws.
import parser from '@microsoft/powerquery-parser';
import { Type, library, kindOf, equal } from './library.js';

/** The syntax tree of an expression. */
export async function parse(text, name) {
  const task = await parser.TaskUtils.tryLexParse(parser.DefaultSettings, text);
  if (!parser.TaskUtils.isOk(task)) throw new Error(`${name}: ${task.error.message}`);
  return task.ast;
}

/** Shared queries that know each other. `given` replaces functions and parameters, by name. */
export function evaluator(queries, given) {
  const shared = new Scope();
  for (const [name, text] of queries) shared.define(name, async () => evaluate(await parse(text, name), shared));
  for (const [name, value] of Object.entries({ ...library, ...given })) shared.define(name, async () => value);
  return { evaluate: async (text, name) => evaluate(await parse(text, name), shared) };
}

/** Values by name, each computed when it is first asked for. */
class Scope {
  #names = new Map();

  constructor(outer) {
    this.outer = outer;
  }

  define(name, compute) {
    let value;
    this.#names.set(name, () => value ??= compute());
    return this;
  }

  get(name) {
    const compute = this.#names.get(name);
    if (compute) return compute();
    if (!this.outer) throw new Error(`'${name}' is not known`);
    return this.outer.get(name);
  }
}

function evaluate(node, scope) {
  const kind = kinds[node.kind];
  if (!kind) throw new Error(`${node.kind} is not evaluated here`);
  return kind(node, scope);
}

const itemsOf = wrapper => wrapper.content.elements.map(csv => csv.node);
const nameOf = literal => literal.startsWith('#"') ? literal.slice(2, -1) : literal;
const literals = {
  Text: text => text.slice(1, -1).replaceAll('""', '"'), Numeric: Number, Logical: text => text === 'true', Null: () => null,
};

const kinds = {
  LiteralExpression: async node => literals[node.literalKind](node.literal),
  IdentifierExpression: async (node, scope) => scope.get(nameOf(node.identifier.literal)),
  ParenthesizedExpression: (node, scope) => evaluate(node.content, scope),
  MetadataExpression: (node, scope) => evaluate(node.left, scope),
  ListExpression: (node, scope) => Promise.all(itemsOf(node).map(item => evaluate(item, scope))),
  TypePrimaryType: async node => new Type(typeName(node.paired)),
  FieldSelector: async (node, scope) => field(await scope.get('_'), node),

  async RecordExpression(node, scope) {
    const pairs = itemsOf(node).map(async pair => [nameOf(pair.key.literal), await evaluate(pair.value, scope)]);
    return Object.fromEntries(await Promise.all(pairs));
  },

  LetExpression(node, scope) {
    const inner = new Scope(scope);
    for (const { node: pair } of node.variableList.elements) inner.define(nameOf(pair.key.literal), () => evaluate(pair.value, inner));
    return evaluate(node.expression, inner);
  },

  async EachExpression(node, scope) {
    return async value => evaluate(node.paired, new Scope(scope).define('_', async () => value));
  },

  async FunctionExpression(node, scope) {
    const parameters = itemsOf(node.parameters);
    return async (...values) => {
      if (values.length !== parameters.length) throw new Error(`${values.length} arguments for ${parameters.length} parameters`);
      const inner = new Scope(scope);
      parameters.forEach((parameter, i) => {
        demandType(values[i], parameter);
        inner.define(nameOf(parameter.name.literal), async () => values[i]);
      });
      return evaluate(node.expression, inner);
    };
  },

  async RecursivePrimaryExpression(node, scope) {
    let value = await evaluate(node.head, scope);
    for (const step of node.recursiveExpressions.elements) {
      if (step.kind === 'InvokeExpression') value = await value(...await Promise.all(itemsOf(step).map(item => evaluate(item, scope))));
      else if (step.kind === 'FieldSelector') value = field(value, step);
      else if (step.kind === 'ItemAccessExpression') value = itemAt(value, await evaluate(step.content, scope), !!step.optionalConstant);
      else throw new Error(`${step.kind} is not evaluated here`);
    }
    return value;
  },

  async IfExpression(node, scope) {
    return evaluate(await evaluate(node.condition, scope) ? node.trueExpression : node.falseExpression, scope);
  },

  async LogicalExpression(node, scope) {
    const left = await evaluate(node.left, scope);
    return left === (node.operatorConstant.constantKind === 'or') ? left : evaluate(node.right, scope);
  },

  async EqualityExpression(node, scope) {
    const same = equal(await evaluate(node.left, scope), await evaluate(node.right, scope));
    return node.operatorConstant.constantKind === '=' ? same : !same;
  },

  async IsExpression(node, scope) {
    return kindOf(await evaluate(node.left, scope)) === node.right.primitiveTypeKind;
  },

  async ArithmeticExpression(node, scope) {
    const [left, right] = [await evaluate(node.left, scope), await evaluate(node.right, scope)];
    const join = joins[`${kindOf(left)} ${node.operatorConstant.constantKind} ${kindOf(right)}`];
    if (!join) throw new Error(`${kindOf(left)} ${node.operatorConstant.constantKind} ${kindOf(right)} is not evaluated here`);
    return join(left, right);
  },
};

const joins = {
  'text & text': (left, right) => left + right,
  'list & list': (left, right) => [...left, ...right],
  'record & record': (left, right) => ({ ...left, ...right }),
};

function typeName(node) {
  return node.kind === 'NullableType' ? `nullable ${typeName(node.paired)}` : node.primitiveTypeKind;
}

function demandType(value, parameter) {
  if (!parameter.parameterType) return;
  const wanted = typeName(parameter.parameterType.paired);
  if (wanted !== kindOf(value) && !(value === null && wanted.startsWith('nullable')) && wanted !== `nullable ${kindOf(value)}`)
    throw new Error(`'${parameter.name.literal}' is ${kindOf(value)}, not ${wanted}`);
}

function field(record, selector) {
  const name = nameOf(selector.content.literal);
  if (kindOf(record) !== 'record') throw new Error(`[${name}] of ${kindOf(record)}`);
  if (name in record) return record[name];
  if (selector.optionalConstant) return null;
  throw new Error(`no field '${name}' among ${Object.keys(record).join(', ')}`);
}

/** By place in a list, or by the fields of a row in a table. */
function itemAt(value, key, isOptional) {
  const fits = row => Object.entries(key).every(([name, wanted]) => equal(row[name], wanted));
  const found = typeof key === 'number' ? value[key] : value.rows.find(fits);
  if (found === undefined && !isOptional) throw new Error('no such item');
  return found ?? null;
}
