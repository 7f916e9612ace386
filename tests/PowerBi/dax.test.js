import assert from 'node:assert/strict';
import test from 'node:test';
import { namesIn } from './dax.js';
import { expressions, measures, relationships, tables, wordsCompared } from './project.js';

const calculated = [...tables.values()].filter(table => table.partitions[0].value === 'calculated')
  .map(table => ({ ...table, names: namesIn(table.partitions[0].properties.source) }));

// In minor units, beside the currency of their row.
const money = ['findings.atstake', 'ageing.outstanding', 'ageing.disputed', 'behind.minor'];
const nameOf = ({ table, column }) => `${table}.${column}`;
const columnsOf = table => tables.get(table)?.columns;

test('Every reference of every measure resolves', () => {
  for (const { name, value } of measures) resolve(namesIn(value), name);
});

test('Every reference of every calculated table resolves, and its columns are made by it', () => {
  for (const { name, names, columns } of calculated) {
    resolve(names, name);
    for (const { properties } of columns.values())
      assert.ok(names.made.includes(properties.sourceColumn.slice(1, -1)), `${name}: ${properties.sourceColumn}`);
  }
});

test('A calculated table is built from every column that looks its values up', () => {
  for (const { name, names } of calculated)
    assert.deepEqual(
      names.columns.map(nameOf).sort(), relationships.filter(({ to }) => to.table === name).map(({ from }) => nameOf(from)).sort(), name);
});

test('Amounts are added within one currency only, and shown in its units', () => {
  const amountsIn = value => namesIn(value).columns.map(nameOf).filter(name => money.includes(name));
  const adding = measures.map(({ table, value }) => ({ table, value, amounts: amountsIn(value) }))
    .filter(({ amounts }) => amounts.length > 0);
  assert.deepEqual([...new Set(adding.flatMap(({ amounts }) => amounts))].sort(), [...money].sort());
  for (const { table, value, amounts } of adding)
    assert.ok(value.endsWith(`\n${withinOneCurrency(table, amounts[0].split('.')[1])}`), value);
});

test('No amount is shown but by a measure', () => {
  for (const [table, column] of money.map(name => name.split('.'))) assert.equal(columnsOf(table).get(column).properties.isHidden, true);
});

test('Measures select bands and severities by words that are sorted', () => {
  const severities = JSON.parse(`[${expressions.get('Severities').slice(1, -1)}]`);
  const [, bands] = tables.get('ageing').partitions[0].properties.source.match(/AddRank\(Rows, "band", \{(.+)\}\)/);
  for (const [table, column, sorted] of [['alerts', 'severity', severities], ['ageing', 'band', JSON.parse(`[${bands}]`)]]) {
    const words = wordsCompared(table, column);
    assert.ok(words.length > 0, column);
    for (const word of words) assert.ok(sorted.includes(word), `${column}: ${word}`);
  }
});

test('Compliance leaves out what is unknown, which has a share of its own', () => {
  const uses = name => namesIn(measures.find(measure => measure.name === name).value).measures;
  assert.deepEqual([...new Set(uses('Compliance'))], ['Promises kept', 'Promises kept late', 'Promises broken']);
  assert.ok(uses('Unknown share').includes('Promises unknown'));
});

test('DAX that does not parse is refused', () => {
  const damaged = [
    "SUM('a'[b]", 'SUM(a[b])', 'SUMM(1)', '1 +', "'a'[b] [c]", 'IF(1)', '1 = "', '{}',
    'VAR Rows = 1 RETURN Rows', 'VAR ThisOne = 1 RETURN ThatOne',
  ];
  for (const text of damaged) assert.throws(() => namesIn(text), text);
});

function withinOneCurrency(table, column) {
  const units = `MAXX(MoneyRows, RELATED('currencies'[minorunits]))`;
  return [
    `VAR CurrencyCodes = DISTINCT(SELECTCOLUMNS(MoneyRows, "code", '${table}'[currency]))`,
    'RETURN',
    `    IF(COUNTROWS(CurrencyCodes) = 1, DIVIDE(SUMX(MoneyRows, '${table}'[${column}]), ${units}))`,
  ].join('\n');
}

function resolve({ tables: named, columns, measures: used }, where) {
  for (const table of named) assert.ok(tables.has(table), `${where}: there is no table '${table}'`);
  for (const { table, column } of columns) assert.ok(columnsOf(table)?.has(column), `${where}: there is no column '${table}'[${column}]`);
  for (const name of used) assert.ok(measures.some(measure => measure.name === name), `${where}: there is no measure [${name}]`);
}
