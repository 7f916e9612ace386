// Parses TMDL strictly: an unknown object or property, or a wrong indentation, is an error with file and line.

const kinds = {
  database: { properties: ['compatibilityLevel'] },
  model: {
    properties: ['culture', 'defaultPowerBIDataSourceVersion', 'sourceQueryCulture'],
    flags: ['discourageImplicitMeasures'],
    groups: { dataAccessOptions: ['legacyRedirects', 'returnErrorValuesAsNull'] },
  },
  table: { properties: ['dataCategory'], children: ['measure', 'column', 'partition'] },
  column: { properties: ['dataType', 'formatString', 'summarizeBy', 'sourceColumn', 'sortByColumn'], flags: ['isHidden', 'isKey'] },
  measure: { properties: ['formatString'], isAssigned: true },
  partition: { properties: ['mode'], expressions: ['source'], isAssigned: true },
  relationship: { properties: ['fromColumn', 'toColumn'] },
  expression: { isAssigned: true },
  annotation: { isAssigned: true },
  ref: {},
};

const roots = ['database', 'model', 'table', 'relationship', 'expression', 'annotation', 'ref'];

/** The objects of a file, as { kind, name, value, description, properties, children }. */
export function parseTmdl(text, file) {
  return new Reader(text, file).read();
}

class Reader {
  #lines;
  #file;
  #at = 0;
  #objects = [];
  #open = [];
  #group = null;
  #description = [];

  constructor(text, file) {
    this.#lines = text.split('\n');
    this.#file = file;
  }

  read() {
    for (; this.#at < this.#lines.length; this.#at++)
      if (this.#lines[this.#at].trim() !== '') this.#line(this.#depthOf(this.#lines[this.#at]));
    return this.#objects;
  }

  #line(depth) {
    const content = this.#lines[this.#at].slice(depth);
    if (content !== content.trim()) this.#fail('indent by tabs and end without a space');
    if (content.startsWith('///')) return void this.#description.push(content.slice(3).trim());
    if (this.#group && depth > this.#open.length) return this.#option(depth, content);
    this.#group = null;
    if (depth > this.#open.length) this.#fail('indented too far');
    this.#open.length = depth;
    const owner = this.#open.at(-1);
    if (!this.#object(owner, depth, content) && !(owner && this.#property(owner, depth, content))) this.#fail('unknown here');
    this.#description = [];
  }

  #object(owner, depth, content) {
    const found = content.match(/^([a-zA-Z]+)(?: table)?(?: ('(?:[^']|'')+'|[^\s=:']+))?(?: =(?: (.*))?)?$/);
    const kind = found?.[1];
    if (!(owner ? kinds[owner.kind].children ?? [] : roots).includes(kind)) return false;
    const isAssigned = / =( |$)/.test(content);
    if (isAssigned !== !!kinds[kind].isAssigned) this.#fail(isAssigned ? `a ${kind} takes no '='` : `a ${kind} needs '='`);
    const object = {
      kind, name: unquoted(found[2] ?? ''), description: this.#description.join('\n'), properties: {}, children: [],
      ...(isAssigned && { value: this.#expression(depth, found[3]) }),
    };
    (owner ? owner.children : this.#objects).push(object);
    this.#open.push(object);
    return true;
  }

  #property(owner, depth, content) {
    const { properties = [], flags = [], expressions = [], groups = {} } = kinds[owner.kind];
    const [, name, text] = content.match(/^([a-zA-Z]+): (.+)$/) ?? [];
    const [, assigned, value] = content.match(/^([a-zA-Z]+) =(?: (.*))?$/) ?? [];
    if (properties.includes(name)) return this.#set(owner, name, text);
    if (expressions.includes(assigned)) return this.#set(owner, assigned, this.#expression(depth, value));
    if (flags.includes(content)) return this.#set(owner, content, true);
    this.#group = groups[content] ?? null;
    return this.#group !== null;
  }

  #set(owner, name, value) {
    if (name in owner.properties) this.#fail('given twice');
    owner.properties[name] = value;
    return true;
  }

  #option(depth, content) {
    if (depth !== this.#open.length + 1 || !this.#group.includes(content)) this.#fail('unknown here');
  }

  /** Stands behind the equals sign, or on the lines below it, two deeper. */
  #expression(depth, rest) {
    if (rest) return rest;
    const block = [];
    const isInside = line => line !== undefined && (line.trim() === '' || this.#depthOf(line) >= depth + 2);
    while (isInside(this.#lines[this.#at + 1])) block.push(this.#lines[++this.#at].slice(depth + 2));
    if (block.join('').trim() === '') this.#fail('an expression is missing');
    return block.join('\n').trimEnd();
  }

  #depthOf(line) {
    return line.match(/^\t*/)[0].length;
  }

  #fail(message) {
    throw new Error(`${this.#file}:${this.#at + 1}: ${message}: '${this.#lines[this.#at].trim()}'`);
  }
}

function unquoted(name) {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
