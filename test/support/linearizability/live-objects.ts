/** What the models describe, really there: for checking the checker. */
import type { DirectoryInput, DirectoryOutput, Named } from './directory-model.js';
import type { LogInput, LogOutput } from './log-model.js';
import type { NameInput, NameOutput, RegisterInput } from './models.js';

export class LiveRegister {
  private value = 0;

  run(input: RegisterInput): number {
    if (input.kind === 'write') this.value = input.value;
    return this.value;
  }
}

export class LiveLog {
  private readonly records: string[] = [];
  private unique = 0;

  /** Makes the record unique, as the model wants it. */
  run(input: LogInput): LogOutput {
    if (input.kind === 'read') return this.records.slice(input.fromPlace);
    Object.assign(input, { record: `${input.record}${this.unique++}` });
    return this.records.push(input.record) - 1;
  }
}

export class LiveName {
  private ino: number | undefined;
  private nextIno = 1;

  run({ kind }: NameInput): NameOutput {
    if (kind === 'create') {
      if (this.ino !== undefined) return 'EEXIST';
      return (this.ino = this.nextIno++);
    }
    if (this.ino === undefined) return 'ENOENT';
    if (kind === 'lookup') return this.ino;
    this.ino = undefined;
    return 'ok';
  }
}

interface LiveFile {
  readonly ino: number;
}

export class LiveDirectory {
  private readonly files: LiveFile[] = [];
  private readonly names = new Map<string, LiveFile>();

  run(input: DirectoryInput): DirectoryOutput {
    if (input.kind === 'create') return this.create(input.name);
    if (input.kind === 'link') return this.link(input.ino, input.to);
    if (input.kind === 'list') {
      const names = [...this.names.keys()].filter((name) => name.startsWith(input.prefix));
      return { kind: 'list', names: names.map((name) => this.look(name)) };
    }
    const from = input.kind === 'rename' ? input.from : input.name;
    const file = this.names.get(from);
    if (file === undefined) return { kind: 'refused', errno: 'ENOENT' };
    if (input.kind === 'lookup') return { ...this.look(from), kind: 'entry' };
    if (input.kind === 'rename') this.rename(from, input.to, file);
    else this.names.delete(from);
    return { kind: 'done' };
  }

  private create(name: string): DirectoryOutput {
    if (this.names.has(name)) return { kind: 'refused', errno: 'EEXIST' };
    const file = { ino: this.files.length + 1 };
    this.files.push(file);
    this.names.set(name, file);
    return { ...this.look(name), kind: 'entry' };
  }

  private link(ino: number, to: string): DirectoryOutput {
    const file = [...this.names.values()].find((named) => named.ino === ino);
    if (file === undefined) return { kind: 'refused', errno: 'ENOENT' };
    if (this.names.has(to)) return { kind: 'refused', errno: 'EEXIST' };
    this.names.set(to, file);
    return { ...this.look(to), kind: 'entry' };
  }

  private rename(from: string, to: string, file: LiveFile): void {
    if (this.names.get(to) === file) return;
    this.names.delete(from);
    this.names.set(to, file);
  }

  private look(name: string): Named {
    const file = this.names.get(name)!;
    return { name, ino: file.ino, links: [...this.names.values()].filter((other) => other === file).length };
  }
}
