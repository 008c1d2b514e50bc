/** Makes an entry the newest of at most `countMax`; the oldest goes. @returns the value. */
export function keepNewest<K, V>(map: Map<K, V>, key: K, value: V, countMax: number): V {
  map.delete(key);
  map.set(key, value);
  if (map.size > countMax) map.delete(map.keys().next().value as K);
  return value;
}
