// Reads the rows of the sample firm as Power BI would: from the tables by the official client, and over the web.
import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { ZonedMoment, kindOf } from './library.js';
import { startProgram } from './program.js';
import { relationships, tables, wordsCompared } from './project.js';
import { load, loaded, storage, web } from './store.js';

// The emulator's account, published with it: the same on every machine.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const timeout = 300_000;
const kinds = { string: ['text'], int64: ['number'], boolean: ['logical'], dateTime: ['date', 'datetime', 'null'] };

let program;
let rows;
let rowsOverWeb;

// Read again where the hourly run of the functions came in between.
before(async () => {
  program = await startProgram();
  let runs;
  do {
    runs = await read('runs');
    const stored = {};
    for (const name of new Set(loaded.flatMap(sourcesOf))) stored[name] = await read(name);
    rows = await loadAll(storage(stored));
    rowsOverWeb = await loadAll({ ...web(ask), FunctionApp: program.address });
  } while (runs.some(run => ['opened', 'started'].includes(run.state)) || !isDeepStrictEqual(await read('runs'), runs));
}, { timeout });

after(async () => assert.equal(await program?.end(), 0), { timeout });

test('Every table of the model has rows, each with every column in its type', () => {
  for (const name of loaded) {
    // On some days no money waits behind an alert.
    assert.ok(rows[name].length > 0 || name === 'behind', name);
    for (const row of rows[name])
      for (const { name: column, properties } of tables.get(name).columns.values())
        assert.ok(kinds[properties.dataType].includes(kindOf(row[column])), `${name}.${column} in ${JSON.stringify(row)}`);
  }
});

test('Days and instants are dates as their format says', () => {
  for (const name of loaded)
    for (const { name: column, properties } of tables.get(name).columns.values()) {
      if (properties.dataType !== 'dateTime') continue;
      const wanted = properties.formatString.includes('hh') ? 'datetime' : 'date';
      for (const row of rows[name]) assert.ok([wanted, 'null'].includes(kindOf(row[column])), `${name}.${column}`);
    }
});

test('Every word that has a rank is among the words in their order', () => {
  for (const name of loaded)
    for (const row of rows[name])
      for (const [column, rank] of Object.entries(row)) assert.ok(!column.endsWith('rank') || rank >= 0, `${name}: ${JSON.stringify(row)}`);
});

test('No value of a one side is there twice, and each value of a many side is in it', () => {
  const checked = relationships.filter(({ from, to }) => loaded.includes(from.table) && loaded.includes(to.table));
  for (const { name, from, to } of checked) {
    const one = rows[to.table].map(row => row[to.column]);
    assert.equal(new Set(one).size, one.length, name);
    const missing = rows[from.table].map(row => row[from.column]).filter(value => !one.includes(value));
    assert.deepEqual([...new Set(missing)], [], name);
  }
  // Days and currencies are calculated from all the columns that look them up, which another test holds.
  const calculated = relationships.filter(({ to }) => !loaded.includes(to.table)).length;
  assert.equal(checked.length + calculated, relationships.length);
});

test('Measures select promises by words that the policy has', () => {
  const used = ['promise', 'foreach'].flatMap(column => wordsCompared('measures', column).map(word => ({ column, word })));
  assert.equal(used.length, 3);
  for (const { column, word } of used) assert.ok(rows.measures.some(row => row[column] === word), `${column}: ${word}`);
});

test('The web gives the rows that the tables hold', () => {
  const sorted = all => all.map(row => JSON.stringify(Object.entries(row).sort())).sort();
  for (const name of loaded) assert.deepEqual(sorted(rowsOverWeb[name]), sorted(rows[name]), name);
});

/** The tables that the query of a table reads. */
function sourcesOf(name) {
  return [...tables.get(name).partitions[0].properties.source.matchAll(/ReadTable\("(\w+)"/g)].map(([, source]) => source);
}

async function loadAll(given) {
  const all = {};
  for (const name of loaded) all[name] = (await load(name, given)).rows;
  return all;
}

async function ask(address, query) {
  const answer = await fetch(`${address}?${new URLSearchParams({ ...query, code: program.key })}`);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

async function read(name) {
  const endpoint = `http://127.0.0.1:${program.tablesPort}/${account}`;
  const client = new TableClient(endpoint, name, new AzureNamedKeyCredential(account, key), { allowInsecureConnection: true });
  const found = [];
  for await (const { partitionKey: PartitionKey, rowKey: RowKey, etag, timestamp, ...values } of client.listEntities()) {
    const columns = Object.entries(values).map(([column, value]) => [column, fromClient(value)]);
    found.push({ PartitionKey, RowKey, ...Object.fromEntries(columns) });
  }
  return found;
}

/** As the connector of Power Query gives it. */
function fromClient(value) {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? new ZonedMoment(value.toISOString()) : value;
}
