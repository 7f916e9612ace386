import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { folder, measures, referenced, relationships, repository, tables } from './project.js';
import { parseTmdl } from './tmdl.js';

const columns = [...tables.values()].flatMap(table => [...table.columns.values()].map(column => ({ ...column, table: table.name })));
const column = ({ table, column }) => tables.get(table)?.columns.get(column);

test('The model lists every table once', () => {
  assert.deepEqual([...referenced].sort(), [...tables.keys()].sort());
});

test('Every table has one import partition that bears its name', () => {
  for (const { name, partitions } of tables.values()) {
    assert.deepEqual(partitions.map(partition => [partition.name, partition.properties.mode]), [[name, 'import']]);
    assert.ok(['m', 'calculated'].includes(partitions[0].value), name);
  }
});

test('Every column says its type, where it comes from, and that it is not summed by itself', () => {
  for (const { table, name, properties } of columns) {
    const calculated = tables.get(table).partitions[0].value === 'calculated';
    assert.match(name, /^[a-z]+$/);
    assert.ok(['string', 'int64', 'dateTime', 'boolean'].includes(properties.dataType), `${table}.${name}`);
    assert.equal(properties.summarizeBy, 'none', `${table}.${name}`);
    assert.equal(/^\[.+\]$/.test(properties.sourceColumn), calculated, `${table}.${name}`);
    if (!calculated) assert.equal(properties.sourceColumn, name);
  }
});

test('Columns are sorted by columns of their table', () => {
  for (const { table, properties } of columns.filter(c => c.properties.sortByColumn))
    assert.equal(column({ table, column: properties.sortByColumn })?.properties.dataType, 'int64');
});

test('No two measures share a name, and none has that of a column of its table', () => {
  const names = measures.map(measure => measure.name.toLowerCase());
  assert.equal(new Set(names).size, names.length);
  for (const { table, name } of measures) assert.ok(!tables.get(table).columns.has(name.toLowerCase()), name);
});

test('Both ends of every relationship exist and have one type', () => {
  for (const { name, from, to } of relationships) {
    assert.equal(name, `${from.table}-${from.column}`);
    assert.ok(column(from) && column(to), name);
    assert.equal(column(from).properties.dataType, column(to).properties.dataType, name);
  }
});

test('A filter reaches each table by one path only', () => {
  const reached = (table, path = [table]) => relationships.filter(r => r.to.table === table)
    .flatMap(r => [r.from.table, ...reached(r.from.table, [...path, r.from.table])]);
  for (const table of tables.keys()) {
    const ends = reached(table);
    assert.deepEqual(ends, [...new Set(ends)], table);
  }
});

test('Damaged TMDL is refused with file and line', () => {
  const table = 'table a\n\tcolumn b\n\t\tdataType: string\n';
  const damaged = [
    [table.replace('dataType', 'dateType'), 3], [table.replace('\t\t', '\t\t\t\t'), 3], [table.replace('string', 'string '), 3],
    [table.replace('column', 'colunm'), 2], [table.replace('column b', 'column b = 1'), 2],
    [`${table}\t\tdataType: int64\n`, 4], [`${table}\tmeasure c =\n\tcolumn d\n`, 4],
  ];
  assert.equal(parseTmdl(table, 'x.tmdl')[0].children[0].properties.dataType, 'string');
  for (const [text, line] of damaged) assert.throws(() => parseTmdl(text, 'x.tmdl'), new RegExp(`^Error: x\\.tmdl:${line}: `), text);
});

test('The commands of the README are those that the checks run', () => {
  const [, commands] = readFileSync(join(folder, 'README.md'), 'utf8').match(/```\n([^`]+)```/);
  const checks = readFileSync(join(repository, '.ci', 'run'), 'utf8');
  for (const command of commands.trim().split('\n')) assert.ok(checks.includes(command), command);
});
