// The Power BI project as its files say: tables, columns, measures, relationships, queries.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTmdl } from './tmdl.js';

export const repository = fileURLToPath(new URL('../../', import.meta.url));
export const folder = join(repository, 'infra', 'powerbi');

/** Paths of the project's files, relative to its folder. */
export function files(under = folder) {
  return readdirSync(under).sort().flatMap(name => {
    const path = join(under, name);
    return statSync(path).isDirectory() ? files(path) : [relative(folder, path)];
  });
}

export function readJson(path) {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}

const objects = files().filter(path => path.endsWith('.tmdl'))
  .flatMap(path => parseTmdl(readFileSync(join(folder, path), 'utf8'), path).map(object => ({ ...object, path })));

const ofKind = kind => objects.filter(object => object.kind === kind);

/** By name: { name, columns, measures, partition }, the columns and measures by name too. */
export const tables = new Map(ofKind('table').map(table => {
  const named = kind => new Map(table.children.filter(child => child.kind === kind).map(child => [child.name, child]));
  return [table.name, { ...table, columns: named('column'), measures: named('measure'), partitions: [...named('partition').values()] }];
}));

export const measures = [...tables.values()]
  .flatMap(({ name: table, measures: own }) => [...own.values()].map(measure => ({ ...measure, table })));

/** The words that measures compare a column with. */
export function wordsCompared(table, column) {
  const comparison = new RegExp(`'${table}'\\[${column}\\] (?:=|IN) ("[^"]*"|\\{[^}]*\\})`, 'g');
  const operands = measures.flatMap(({ value }) => [...value.matchAll(comparison)].map(([, operand]) => operand));
  return operands.flatMap(operand => [...operand.matchAll(/"([^"]*)"/g)].map(([, word]) => word));
}

export const relationships = ofKind('relationship').map(({ name, properties }) => {
  const end = text => {
    const [table, column] = text.split('.');
    return { table, column };
  };
  return { name, from: end(properties.fromColumn), to: end(properties.toColumn) };
});

/** Shared queries of Power Query, by name. */
export const expressions = new Map(ofKind('expression').map(expression => [expression.name, expression.value]));

export const referenced = ofKind('ref').map(ref => ref.name);

/** Every object of every file, in the order of the files. */
export const all = objects;
