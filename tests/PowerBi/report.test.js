import assert from 'node:assert/strict';
import test from 'node:test';
import { namesIn } from './dax.js';
import { measures, tables } from './project.js';
import { fieldsOf, order, pages, titleOf } from './report.js';

const roles = {
  card: ['Values'], slicer: ['Values'], tableEx: ['Values'], pivotTable: ['Rows', 'Columns', 'Values'],
  lineChart: ['Category', 'Y'], clusteredBarChart: ['Category', 'Y'], clusteredColumnChart: ['Category', 'Y', 'Series'],
};
const gap = 8;

const visuals = pages.flatMap(({ folder, visuals: shown }) => shown.map(visual => ({ ...visual, where: `${folder}/${visual.folder}` })));

test('The five pages are in order and bear the names of their folders', () => {
  assert.deepEqual(order.pageOrder, ['overview', 'account', 'money', 'people', 'health']);
  assert.equal(order.activePageName, 'overview');
  assert.deepEqual(pages.map(({ page }) => page.name).sort(), [...order.pageOrder].sort());
  for (const { folder, page } of pages) assert.deepEqual([page.name, page.width, page.height], [folder, 1280, 720]);
});

test('Every field of every visual exists', () => {
  for (const visual of visuals)
    for (const { kind, table, name } of fieldsOf(visual))
      assert.ok(tables.get(table)?.[kind === 'Column' ? 'columns' : 'measures'].has(name), `${visual.where}: no ${kind} ${table}.${name}`);
});

test('Every visual uses the roles of its type and names each field once', () => {
  for (const visual of visuals) {
    const shown = fieldsOf(visual).filter(field => field.role !== 'sort');
    assert.equal(visual.name, visual.folder);
    for (const { role } of shown) assert.ok(roles[visual.visual.visualType]?.includes(role), `${visual.where}: ${role}`);
    for (const { queryRef, table, name } of shown) assert.equal(queryRef, `${table}.${name}`);
    for (const key of ['queryRef', 'nativeQueryRef'])
      assert.equal(new Set(shown.map(field => field[key])).size, shown.length, `${visual.where}: ${key}`);
  }
});

test('Every visual has a title of its own on its page', () => {
  for (const { folder, visuals: shown } of pages) {
    const titles = shown.map(titleOf);
    assert.ok(titles.every(title => title.length > 0), folder);
    assert.equal(new Set(titles).size, titles.length, folder);
  }
});

test('Visuals lie on the page, in reading order, apart from each other', () => {
  for (const { folder, page, visuals: shown } of pages) {
    for (const { name, position: { x, y, width, height } } of shown)
      assert.ok(
        x >= gap && y >= gap && x + width <= page.width - gap && y + height <= page.height - gap, `${folder}/${name} leaves the page`);
    const pairs = shown.flatMap((one, i) => shown.slice(i + 1).map(other => [one, other]));
    for (const [one, other] of pairs) assert.ok(areApart(one.position, other.position), `${folder}: ${one.name} and ${other.name} overlap`);
    const places = shown.map(visual => visual.position);
    assert.deepEqual(
      places.toSorted((one, other) => one.tabOrder - other.tabOrder),
      places.toSorted((one, other) => one.y - other.y || one.x - other.x), folder);
  }
});

test('Every page has slicers for account and month, and a slicer is set on all pages at once', () => {
  const slicers = visuals.filter(({ visual }) => visual.visualType === 'slicer');
  for (const { folder, visuals: shown } of pages)
    for (const wanted of ['account', 'month'])
      assert.equal(shown.find(({ name }) => name === wanted)?.visual.visualType, 'slicer', `${folder}/${wanted}`);
  const groups = new Map();
  for (const slicer of slicers.filter(({ visual }) => visual.syncGroup)) {
    const [{ queryRef }] = fieldsOf(slicer);
    assert.equal(groups.get(slicer.visual.syncGroup.groupName) ?? queryRef, queryRef);
    groups.set(slicer.visual.syncGroup.groupName, queryRef);
  }
  assert.deepEqual([groups.get('account'), groups.get('month')], ['accounts.name', 'dates.month']);
});

test('A visual that shows money has a row or a colour a currency, and a card says that it is of one', () => {
  const inUnits = name => namesIn(measures.find(measure => measure.name === name).value);
  const isMoney = name => inUnits(name).columns.some(({ column }) => column === 'minorunits') || inUnits(name).measures.some(isMoney);
  const ofMoney = visuals.filter(visual => fieldsOf(visual).some(({ kind, name }) => kind === 'Measure' && isMoney(name)));
  assert.equal(ofMoney.length, 6);
  for (const visual of ofMoney) {
    if (visual.visual.visualType === 'card') assert.match(titleOf(visual), /\(one currency\)$/);
    else assert.ok(fieldsOf(visual).some(({ queryRef }) => queryRef === 'currencies.currency'), visual.where);
  }
});

test('Accounts, people and promises are shown by the names in the dimensions', () => {
  const ids = ['account', 'owner', 'lead', 'measure', 'id'];
  for (const visual of visuals)
    for (const { kind, table, name } of fieldsOf(visual))
      assert.ok(kind === 'Measure' || !ids.includes(name), `${visual.where}: ${table}.${name}`);
});

test('A month does not cut what stands as it is now', () => {
  for (const { folder, page, visuals: shown } of pages)
    for (const { source, target, type } of page.visualInteractions ?? []) {
      assert.deepEqual([source, type], ['month', 'NoFilter']);
      assert.ok(shown.some(visual => visual.name === target), `${folder}/${target}`);
    }
});

function areApart(one, other) {
  return one.x + one.width + gap <= other.x || other.x + other.width + gap <= one.x
    || one.y + one.height + gap <= other.y || other.y + other.height + gap <= one.y;
}
