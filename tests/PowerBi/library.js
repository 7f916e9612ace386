// Functions of Power Query's library that the project calls, as their documentation describes them.

/** Rows are records; `types` are those that a step gave to its columns. */
export class Table {
  constructor(columns, rows, types = {}) {
    Object.assign(this, { columns, rows, types });
  }
}

class Iso {
  constructor(text) {
    this.text = text;
  }
}

/** A date, a datetime in no zone, and a datetimezone, as ISO text. */
export class Day extends Iso {}
export class Moment extends Iso {}
export class ZonedMoment extends Iso {}

export class Type {
  constructor(name) {
    this.name = name;
  }
}

const classes = [
  [Table, 'table'], [Day, 'date'], [Moment, 'datetime'], [ZonedMoment, 'datetimezone'], [Type, 'type'], [Buffer, 'binary'], [Array, 'list'],
];
const primitives = { string: 'text', number: 'number', boolean: 'logical', function: 'function' };

export function kindOf(value) {
  if (value === null) return 'null';
  return primitives[typeof value] ?? classes.find(([type]) => value instanceof type)?.[1] ?? 'record';
}

export function equal(one, other) {
  return one === other || (one instanceof Iso && kindOf(one) === kindOf(other) && one.text === other.text);
}

const demand = (value, ...kinds) => {
  if (!kinds.includes(kindOf(value))) throw new Error(`${kinds.join(' or ')} expected, not ${kindOf(value)} ${JSON.stringify(value)}`);
  return value;
};
const mapped = (items, change) => Promise.all(items.map(change));
const without = (all, some) => all.filter(name => !some.includes(name));
const columnOf = (table, name) => {
  if (!table.columns.includes(name)) throw new Error(`no column '${name}' among ${table.columns.join(', ')}`);
  return name;
};

const tables = {
  '#table': (columns, rows) => new Table(columns, rows.map(row => Object.fromEntries(columns.map((name, i) => [name, row[i]])))),
  'MissingField.UseNull': 'null for a missing field',

  'Table.FromRecords'(records, columns, missing) {
    if (missing !== tables['MissingField.UseNull']) throw new Error('only with MissingField.UseNull');
    return new Table(columns, records.map(record => Object.fromEntries(columns.map(name => [name, record[name] ?? null]))));
  },

  'Table.SelectColumns'(table, columns) {
    const selected = row => Object.fromEntries(columns.map(name => [name, row[columnOf(table, name)]]));
    return new Table(columns, table.rows.map(selected), table.types);
  },

  async 'Table.SelectRows'(table, condition) {
    const kept = await mapped(table.rows, condition);
    return new Table(table.columns, table.rows.filter((_, i) => kept[i]), table.types);
  },

  async 'Table.AddColumn'(table, name, compute, type) {
    if (table.columns.includes(name)) throw new Error(`the column '${name}' is there already`);
    const rows = await mapped(table.rows, async row => ({ ...row, [name]: await compute(row) }));
    return new Table([...table.columns, name], rows, { ...table.types, [name]: type });
  },

  async 'Table.TransformColumns'(table, changes, otherwise = value => value) {
    const change = Object.fromEntries(changes.map(([name, convert]) => [columnOf(table, name), convert]));
    const rows = await mapped(table.rows, async row =>
      Object.fromEntries(await mapped(table.columns, async name => [name, await (change[name] ?? otherwise)(row[name])])));
    return new Table(table.columns, rows, { ...table.types, ...Object.fromEntries(changes.map(([name, , type]) => [name, type])) });
  },

  'Table.ExpandListColumn'(table, name) {
    const itemsOf = list => list.length > 0 ? list : [null];
    const rows = table.rows.flatMap(row => itemsOf(row[columnOf(table, name)]).map(item => ({ ...row, [name]: item })));
    return new Table(table.columns, rows, table.types);
  },

  'Table.ExpandRecordColumn'(table, column, fields) {
    const others = without(table.columns, [columnOf(table, column)]);
    const taken = fields.find(name => others.includes(name));
    if (taken) throw new Error(`the column '${taken}' is there already`);
    const fieldsOf = record => Object.fromEntries(fields.map(name => [name, record[name] ?? null]));
    const expanded = ({ [column]: record, ...rest }) => ({ ...rest, ...fieldsOf(record) });
    return new Table([...others, ...fields], table.rows.map(expanded), table.types);
  },
};

const lists = {
  'List.Transform': (list, change) => mapped(list, change),
  'List.Combine': list => list.flat(),
  'List.PositionOf': (list, value) => list.findIndex(item => equal(item, value)),

  async 'List.Generate'(first, condition, next) {
    const made = [];
    for (let item = await first(); await condition(item); item = await next(item)) made.push(item);
    return made;
  },

  'Record.FieldNames': record => Object.keys(record),
  'Record.Field'(record, name) {
    if (!(name in record)) throw new Error(`no field '${name}'`);
    return record[name];
  },
};

const nullOr = convert => value => value === null ? null : convert(value);
const values = {
  'Int64.Type': new Type('nullable int64'),
  'Logical.From': nullOr(value => demand(value, 'logical')),
  'Text.From': nullOr(value => demand(value, 'text')),
  'Text.StartsWith': (text, start) => text.startsWith(start),
  'Text.FromBinary': binary => demand(binary, 'binary').toString(),
  'Json.Document': json => JSON.parse(demand(json, 'binary', 'text').toString()),
  'Json.FromValue': value => Buffer.from(JSON.stringify(value)),
  'Date.From': nullOr(moment => new Day(demand(moment, 'datetime').text.slice(0, 10))),
  'DateTimeZone.From': nullOr(value => new ZonedMoment(iso(kindOf(value) === 'datetimezone' ? value.text : demand(value, 'text')))),
  'DateTimeZone.ToUtc': value => new ZonedMoment(new Date(demand(value, 'datetimezone').text).toISOString()),
  'DateTimeZone.RemoveZone': value => new Moment(demand(value, 'datetimezone').text.slice(0, -1)),

  'Int64.From': nullOr(value => {
    if (!Number.isSafeInteger(demand(value, 'number'))) throw new Error(`${value} is not whole`);
    return value;
  }),

  'Date.FromText'(text, { Format: format }) {
    if (format !== 'yyyy-MM-dd') throw new Error(`the format ${format} is not known here`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new Error(`'${text}' is not a day`);
    return new Day(text);
  },
};

function iso(text) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)$/.test(text)) throw new Error(`'${text}' is not an instant`);
  return text;
}

export const library = { ...tables, ...lists, ...values };
