import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import { files, readJson, repository } from './project.js';

const folder = join(repository, '..', 'shared', 'data', 'fabric-schemas');
const skip = existsSync(folder) ? false : 'left out: the schemas of Fabric are not at hand';
const json = files().filter(path => /(\.json|\.pbip|\.pbir|\.pbism|\.platform)$/.test(path));

// Schemas name each other relative to their own ids.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, addUsedSchema: false });
if (!skip) for (const path of schemasUnder(folder)) add(path);

test('All JSON of the project is valid by the schema that it names', { skip }, () => {
  assert.ok(json.length > 50);
  for (const path of json) {
    const document = readJson(path);
    assert.equal(ajv.validate(document.$schema, document) ? '' : ajv.errorsText(), '', path);
  }
});

test('JSON with a member that its schema does not know is refused, however deep', { skip }, () => {
  const visual = readJson(json.find(file => file.endsWith('visual.json')));
  for (const document of [visual, readJson('Plumbline.pbip'), readJson(json.find(file => file.endsWith('page.json')))])
    assert.equal(ajv.validate(document.$schema, { ...document, unknown: 1 }), false, document.$schema);
  visual.visual.query.queryState.Values.projections[0].field.Column.unknown = 1;
  assert.equal(ajv.validate(visual.$schema, visual), false);
});

function schemasUnder(path) {
  return readdirSync(path).flatMap(name => {
    const inner = join(path, name);
    return statSync(inner).isDirectory() ? schemasUnder(inner) : /^schema.*\.json$/.test(name) ? [inner] : [];
  });
}

function add(path) {
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  const id = `https://developer.microsoft.com/json-schemas/${path.slice(folder.length + 1).replaceAll('\\', '/')}`;
  ajv.addSchema({ ...schema, $id: id }, id);
}
