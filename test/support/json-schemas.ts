/** What docs/json-schema.json promises of every command's `--json`. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const FILE = new URL('../../docs/json-schema.json', import.meta.url);

interface SchemaFile {
  readonly commands: Readonly<Record<string, object>>;
  readonly $defs: object;
}

export const schemaFile = JSON.parse(readFileSync(FILE, 'utf8')) as SchemaFile;

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)) && text.endsWith('Z'));

/** @returns what is wrong with the document; empty when nothing is. */
export function schemaErrors(command: string, document: unknown): readonly string[] {
  const schema = schemaFile.commands[command];
  if (schema === undefined) return [`docs/json-schema.json has no "${command}"`];
  const validate = ajv.compile({ ...schema, $defs: schemaFile.$defs });
  if (validate(document)) return [];
  return (validate.errors ?? []).map((error) => `${command}${error.instancePath}: ${error.message}`);
}
