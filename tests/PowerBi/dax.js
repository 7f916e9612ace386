// Parses DAX, as much of it as the project uses, and lists what it names.

const token = new RegExp([
  /\s+/, /(?<text>"(?:[^"]|"")*")/, /(?<number>\d+(?:\.\d+)?)/, /(?<table>'(?:[^']|'')+')/, /(?<bracket>\[[^\]]+\])/,
  /(?<word>[A-Za-z][A-Za-z0-9.]*)/, /(?<sign>&&|\|\||<>|<=|>=|[-+*/&=<>(){},])/,
].map(part => part.source).join('|'), 'gy');

// Least and most arguments of the functions in use; a new one is added here with those of its documentation.
const functions = {
  ADDCOLUMNS: [3, 99], ALL: [1, 1], AVERAGEX: [2, 2], CALCULATE: [1, 99], CALENDAR: [2, 2], COUNTROWS: [1, 1], DATE: [3, 3],
  DATEDIFF: [3, 3], DISTINCT: [1, 1], DISTINCTCOUNT: [1, 1], DIVIDE: [2, 3], FILTER: [2, 2], FORMAT: [2, 3], IF: [2, 3],
  HASONEVALUE: [1, 1], ISBLANK: [1, 1], KEEPFILTERS: [1, 1], LOOKUPVALUE: [3, 99],
  MAX: [1, 2], MAXX: [2, 2], MINX: [2, 2], RELATED: [1, 1], SELECTCOLUMNS: [3, 99], SELECTEDVALUE: [1, 2],
  SUM: [1, 1], SUMMARIZE: [2, 99], SUMX: [2, 2], SWITCH: [3, 99], TRUE: [0, 0], UNION: [2, 99], UTCNOW: [0, 0],
  VALUES: [1, 1], YEAR: [1, 1],
};
const intervals = ['DAY', 'HOUR', 'MINUTE'];
const binary = [['||'], ['&&'], ['=', '<>', '<', '>', '<=', '>=', 'IN'], ['&'], ['+', '-'], ['*', '/']];

/** What an expression names: { tables, columns: [{ table, column }], measures, functions }; `made` are columns that it makes itself. */
export function namesIn(expression) {
  return new Parser(expression).parse();
}

class Parser {
  #tokens;
  #at = 0;
  #variables = [];
  #made = new Set();
  #names = { tables: [], columns: [], measures: [], functions: [] };

  constructor(expression) {
    this.#tokens = [...tokens(expression)];
  }

  parse() {
    this.#block();
    if (this.#peek()) this.#fail('expected the end');
    // Without a table a name in brackets is a measure, or a column that the expression itself makes.
    return { ...this.#names, measures: this.#names.measures.filter(name => !this.#made.has(name)), made: [...this.#made] };
  }

  #block() {
    const outer = this.#variables.length;
    while (this.#take('VAR')) {
      const name = this.#next().text;
      // A single word is often reserved.
      if (!/^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(name)) this.#fail(`'${name}' is not a variable's name, as ThisAlert is`);
      this.#demand('=');
      this.#operation(0);
      this.#variables.push(name);
    }
    if (this.#variables.length > outer) this.#demand('RETURN');
    this.#operation(0);
    this.#variables.length = outer;
  }

  #operation(level) {
    if (level === binary.length) return this.#unary();
    do this.#operation(level + 1); while (binary[level].some(sign => this.#take(sign)));
  }

  #unary() {
    if (this.#take('NOT') || this.#take('-')) return this.#unary();
    const { kind, text } = this.#next();
    if (kind === 'text' || kind === 'number') return;
    if (kind === 'table') return this.#table(text.slice(1, -1).replaceAll("''", "'"));
    if (kind === 'bracket') return void this.#names.measures.push(text.slice(1, -1));
    if (text === '(') return this.#list(')', 1);
    if (text === '{') return this.#list('}', 1);
    if (kind !== 'word') this.#fail(`'${text}' is not expected`);
    if (this.#peek()?.text === '(') return this.#call(text);
    if (!this.#variables.includes(text)) this.#fail(`'${text}' is neither a variable nor a function, nor a table in quotes`);
  }

  #table(table) {
    if (this.#peek()?.kind !== 'bracket') return void this.#names.tables.push(table);
    this.#names.columns.push({ table, column: this.#next().text.slice(1, -1) });
  }

  #call(name) {
    const [least, most] = functions[name] ?? this.#fail(`the function ${name} is not known here`);
    this.#demand('(');
    const begin = this.#at;
    if (name === 'CALENDAR') this.#made.add('Date');
    if (name === 'DATEDIFF') this.#interval(begin);
    const count = this.#list(')', 0);
    if (name === 'ADDCOLUMNS' || name === 'SELECTCOLUMNS') this.#columnsMade(begin);
    if (count < least || count > most) this.#fail(`${name} takes ${least} to ${most} arguments, not ${count}`);
    this.#names.functions.push(name);
  }

  /** The last argument of DATEDIFF is a word of its own. */
  #interval(begin) {
    for (let depth = 0, i = begin; i < this.#tokens.length; i++) {
      const { text } = this.#tokens[i];
      if (text === '(') depth++;
      if (text === ')' && depth-- === 0) return;
      if (depth === 0 && intervals.includes(text)) this.#tokens[i] = { kind: 'text', text };
    }
  }

  /** Text that stands alone as an argument names a column. */
  #columnsMade(begin) {
    for (let depth = 0, i = begin; i < this.#at; i++) {
      const { kind, text } = this.#tokens[i];
      if ('({'.includes(text)) depth++;
      if (')}'.includes(text)) depth--;
      if (depth === 0 && kind === 'text' && this.#tokens[i + 1].text === ',') this.#made.add(text.slice(1, -1));
    }
  }

  #list(end, least) {
    let count = 0;
    if (this.#take(end)) return least > 0 ? this.#fail('empty') : count;
    do {
      this.#block();
      count++;
    } while (this.#take(','));
    this.#demand(end);
    return count;
  }

  #peek() {
    return this.#tokens[this.#at];
  }

  #next() {
    return this.#tokens[this.#at++] ?? this.#fail('ends too early');
  }

  #take(text) {
    if (this.#peek()?.text !== text) return false;
    this.#at++;
    return true;
  }

  #demand(text) {
    if (!this.#take(text)) this.#fail(`expected '${text}'`);
  }

  #fail(message) {
    throw new Error(`${message}, at '${this.#tokens.slice(Math.max(0, this.#at - 3), this.#at + 2).map(t => t.text).join(' ')}'`);
  }
}

function* tokens(expression) {
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const from = token.lastIndex;
    const groups = token.exec(expression)?.groups ?? (() => { throw new Error(`not DAX: '${expression.slice(from, from + 20)}'`); })();
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind) yield { kind, text };
  }
}
