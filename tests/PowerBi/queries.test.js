import assert from 'node:assert/strict';
import test from 'node:test';
import { Day, Moment, ZonedMoment } from './library.js';
import { evaluator, parse } from './powerquery.js';
import { expressions, tables } from './project.js';
import { load, loaded, storage, web } from './store.js';

const dataTypes = {
  'nullable text': 'string', 'nullable int64': 'int64', 'nullable logical': 'boolean',
  'nullable date': 'dateTime', 'nullable datetime': 'dateTime',
};

const openedat = new ZonedMoment('2026-08-31T23:30:00.1234567Z');
const alert = { fingerprint: 'f1', openedat, severity: 'high', due: '2026-08-31', behind: 2 };

const read = (given, source) => evaluator(expressions, given).evaluate(source, 'test');

test('Every query parses', async () => {
  for (const [name, text] of expressions) await parse(text, name);
  for (const name of loaded) await parse(tables.get(name).partitions[0].properties.source, name);
});

test('A query that does not parse is named', () => assert.rejects(parse('let a = in b', 'broken'), /^Error: broken: Expected to find/));

test('Every query gives the columns and types of its table, though nothing is stored', async () => {
  for (const name of loaded) {
    const { columns, types, rows } = await load(name, storage({}));
    const found = columns.map(column => [column, dataTypes[types[column]?.name]]).sort();
    assert.deepEqual(found, [...tables.get(name).columns.values()].map(column => [column.name, column.properties.dataType]).sort(), name);
    assert.deepEqual(rows, []);
  }
});

test('Values become days, instants in UTC and ranks; a missing value is null', async () => {
  const [row] = (await load('alerts', storage({ alerts: [{ RowKey: 'a~f1', ...alert }] }))).rows;
  assert.deepEqual(
    [row.due, row.openedday, row.severityrank, row.behind, row.cause], [new Day('2026-08-31'), new Day('2026-08-31'), 2, 2, null]);
  assert.ok(row.openedat instanceof Moment && row.openedat.text.startsWith('2026-08-31T23:30:00'));
});

test('An empty day is null, and a day that is not one is refused', async () => {
  const stored = due => storage({ alerts: [{ RowKey: 'a~f1', ...alert, due }] });
  assert.equal((await load('alerts', stored(''))).rows[0].due, null);
  await assert.rejects(load('alerts', stored('31/08/2026')), /'31\/08\/2026' is not a day/);
});

test('Messages that wait beside the alerts are not alerts', async () => {
  const rows = [{ RowKey: 'a~f1', ...alert }, { RowKey: 'o~f1~00000001', ...alert }];
  assert.equal((await load('alerts', storage({ alerts: rows }))).rows.length, 1);
});

test('Money behind an alert is a row a currency', async () => {
  const moneybehind = '[{"minor":8866080,"currency":"GBP"},{"minor":5,"currency":"JPY"}]';
  const alerts = [{ RowKey: 'a~f1', ...alert, moneybehind }, { RowKey: 'a~f2', ...alert, moneybehind: '[]' }];
  const { rows } = await load('behind', storage({ alerts }));
  assert.deepEqual(rows, [{ fingerprint: 'f1', minor: 8866080, currency: 'GBP' }, { fingerprint: 'f1', minor: 5, currency: 'JPY' }]);
});

test('Results over the web are read page by page until no token is left', async () => {
  const asked = [];
  const first = { rows: [{ currency: 'GBP' }], next: 't1' };
  const later = { t1: { rows: [], next: 't2' }, t2: { rows: [{ currency: 'EUR', more: 1 }] } };
  const given = web((address, query) => {
    asked.push([address, query]);
    return JSON.stringify({ table: 'ageing', ...(later[query.continue] ?? first) });
  });
  assert.deepEqual((await read(given, 'ReadTable("ageing", [currency = "text"])')).rows, [{ currency: 'GBP' }, { currency: 'EUR' }]);
  const address = 'https://APP.azurewebsites.net/api/results/ageing';
  assert.deepEqual(asked, [{}, { continue: 't1' }, { continue: 't2' }].map(token => [address, { format: 'json', ...token }]));
});

test('An array over the web is the whole table', async () => {
  const given = web(() => '[{"band":"1-30","count":2,"oldestdue":""}]');
  const { rows } = await read(given, 'ReadTable("ageing", [band = "text", count = "whole", oldestdue = "day", currency = "text"])');
  assert.deepEqual(rows, [{ band: '1-30', count: 2, oldestdue: null, currency: null }]);
});

test('JSON within a value over the web is the text that the tables hold', async () => {
  const given = web(() => '[{"fingerprint":"f1","moneybehind":[{"minor":1,"currency":"GBP"}]}]');
  assert.deepEqual((await load('behind', given)).rows, [{ fingerprint: 'f1', minor: 1, currency: 'GBP' }]);
});

test('Parameters have values to choose from or to fill in, and no secret', () => {
  const parameters = [...expressions].filter(([, text]) => text.includes('IsParameterQuery=true'));
  assert.deepEqual(parameters.map(([name, text]) => [name, text.split(' meta ')[0]]), [
    ['Connection', '"tables"'], ['StorageAccount', '"https://ACCOUNT.table.core.windows.net"'],
    ['FunctionApp', '"https://APP.azurewebsites.net"'],
  ]);
  assert.match(parameters[0][1], /List=\{"tables", "web"\}/);
});
