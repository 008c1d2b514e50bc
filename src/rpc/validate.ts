/** What comes off the wire is checked here before anything acts on it. */
import { FILE_TYPE, fileTypeOf, type FileType } from '../core/attr.js';
import { InvalidRequestError } from '../core/errors.js';
import { ino, type Ino } from '../core/ids.js';

/** A protobuf field: absent ones are null or undefined, or zero. */
type Field<T> = T | null | undefined;

export function inoField(value: Field<number>, name: string): Ino {
  const number = wholeField(value, name, Number.MAX_SAFE_INTEGER);
  if (number < 1) throw new InvalidRequestError(`${name}: not an inode number`);
  return ino(number);
}

/** A whole number from 0 to `max`. */
export function wholeField(value: Field<number>, name: string, max: number): number {
  const number = value ?? 0;
  if (!Number.isSafeInteger(number) || number < 0 || number > max) {
    throw new InvalidRequestError(`${name}: ${number} is not between 0 and ${max}`);
  }
  return number;
}

export function bytesField(value: Field<Uint8Array>, name: string, bytesMax: number): Uint8Array {
  const bytes = value ?? new Uint8Array();
  if (bytes.length > bytesMax) {
    throw new InvalidRequestError(`${name}: ${bytes.length} bytes, at most ${bytesMax} are allowed`);
  }
  return bytes;
}

export function textField(value: Field<string>, name: string, lengthMax: number): string {
  const text = value ?? '';
  if (text.length > lengthMax) throw new InvalidRequestError(`${name}: longer than ${lengthMax} characters`);
  return text;
}

export function fileTypeField(value: Field<number>, name: string): FileType {
  const type = fileTypeOf(value ?? 0);
  if (type === undefined) throw new InvalidRequestError(`${name}: ${value ?? 0} is no file type`);
  return type;
}

export const fileTypeNumber = (type: FileType): number => FILE_TYPE[type];

/** One of `choices`, by its place. */
export function choiceField<T extends string>(value: Field<number>, name: string, choices: readonly T[]): T {
  const choice = choices[value ?? 0];
  if (choice === undefined) throw new InvalidRequestError(`${name}: ${value ?? 0} is not known`);
  return choice;
}
