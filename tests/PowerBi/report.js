// The pages of the report and the fields that their visuals show.
import { dirname } from 'node:path';
import { files, readJson } from './project.js';

const definition = 'Plumbline.Report/definition';

export const order = readJson(`${definition}/pages/pages.json`);

const folderOf = path => dirname(path).split('/').at(-1);

/** In the order of their files: { folder, page, visuals: [{ folder, ...visual.json }] }. */
export const pages = files().filter(path => path.endsWith('/page.json')).map(path => {
  const visuals = files().filter(file => file.startsWith(`${dirname(path)}/visuals/`));
  return { folder: folderOf(path), page: readJson(path), visuals: visuals.map(file => ({ folder: folderOf(file), ...readJson(file) })) };
});

/** What a visual shows, by role, and sorts by: { role, queryRef, nativeQueryRef, kind, table, name }. */
export function fieldsOf({ visual: { query } }) {
  const shown = Object.entries(query.queryState)
    .flatMap(([role, { projections }]) => projections.map(projection => ({ role, ...projection })));
  const sorted = (query.sortDefinition?.sort ?? []).map(({ field }) => ({ role: 'sort', field }));
  return [...shown, ...sorted].map(({ field, ...rest }) => {
    const [[kind, { Expression, Property }], ...others] = Object.entries(field);
    if (others.length > 0 || !['Column', 'Measure'].includes(kind)) throw new Error(`not a column or a measure: ${JSON.stringify(field)}`);
    return { ...rest, kind, table: Expression.SourceRef.Entity, name: Property };
  });
}

export function titleOf({ visual }) {
  return visual.visualContainerObjects.title[0].properties.text.expr.Literal.Value.slice(1, -1);
}
