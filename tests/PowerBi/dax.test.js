import assert from 'node:assert/strict';
import test from 'node:test';
import { namesIn } from './dax.js';
import { measures, relationships, tables } from './project.js';

const calculated = [...tables.values()].filter(table => table.partitions[0].value === 'calculated')
  .map(table => ({ ...table, names: namesIn(table.partitions[0].properties.source) }));

// In minor units, beside the currency of their row.
const money = ['findings.atstake', 'ageing.outstanding', 'ageing.disputed', 'behind.minor'];
const nameOf = ({ table, column }) => `${table}.${column}`;

test('Every reference of every measure resolves', () => {
  for (const { name, value } of measures) resolve(namesIn(value), name);
});

test('Every reference of every calculated table resolves, and its columns are made by it', () => {
  for (const { name, names, columns } of calculated) {
    resolve(names, name);
    for (const column of columns.values()) assert.ok(names.made.includes(column.properties.sourceColumn.slice(1, -1)), `${name}.${column.name}`);
  }
});

test('A calculated table is built from every column that looks its values up', () => {
  for (const { name, names } of calculated)
    assert.deepEqual(names.columns.map(nameOf).sort(), relationships.filter(r => r.to.table === name).map(r => nameOf(r.from)).sort());
});

test('Only explicit measures add, and amounts are added within one currency and shown in its units', () => {
  for (const { table, name, value } of measures) {
    const amounts = namesIn(value).columns.map(nameOf).filter(column => money.includes(column));
    if (amounts.length === 0) continue;
    const currency = `DISTINCT\\(SELECTCOLUMNS\\(MoneyRows, "code", '${table}'\\[currency\\]\\)\\)`;
    const [, column] = amounts[0].split('.');
    assert.match(value, new RegExp(`VAR CurrencyCodes = ${currency}\\n`), name);
    assert.match(value, new RegExp(
      `IF\\(COUNTROWS\\(CurrencyCodes\\) = 1, DIVIDE\\(SUMX\\(MoneyRows, '${table}'\\[${column}\\]\\), MAXX\\(MoneyRows, RELATED\\('currencies'\\[minorunits\\]\\)\\)\\)\\)$`), name);
  }
  for (const [table, column] of money.map(name => name.split('.'))) assert.equal(tables.get(table).columns.get(column).properties.isHidden, true);
});

test('Compliance leaves out what is unknown, which has a share of its own', () => {
  const uses = name => namesIn(measures.find(measure => measure.name === name).value).measures;
  assert.deepEqual([...new Set(uses('Compliance'))], ['Promises kept', 'Promises kept late', 'Promises broken']);
  assert.ok(uses('Unknown share').includes('Promises unknown'));
});

test('DAX that does not parse is refused', () => {
  for (const damaged of ["SUM('a'[b]", 'SUM(a[b])', 'SUMM(1)', '1 +', "'a'[b] [c]", 'IF(1)', 'VAR Rows = 1 RETURN Rows', 'VAR ThisOne = 1 RETURN ThatOne', '1 = "', '{}'])
    assert.throws(() => namesIn(damaged), damaged);
});

function resolve({ tables: named, columns, measures: used }, where) {
  for (const table of named) assert.ok(tables.has(table), `${where}: there is no table '${table}'`);
  for (const { table, column } of columns) assert.ok(tables.get(table)?.columns.has(column), `${where}: there is no column '${table}'[${column}]`);
  for (const name of used) assert.ok(measures.some(measure => measure.name === name), `${where}: there is no measure [${name}]`);
}
