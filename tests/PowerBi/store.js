// Rows as Power Query's connectors give them.
import { Table } from './library.js';
import { expressions, tables } from './project.js';
import { evaluator } from './powerquery.js';

/** The tables of a storage account, by name, each row a record with its keys beside its values. */
export function storage(rowsByTable) {
  const content = ({ PartitionKey = '', RowKey = '', ...Content }) => ({ PartitionKey, RowKey, Timestamp: null, Content });
  const found = Object.entries(rowsByTable).map(([Name, rows]) =>
    ({ Name, Data: new Table(['PartitionKey', 'RowKey', 'Timestamp', 'Content'], rows.map(content)) }));
  return { Connection: 'tables', 'AzureStorage.Tables': async () => new Table(['Name', 'Data'], found) };
}

/** The results over the web; `answer` is given a path and a query and gives the body. */
export function web(answer) {
  return {
    Connection: 'web',
    'Web.Contents': async (address, { RelativePath, Query }) => Buffer.from(await answer(`${address}/${RelativePath}`, Query)),
  };
}

/** Evaluates the query of a table of the model. */
export function load(name, given) {
  return evaluator(expressions, given).evaluate(tables.get(name).partitions[0].properties.source, name);
}

/** The tables of the model that Power Query loads. */
export const loaded = [...tables.values()].filter(table => table.partitions[0].value === 'm').map(table => table.name);
