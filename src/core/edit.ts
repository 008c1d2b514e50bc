/** One key's new value. `undefined` removes the key. A list of edits is applied whole or not at all. */
export interface Edit {
  readonly key: Uint8Array;
  readonly value: Uint8Array | undefined;
}

export const editBytes = (edit: Edit): number => edit.key.length + (edit.value?.length ?? 0);
